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
  let shownTo = -1;
  let afterDue = 0;
  for (const { start, end, marks } of groupByLine(text, hits)) {
    const from = Math.max(shownTo, 0);
    const following = shownTo < 0 ? [] : [...linesFrom(text, from, start, afterDue)];
    for (const line of following) yield toLine(text, line, [], false);
    const passed = following.at(-1)?.end;
    const floor = passed === undefined ? from : passed + 1;
    const preceding = linesBefore(text, start, floor, around.before);
    for (const [k, line] of preceding.entries()) {
      yield toLine(text, line, [], k === 0 && shownTo >= 0 && line.start > floor);
    }
    const gap = preceding.length === 0 && shownTo >= 0 && start > floor;
    yield toLine(text, { start, end }, marks, gap);
    shownTo = end + 1;
    afterDue = around.after;
  }
  if (shownTo >= 0)
    for (const line of linesFrom(text, shownTo, text.length, afterDue)) yield toLine(text, line, [], false);
}

const CARRIAGE_RETURN = 0x0d;

/** Without the carriage return that some files have before the newline. */
function toLine(text: Utf8Text, { start, end }: ByteSpan, marks: readonly ByteSpan[], afterGap: boolean): FoundLine {
  const bare = end > start && text.byteAt(end - 1) === CARRIAGE_RETURN ? end - 1 : end;
  const bareMarks = bare === end ? marks : marks.map((mark) => ({ start: mark.start, end: Math.min(mark.end, bare) }));
  return { number: text.lineAt(start), start, end: bare, marks: bareMarks, afterGap };
}

interface MarkedLine extends ByteSpan {
  readonly marks: ByteSpan[];
}

function* groupByLine(text: Utf8Text, hits: readonly ByteSpan[]): Generator<MarkedLine> {
  let line: MarkedLine | null = null;
  for (const hit of hits) {
    for (let at = hit.start; at < hit.end; ) {
      if (line === null || at > line.end) {
        if (line !== null) yield line;
        line = { start: text.lineStart(at), end: text.lineEnd(at), marks: [] };
      }
      const end = Math.min(hit.end, line.end);
      if (at < end) line.marks.push({ start: at, end });
      at = line.end + 1;
    }
  }
  if (line !== null) yield line;
}

/** The first `count` lines from a line's beginning on, of those that begin before `limit`. */
function* linesFrom(text: Utf8Text, from: number, limit: number, count: number): Generator<ByteSpan> {
  let start = from;
  for (let k = 0; k < count && start < limit; k++) {
    const end = text.lineEnd(start);
    yield { start, end };
    start = end + 1;
  }
}

/** The last `count` lines before a line's beginning, of those that begin from `floor` on. */
function linesBefore(text: Utf8Text, before: number, floor: number, count: number): ByteSpan[] {
  const lines: ByteSpan[] = [];
  let end = before - 1;
  while (lines.length < count && end >= floor) {
    const start = text.lineStart(end);
    lines.push({ start, end });
    end = start - 1;
  }
  return lines.reverse();
}
