import { charactersWith, DIGIT, NUMERAL } from '../../language/characters.js';
import { loadMarkPatterns, type MarkPattern, type MarkPlaceholder } from '../../resources/mark-patterns.js';

/** A pattern whose literal parts are the characters that each of their signs stands for. */
export interface SignPattern extends Omit<MarkPattern, 'before' | 'after'> {
  readonly before: readonly string[];
  readonly after: readonly string[];
}

/** Patterns by the first code unit they can start with and by the rank of the place; null for a code unit that starts none. */
export type PatternTable = readonly (readonly (readonly SignPattern[])[] | null)[];

/** A sign of a pattern and the signs of the text that it stands for. */
const WIDTHS: ReadonlyMap<string, string> = new Map([
  ['(', '(（'],
  [')', ')）'],
  ['.', '.．'],
  [',', ',，'],
  [':', ':：'],
  ['_', ' \t\u3000'],
]);

function toSigns(literal: string): string[] {
  return Array.from(literal, (sign) => WIDTHS.get(sign) ?? sign);
}

/** Where a mark stands, from the surest on: a pattern for one place fits the surer ones too. */
export const RANK = { line: 0, sentence: 1, clause: 2, anywhere: 3 } as const;
/** Where a mark stands. */
export type Place = keyof typeof RANK;

/** How many low bits of a code unit the sieves below tell apart. */
export const BUCKETS = 4096;
/** By the low bits of a code unit, whether one with them may start a pattern: small enough to stay at hand while every character is asked. */
export const STARTS = new Uint8Array(BUCKETS);
/** By the code unit that starts a pattern, the low bits of those that may follow it; null where any may. */
export const FOLLOWERS: (Uint8Array | null)[] = new Array<Uint8Array | null>(65536).fill(null);

/** What a number of several characters may go on with. */
const NUMBER_SIGNS = charactersWith(NUMERAL | DIGIT);

let cached: PatternTable | null = null;

/** The patterns of `data/structure/marks.tsv`; fills `STARTS` and `FOLLOWERS`. @throws DataFileError */
export function loadMarkTable(): PatternTable {
  cached ??= buildTable();
  return cached;
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
