import { ENUMERATION_COMMA } from '../../language/characters.js';
import { findOutside } from '../../language/clauses.js';
import { createSpan, type Span } from '../../model/span.js';
import { loadFrameworkRules } from '../../resources/framework-rules.js';
import { isEven, isOfKind, mayBeEven, sharedPart } from './alike-elements.js';
import { fitElements, type Side } from './fit-elements.js';
import type { Formula } from './formula.js';
import { headAgreement, meanHeadAgreement } from './head-agreement.js';
import type { LinkKind } from './member-draft.js';
import { type Run, trimElement } from './split-list.js';
import { isLinkWord } from './trim-trail.js';

const LEAST_AGREEMENT = 0.65;
const MAX_ELEMENTS = 12;
/** So many clauses may stand between a name and a list that no word announces; a list of two stands right behind. */
const CLAUSES_BETWEEN = 4;

/** Where a list is looked for: the runs of a region beside the name. */
interface Place {
  readonly text: string;
  readonly formula: Formula;
  readonly side: Side;
  readonly kind: LinkKind;
  /** The end of the region. */
  readonly end: number;
}

/**
 * The runs of a region, in which a row of clauses gives way to the list in it. 落实市，县，镇三级体系: many write a comma for 、. As many short and even
 * elements beside the name as it promises are a list as if 、 parted them, where the clauses around them are not of their kind.
 */
export function withCommaLists(place: Place, runs: readonly Run[]): readonly Run[] {
  const { declared, pattern } = place.formula;
  if (declared > MAX_ELEMENTS || pattern === 'compound') return runs;
  return runs.map((run): Run => {
    if (run.separator !== 'comma') return run;
    const halves = pattern === 'paired' ? pairsAmong(place, run.elements) : null;
    const list = halves ?? listAmong(place, run.elements);
    return list === null ? run : { separator: 'enumeration', elements: list, enclosed: run.enclosed };
  });
}

function listAmong(place: Place, clauses: readonly Span[]): readonly Span[] | null {
  const find = place.side === 'after' ? listBehind : listAhead;
  const list = find(place, clauses);
  if (list !== null || !place.text.slice(clauses[0]!.start, clauses.at(-1)!.end).includes('、')) return list;
  // 请老人评、请子女评，请社区评: now the one sign, now the other; as 、 else parts what is smaller, the members must show that they are of one kind.
  const mixed = find(
    place,
    clauses.flatMap((clause) => splitAtSign(place.text, clause)),
  );
  if (mixed === null) return null;
  const members = fitList(place, mixed);
  if (members === null || (sharedPart(place.text, members) === null && !wordsHead(place, members))) return null;
  // 带思想、带操作、带作风，带不出来: what follows the first comma behind a list is no longer and no shorter than its members.
  const lengths = members.map(({ start, end }) => end - start);
  const last = lengths.pop()!;
  return last >= Math.min(...lengths) && last <= Math.max(...lengths) ? mixed : null;
}

function splitAtSign(text: string, { start, end }: Span): Span[] {
  const parts: Span[] = [];
  for (let from = start; from < end; ) {
    const stop = findOutside(text, from, end, ENUMERATION_COMMA);
    const part = trimElement(text, from, stop);
    if (part !== null) parts.push(part);
    from = stop + 1;
  }
  return parts;
}

/** 带技术，创样板，带作风，创红旗: the halves of pairs, parted as the pairs are. */
function pairsAmong({ text, formula, side }: Place, clauses: readonly Span[]): readonly Span[] | null {
  const { declared, groups } = formula;
  const halves = side === 'after' ? clauses.slice(0, 2 * declared) : clauses.slice(-2 * declared);
  if (halves.length < 2 * declared) return null;
  const shows = ({ start, end }: Span, i: number) =>
    headAgreement(text.slice(start, end), groups[i % 2]!.head) >= LEAST_AGREEMENT;
  if (!halves.every(shows)) return null;
  return halves.flatMap((half, i) => (i % 2 === 0 ? [createSpan(half.start, halves[i + 1]!.end)] : []));
}

/** The list that begins a row of clauses; where nothing announces it, the one that words the head best and stands no more than a few clauses behind. */
function listBehind(place: Place, clauses: readonly Span[]): readonly Span[] | null {
  const { text, formula, kind } = place;
  const n = formula.declared;
  if (kind === 'cue' || kind === 'weak-cue' || kind === 'bracket') return listFrom(place, clauses, 0)?.taken ?? null;
  let best: FoundList | null = null;
  const last = Math.min(n === 2 ? 0 : CLAUSES_BETWEEN, clauses.length - n + 1);
  for (let from = 0; from <= last; from++) {
    const found = listFrom(place, clauses, from);
    if (found === null || !(showsName(text, found) || countsSides(formula))) continue;
    // “三农”问题作为重中之重: the sentence goes on with the name.
    if (found.list[0]!.start === formula.span.end) continue;
    if (from > 0 && isOfKind(text, found.list, clauses[from - 1]!)) continue;
    if (best === null || found.agreement > best.agreement) best = found;
  }
  return best?.taken ?? null;
}

/** The clauses that hold a list, its members, and how well these word the head. */
interface FoundList {
  readonly taken: readonly Span[];
  readonly list: readonly Span[];
  readonly agreement: number;
}

