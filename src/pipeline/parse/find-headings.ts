import {
  CLAUSE_END,
  COLON,
  ENUMERATION_COMMA,
  flagsAt,
  NEWLINE,
  SENTENCE_END,
  trimBlanksBefore,
} from '../../language/characters.js';
import { CLAUSE_STOP, findOutside, HEADING_STOP } from '../../language/clauses.js';
import type { Paragraph } from '../../model/outline.js';
import { createSpan, type Span } from '../../model/span.js';
import { matchBoilerplate } from '../../resources/boilerplate-lines.js';

/** The signs before a heading of Markdown. */
export const HEADING_SIGN = /^#{1,6}[ \t]+/;
/** Lines of Markdown that are no headings: entries of lists, quotations, tables, rules. */
export const OTHER_LINE = /^(?:[-*+>][ \t]|\||[-*_=]{3,}$)/;
/** A label longer than this stops at its first comma (GUIDE: labels). */
const MAX_LABEL = 40;
/** A line that is longer is no heading. */
const MAX_HEADING = 50;

/**
 * The wording of the member or heading that begins at `from`: up to the first 。:; or newline. A clause that runs on into its text
 * stops at the first comma where a heading on a line of its own keeps it (走出院子,进居入户 …).
 */
export function labelSpan(text: string, from: number, limit: number, inline = false, whole = false): Span {
  const stop = findOutside(text, from, limit, HEADING_STOP);
  const comma = findOutside(text, from, stop, CLAUSE_STOP);
  const ownLine = !inline && (stop >= limit || (flagsAt(text, stop) & NEWLINE) !== 0 || text.charAt(stop) === '。');
  let end = stop;
  if (!whole && comma < stop && (stop - from > MAX_LABEL || !ownLine) && comma > from) end = comma;
  const dash = text.slice(from + 2, end).indexOf('——');
  if (dash >= 0) end = from + 2 + dash;
  end = trimBlanksBefore(text, end, from);
  while (end > from + 1 && flagsAt(text, end - 1) & (CLAUSE_END | ENUMERATION_COMMA | SENTENCE_END)) end--;
  return createSpan(from, end);
}

/** Whether a line looks like a heading: short, one clause or two, and no sentence of the text. */
export function isHeadingLine(text: string, { span }: Paragraph): boolean {
  const length = span.end - span.start;
  if (length > MAX_HEADING || length < 2) return false;
  const last = flagsAt(text, span.end - 1);
  if (last & (CLAUSE_END | COLON) || text.charAt(span.end - 1) === '。' || text.charAt(span.end - 1) === '、')
    return false;
  return findOutside(text, span.start, span.end - 1, SENTENCE_END | NEWLINE) >= span.end - 1;
}

/** Whether a line belongs to the web page around a report (返回首页), and so is neither its title nor a heading of it. */
export function isPageLine(text: string, { span }: Paragraph): boolean {
  return matchBoilerplate(text.slice(span.start, span.end)) !== null;
}
