import { CLAUSE_END, flagsAt, HAN, NEWLINE, SENTENCE_END } from '../../language/characters.js';
import type { Span } from '../../model/span.js';
import { loadPlaceSuffixes } from '../../resources/place-suffixes.js';
import type { ArticleContext } from './article-context.js';

/** A chain of places as it stands in the text, by its parts: 海东省 柳河市 桥东区. */
type PlaceChain = readonly PlacePart[];

interface PlacePart {
  readonly name: string;
  /** 1 (province) to 5 (village); see `data/lexicon/place-suffixes.tsv`. */
  readonly level: number;
}

/** A name before its suffix is no longer than this; only those of autonomous places are (甲族乙族自治州). */
const MAX_NAME = 4;
const MAX_AUTONOMOUS = 12;
/** A longer chain is none. */
const MAX_CHAIN = 60;
/** The title block and the paragraph below it. */
const LEAD_PARAGRAPHS = 4;
const LEAD_LENGTH = 400;
/** What no name holds: 我市, 各乡镇, 走进社区, 三个村, 某县, ××区. */
const NO_NAME = /^[我本该各每此这那其进让被把使]|[的在了是等某个多×○＊*]|走进|来到|深入|公司|企业|学校/u;
/** 全县, 跨县: a name of one character stands before 县 alone, and is none of these. */
const NO_SHORT_NAME = /[全外邻两几跨各同到出进回本我该某老穷强富兴]/u;
/** Words before a place that are none of it. */
const BEFORE =
  /^(?:(?:中国共产党|中国|中共|国家|国网|近日|日前|近年来|自|在|位于|地处|来自|——|—|--|-|[“"「《(（【\s]){1,4})/u;
/** xx县, ××区, 某市 */
const HIDDEN = /[×○＊*某]|[xX]{2}/u;
const COUNTY = '县';
const CITY_LEVEL = 2;

/**
 * Where the practices of an article are carried out, in the fullest form that the report gives: the place that the holder's name begins with, else
 * the one that the title begins with, else one that clauses of the lead begin with. Null where it names none, hides it (某县, ××区), or several
 * that do not belong together.
 */
export function findPlace(context: ArticleContext, holder: string | null): string | null {
  const { text, title } = context;
  const heading = title === null ? '' : text.slice(title.start, title.end);
  const lead = leadChains(context);
  const told = (holder === null ? null : readChain(holder)) ?? readChain(heading);
  if (told !== null) return nameOf(fullest(told, lead));
  if (HIDDEN.test(heading) || HIDDEN.test(holder ?? '')) return null;
  const longest = [...lead].sort((a, b) => b.length - a.length)[0];
  if (longest === undefined || !lead.every((chain) => belongs(chain, longest))) return null;
  return longest.length > 1 || isRepeated(context, nameOf(longest)) ? nameOf(longest) : null;
}

function nameOf(chain: PlaceChain): string {
  return chain.map(({ name }) => name).join('');
}

/** 柳河县 and 石桥镇 are told by 柳河县石桥镇. */
function belongs(part: PlaceChain, full: PlaceChain): boolean {
  return part.every(({ name }) => full.some((other) => other.name === name));
}

/** The longest of the chains that end with the same parts. */
function fullest(chain: PlaceChain, others: readonly PlaceChain[]): PlaceChain {
  const sameEnd = (other: PlaceChain) => chain.every(({ name }, i) => other.at(i - chain.length)?.name === name);
  return others.reduce((best, other) => (other.length > best.length && sameEnd(other) ? other : best), chain);
}

/** A single place of the lead may be passed through; one that comes up again is what the report is about. */
function isRepeated({ text, span }: ArticleContext, name: string): boolean {
  const first = text.indexOf(name, span.start);
  const second = text.slice(first + name.length, span.end).indexOf(name);
  return first >= 0 && second >= 0;
}

/** The places that clauses of the lead begin with, in order. */
function leadChains({ text, paragraphs }: ArticleContext): PlaceChain[] {
  const chains: PlaceChain[] = [];
  for (const { span } of paragraphs.slice(0, LEAD_PARAGRAPHS)) {
    const limit = Math.min(span.end, span.start + LEAD_LENGTH);
    for (let i = span.start; i < limit; i++) {
      const opens = i === span.start || (flagsAt(text, i - 1) & (CLAUSE_END | SENTENCE_END | NEWLINE)) !== 0;
      const chain = opens ? chainAt(text, { start: i, end: limit }) : null;
      if (chain !== null) chains.push(chain);
    }
  }
  return chains;
}

function chainAt(text: string, { start, end }: Span): PlaceChain | null {
  return readChain(text.slice(start, Math.min(end, start + MAX_CHAIN)));
}

/** The chain of places that a wording begins with, or null. */
function readChain(raw: string): PlaceChain | null {
  const wording = raw.replace(BEFORE, '');
  const chain: PlacePart[] = [];
  for (let from = 0; ; ) {
    const part = readPart(wording, from, chain.at(-1)?.level ?? 0);
    if (part === null) return chain.length === 0 ? null : chain;
    chain.push(part);
    from += part.name.length;
  }
}

/** The next part of a chain: a name with a suffix of a level below the one before. */
function readPart(wording: string, from: number, above: number): PlacePart | null {
  const { index, levels } = loadPlaceSuffixes();
  const limit = Math.min(wording.length, from + MAX_AUTONOMOUS + 1);
  for (let i = from; i < limit && flagsAt(wording, i) & HAN; i++) {
    const suffix = index.longestAt(wording, i);
    const level = suffix === null ? 0 : levels.get(suffix)!;
    if (suffix === null || (i === from && level > 0)) continue;
    if (level === 0) return null;
    const name = wording.slice(from, i);
    // 沙市区, 新市镇: a suffix right behind a name of one character belongs to the name.
    const next = index.longestAt(wording, i + suffix.length);
    if (name.length === 1 && next !== null && levels.get(next)! > 0) continue;
    if (name.length > MAX_NAME && !suffix.startsWith('自治')) continue;
    // 苏州市昆山市: a city may lie in another.
    const below = level > above || (level === CITY_LEVEL && above === CITY_LEVEL);
    return below && isPlaceName(name, suffix) ? { name: name + suffix, level } : null;
  }
  return null;
}

function isPlaceName(name: string, suffix: string): boolean {
  if (NO_NAME.test(name)) return false;
  return name.length > 1 || (suffix === COUNTY && !NO_SHORT_NAME.test(name));
}
