import {
  BLANK,
  CLAUSE_END,
  CLOSE_BRACKET,
  CLOSE_QUOTE,
  COLON,
  charactersWith,
  DASH,
  DIGIT,
  flagsAt,
  HAN,
  NUMERAL,
  SEMICOLON,
  SENTENCE_END,
  skipBlanks,
} from '../../language/characters.js';
import { type NumeralKind, readNumeral } from '../../language/numerals.js';
import type { Mark, Paragraph } from '../../model/outline.js';
import { createSpan } from '../../model/span.js';
import { loadFrameworkRules } from '../../resources/framework-rules.js';
import { loadMarkPatterns, type MarkPattern, type MarkPlaceholder } from '../../resources/mark-patterns.js';

/** A mark as read from the text, before chains decide which of them number anything. */
export interface FoundMark extends Mark {
  readonly family: string;
  readonly rule: MarkPattern['ordinal'];
  /** How sure its place is: a mark in mid-clause (全部完成五是…) only counts where a chain waits for its number. */
  readonly afterBoundary: boolean;
}

const KINDS: Readonly<Record<Exclude<MarkPlaceholder, 'classifier'>, readonly NumeralKind[]>> = {
  chinese: ['chinese'],
  arabic: ['arabic'],
  formal: ['formal'],
  roman: ['roman'],
  circled: ['circled'],
  parenthesized: ['parenthesized'],
  'full-stop': ['full-stop'],
  number: ['chinese', 'arabic'],
};

/** A sign of a pattern and the signs of the text that it stands for. */
const WIDTHS: ReadonlyMap<string, string> = new Map([
  ['(', '(（'],
  [')', ')）'],
  ['.', '.．'],
  [',', ',，'],
  [':', ':：'],
  ['_', ' \t\u3000'],
]);
/** No list of a report numbers more. */
const MAX_ORDINAL = 60;

/** A pattern whose literal parts are the characters that each of their signs stands for. */
interface SignPattern extends Omit<MarkPattern, 'before' | 'after'> {
  readonly before: readonly string[];
  readonly after: readonly string[];
}

function toSigns(literal: string): string[] {
  return Array.from(literal, (sign) => WIDTHS.get(sign) ?? sign);
}

/** Patterns by the first code unit they can start with and by the rank of the place; null for a code unit that starts none. */
type PatternTable = readonly (readonly (readonly SignPattern[])[] | null)[];
let byFirst: PatternTable | null = null;
const BUCKETS = 4096;
/** By the low bits of a code unit, whether one with them may start a pattern: small enough to stay at hand while every character is asked. */
const STARTS = new Uint8Array(BUCKETS);
/** By the code unit that starts a pattern, the low bits of those that may follow it; null where any may. */
const FOLLOWERS: (Uint8Array | null)[] = new Array<Uint8Array | null>(65536).fill(null);

/** Every mark of the paragraphs, in order of place; where two patterns fit, the longer mark. */
export function findMarks(text: string, paragraphs: readonly Paragraph[]): FoundMark[] {
  byFirst ??= buildTable();
  const table = byFirst;
  const marks: FoundMark[] = [];
  for (const paragraph of paragraphs) findInParagraph(text, paragraph, table, marks);
  return marks;
}

function findInParagraph(text: string, { span }: Paragraph, table: PatternTable, marks: FoundMark[]): void {
  const opening = skipDecoration(text, span.start, span.end);
  for (let i = span.start; i < span.end; i++) {
    const code = text.charCodeAt(i);
    if (STARTS[code % BUCKETS] === 0) continue;
    const byPlace = table[code]!;
    if (byPlace === null) continue;
    const followers = FOLLOWERS[code]!;
    if (followers !== null && followers[text.charCodeAt(i + 1) % BUCKETS] === 0) continue;
    const place = i === span.start || i === opening ? 'line' : boundaryBefore(text, i);
    const patterns = byPlace[RANK[place]]!;
    const mark = patterns.length === 0 ? null : readMark(text, i, span.end, place, patterns);
    if (mark === null) continue;
    marks.push(mark);
    i = mark.span.end - 1;
  }
}

/** Markdown signs and bullets before the mark: `## 一、`, `- 1.`, `**一、` */
function skipDecoration(text: string, start: number, end: number): number {
  let i = start;
  while (i < end && '#*->•·●■◆★☆▲◎※ \t'.includes(text.charAt(i))) i++;
  return i;
}

