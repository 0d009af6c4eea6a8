import { DIGIT, flagsAt, LATIN } from './characters.js';

/** A date as a report writes it, and as ISO 8601 writes it: `2019`, `2019-03`, `2019-03-01`. */
export interface WrittenDate {
  readonly start: number;
  readonly end: number;
  readonly iso: string;
}

export interface DateReading {
  /** Whether years of three digits without 民国 (113年) are those of the Republic of China, too. */
  readonly republicYears?: boolean;
}

/** The year before the first of the Republic of China. */
const REPUBLIC_BEGINS = 1911;
const FIRST_YEAR = 1900;
const LAST_YEAR = 2099;
const REPUBLIC = '民国';
/** The signs that digits of a year are written in, by value: 2〇一九, 二○一九, 二О一九. */
const DIGIT_SIGNS = ['0〇○零OＯoО', '1一', '2二', '3三', '4四', '5五', '6六', '7七', '8八', '9九'];
const DIGIT_VALUES = new Map(
  DIGIT_SIGNS.flatMap((signs, value) => Array.from(signs, (sign) => [sign, value] as const)),
);
const YEAR_LENGTH = 4;
/** 1 for the code units that a date may begin with. */
const OPENING = new Uint8Array(65536);
for (const sign of [...DIGIT_VALUES.keys(), REPUBLIC.charAt(0)]) OPENING[sign.charCodeAt(0)] = 1;

/** A year with its month and day, each null where it is not told. */
interface Parts {
  readonly end: number;
  readonly year: number;
  readonly month: number | null;
  readonly day: number | null;
}

/** Reads the date that begins at `start`, or null. Days that the calendar does not have are none. */
export function readDate(text: string, start: number, reading: DateReading = {}): WrittenDate | null {
  if (!mayOpen(text, start) || !mayBegin(text, start)) return null;
  const parts = readParts(text, start, reading);
  if (parts === null || parts.year < FIRST_YEAR || parts.year > LAST_YEAR) return null;
  const { end, year, month, day } = parts;
  if (month !== null && (month < 1 || month > 12)) return null;
  if (day !== null && (day < 1 || day > new Date(Date.UTC(year, month!, 0)).getUTCDate())) return null;
  const iso = [year, month, day].filter((part) => part !== null).map((part) => String(part).padStart(2, '0'));
  return { start, end, iso: iso.join('-') };
}

/** The dates of a stretch in order of place. */
export function findDates(text: string, from: number, limit: number, reading: DateReading = {}): WrittenDate[] {
  const dates: WrittenDate[] = [];
  for (let i = from; i < limit; i++) {
    const date = readDate(text, i, reading);
    if (date === null || date.end > limit) continue;
    dates.push(date);
    i = date.end - 1;
  }
  return dates;
}

/** Whether the character at a place is one that dates begin with; by far the most are not. */
function mayOpen(text: string, at: number): boolean {
  return OPENING[text.charCodeAt(at)] === 1;
}

/** Not inside a number, a code or an address. */
function mayBegin(text: string, start: number): boolean {
  if (start === 0) return true;
  if (flagsAt(text, start - 1) & (DIGIT | LATIN) || DIGIT_VALUES.has(text.charAt(start - 1))) return false;
  return !('.-/_－．'.includes(text.charAt(start - 1)) && flagsAt(text, start - 2) & (DIGIT | LATIN));
}

function readParts(text: string, start: number, { republicYears = false }: DateReading): Parts | null {
  if (text.startsWith(REPUBLIC, start)) return readRepublicYear(text, start + REPUBLIC.length, 1);
  return (
    readSigned(text, start) ??
    readWords(text, start) ??
    (republicYears ? readRepublicYear(text, start, YEAR_LENGTH - 1) : null)
  );
}

