import type { Span } from '../model/span.js';

/** A stretch of a text in Unicode code points, and the line (from 1) that it starts in. */
export interface PositionRecord {
  readonly start: number;
  readonly end: number;
  readonly line: number;
}

/** Converts UTF-16 offsets of one text. Made once per document; each conversion is a binary search. */
export interface TextPositions {
  /** The text's length in code points. */
  readonly length: number;
  /** An offset inside a surrogate pair counts as the start of the pair when it begins a span, as its end when it ends one. */
  locate(span: Span): PositionRecord;
  /** The exact stretch that `locate` describes. */
  slice(span: Span): string;
}

export function createTextPositions(text: string): TextPositions {
  const pairs = findSurrogatePairs(text);
  const newlines = findNewlines(text);
  const toCodePoints = (offset: number) => offset - countBelow(pairs, offset);
  const splits = (offset: number) => pairs.length > 0 && pairs[countBelow(pairs, offset)] === offset;
  const whole = (span: Span): Span => ({
    start: splits(span.start) ? span.start - 1 : span.start,
    end: splits(span.end) ? span.end + 1 : span.end,
  });
  return {
    length: text.length - pairs.length,
    locate(span) {
      const { start, end } = whole(span);
      return { start: toCodePoints(start), end: toCodePoints(end), line: countBelow(newlines, start) + 1 };
    },
    slice(span) {
      const { start, end } = whole(span);
      return text.slice(start, end);
    },
  };
}

const NONE = new Uint32Array(0);

/** Offsets of the second halves of surrogate pairs. Most texts have none and pay one scan. */
function findSurrogatePairs(text: string): Uint32Array {
  if (!/[\uD800-\uDBFF][\uDC00-\uDFFF]/.test(text)) return NONE;
  const offsets: number[] = [];
  for (const match of text.matchAll(/[\uD800-\uDBFF][\uDC00-\uDFFF]/g)) offsets.push(match.index + 1);
  return Uint32Array.from(offsets);
}

function findNewlines(text: string): Uint32Array {
  const offsets: number[] = [];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) offsets.push(at);
  return Uint32Array.from(offsets);
}

/** How many of the ascending numbers are smaller than `limit`. */
function countBelow(ascending: Uint32Array, limit: number): number {
  let low = 0;
  let high = ascending.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (ascending[middle]! < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}