function readMark(
  text: string,
  start: number,
  limit: number,
  place: Place,
  patterns: readonly SignPattern[],
): FoundMark | null {
  const opensParagraph = place === 'line';
  let best: FoundMark | null = null;
  for (const pattern of patterns) {
    if (!mayFollow(pattern, text, start)) continue;
    const match = matchPattern(text, start, limit, pattern);
    if (match === null || (best !== null && match.end <= best.span.end)) continue;
    if (!isPlausible(text, start, match.end, limit, pattern, place)) continue;
    best = {
      span: createSpan(start, match.end),
      scheme: pattern.id,
      ordinal: match.ordinal,
      raw: text.slice(start, match.end),
      opensParagraph,
      family: pattern.family,
      rule: pattern.ordinal,
      afterBoundary: place !== 'anywhere',
    };
  }
  return best;
}

function boundaryBefore(text: string, start: number): Place {
  let i = start - 1;
  while (flagsAt(text, i) & BLANK && i > 0) i--;
  const flags = flagsAt(text, i);
  if (flags & (SENTENCE_END | SEMICOLON | COLON | CLOSE_BRACKET | CLOSE_QUOTE | DASH)) return 'sentence';
  // 即先登记，再核实
  return flags & CLAUSE_END || text.charAt(i) === '即' ? 'clause' : 'anywhere';
}

/** Where a mark stands, from the surest on: a pattern for one place fits the surer ones too. */
const RANK = { line: 0, sentence: 1, clause: 2, anywhere: 3 } as const;
type Place = keyof typeof RANK;

/** What a number of several characters may go on with. */
const NUMBER_SIGNS = charactersWith(NUMERAL | DIGIT);

/** By far the most numbers are one character that no sign of the pattern follows: those need not be read. */
function mayFollow({ before, placeholder, after }: SignPattern, text: string, start: number): boolean {
  if (before.length > 0 || after.length === 0 || (placeholder !== 'chinese' && placeholder !== 'arabic')) return true;
  return (flagsAt(text, start + 1) & (NUMERAL | DIGIT)) !== 0 || standsFor(after[0]!, text.charAt(start + 1));
}

function matchPattern(
  text: string,
  start: number,
  limit: number,
  pattern: SignPattern,
): { end: number; ordinal: number } | null {
  let i = matchSigns(text, start, pattern.before);
  if (i < 0) return null;
  let ordinal = typeof pattern.ordinal === 'number' ? pattern.ordinal : pattern.ordinal === 'one' ? 1 : 0;
  if (pattern.placeholder === 'classifier') {
    if (i >= limit || !isClassifier(text.charAt(i))) return null;
    i = matchSigns(text, i + 1, pattern.after);
    return i < 0 || i > limit ? null : { end: i, ordinal: 1 };
  }
  if (pattern.placeholder !== null) {
    const numeral = readNumeral(text, i);
    if (numeral === null || numeral.value === null || numeral.value < 1 || numeral.value > MAX_ORDINAL) return null;
    if (!KINDS[pattern.placeholder].includes(numeral.kind)) return null;
    if ('两双廿'.includes(text.charAt(numeral.start))) return null;
    ordinal = numeral.value;
    i = matchSigns(text, numeral.end, pattern.after);
    if (i < 0) return null;
  }
  return i <= limit ? { end: i, ordinal } : null;
}

/** 一本是 …, 一项是 …: in such shapes a list calls each of its members 一. */
function isClassifier(character: string): boolean {
  return loadFrameworkRules().classifiers.has(character);
}

function matchSigns(text: string, start: number, signs: readonly string[]): number {
  for (let k = 0; k < signs.length; k++) if (!standsFor(signs[k]!, text.charAt(start + k))) return -1;
  return start + signs.length;
}

/** Whether a character of the text is one of those that a sign stands for; an empty one, at the end of the text, is none. */
function standsFor(sign: string, found: string): boolean {
  return found !== '' && sign.includes(found);
}

