import { DIGIT, flagsAt, LATIN } from './characters.js';

/** A number of things as a report writes it: 86, 2,640, 3.2万, 三百余, 百分之九十八, 85-90. */
export interface Quantity {
  readonly start: number;
  /** Behind the number, its 万 or 亿 and its 余 or 多; the unit follows. */
  readonly end: number;
  /** Of a range (85%-90%) the lower end. */
  readonly value: number;
  /** Whether the report says no more than about how many: 余, 多, 近, 约, a range. */
  readonly approximate: boolean;
  /** 百分之九十八: the unit stands before the number. */
  readonly percent: boolean;
}

/** A number while it is read. */
interface Reading {
  readonly end: number;
  readonly value: number;
  readonly approximate: boolean;
}

/** A longer row of numerals is no number that a report counts with. */
const MAX_LENGTH = 20;
const CHINESE_DIGITS = '零一二三四五六七八九';
const MYRIAD = 10_000;
const HUNDRED_MILLION = 100_000_000;
const SCALES = new Map([
  ['十', 10],
  ['百', 100],
  ['千', 1000],
  ['万', MYRIAD],
  ['亿', HUNDRED_MILLION],
]);
/** Behind a number: some more than that. */
const ODD = '余馀多来';
const PER_CENT = '百分之';
const APPROXIMATOR =
  /(?:(?<![最附邻靠临])近|(?<![节制签预履违邀集租条公])约|逾|超|超过|大概|接近|不足|不到|不下|至少|突破)$/u;
/** The last characters of these words. */
const APPROXIMATOR_ENDS = '近约逾超过概足到下少破';

/**
 * Reads the quantity that begins at `start`, or null. Digits of a telephone number, a code or the later part of another number begin none.
 * A string of Chinese digits (一三四) is none either.
 * @param continues whether it is the second number of a range, behind the sign that joins the two
 */
export function readQuantity(text: string, start: number, continues = false): Quantity | null {
  if (!continues && !mayBegin(text, start)) return null;
  const percent = text.startsWith(PER_CENT, start);
  const from = percent ? start + PER_CENT.length : start;
  const before = approximatorBefore(text, start);
  const reading = readScaled(text, from, before);
  if (reading === null || isPartOfCode(text, reading.end)) return null;
  return {
    start,
    end: reading.end,
    value: reading.value,
    approximate: reading.approximate || before,
    percent,
  };
}

/** Whether no number, code or order runs on into what stands at `start`. */
function mayBegin(text: string, start: number): boolean {
  if (start === 0) return true;
  const before = text.charAt(start - 1);
  if (flagsAt(text, start - 1) & (DIGIT | LATIN) || '第每几数零一二三四五六七八九十百千万亿'.includes(before))
    return false;
  // 0512-1234, 2.0版, 13:30, 1/3: behind a sign that a number runs on over.
  return !('.．,，:：/／_#-－'.includes(before) && flagsAt(text, start - 2) & DIGIT);
}

/** 三分之二, 3:2, 3/5, 12345abc: not the number itself is meant. */
function isPartOfCode(text: string, end: number): boolean {
  if (flagsAt(text, end) & (LATIN | DIGIT)) return true;
  if (text.startsWith('分之', end)) return true;
  return ':：/／.．'.includes(text.charAt(end)) && end < text.length && (flagsAt(text, end + 1) & DIGIT) !== 0;
}

/** 近, 约, 超过 … right before the number. 节约, 最近 and the like are words of their own. */
function approximatorBefore(text: string, start: number): boolean {
  const last = text.charAt(start - 1);
  if (last === '上') return '百千万'.includes(text.charAt(start));
  return APPROXIMATOR_ENDS.includes(last || ' ') && APPROXIMATOR.test(text.slice(Math.max(0, start - 3), start));
}

/** A number with its scales: 3.2万, 200余万, 9万4千, 一万三千二百. */
function readScaled(text: string, from: number, approximated: boolean): Reading | null {
  const arabic = (flagsAt(text, from) & DIGIT) !== 0;
  const first = arabic ? readArabicParts(text, from) : readChinese(text, from, approximated);
  if (first === null || first.end - from > MAX_LENGTH) return null;
  let { end, value } = first;
  let approximate = first.approximate;
  if (isOdd(text, end)) {
    approximate = true;
    end++;
    const scale = readScale(text, end);
    // 四亿零七百多万
    const whole = scale.factor < HUNDRED_MILLION ? Math.floor(value / HUNDRED_MILLION) * HUNDRED_MILLION : 0;
    value = whole + (value - whole) * scale.factor;
    end = scale.end;
  }
  return { end, value: tidy(value), approximate };
}

function isOdd(text: string, at: number): boolean {
  return at < text.length && ODD.includes(text.charAt(at));
}

