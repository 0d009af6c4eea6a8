import type { Ambiguity, Change, ScriptShares } from '../model/document.js';
import type { Span } from '../model/span.js';
import { toPrintableLine } from './printable.js';
import { createTextPositions, type PositionRecord, type TextPositions } from './text-positions.js';

/** One change as `--changes` writes it: positions in code points of the source text. */
export interface ChangeRecord {
  /** The id of the document. */
  readonly document: string;
  readonly rule: string;
  readonly span: PositionRecord;
  readonly before: string;
  readonly after: string;
}

/** The changes of one document, in order of place. */
export function* toChangeRecords(document: string, source: string, changes: Iterable<Change>): Generator<ChangeRecord> {
  let positions: TextPositions | null = null;
  for (const { rule, span, before, after } of changes) {
    positions ??= createTextPositions(source);
    yield { document, rule, span: positions.locate(span), before, after };
  }
}

/** What a document or a paragraph of it is written in; a document without `span`. */
export interface ScriptRecord extends ScriptShares {
  readonly document: string;
  readonly span?: PositionRecord;
}

export function toScriptRecord(document: string, shares: ScriptShares, span?: PositionRecord): ScriptRecord {
  const { script, traditional, simplified, telling } = shares;
  const place = span === undefined ? {} : { span };
  return { document, ...place, script, traditional: round(traditional), simplified: round(simplified), telling };
}

/** Four digits: a share of one character in ten thousand. */
function round(share: number): number {
  return Math.round(share * 10_000) / 10_000;
}

/** Characters on either side of one that could have become another. */
const CONTEXT = 8;

/**
 * The choices of a document for people, a line each: `a.txt:3:12  后 → 後 (後|后)  word 以后  …走了以后再…`. Column and line count from 1, in
 * code points.
 */
export function* toAmbiguityLines(place: string, source: string, list: Iterable<Ambiguity>): Generator<string> {
  let positions: TextPositions | null = null;
  for (const { span, before, after, candidates, word } of list) {
    positions ??= createTextPositions(source);
    const lineStart = source.lastIndexOf('\n', span.start - 1) + 1;
    const { start, line } = positions.locate(span);
    const column = start - positions.locate({ start: lineStart, end: lineStart }).start + 1;
    const decided = word === null ? 'default' : `word ${word}`;
    const fields = [
      `${place}:${line}:${column}`,
      `${before} → ${after} (${candidates.join('|')})`,
      decided,
      contextOf(source, span),
    ];
    yield `${fields.map(toPrintableLine).join('\t')}\n`;
  }
}

function contextOf(source: string, span: Span): string {
  const before = source.slice(Math.max(0, span.start - CONTEXT), span.start);
  const after = source.slice(span.end, span.end + CONTEXT);
  const from = before.lastIndexOf('\n') + 1;
  const to = after.indexOf('\n');
  return before.slice(from) + source.slice(span.start, span.end) + (to < 0 ? after : after.slice(0, to));
}