/** What no number mark looks like: 2.3, 二、三产业, 统一是, 第一、第二产业. */
function isPlausible(
  text: string,
  start: number,
  end: number,
  limit: number,
  pattern: SignPattern,
  place: Place,
): boolean {
  const opensParagraph = place === 'line';
  const next = flagsAt(text, end);
  const previous = flagsAt(text, start - 1);
  if (end >= limit && !opensParagraph) return false;
  if (pattern.unlessBefore !== '' && pattern.unlessBefore.includes(text.charAt(end))) return false;
  if (pattern.placeholder === 'arabic' && (next & DIGIT || previous & DIGIT)) return false;
  if (pattern.id === 'chinese-comma' && !opensParagraph && next & NUMERAL) return false;
  if (pattern.id === 'arabic-comma' && next & DIGIT) return false;
  if (pattern.id === 'nth-enumeration' && text.charAt(end) === '第') return false;
  if (pattern.id.startsWith('ordinal')) return isOrdinalWord(text, start, end, place);
  if (pattern.id === 'nth-step') return !(previous & HAN) || opensParagraph;
  if (pattern.place === 'clause' && next & SENTENCE_END) return false;
  return skipBlanks(text, end, limit) < limit || pattern.family === 'article';
}

/** 一是 numbers a member; 统一是, 第一是, 之一是, 一是一 do not. */
function isOrdinalWord(text: string, start: number, end: number, place: Place): boolean {
  const before = text.charAt(start - 1);
  if ('统第之其唯单每万十百零〇几年月日不同'.includes(before) && before !== '') return false;
  if (flagsAt(text, start - 1) & (DIGIT | NUMERAL)) return false;
  const after = text.charAt(end);
  const negates = after === '否' || (after === '不' && place === 'anywhere');
  return after !== text.charAt(start) && !negates && !(flagsAt(text, end) & (SENTENCE_END | CLAUSE_END));
}

function buildTable(): PatternTable {
  const table: (SignPattern[][] | null)[] = new Array<SignPattern[][] | null>(65536).fill(null);
  for (const row of loadMarkPatterns()) {
    const pattern: SignPattern = { ...row, before: toSigns(row.before), after: toSigns(row.after) };
    const firsts = pattern.before[0] ?? firstsOf(pattern.placeholder);
    for (const first of firsts) {
      const code = first.charCodeAt(0);
      const byPlace = (table[code] ?? [[], [], [], []]) as SignPattern[][];
      table[code] = byPlace;
      STARTS[code % BUCKETS] = 1;
      for (let rank = 0; rank <= RANK[pattern.place]; rank++) byPlace[rank]!.push(pattern);
    }
  }
  for (const [code, byPlace] of table.entries()) {
    if (byPlace !== null) FOLLOWERS[code] = followersOf(byPlace[RANK.line]!);
  }
  return table;
}

/** The code units that may follow the first one of some patterns, by their low bits; null where any may. */
function followersOf(patterns: readonly SignPattern[]): Uint8Array | null {
  const followers = new Uint8Array(BUCKETS);
  for (const { before, placeholder, after } of patterns) {
    let signs = before[1];
    if (before.length === 1) signs = placeholder === null ? after[0] : firstsOf(placeholder);
    else if (before.length === 0) {
      if (placeholder !== 'chinese' && placeholder !== 'arabic') return null;
      signs = after[0] === undefined ? '' : after[0] + NUMBER_SIGNS;
    }
    if (signs === undefined || signs === '') return null;
    for (let i = 0; i < signs.length; i++) followers[signs.charCodeAt(i) % BUCKETS] = 1;
  }
  return followers;
}

function range(first: number, count: number): string {
  return String.fromCharCode(...Array.from({ length: count }, (_, i) => first + i));
}

function firstsOf(placeholder: MarkPlaceholder | null): string {
  const firsts: Readonly<Record<MarkPlaceholder, string>> = {
    chinese: '一二三四五六七八九十',
    arabic: '0123456789',
    formal: '壹贰叁肆伍陆柒捌玖拾',
    roman: range(0x2160, 12) + range(0x2170, 12),
    circled: range(0x2460, 20) + range(0x2776, 10) + range(0x24f5, 10),
    parenthesized: range(0x2474, 20) + range(0x3220, 10),
    'full-stop': range(0x2488, 20),
    number: '一二三四五六七八九十0123456789',
    classifier: '',
  };
  return placeholder === null ? '' : firsts[placeholder];
}
