import { DIGIT, flagsAt, NUMERAL } from './characters.js';

/** How a number is written, as far as numbering schemes tell them apart. */
export type NumeralKind = 'chinese' | 'formal' | 'arabic' | 'circled' | 'parenthesized' | 'full-stop' | 'roman';

export interface Numeral {
  readonly start: number;
  readonly end: number;
  readonly kind: NumeralKind;
  /** Its value; null where the characters are no single number: 两三 (two or three), 一三四 (a string of digits). */
  readonly value: number | null;
  /** The single digits, for a string of digits without a unit (一三四, 12345); else empty. */
  readonly digits: readonly number[];
}

const NO_DIGIT = -1;
/** The value of a Chinese digit by code unit. */
const DIGIT_VALUES = new Int8Array(65536).fill(NO_DIGIT);
for (const row of ['〇一二三四五六七八九', '零壹贰叁肆伍陆柒捌玖']) {
  for (let value = 0; value < 10; value++) DIGIT_VALUES[row.charCodeAt(value)] = value;
}
const PAIR_WORDS = '两双';
for (const word of PAIR_WORDS) DIGIT_VALUES[word.charCodeAt(0)] = 2;
const UNITS = new Map([
  ['十', 10],
  ['拾', 10],
  ['百', 100],
  ['千', 1000],
  ['廿', 20],
  ['卅', 30],
]);
/** A row of more digits is no number that a report counts with. */
const MAX_LENGTH = 16;
const FORMAL_DIGITS = '壹贰叁肆伍陆柒捌玖';
const SINGLE_DIGITS: readonly (readonly number[])[] = Array.from({ length: 10 }, (_, digit) => [digit]);
const FORMAL = /^[壹贰叁肆伍陆柒捌玖拾]+$/;

/** Reads the number that starts at `start`, or null. Full-width digits are expected to be half-width already. */
export function readNumeral(text: string, start: number): Numeral | null {
  const flags = flagsAt(text, start);
  if (flags & DIGIT) return readArabic(text, start);
  if (flags & NUMERAL) return readChinese(text, start);
  return readSymbol(text, start);
}

function readArabic(text: string, start: number): Numeral | null {
  let end = start;
  let chinese = false;
  // 2О1О-style years mix both: 二0一0; a digit run that meets Chinese digits goes on (only without units).
  while (flagsAt(text, end) & DIGIT) if (++end - start > MAX_LENGTH) return null;
  if (isPlainDigit(text, end) && !PAIR_WORDS.includes(text.charAt(end))) {
    const mixed = mixedYear(text, start);
    if (mixed !== null) {
      end = mixed;
      chinese = true;
    }
  }
  const digits: number[] = [];
  let value = 0;
  for (let i = start; i < end; i++) {
    const digit = digitAt(text, i);
    digits.push(digit);
    value = value * 10 + digit;
  }
  return { start, end, kind: chinese ? 'chinese' : 'arabic', value, digits };
}

/** The end of a four-digit year written in Chinese and Arabic digits together (二0一0), or null. */
function mixedYear(text: string, start: number): number | null {
  let end = start;
  while (end - start <= 4 && (isPlainDigit(text, end) || flagsAt(text, end) & DIGIT)) end++;
  return end - start === 4 ? end : null;
}

function isPlainDigit(text: string, index: number): boolean {
  return index < text.length && DIGIT_VALUES[text.charCodeAt(index)] !== NO_DIGIT;
}

/** The value of the Chinese or Arabic digit at `index`. */
function digitAt(text: string, index: number): number {
  const code = text.charCodeAt(index);
  const value = DIGIT_VALUES[code]!;
  return value === NO_DIGIT ? code - 48 : value;
}

function readChinese(text: string, start: number): Numeral | null {
  if ((flagsAt(text, start + 1) & (NUMERAL | DIGIT)) === 0) {
    const digit = DIGIT_VALUES[text.charCodeAt(start)]!;
    if (digit !== NO_DIGIT) return single(text, start, digit);
  }
  const year = mixedYear(text, start);
  if (year !== null && /[0-9〇零]/.test(text.slice(start, year))) {
    const digits = Array.from({ length: year - start }, (_, i) => digitAt(text, start + i));
    return { start, end: year, kind: 'chinese', value: Number(digits.join('')), digits };
  }
  let end = start + 1;
  // 两 and 双 begin a number or are one; after another digit they are a word of their own (一微二双三快).
  while (flagsAt(text, end) & NUMERAL && !PAIR_WORDS.includes(text.charAt(end))) {
    if (++end - start > MAX_LENGTH) return null;
  }
  // 四零 promises four zeros: a 零 at the end belongs to no number.
  while (end > start + 1 && text.charAt(end - 1) === '零') end--;
  const raw = text.slice(start, end);
  const kind = FORMAL.test(raw) ? 'formal' : 'chinese';
  const hasUnit = [...raw].some((c) => UNITS.has(c));
  if (!hasUnit) {
    const digits = Array.from(raw, (_, i) => digitAt(raw, i));
    const value = digits.length === 1 ? digits[0]! : null;
    return { start, end, kind, value, digits };
  }
  return { start, end, kind, value: valueWithUnits(raw), digits: [] };
}

/** By far the most numbers are one digit. */
function single(text: string, start: number, digit: number): Numeral {
  const kind = FORMAL_DIGITS.includes(text.charAt(start)) ? 'formal' : 'chinese';
  return { start, end: start + 1, kind, value: digit, digits: SINGLE_DIGITS[digit]! };
}

/** The value of a number with units (二十三 → 23, 一百零八 → 108), or null where the order is none of a number (三三十). */
function valueWithUnits(raw: string): number | null {
  let total = 0;
  let digit: number | null = null;
  let smallest = Number.POSITIVE_INFINITY;
  for (const c of raw) {
    const unit = UNITS.get(c);
    if (unit === undefined) {
      if (digit !== null && digit !== 0) return null;
      digit = digitAt(c, 0);
    } else if (unit === 20 || unit === 30) {
      if (total > 0 || digit !== null) return null;
      total = unit;
      smallest = 10;
    } else {
      if (unit >= smallest) return null;
      total += (digit ?? 1) * unit;
      smallest = unit;
      digit = null;
    }
  }
  return total + (digit ?? 0);
}

const SYMBOLS: readonly (readonly [number, number, NumeralKind])[] = [
  [0x2460, 20, 'circled'], // ①
  [0x2776, 10, 'circled'], // ❶
  [0x24f5, 10, 'circled'], // ⓵
  [0x2474, 20, 'parenthesized'], // ⑴
  [0x3220, 10, 'parenthesized'], // ㈠
  [0x2488, 20, 'full-stop'], // ⒈
  [0x2160, 12, 'roman'], // Ⅰ
  [0x2170, 12, 'roman'], // ⅰ
];

function readSymbol(text: string, start: number): Numeral | null {
  const code = text.charCodeAt(start);
  for (const [first, count, kind] of SYMBOLS) {
    if (code >= first && code < first + count) {
      return { start, end: start + 1, kind, value: code - first + 1, digits: [] };
    }
  }
  return null;
}
