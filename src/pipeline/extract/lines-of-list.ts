import {
  CLAUSE_END,
  DIGIT,
  ENUMERATION_COMMA,
  flagsAt,
  HAN,
  LATIN,
  OPEN_QUOTE,
  SENTENCE_END,
  trimBlanksBefore,
} from '../../language/characters.js';
import { findOutside, holdsSentenceEnd } from '../../language/clauses.js';
import type { Paragraph } from '../../model/outline.js';
import { createSpan, type Span } from '../../model/span.js';

/** A member that has a line to itself is no longer. */
const MAX_LINE = 40;

/**
 * 来有迎声；\n问有答声；\n走有送声。: as many short lines as promised, each but the last of which ends in the same sign that leads on to the next, or in none
 * at all. Null where the lines are no such list.
 */
export function linesOfList(
  text: string,
  paragraphs: readonly Paragraph[],
  first: number,
  declared: number,
): Span[] | null {
  if (declared < 2 || first + declared > paragraphs.length) return null;
  const lines = paragraphs.slice(first, first + declared).map(({ span }) => span);
  if (lines.some(({ start, end }) => end - start > MAX_LINE || holdsSentenceEnd(text, start, end - 1))) return null;
  const signs = lines.slice(0, -1).map(({ end }) => signAt(text, end));
  if (signs.some((sign) => sign !== signs[0]) || '。！？'.includes(signs[0]! || ' ')) return null;
  const next = paragraphs[first + declared]?.span;
  if (next !== undefined && next.end - next.start <= MAX_LINE && signAt(text, next.end) === signs[0]) return null;
  const labels = lines.map(({ start, end }) =>
    createSpan(afterBullet(text, start, end), trimBlanksBefore(text, end - signAt(text, end).length, start)),
  );
  // 提——居民扫码; 平安队  夜间巡逻: what stands behind the sign tells what it is.
  const terms = labels.map(({ start, end }) => createSpan(start, start + text.slice(start, end).search(TERM_END)));
  if (terms.every(({ start, end }) => end > start)) return terms;
  // ●红色，有暴力倾向的，送专门学校；: what stands behind the first comma of every line elaborates.
  const opened = labels.map(({ start, end }) => createSpan(start, findOutside(text, start, end, CLAUSE_END)));
  return opened.every(({ end }, i) => end < labels[i]!.end) ? opened : labels;
}

const TERM_END = /——|—|--| {2}|　|：/u;

function afterBullet(text: string, start: number, end: number): number {
  let from = start;
  while (from < end && (flagsAt(text, from) & (HAN | DIGIT | LATIN | OPEN_QUOTE)) === 0) from++;
  return from;
}

/** The sign that a line ends in, or nothing. */
function signAt(text: string, end: number): string {
  return flagsAt(text, end - 1) & (CLAUSE_END | ENUMERATION_COMMA | SENTENCE_END) ? text.charAt(end - 1) : '';
}
