import { sentenceEnd, sentenceStart } from '../../language/clauses.js';
import { type DateReading, findDates, type WrittenDate } from '../../language/dates.js';
import type { Span } from '../../model/span.js';
import { loadStartWords } from '../../resources/start-words.js';
import { type FrameworkDraft, isNamedPractice } from './framework-draft.js';

/** A date before the name stands in the same sentence, no further off than this. */
const REACH_BEFORE = 80;
/** “三清”自2018年推行以来: a date behind the name follows at once. */
const REACH_AFTER = 16;
/** A year without a number, which may be another one than the date's. */
const RELATIVE_YEAR = /今年|去年|前年|上年|近年|同年|翌年|次年/u;

/**
 * When the practice is told to have begun: a date in the sentence of one of its names, with a verb of beginning (2018年以来,…推行“三清”).
 * Null where the report does not say it beside the name; 去年 and the like are not reckoned out.
 */
export function findStartDate(text: string, draft: FrameworkDraft, within: Span, reading: DateReading): string | null {
  if (!isNamedPractice(text, draft)) return null;
  const places = [draft.span, ...draft.occurrences].sort((a, b) => a.start - b.start);
  for (const name of places) {
    const date = dateBefore(text, name, within, reading) ?? dateAfter(text, name, within, reading);
    if (date !== null) return date.iso;
  }
  return null;
}

function dateBefore(text: string, name: Span, within: Span, reading: DateReading): WrittenDate | null {
  const start = sentenceStart(text, name.start, Math.max(within.start, name.start - REACH_BEFORE));
  const date = findDates(text, start, name.start, reading).at(-1);
  if (date === undefined) return null;
  const between = text.slice(date.end, name.start);
  if (RELATIVE_YEAR.test(between)) return null;
  return tellsBeginning(between, isMarked(text, date)) ? date : null;
}

function dateAfter(text: string, name: Span, within: Span, reading: DateReading): WrittenDate | null {
  const limit = sentenceEnd(text, name.end, Math.min(within.end, name.end + REACH_AFTER));
  const date = findDates(text, name.end, limit, reading)[0];
  if (date === undefined) return null;
  const between = text.slice(name.end, date.start);
  if (/(?:始于|始自|创立于|创建于|诞生于|形成于|肇始于)$/u.test(between)) return date;
  if (!/^(?:[工作法机制模式]{0,4})(?:自从?|从|于)$/u.test(between)) return null;
  return tellsBeginning(text.slice(date.end, date.end + REACH_AFTER), true) ? date : null;
}

/** 自2018年, 2018年起, 2018年以来: the date tells that something goes on from then. */
function isMarked(text: string, { start, end }: WrittenDate): boolean {
  return (
    /[自从]$/u.test(text.slice(Math.max(0, start - 1), start)) ||
    /^(?:初|底|末|春|夏|秋|冬)?(?:开始|起|以来|之?后)/u.test(text.slice(end, end + 4))
  );
}

function tellsBeginning(wording: string, marked: boolean): boolean {
  const { index, alone } = loadStartWords();
  for (let i = 0; i < wording.length; i++) {
    const verb = index.longestAt(wording, i);
    if (verb !== null && (marked || alone.has(verb))) return true;
  }
  return false;
}
