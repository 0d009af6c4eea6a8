import { CLAUSE_END, COLON, consistsOf, DIGIT, flagsAt, NUMERAL, OPEN_QUOTE } from '../../language/characters.js';
import { closeOf, findOutside } from '../../language/clauses.js';
import { createSpan, type Span } from '../../model/span.js';
import { loadFrameworkRules } from '../../resources/framework-rules.js';
import { WordIndex } from '../../resources/word-index.js';
import { type Run, splitAtConjunction, unquote } from './split-list.js';

/** Elements longer than this are sentences, not members. */
const MAX_ELEMENT = 60;
const TAILS = new WordIndex(
  ['等等', '等', '的', '这', '共', '共计', '一共', '合计', '这些', '组成', '构成', '所谓', '于一体', '上述'],
  'last',
);

export type Side = 'before' | 'after';

/**
 * The `count` elements of a run that stand nearest to the name: its first ones after the name, its last ones before it. The element at
 * the open edge is freed of the words of the sentence around it. Null where the run has not so many.
 * @param whole whether an element of several clauses is taken whole, as pairs need it, and not called by its first
 */
export function fitElements(text: string, run: Run, count: number, side: Side, whole = false): Span[] | null {
  if (run.elements.length < count - 1) return null;
  const marked = run.elements.filter((element, i) => i > 0 || !isMarkNumber(text, element));
  let elements = withoutCount(text, withoutMarks(text, marked));
  if (elements.length === 0) return null;
  if (side === 'before') while (elements.length > count && isLinkWord(text, elements.at(-1)!)) elements.pop();
  if (side === 'before' || elements.length === count || elements.length === count - 1) {
    const last = elements.at(-1)!;
    if (side === 'before' || elements.length <= count) {
      const stripped = stripTail(text, side === 'before' ? createSpan(last.start, withoutCopula(text, last)) : last);
      elements[elements.length - 1] = endsAlike(text, last, elements.at(-2), stripped.end) ? last : stripped;
    }
  }
  if (elements.length === count - 1) {
    const split = splitLast(text, elements);
    if (split === null) return null;
    elements = split;
  }
  if (elements.length < count) return null;
  elements = side === 'before' ? elements.slice(-count) : elements.slice(0, count);
  if (!whole && (run.separator === 'semicolon' || run.separator === 'sentence')) {
    elements = elements.map((element) => firstClause(text, element));
  }
  if (side === 'after') elements[count - 1] = trimTrail(text, elements[count - 1]!, elements.slice(0, -1));
  elements[0] = withoutAspect(text, trimLead(text, elements[0]!, elements.slice(1)));
  const clean = withoutAdding(text, elements).map((element) => unquote(text, element));
  return clean.every((element) => element.end > element.start && element.end - element.start <= MAX_ELEMENT)
    ? clean
    : null;
}

/** 建立了|厂、车间、班组三级: what is left of the verb. */
function withoutAspect(text: string, first: Span): Span {
  const left = '了着过'.includes(text.charAt(first.start)) && first.end - first.start > 1;
  return left && !FINISHES.test(text.slice(first.start, first.start + 2))
    ? createSpan(first.start + 1, first.end)
    : first;
}

/** 了解, 过程, 着力 begin words of their own. */
const FINISHES = /^(?:了[解结却]|过[程关硬节敏]|着[力眼重手想])/u;

/** 既是宣传员，又是调解员，还是守护员: the words that add one member to another. */
function withoutAdding(text: string, elements: readonly Span[]): readonly Span[] {
  const adding = elements.map(({ start, end }) => ADDING.exec(text.slice(start, end))?.[0].length ?? 0);
  if (adding.filter((length) => length > 0).length < 2) return elements;
  return elements.map(({ start, end }, i) => createSpan(start + adding[i]!, end));
}

const ADDING = /^(?:(?:既|又|还|也|更|同时)(?:是|要|能|会)|另?一[个种类条项]叫做?)(?=.{2})/u;

/** 一、…；二、…；三、…: the marks of a list that stands in a sentence are no part of its members. */
function withoutMarks(text: string, elements: Span[]): Span[] {
  const marks = elements.map(
    ({ start, end }) => MARK.exec(text.slice(start, Math.min(end, start + 8)))?.[0].length ?? 0,
  );
  if (marks.filter((length) => length > 0).length < Math.max(2, elements.length - 1)) return elements;
  return elements.map(({ start, end }, i) => createSpan(start + marks[i]!, end));
}

/** 一看压力表，二听电机声，三摸轴承温: numbers that count on from one mark the elements, all of them. */
export function withoutCount(text: string, elements: Span[]): Span[] {
  const counted = elements.length >= 3 && elements.every(({ start }, i) => text.charAt(start) === COUNT.charAt(i));
  return counted ? elements.map(({ start, end }) => createSpan(start + 1, end)) : elements;
}

const COUNT = '一二三四五六七八九十';

