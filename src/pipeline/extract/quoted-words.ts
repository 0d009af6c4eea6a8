import { flagsAt, OPEN_QUOTE } from '../../language/characters.js';
import { closeOf } from '../../language/clauses.js';
import { createSpan, type Span } from '../../model/span.js';

/** Words in quotes; one that is never closed reaches to the end. */
export function quotedWords(text: string, { start, end }: Span): Span[] {
  const words: Span[] = [];
  for (let i = start; i < end; i++) {
    if ((flagsAt(text, i) & OPEN_QUOTE) === 0) continue;
    const close = closeOf(text, i, end);
    words.push(createSpan(i + 1, close < 0 ? end : close - 1));
    if (close > 0) i = close - 1;
  }
  return words.filter((word) => word.end > word.start);
}