/** The list that begins with a clause, where it ends as it should. */
function listFrom(place: Place, clauses: readonly Span[], from: number): FoundList | null {
  const { text, formula, kind } = place;
  const n = formula.declared;
  for (const { taken, list } of fitLists(place, (size) => clauses.slice(from, from + size))) {
    const size = taken.length;
    const agreement = meanHeadAgreement(text, formula, list);
    const next = clauses[from + size];
    const closed = size < n || text.charAt(list.at(-1)!.end) === '等' || next === undefined;
    if (closed || !isOfKind(text, list, next)) return { taken, list, agreement };
    const second = clauses[from + size + 1];
    // 五项承诺: with six of them, as reports miscount.
    const miscounted = kind === 'cue' && n > 3 && (second === undefined || !isOfKind(text, list, second));
    if (miscounted) return { taken: [...taken, next], list, agreement };
  }
  return null;
}

/** The list that a row of clauses ends in. */
function listAhead(place: Place, row: readonly Span[]): readonly Span[] | null {
  const { text, formula, kind, end } = place;
  // …，黄色收铝罐，此“三色”计划
  const clauses = pointsBack(text, row.at(-1)!) ? row.slice(0, -1) : row;
  // “看，听，记”三字工作法: the quote closes between.
  const touches = kind === 'before' && /^[”」]?$/u.test(text.slice(row.at(-1)!.end, end));
  for (const { taken, list } of fitLists(place, (size) => clauses.slice(-size))) {
    const joined = taken.length < list.length;
    if (!(touches ? endsInThing(text, formula, list, joined) : wordsHead(place, list))) continue;
    const before = clauses[clauses.length - taken.length - 1];
    const begins = before === undefined || list[0]!.start > taken[0]!.start || !isOfKind(text, list, before);
    if (begins) return taken;
  }
  return null;
}

/** …，此“三色”计划; …，大家把它叫作“四个一” */
function pointsBack(text: string, clause: Span): boolean {
  return (
    isLinkWord(text, clause) ||
    /[这此它其].{0,4}(?:叫作|叫做|称为|称作|就是)$/u.test(text.slice(clause.start, clause.end))
  );
}

/**
 * The lists that clauses at one place give, the most even first: of three members each may have a clause, or the last two share one (a，b和c).
 */
function fitLists(place: Place, take: (size: number) => readonly Span[]): { taken: readonly Span[]; list: Span[] }[] {
  const { declared } = place.formula;
  const lists: { taken: readonly Span[]; list: Span[] }[] = [];
  for (const size of declared > 2 ? [declared, declared - 1] : [declared]) {
    const taken = take(size);
    const list = taken.length < size ? null : fitList(place, taken);
    if (list !== null) lists.push({ taken, list });
  }
  return lists.sort((a, b) => unevenness(a.list) - unevenness(b.list));
}

function unevenness(list: readonly Span[]): number {
  const lengths = list.map(({ start, end }) => end - start);
  return Math.max(...lengths) / Math.min(...lengths);
}

/** The members that so many clauses give, where they are short and even. */
function fitList({ text, formula, side }: Place, clauses: readonly Span[]): Span[] | null {
  if (!mayBeEven(clauses)) return null;
  // Clauses that hold lists of their own are no elements.
  if (clauses.some(({ start, end }) => text.slice(start, end).includes('、'))) return null;
  const run: Run = { separator: 'enumeration', elements: clauses, enclosed: false };
  const list = fitElements(text, run, formula.declared, side);
  return list !== null && isEven(text, list) ? list : null;
}

function wordsHead({ text, formula }: Place, list: readonly Span[]): boolean {
  return meanHeadAgreement(text, formula, list) >= LEAST_AGREEMENT;
}

/** 社区，物业，业委会，代表面对面 behind “四方会谈” */
function countsSides({ groups, quoted }: Formula): boolean {
  return quoted && groups.length === 1 && groups[0]!.head?.startsWith('方') === true;
}

/** Whether the members word the head or are built alike: what else follows a name is as likely the next clauses of the sentence. */
function showsName(text: string, { list, agreement }: FoundList): boolean {
  return agreement >= LEAST_AGREEMENT || (list.length > 2 && sharedPart(text, list) !== null);
}

/**
 * 加强教育，强化管理，推行“三项制度”: words right before a name are its members only where the last of them is no verb that takes it as its object
 * and no longer or much shorter than the others. Two, or long ones, must be built alike besides.
 */
function endsInThing(text: string, formula: Formula, list: readonly Span[], joined: boolean): boolean {
  const last = list.at(-1)!;
  // 县，乡，村三级; 行业，规模，信用等级三个维度
  const words = list.length > 2 && areWords(text, list);
  if (formula.classifier === '级' && words) return true;
  const others = list.slice(0, -1).map(({ start, end }) => end - start);
  const length = last.end - last.start;
  if (!words && (length > Math.max(...others) + (joined ? 2 : 1) || length < Math.min(...others) - 1)) return false;
  if (sharedPart(text, list) !== null) return true;
  if (list.length === 2 || Math.max(length, ...others) > MAX_WORD) return false;
  if (list.some(({ start, end }) => /\d/u.test(text.slice(start, end)))) return false;
  // 女，47岁，先后驾驶过三种车型: three clauses before what is not called a mechanism, a method … are as good as a list only if even in length.
  const even = others.every((other) => other === length) || words;
  if (formula.category === null && !joined && list.length === 3 && !even) return false;
  const { leads } = loadFrameworkRules();
  return (leads.longestAt(text, last.start + 2)?.length ?? 0) < 2;
}

/** 行业，规模，信用等级: nouns of a few characters, none of them an amount. */
function areWords(text: string, list: readonly Span[]): boolean {
  return list.every(
    ({ start, end }) => end - start <= MAX_NOUN && /^[\u4e00-\u9fff]+(?<![就说是])$/u.test(text.slice(start, end)),
  );
}

/** Code units of a noun, and of a word that ends a list. */
const MAX_NOUN = 5;
const MAX_WORD = 8;