/** 一、, 1., 第一帖是 */
const MARK =
  /^(?:[一二三四五六七八九十]{1,3}、|\d{1,2}[.、．]|第[一二三四五六七八九十]{1,2}[\u4e00-\u9fff]?就?[是，：:])(?=[“「\u4e00-\u9fff])/u;

/** 集中学习与自学相结合、理论学习与观摩相结合: what both end in leads over to nothing. */
function endsAlike(text: string, last: Span, before: Span | undefined, tailStart: number): boolean {
  const tail = text.slice(tailStart, last.end);
  return tail !== '' && before !== undefined && text.slice(before.start, before.end).endsWith(tail);
}

/** …,黄色收铝罐,此“三色”计划: what only points at the list before it. */
export function isLinkWord(text: string, { start, end }: Span): boolean {
  return /^(?:此|这|这些|这就是|即|就是|简称|统称|统称为|形成|构成|组成|做到|实现|称为|谓之)$/u.test(
    text.slice(start, end),
  );
}

/** The 五 of 五、重拳打击 … is the mark of its line, not an element. */
function isMarkNumber(text: string, { start, end }: Span): boolean {
  return consistsOf(text.slice(start, end), NUMERAL | DIGIT);
}

/** A member of several clauses is called by its first. */
export function firstClause(text: string, { start, end }: Span): Span {
  let stop = findOutside(text, start, end, CLAUSE_END);
  // 特，重困职工，由段领导包保: one character is no clause.
  if (stop - start === 1) stop = findOutside(text, stop + 1, end, CLAUSE_END);
  return createSpan(start, stop - start >= 2 ? stop : end);
}

/** a、b和c has two elements; the last is two. */
export function splitLast(text: string, elements: readonly Span[]): Span[] | null {
  if (elements.length === 0) return null;
  const others = elements.slice(0, -1);
  const split = splitAtConjunction(text, elements.at(-1)!, median(others.map((span) => span.end - span.start)));
  return split === null ? null : [...others, ...split];
}

const FEW = 32;

/** The middle value, the lower one of two; 0 for none. */
export function median(values: readonly number[]): number {
  if (values.length === 0) return 0;
  const sorted = values.slice();
  if (values.length > FEW) return sorted.sort((a, b) => a - b)[(sorted.length - 1) >> 1]!;
  // Putting each of a few in its place costs less than a general sort.
  for (let i = 1; i < sorted.length; i++) {
    const value = sorted[i]!;
    let at = i;
    for (; at > 0 && sorted[at - 1]! > value; at--) sorted[at] = sorted[at - 1]!;
    sorted[at] = value;
  }
  return sorted[(sorted.length - 1) >> 1]!;
}

/** Without what leads over to the name: 等, 的, 为主要内容的. */
export function stripTail(text: string, span: Span): Span {
  const { cuesBefore } = loadFrameworkRules();
  let end = span.end;
  for (let again = true; again; ) {
    again = false;
    const tail = cuesBefore.longestAt(text, end) ?? TAILS.longestAt(text, end);
    if (tail !== null && end - tail.length > span.start) {
      end -= tail.length;
      again = true;
    }
  }
  return createSpan(span.start, end);
}

/** 计划生育和环境保护是我国 before 两项基本国策, 光伏产品“新 before 三样: cut at the copula or at the quote that opens the name. */
function withoutCopula(text: string, { start, end }: Span): number {
  for (let i = end - 1; i > start + 1 && end - i <= COPULA_REACH; i--) {
    if (text.charAt(i) === '是' || (flagsAt(text, i) & OPEN_QUOTE && closeOf(text, i, end) < 0)) return i;
  }
  return end;
}

const COPULA_REACH = 8;

/** 按照有场所 beside 有人员, 有标识 → 有场所: cut where the rest begins like the others, or after the words of the sentence. */
export function trimLead(text: string, first: Span, others: readonly Span[]): Span {
  const usual = median(others.map((span) => span.end - span.start));
  const by = BY_OR_IN.exec(text.slice(first.start, first.end))?.[0].length ?? 0;
  if (by > 0 && first.end - first.start > by + 2 && !startsAlike(text, first, others))
    return trimLead(text, createSpan(first.start + by, first.end), others);
  const length = first.end - first.start;
  if (flagsAt(text, first.start) & OPEN_QUOTE && closeOf(text, first.start, first.end) === first.end) return first;
  const shared = sharedStart(text, others);
  if (shared !== '') {
    if (text.startsWith(shared, first.start)) return first;
    // The last place that leaves about what the others have: “三同”即同吃 beside 同住, 同劳动 → 同吃.
    const shortest = Math.min(...others.map((span) => span.end - span.start));
    const at = text.lastIndexOf(shared, first.end - Math.max(2, Math.min(shortest, usual - 1)));
    if (at > first.start && at < first.end - 1) return createSpan(at, first.end);
  }
  const quote = lastQuoteStart(text, first, others);
  if (quote !== null) return quote;
  if (length <= usual) return first;
  // 实行民主决策、坚持依法行政、加强行政监督: beside members that begin with a verb the first has one too.
  const verbs = others.every(({ start }) => beginsWithLead(text, start));
  const withoutVerb = (start: number) => (verbs && !beginsWithLead(text, start) ? OWN_VERB : 0);
  let best = first.start;
  let bestCost = length - usual + withoutVerb(first.start);
  for (let i = Math.max(first.start, first.end - MAX_ELEMENT) + 1; i < first.end; i++) {
    if (flagsAt(text, i - 1) & OPEN_QUOTE) i = Math.max(i, closeOf(text, i - 1, first.end));
    if (!endsInLead(text, first.start, i) && (flagsAt(text, i - 1) & (CLAUSE_END | COLON)) === 0) continue;
    const cost = Math.abs(first.end - i - usual) + (first.end - i < 2 && usual >= 2 ? 10 : 0) + withoutVerb(i);
    if (cost < bestCost || (cost === bestCost && i > best)) {
      bestCost = cost;
      best = i;
    }
  }
  return createSpan(best, first.end);
}

