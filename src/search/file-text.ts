import { readSync } from 'node:fs';
import { countCodePoints, countNewlines, createCounter, type Utf8Text } from './utf8-text.js';

const NEWLINE = 0x0a;
const PAGE = 262_144;
/** What is asked next lies behind as a rule; a line or two before a hit are seen as well. */
const BEFORE = 8192;
/** A line of more than this on either side of a hit is shown from here on. */
const LONGEST_LINE = 1_048_576;

/**
 * A text that stays in its file, for one that is too long to be held: what is asked for is read. In ascending order each page is read once or twice.
 * @param from behind the byte order mark
 */
export function createFileText(file: number, from: number, size: number): Utf8Text {
  const length = size - from;
  const page = Buffer.allocUnsafeSlow(PAGE);
  let start = 0;
  let end = 0;
  /** Makes the page one that holds the byte, from `before` bytes before it on. */
  const turnTo = (at: number, before = 0) => {
    if (at >= start && at < end) return;
    start = Math.max(0, at - before);
    end = start + readSync(file, page, 0, PAGE, from + start);
  };
  const countIn = (count: (bytes: Buffer, from: number, to: number) => number) => (first: number, last: number) => {
    let sum = 0;
    for (let at = first; at < last; ) {
      turnTo(at);
      const to = Math.min(last, end);
      // A file that became shorter meanwhile has nothing there.
      if (to <= at) break;
      sum += count(page, at - start, to - start);
      at = to;
    }
    return sum;
  };
  const slice = (first: number, last: number) => {
    turnTo(first);
    if (last <= end) return page.subarray(first - start, last - start);
    const bytes = Buffer.alloc(last - first);
    return bytes.subarray(0, readSync(file, bytes, 0, bytes.length, from + first));
  };
  const lines = createCounter(countIn(countNewlines));
  const points = createCounter(countIn(countCodePoints));
  const lineAt = (at: number) => lines(at) + 1;
  return {
    length,
    byteAt(at) {
      turnTo(at, BEFORE);
      return page[at - start] ?? 0;
    },
    lineStart(at) {
      for (let to = at; to > 0 && at - to < LONGEST_LINE; to = start) {
        turnTo(to - 1, BEFORE);
        const newline = page.lastIndexOf(NEWLINE, to - 1 - start);
        if (newline >= 0) return start + newline + 1;
        if (start === 0) return 0;
      }
      return Math.max(0, at - LONGEST_LINE);
    },
    lineEnd(at) {
      for (let first = at; first < length && first - at < LONGEST_LINE; first = end) {
        turnTo(first);
        const newline = page.indexOf(NEWLINE, first - start);
        if (newline >= 0 && start + newline < end) return start + newline;
      }
      return Math.min(length, at + LONGEST_LINE);
    },
    decode: (first, last) => slice(first, last).toString('utf8'),
    copyTo(target, at, first, last) {
      slice(first, last).copy(target, at);
    },
    lineAt,
    locate: (span) => ({ start: points(span.start), end: points(span.end), line: lineAt(span.start) }),
  };
}