/** 2019-03-01, 2019.3, 2019/3/1; 01.03.2019. */
function readSigned(text: string, start: number): Parts | null {
  const piece = text.slice(start, start + 12);
  const yearFirst = /^(\d{4})([-./－．])(\d{1,2})(?:\2(\d{1,2}))?(?![\d%％])(?!\2\d)/u.exec(piece);
  if (yearFirst !== null) {
    const [all, year, , month, day] = yearFirst;
    // 2019.3万, 2019-3人: a figure, unless the day stands behind it or nothing does.
    if (day === undefined && /^[万亿元个人件户起倍]/u.test(text.slice(start + all.length, start + all.length + 1)))
      return null;
    return {
      end: start + all.length,
      year: Number(year),
      month: Number(month),
      day: day === undefined ? null : Number(day),
    };
  }
  const dayFirst = /^(\d{1,2})\.(\d{1,2})\.(\d{4})(?!\d)/u.exec(piece);
  if (dayFirst === null) return null;
  const [all, day, month, year] = dayFirst;
  return { end: start + all.length, year: Number(year), month: Number(month), day: Number(day) };
}

/** 2019年3月1日, 二〇一九年三月, 二0一九年. */
function readWords(text: string, start: number): Parts | null {
  let year = 0;
  for (let i = start; i < start + YEAR_LENGTH; i++) {
    const digit = DIGIT_VALUES.get(text.charAt(i));
    if (digit === undefined) return null;
    year = year * 10 + digit;
  }
  return readMonth(text, start + YEAR_LENGTH, year);
}

/** 民国一〇八年, 108年3月, 民国九十八年: counted from 1912. */
function readRepublicYear(text: string, start: number, least: number): Parts | null {
  const number = readSmall(text, start) ?? readDigits(text, start);
  if (number === null || number.end - start < least || number.value < 1 || number.value > LAST_YEAR - REPUBLIC_BEGINS)
    return null;
  return readMonth(text, number.end, REPUBLIC_BEGINS + number.value);
}

/** The month and day behind a year, as far as they are told; null where 年 is missing. */
function readMonth(text: string, from: number, year: number): Parts | null {
  if (text.charAt(from) !== '年') return null;
  const end = from + 1;
  const month = readSmall(text, end);
  if (month === null || text.charAt(month.end) !== '月') return { end, year, month: null, day: null };
  const day = readSmall(text, month.end + 1);
  if (day === null || !'日号'.includes(text.charAt(day.end) || ' ')) {
    return { end: month.end + 1, year, month: month.value, day: null };
  }
  return { end: day.end + 1, year, month: month.value, day: day.value };
}

interface Small {
  readonly end: number;
  readonly value: number;
}

/** A row of digits: 108, 一〇八. */
function readDigits(text: string, start: number): Small | null {
  let value = 0;
  let end = start;
  while (end - start < 3 && DIGIT_VALUES.has(text.charAt(end)))
    value = value * 10 + DIGIT_VALUES.get(text.charAt(end++))!;
  return end === start ? null : { end, value };
}

/** 3, 03, 三, 十二, 二十, 廿三, 九十八. */
function readSmall(text: string, start: number): Small | null {
  const match =
    /^(?:(\d{1,2})(?!\d)|([一二三四五六七八九]?)(十|廿|卅)([一二三四五六七八九]?)|([一二三四五六七八九])(?![〇○零一二三四五六七八九]))/u.exec(
      text.slice(start, start + YEAR_LENGTH),
    );
  if (match === null) return null;
  const [all, arabic, tens, ten, ones, single] = match;
  const end = start + all.length;
  if (arabic !== undefined) return { end, value: Number(arabic) };
  if (single !== undefined) return { end, value: DIGIT_VALUES.get(single)! };
  const factor = ten === '廿' ? 2 : ten === '卅' ? 3 : tens ? DIGIT_VALUES.get(tens)! : 1;
  return { end, value: factor * 10 + (ones ? DIGIT_VALUES.get(ones)! : 0) };
}
