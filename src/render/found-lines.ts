import type { ByteSpan } from '../search/locate-phrases.js';
import type { FoundDocument } from '../search/search-documents.js';
import type { Utf8Text } from '../search/utf8-text.js';

/** A line of a document that is shown: with hits in it, or near one that has. */
export interface FoundLine extends ByteSpan {
  readonly number: number;
  /** The parts of hits that stand in it; none for a line of the surroundings. */
  readonly marks: readonly ByteSpan[];
  /** Whether lines are left out between it and the one shown before. */
  readonly afterGap: boolean;
}

/** How many lines are shown around one with hits. */
export interface Surroundings {
  readonly before: number;
  readonly after: number;
}

/** The lines with hits, each once however many it has, and those around them. A hit that goes over several lines stands in each. */
export function* listFoundLines({ text, hits }: FoundDocument, around: Surroundings): Generator<FoundLine> {
  /** The line before, and how many behind it are still to be shown. */
  let last: NumberedLine | null = null;
  for (const marked of groupByLine(text, hits)) {
    if (last !== null)
      for (const line of linesBehind(text, last, marked.start, around.after)) {
        yield toLine(text, line, [], false);
        last = line;
      }
    const shown: NumberedLine | null = last;
    let follows = shown === null || marked.number === shown.number + 1;
    for (const line of linesBefore(text, marked, shown === null ? 0 : shown.end + 1, around.before)) {
      yield toLine(text, line, [], shown !== null && !follows && line.number !== shown.number + 1);
      follows = true;
    }
    yield toLine(text, marked, marked.marks, !follows);
    last = marked;
  }
  if (last !== null)
    for (const line of linesBehind(text, last, text.length, around.after)) yield toLine(text, line, [], false);
}

const CARRIAGE_RETURN = 0x0d;

/** Without the carriage return that some files have before the newline. */
function toLine(
  text: Utf8Text,
  { start, end, number }: NumberedLine,
  marks: readonly ByteSpan[],
  afterGap: boolean,
): FoundLine {
  const bare = end > start && text.byteAt(end - 1) === CARRIAGE_RETURN ? end - 1 : end;
  const bareMarks = bare === end ? marks : marks.map((mark) => ({ start: mark.start, end: Math.min(mark.end, bare) }));
  return { number, start, end: bare, marks: bareMarks, afterGap };
}

interface NumberedLine extends ByteSpan {
  readonly number: number;
}

interface MarkedLine extends NumberedLine {
  readonly marks: ByteSpan[];
}

/** Numbers are asked for first: to count goes through the text from beginning to end, and what is asked then is at hand. */
function* groupByLine(text: Utf8Text, hits: readonly ByteSpan[]): Generator<MarkedLine> {
  let line: MarkedLine | null = null;
  for (const hit of hits) {
    for (let at = hit.start; at < hit.end; ) {
      if (line === null || at > line.end) {
        if (line !== null) yield line;
        line = { number: text.lineAt(at), start: text.lineStart(at), end: text.lineEnd(at), marks: [] };
      }
      const end = Math.min(hit.end, line.end);
      if (at < end) line.marks.push({ start: at, end });
      at = line.end + 1;
    }
  }
  if (line !== null) yield line;
}

/** The first `count` lines behind a line, of those that begin before `limit`. */
function* linesBehind(text: Utf8Text, line: NumberedLine, limit: number, count: number): Generator<NumberedLine> {
  let start = line.end + 1;
  for (let k = 1; k <= count && start < limit; k++) {
    const end = text.lineEnd(start);
    yield { start, end, number: line.number + k };
    start = end + 1;
  }
}

/** The last `count` lines before a line, of those that begin from `floor` on. */
function linesBefore(text: Utf8Text, line: NumberedLine, floor: number, count: number): NumberedLine[] {
  const lines: NumberedLine[] = [];
  let end = line.start - 1;
  while (lines.length < count && end >= floor) {
    const start = text.lineStart(end);
    lines.push({ start, end, number: line.number - lines.length - 1 });
    end = start - 1;
  }
  return lines.reverse();
}
