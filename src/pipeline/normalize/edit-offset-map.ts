import type { OffsetMap } from '../../model/document.js';
import type { Span } from '../../model/span.js';
import { type Edits, NOISE } from './edits.js';

/** Leads back to the source by binary search among the edits; where there is none, offsets are the same in both texts. */
export class EditOffsetMap implements OffsetMap {
  readonly edits: Edits;
  private readonly textLength: number;
  private readonly sourceStarts: Int32Array;
  private readonly sourceEnds: Int32Array;
  private readonly textStarts: Int32Array;
  private readonly textEnds: Int32Array;

  /** @param edits from the source to the normalized text, in source offsets */
  constructor(edits: Edits, textLength: number) {
    this.edits = edits;
    this.textLength = textLength;
    this.sourceStarts = new Int32Array(edits.starts);
    this.sourceEnds = new Int32Array(edits.ends);
    this.textStarts = new Int32Array(edits.starts.length);
    this.textEnds = new Int32Array(edits.starts.length);
    let shift = 0;
    for (let k = 0; k < this.textStarts.length; k++) {
      this.textStarts[k] = edits.starts[k]! - shift;
      this.textEnds[k] = this.textStarts[k]! + edits.lengths[k]!;
      shift = edits.ends[k]! - this.textEnds[k]!;
    }
  }

  /** An empty span leads to the empty span before the source of the character that follows it. */
  toSource(span: Span): Span {
    const from = Math.min(Math.max(span.start, 0), this.textLength);
    const to = Math.min(Math.max(span.end, from), this.textLength);
    const start = this.startInSource(from);
    return from === to ? { start, end: start } : { start, end: this.endInSource(to) };
  }

  /** Where the source of the character at `offset` begins: behind everything taken out before it. */
  private startInSource(offset: number): number {
    const k = lastAtMost(this.textStarts, offset);
    if (k < 0) return offset;
    if (offset < this.textEnds[k]!) return this.sourceStarts[k]!;
    return this.sourceEnds[k]! + offset - this.textEnds[k]!;
  }

  /** Where the source of the character before `offset` ends, with the noise that belongs to it. */
  private endInSource(offset: number): number {
    const k = lastAtMost(this.textStarts, offset - 1);
    let end = offset;
    if (k >= 0)
      end = offset <= this.textEnds[k]! ? this.sourceEnds[k]! : this.sourceEnds[k]! + offset - this.textEnds[k]!;
    const next = k + 1;
    const noiseFollows = this.sourceStarts[next] === end && this.edits.rules[next] === NOISE;
    return noiseFollows ? this.sourceEnds[next]! : end;
  }
}

/** The index of the last value that is at most `limit`, or -1; `values` ascend. */
function lastAtMost(values: Int32Array, limit: number): number {
  let low = 0;
  let high = values.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (values[middle]! <= limit) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
