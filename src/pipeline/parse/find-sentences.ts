import {
  BLANK,
  CLAUSE_END,
  CLOSE_BRACKET,
  CLOSE_QUOTE,
  COLON,
  closingOf,
  ENUMERATION_COMMA,
  flagsAt,
  OPEN_BRACKET,
  OPEN_QUOTE,
  otherWidthOf,
  SENTENCE_END,
} from '../../language/characters.js';
import type { Span } from '../../model/span.js';

const STRAIGHT_QUOTE = 0x22;
/** How many quotes and brackets may be open at once: what is deeper is no nesting but a mistake of the text. */
const DEEPEST = 16;
/** A quote that reaches further has lost its closing sign, and another one was taken for it. */
const LONGEST_QUOTE = 1500;
/** 的, 地, 等 … behind a quote go on with the sentence: “谁来管?”的问题. */
const GOES_ON = '的地得等之';

/**
 * Where the sentences of a line end. A sentence ends after 。！？ or …… and the quotes and brackets that close behind them, never inside
 * quotes, brackets or 《》. The last one ends with the line.
 * @param line without the newline
 */
export function findSentenceEnds(text: string, line: Span): number[] {
  const ends: number[] = [];
  const closes = matchPairs(text, line);
  for (let i = line.start; i < line.end; i++) {
    const close = closes.get(i);
    if (close !== undefined) {
      const opens = isBlankFrom(text, ends.at(-1) ?? line.start, i);
      if (endsWithQuote(text, i, close, line.end, opens)) ends.push(close + 1);
      i = close;
      continue;
    }
    if ((flagsAt(text, i) & SENTENCE_END) === 0) continue;
    const end = afterSigns(text, i, line.end);
    if (!goesOn(text, end, line.end)) ends.push(end);
    i = end - 1;
  }
  while (ends.length > 0 && isBlankFrom(text, ends.at(-1)!, line.end)) ends.pop();
  ends.push(line.end);
  return ends;
}

/** Behind the signs that end a sentence, and closing quotes and brackets that have no opening one in the line. */
function afterSigns(text: string, from: number, limit: number): number {
  let i = from;
  while (i < limit && flagsAt(text, i) & (SENTENCE_END | CLOSE_QUOTE | CLOSE_BRACKET)) i++;
  return i;
}

/** A comma behind ! or ……, or the like: the sentence is not over. */
function goesOn(text: string, at: number, limit: number): boolean {
  return at < limit && (flagsAt(text, at) & (CLAUSE_END | ENUMERATION_COMMA)) !== 0;
}

/**
 * “……。” ends the sentence that holds it, and so does :“……!”, unless it goes on behind: “谁来管?”的问题. A bracket does where it is
 * a sentence of its own.
 */
function endsWithQuote(text: string, open: number, close: number, limit: number, opensSentence: boolean): boolean {
  const next = close + 1;
  if (next >= limit || (flagsAt(text, close - 1) & SENTENCE_END) === 0) return false;
  const flags = flagsAt(text, next);
  if (flags & (CLAUSE_END | ENUMERATION_COMMA | SENTENCE_END | CLOSE_QUOTE | CLOSE_BRACKET)) return false;
  if (flagsAt(text, close) & CLOSE_BRACKET) return opensSentence;
  const spoken = (flagsAt(text, open - 1) & COLON) !== 0;
  return (text.charAt(close - 1) === '。' || spoken) && !GOES_ON.includes(text.charAt(next));
}

/** The closing sign of each quote and bracket that has one in the line, by the place of the opening one; in one pass. */
function matchPairs(text: string, line: Span): Map<number, number> {
  const closes = new Map<number, number>();
  const open: { at: number; closing: number }[] = [];
  for (let i = line.start; i < line.end; i++) {
    const code = text.charCodeAt(i);
    const flags = flagsAt(text, i);
    if (code !== STRAIGHT_QUOTE && !(flags & (OPEN_QUOTE | CLOSE_QUOTE | OPEN_BRACKET | CLOSE_BRACKET))) continue;
    const index = open.findLastIndex(({ closing }) => closing === code || otherWidthOf(closing) === code);
    if (index >= 0) {
      const { at } = open[index]!;
      if (i - at <= LONGEST_QUOTE) closes.set(at, i);
      open.length = index;
    } else if (code === STRAIGHT_QUOTE || flags & (OPEN_QUOTE | OPEN_BRACKET)) {
      if (open.length === DEEPEST) open.shift();
      open.push({ at: i, closing: closingOf(code) });
    }
  }
  return closes;
}

function isBlankFrom(text: string, from: number, limit: number): boolean {
  for (let i = from; i < limit; i++) if (!(flagsAt(text, i) & BLANK)) return false;
  return true;
}
