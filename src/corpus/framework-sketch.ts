import type { Framework } from '../model/framework.js';
import { loadFrameworkRules } from '../resources/framework-rules.js';
import { normalizeWording, readNameKey } from './name-key.js';

/** A member as far as it tells one practice from another. */
export interface MemberSketch {
  /** Its wording, the second half of a pair included. */
  readonly wording: string;
  /** The wording without what the name says already: 底数清 of 四清 → 底数. Empty where it says no more. */
  readonly core: string;
}

/** What linking keeps of a framework. It holds on to no text of its document. */
export interface FrameworkSketch {
  readonly id: string;
  readonly name: string;
  readonly category: string | null;
  readonly holder: string | null;
  /** Index of the article it stands in, or null. */
  readonly article: number | null;
  /** When it was practised or reported: 2023, 2023-05, 2023-05-12; or null. */
  readonly date: string | null;
  /** Keys of the name and of the other names the document has for it. */
  readonly keys: readonly string[];
  readonly numbers: string;
  /** The heads of these names. */
  readonly heads: readonly string[];
  readonly members: readonly MemberSketch[];
  /** Whether it has fewer members than its name promises: the document was cut, or skips some. */
  readonly cut: boolean;
  /** Many unrelated practices are called so: 三个一, 四个到位, 三项制度, 三点体会. */
  readonly generic: boolean;
  /** Whether the members say more than the name does; 望, 闻, 问, 切 do not, nor do 四看, 一报. */
  readonly informative: boolean;
}

/** The members that are looked at; a framework with more is judged by its first ones. */
const MOST_MEMBERS = 60;

export function sketchFramework(framework: Framework, date: string | null): FrameworkSketch {
  const name = readNameKey(framework.name);
  const aliases = framework.aliases.map(readNameKey).filter(({ numbers }) => numbers === name.numbers);
  const heads = wordsOfName(framework, name.key);
  const members = framework.members.slice(0, MOST_MEMBERS).map((member) => sketchMember(member, heads));
  return {
    id: framework.id,
    name: detach(framework.name),
    category: framework.category === null ? null : detach(framework.category),
    holder: framework.holder === null ? null : detach(framework.holder),
    article: framework.article,
    date,
    keys: [...new Set([name, ...aliases].map(({ key }) => key))],
    numbers: name.numbers,
    heads: [...new Set([name, ...aliases].map(({ head }) => head))],
    members,
    cut: framework.members.length < framework.declared,
    generic: isGeneric(framework, name.measured),
    informative: members.some(({ core }) => core.length > (framework.pattern === 'labelled' ? 1 : 0)),
  };
}

function sketchMember(
  { label, pair }: { readonly label: string; readonly pair: string | null },
  heads: readonly string[],
): MemberSketch {
  const halves = [label, pair ?? ''].map(normalizeWording);
  const core = halves.map((half) => withoutHeads(half, heads)).join('');
  // 四看, 一报 of 四看一报: a number is no more than the name says.
  return { wording: halves.join(''), core: /^[0-9]+$/.test(core) ? '' : core };
}

/** What the members may repeat of the name: its heads, or the labels that it stands for. The longest first. */
function wordsOfName({ name, pattern, groups }: Framework, key: string): string[] {
  const labels = pattern === 'labelled' ? (loadFrameworkRules().labelSets.get(name) ?? [...name]) : [];
  // The heads of a bare 12345 are the members' own words.
  const heads = groups.flatMap(({ head }) => head ?? []).map(normalizeWording);
  return [...heads.filter((head) => head !== '' && key.includes(head)), ...labels].sort((a, b) => b.length - a.length);
}

function withoutHeads(wording: string, heads: readonly string[]): string {
  const last = heads.find((head) => wording.endsWith(head));
  const rest = last === undefined ? wording : wording.slice(0, wording.length - last.length);
  const first = heads.find((head) => rest.startsWith(head));
  return first === undefined ? rest : rest.slice(first.length);
}

/** Without a method noun, a measure word makes a phrase of a name: 三个结合 is said by everyone, “三结合”工作法 by one. */
function isGeneric({ category, groups }: Framework, measured: boolean): boolean {
  if (category !== null || groups.length > 1) return false;
  const { genericHeads, methodNouns } = loadFrameworkRules();
  const head = groups[0]?.head ?? '';
  return measured || genericHeads.has(head) || methodNouns.all.has(head);
}

/** A copy: a string cut from a text would keep the whole text in memory. */
export function detach(text: string): string {
  return Buffer.from(text, 'utf16le').toString('utf16le');
}
