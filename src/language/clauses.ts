import {
  BLANK,
  CLAUSE_END,
  CLOSE_BRACKET,
  CLOSE_QUOTE,
  COLON,
  closingOf,
  flagsAt,
  flagsOf,
  NEWLINE,
  OPEN_BRACKET,
  OPEN_QUOTE,
  otherWidthOf,
  SEMICOLON,
  SENTENCE_END,
} from './characters.js';

/** How far a quote or bracket may reach before it counts as never closed. */
const MAX_QUOTE = 80;

/**
 * The index just after the sign that closes the quote or bracket at `open`, or -1 where none follows in the same line within reach.
 */
export function closeOf(text: string, open: number, limit: number, reach = MAX_QUOTE): number {
  const opening = text.charCodeAt(open);
  const closing = closingOf(opening);
  if (closing === 0) return -1;
  const otherClosing = otherWidthOf(closing);
  const end = Math.min(limit, open + reach, text.length);
  let depth = 0;
  for (let i = open + 1; i < end; i++) {
    const code = text.charCodeAt(i);
    if (code === closing || code === otherClosing) {
      if (depth === 0) return i + 1;
      depth--;
    } else if (code === opening) {
      depth++;
    } else if (flagsOf(code) & NEWLINE) {
      return -1;
    }
  }
  return -1;
}

/**
 * The first index in `[from, limit)` that carries one of the flags outside quotes and brackets, or `limit`. A closing sign that closes
 * nothing that was opened after `from` ends the search too when `stopAtClosing` is set.
 */
export function findOutside(text: string, from: number, limit: number, flags: number, stopAtClosing = false): number {
  for (let i = from; i < limit; i++) {
    const found = flagsAt(text, i);
    if (found & flags) return i;
    if (found & (OPEN_QUOTE | OPEN_BRACKET) || text.charCodeAt(i) === 0x22) {
      const close = closeOf(text, i, limit);
      if (close > 0) i = close - 1;
    } else if (stopAtClosing && found & (CLOSE_QUOTE | CLOSE_BRACKET)) {
      return i;
    }
  }
  return limit;
}

/** The end of the sentence that `from` stands in: after its last sign and the quotes that close it, at a newline at the latest. */
export function sentenceEnd(text: string, from: number, limit: number): number {
  let i = findOutside(text, from, limit, SENTENCE_END | NEWLINE);
  while (i < limit && flagsAt(text, i) & SENTENCE_END) i++;
  return i;
}

/** The start of the sentence that ends at or holds `from`: after the sentence end or newline before it. */
export function sentenceStart(text: string, from: number, limit: number): number {
  let i = from;
  while (i > limit && (flagsAt(text, i - 1) & (SENTENCE_END | NEWLINE)) === 0) i--;
  while (i < from && flagsAt(text, i) & (BLANK | CLOSE_QUOTE | CLOSE_BRACKET)) i++;
  return i;
}

export const HEADING_STOP = SENTENCE_END | SEMICOLON | COLON | NEWLINE;
export const CLAUSE_STOP = SENTENCE_END | CLAUSE_END | NEWLINE;

/** Whether a sentence ends in the stretch `[start, end)`. */
export function holdsSentenceEnd(text: string, start: number, end: number): boolean {
  for (let i = start; i < end; i++) if (flagsAt(text, i) & SENTENCE_END) return true;
  return false;
}
