import { findDates } from '../../language/dates.js';
import type { CountableDocument } from '../../model/countable-document.js';

/** Years from here to there. */
export interface YearRange {
  readonly from: number;
  readonly to: number;
}

export function containsYear({ from, to }: YearRange, year: number | null): boolean {
  return year !== null && from <= year && year <= to;
}

/**
 * The year of a report, from the surest to the least sure: a field of its JSON lines record, the date the report bears, its name (the name of the file or the id of
 * the record), its folders from the innermost on. Null where none of them tells one.
 */
export function yearOf(document: CountableDocument, dateField: string): number | null {
  const { id, path, record } = document.source;
  const told = record !== undefined && Object.hasOwn(record, dateField) ? record[dateField] : null;
  const fromField = typeof told === 'string' || typeof told === 'number' ? readYear(String(told)) : null;
  if (fromField !== null) return fromField;
  const date = document.date();
  if (date !== null) return Number(date.slice(0, 4));
  const names = [...(id === path ? [] : [id]), ...(path ?? '').split('/').reverse()];
  for (const name of names) {
    const year = readYear(name);
    if (year !== null) return year;
  }
  return null;
}

const FIRST_YEAR = 1900;
const LAST_YEAR = 2099;
/** No name of a file is longer; ids may be anything. */
const LONGEST_NAME = 300;

/** The year in a name: report-2019.txt, 20190305, 2019年报告, gov2013-22; no part of a longer number. */
function readYear(name: string): number | null {
  const text = name.slice(0, LONGEST_NAME);
  const [date] = findDates(text, 0, text.length);
  if (date !== undefined) return Number(date.iso.slice(0, 4));
  for (const [digits] of text.matchAll(/\d+/g)) {
    const year = Number(digits.slice(0, 4));
    const fits = year >= FIRST_YEAR && year <= LAST_YEAR;
    if (fits && (digits.length === 4 || (digits.length === 8 && isDay(digits)))) return year;
  }
  return null;
}

function isDay(digits: string): boolean {
  const [month, day] = [Number(digits.slice(4, 6)), Number(digits.slice(6))];
  return month >= 1 && month <= 12 && day >= 1 && day <= 31;
}
