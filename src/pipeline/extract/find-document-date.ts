import { CLAUSE_END, flagsAt, SENTENCE_END } from '../../language/characters.js';
import { type DateReading, findDates, readDate, type WrittenDate } from '../../language/dates.js';
import type { NormalizedDocument } from '../../model/document.js';
import type { Outline, Paragraph } from '../../model/outline.js';
import { lowerBound } from '../../model/span.js';

/** The title block, and the lines at the end where a report is signed. */
const HEAD_LINES = 6;
const TAIL_LINES = 3;
const MAX_BYLINE = 60;
/** What may stand on a line with nothing but a date. */
const LABEL = /^(?:日期|时间|发布时间|发布日期|发表时间|更新时间|来稿时间|发稿时间|成文日期|中华)?[:：]?$/u;
const CLOCK = /^(?:星期[一二三四五六日天])?(?:\d{1,2}:\d{2}(?::\d{2})?)?$/u;

/**
 * The date a document bears: a line with nothing but a date at its head or end, else one in the byline, else the first with a month in the lines
 * of the title. Null where there is none; of a bundle only what stands before its first article counts, for the articles have dates of their own.
 */
export function findDocumentDate(document: NormalizedDocument, outline: Outline): string | null {
  const { text } = document;
  const reading = dateReadingOf(document);
  const { paragraphs, articles } = outline;
  const first = articles[0];
  const bundled = first !== undefined;
  const headEnd = bundled ? lowerBound(paragraphs, first.span.start) : paragraphs.length;
  const head = paragraphs.slice(0, Math.min(headEnd, HEAD_LINES));
  const tail = bundled ? [] : paragraphs.slice(Math.max(head.length, paragraphs.length - TAIL_LINES));
  for (const line of [...head, ...tail]) {
    const date = dateAlone(text, line, reading);
    if (date !== null) return date.iso;
  }
  const block = head.filter(({ span }) => isTitleLine(text, span.start, span.end));
  const dated = block.map((line) => findDates(text, line.span.start, line.span.end, reading).find(hasMonth));
  // The byline stands below the title.
  return (dated.slice(1).find((date) => date !== undefined) ?? dated[0])?.iso ?? null;
}

/** Reports of Taiwan count the years of the Republic, of which they may leave out 民国 after the first. */
export function dateReadingOf({ text, script }: NormalizedDocument): DateReading {
  return { republicYears: script === 'traditional' && text.includes('民国') };
}

/** (2019年3月1日), 发布时间:2019-03-01 08:30 */
function dateAlone(text: string, { span }: Paragraph, reading: DateReading): WrittenDate | null {
  if (span.end - span.start > MAX_BYLINE) return null;
  for (let i = span.start; i < span.end; i++) {
    const date = readDate(text, i, reading);
    if (date === null || date.end > span.end) continue;
    const before = text.slice(span.start, i).replace(/[\s(（[【〔]/gu, '');
    const after = text.slice(date.end, span.end).replace(/[\s)）\]】〕]/gu, '');
    return LABEL.test(before) && CLOCK.test(after) ? date : null;
  }
  return null;
}

function hasMonth({ iso }: WrittenDate): boolean {
  return iso.length > 4;
}

/** A short line that is no sentence: title, byline, source. */
function isTitleLine(text: string, start: number, end: number): boolean {
  const last = text.charAt(end - 1);
  if (end - start > MAX_BYLINE || last === '。') return false;
  let clauses = 0;
  for (let i = start; i < end; i++) {
    if (flagsAt(text, i) & SENTENCE_END && i < end - 1 && text.charAt(i) !== '!' && text.charAt(i) !== '！')
      return false;
    if (flagsAt(text, i) & CLAUSE_END && ',，;；'.includes(text.charAt(i))) clauses++;
  }
  return clauses <= 1;
}