const OWN_VERB = 4;

/** Whether a verb of two characters that may lead over to a list stands here. */
function beginsWithLead(text: string, start: number): boolean {
  return loadFrameworkRules().leads.longestAt(text, start + 2)?.length === 2;
}

/** 应由…、…、…组成; 在…、…、…三个方面 */
const BY_OR_IN = /^(?:应该?|该)?由|^在(?![线岗职校编建册押逃场于])/u;

function startsAlike(text: string, first: Span, others: readonly Span[]): boolean {
  return others.some(({ start }) => text.charAt(start) === text.charAt(first.start));
}

/** The others all begin with the same character (two of them at least): that one. */
function sharedStart(text: string, others: readonly Span[]): string {
  if (others.length < 2) return '';
  const start = text.charAt(others[0]!.start);
  return others.every((span) => text.charAt(span.start) === start) ? start : '';
}

/** 探索“预诊”防治 beside “门诊”收治: the member begins with its quote as the others do. */
function lastQuoteStart(text: string, first: Span, others: readonly Span[]): Span | null {
  if (others.length === 0 || !others.every((span) => flagsAt(text, span.start) & OPEN_QUOTE)) return null;
  for (let i = first.end - 1; i > first.start; i--) {
    if (flagsAt(text, i) & OPEN_QUOTE) return createSpan(i, first.end);
  }
  return null;
}

const PREPOSITIONS = '的了着以从由对在把将为与好集融就于同有是';

function endsInLead(text: string, start: number, end: number): boolean {
  const { leads } = loadFrameworkRules();
  const lead = leads.longestAt(text, end);
  if (lead === null || end - lead.length < start) return false;
  // A verb of one character in mid-clause is as likely part of a word: 采取指|令性计划.
  return lead.length > 1 || end - 1 === start || PREPOSITIONS.includes(lead);
}

/** 安全员共同到现场看: where what is said of all the members begins, or null. */
function trailStart(text: string, last: Span, others: readonly Span[]): number | null {
  const { trailWords } = loadFrameworkRules();
  const longest = Math.max(...others.map(({ start, end }) => end - start));
  if (last.end - last.start <= longest + 1) return null;
  for (let i = last.start + 2; i < Math.min(last.end, last.start + longest + 6); i++)
    if (trailWords.longestAt(text, i) !== null) return i;
  return null;
}

/** The last element runs on into the sentence (和谐型班组;  …等举措): cut at 等, or where it ends like the others do. */
function trimTrail(text: string, last: Span, others: readonly Span[]): Span {
  const usual = median(others.map((span) => span.end - span.start));
  // 眼、手、腿、口都勤: what is said of all of them.
  const ofAll = /[都均皆]/u.exec(text.slice(last.start + 1, last.end));
  if (ofAll !== null && ofAll.index + 1 >= Math.min(2, usual))
    return createSpan(last.start, last.start + 1 + ofAll.index);
  const trail = trailStart(text, last, others);
  if (trail !== null) return createSpan(last.start, trail);
  const counted = /[一二两三四五六七八九十\d][个项条大种点]/u.exec(text.slice(last.start + 1, last.end));
  if (counted !== null) return createSpan(last.start, last.start + 1 + counted.index);
  const etc = /等(?![级次候待同于])/u.exec(text.slice(last.start + 1, last.end));
  if (etc !== null && etc.index + 1 >= Math.min(2, usual)) return createSpan(last.start, last.start + 1 + etc.index);
  if (last.end - last.start <= usual) return last;
  const ending = others.length > 0 ? text.charAt(others[0]!.end - 1) : '';
  if (others.length >= 2 && others.every((span) => text.charAt(span.end - 1) === ending) && usual >= 2) {
    for (let i = last.start + 1; i < last.end; i++) {
      if (text.charAt(i) === ending) return createSpan(last.start, i + 1);
    }
  }
  if (last.end - last.start <= usual + 3) return last;
  for (const stop of ['的', '并', '和', '来', '在', '以']) {
    const from = last.start + Math.max(2, usual - 1);
    const at = text.slice(from, last.end).indexOf(stop);
    if (at >= 0) return createSpan(last.start, from + at);
  }
  return last;
}