/** 9万4千: parts with ever smaller scales. */
function readArabicParts(text: string, from: number): Reading | null {
  let end = from;
  let value = 0;
  let smallest = Number.POSITIVE_INFINITY;
  while (flagsAt(text, end) & DIGIT) {
    const part = readArabic(text, end);
    if (part === null) return null;
    const scale = readScale(text, part.end);
    if (scale.factor >= smallest) break;
    value += part.value * scale.factor;
    end = scale.end;
    smallest = scale.factor;
    if (smallest === 1) break;
  }
  return { end, value, approximate: false };
}

/** 86, 2,640, 98.5: a comma parts groups of three digits. Plain numbers, by far the most, are read without more ado. */
function readArabic(text: string, from: number): Reading | null {
  let end = from;
  let value = 0;
  for (; end - from <= MAX_DIGITS; end++) {
    const digit = text.charCodeAt(end) - DIGIT_ZERO;
    if (!(digit >= 0 && digit <= 9)) break;
    value = value * 10 + digit;
  }
  if (end - from > MAX_DIGITS) return null;
  return '.．,，'.includes(text.charAt(end) || ' ') ? readWithSigns(text, from) : { end, value, approximate: false };
}

const MAX_DIGITS = 12;
const DIGIT_ZERO = 0x30;

function readWithSigns(text: string, from: number): Reading | null {
  const match = /^(?:\d{1,3}(?:[,，]\d{3})+(?!\d)|\d{1,12}(?!\d))(?:[.．]\d{1,6}(?![.．\d]))?/u.exec(
    text.slice(from, from + MAX_LENGTH + 4),
  );
  if (match === null) return null;
  const value = Number(match[0].replace(/[,，]/gu, '').replace('．', '.'));
  return { end: from + match[0].length, value, approximate: false };
}

/** 万, 亿, 千万, 万亿 behind a number. */
function readScale(text: string, from: number): { end: number; factor: number } {
  let end = from;
  let factor = 1;
  while (end - from < 3 && end < text.length) {
    const scale = SCALES.get(text.charAt(end));
    if (scale === undefined || scale === 10 || isOfUnit(text, end)) break;
    factor *= scale;
    end++;
  }
  return { end, factor };
}

/** 12千米, 12百分点: the sign begins the unit. */
function isOfUnit(text: string, at: number): boolean {
  return /^(?:千[米瓦克卡]|百分)/u.test(text.slice(at, at + 2));
}

/** 一百二十, 一万三千二百, 三点五万, 百 (only where 余, 近 or the like goes with it). */
function readChinese(text: string, from: number, approximated: boolean): Reading | null {
  let end = from;
  let total = 0;
  let section = 0;
  let digit: number | null = null;
  let counted = false;
  let smallest = MYRIAD;
  for (; end - from <= MAX_LENGTH && end < text.length; end++) {
    const character = text.charAt(end);
    const value = digitOf(character);
    if (value >= 0) {
      if (digit !== null && digit !== 0) return null;
      digit = value;
      counted = true;
      continue;
    }
    if (character === '点' && digit !== null) return readDecimals(text, end, total + section + digit);
    const scale = SCALES.get(character);
    if (scale === undefined || (end > from && isOfUnit(text, end))) break;
    if (scale < MYRIAD) {
      if (scale >= smallest || (digit === null && end > from && scale !== 10 && section > 0)) return null;
      section += (digit ?? 1) * scale;
      smallest = scale;
    } else {
      // 四亿零七百万: 万 multiplies what stands behind 亿 alone; 一万亿: both multiply.
      const bare = section === 0 && digit === null;
      const part = (bare ? 1 : section + (digit ?? 0)) * scale;
      if (bare && total > 0) total *= scale;
      else total = (scale > MYRIAD ? total * scale : total) + part;
      section = 0;
      smallest = MYRIAD;
    }
    counted ||= scale === 10;
    digit = null;
  }
  if (end === from || !(counted || approximated || isOdd(text, end))) return null;
  return { end, value: total + section + (digit ?? 0), approximate: false };
}

/** 九十四点六, 三点五万. The digits of 几点几 count as they stand. */
function readDecimals(text: string, point: number, whole: number): Reading | null {
  let end = point + 1;
  let digits = '';
  while (end - point <= 6 && end < text.length && digitOf(text.charAt(end)) >= 0) {
    digits += digitOf(text.charAt(end));
    end++;
  }
  if (digits === '') return null;
  const scale = readScale(text, end);
  return { end: scale.end, value: Number(`${whole}.${digits}`) * scale.factor, approximate: false };
}

function digitOf(character: string): number {
  if (character === '两') return 2;
  return character === '〇' ? 0 : CHINESE_DIGITS.indexOf(character);
}

/** 3.2 × 10000 is 32000, not 32000.000000000004. */
function tidy(value: number): number {
  return Number.isInteger(value) ? value : Number(value.toPrecision(15));
}
