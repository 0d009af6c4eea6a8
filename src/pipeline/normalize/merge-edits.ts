import { addEdit, createEditList, type EditList, type Edits, PHRASES } from './edits.js';

/**
 * Two rounds of edits as one, whatever the first did: it led from text A to text B, `second` leads from B on, and the outcome
 * from A on. Edits that touch the same characters of B become one.
 */
export function mergeEdits(first: Edits, second: Edits): Edits {
  if (first.starts.length === 0) return second;
  if (second.starts.length === 0) return first;
  const merge = new Merge(first, second);
  while (merge.next());
  return merge.merged;
}

class Merge {
  readonly merged: EditList = createEditList();
  private readonly first: Edits;
  private readonly second: Edits;
  private i = 0;
  private j = 0;
  /** From places in A to places in B, behind the edits of the first round taken so far. */
  private shift = 0;

  constructor(first: Edits, second: Edits) {
    this.first = first;
    this.second = second;
  }

  /** Takes the next edit of either round, with all that touch it; false at the end. */
  next(): boolean {
    const { first, second, i, j } = this;
    const firstLeft = i < first.starts.length;
    const secondLeft = j < second.starts.length;
    if (!firstLeft && !secondLeft) return false;
    const firstStart = firstLeft ? first.starts[i]! + this.shift : Number.POSITIVE_INFINITY;
    const secondStart = secondLeft ? second.starts[j]! : Number.POSITIVE_INFINITY;
    if (firstLeft && firstStart + first.lengths[i]! <= secondStart) this.takeFirst();
    else if (secondLeft && second.ends[j]! <= firstStart) this.takeSecond();
    else this.takeGroup(Math.min(firstStart, secondStart));
    return true;
  }

  private takeFirst(): void {
    const { first, i } = this;
    addEdit(this.merged, first.starts[i]!, first.ends[i]!, first.rules[i]!, first.lengths[i]!);
    this.passFirst();
  }

  private takeSecond(): void {
    const { second, j, shift } = this;
    addEdit(this.merged, second.starts[j]! - shift, second.ends[j]! - shift, second.rules[j]!, second.lengths[j]!);
    this.j++;
  }

  /** @param start of the group, in B */
  private takeGroup(start: number): void {
    const { first, second } = this;
    const sourceStart = start - this.shift;
    let end = start;
    let growth = 0;
    let rule = -1;
    for (let grown = true; grown; ) {
      grown = false;
      while (this.i < first.starts.length && this.touches(first.starts[this.i]! + this.shift, start, end)) {
        rule = first.rules[this.i] === PHRASES || rule < 0 ? first.rules[this.i]! : rule;
        end = Math.max(end, first.starts[this.i]! + this.shift + first.lengths[this.i]!);
        this.passFirst();
        grown = true;
      }
      while (this.j < second.starts.length && this.touches(second.starts[this.j]!, start, end)) {
        rule = second.rules[this.j] === PHRASES || rule < 0 ? second.rules[this.j]! : rule;
        end = Math.max(end, second.ends[this.j]!);
        growth += second.lengths[this.j]! - (second.ends[this.j]! - second.starts[this.j]!);
        this.j++;
        grown = true;
      }
    }
    addEdit(this.merged, sourceStart, end - this.shift, rule, end - start + growth);
  }

  private touches(place: number, start: number, end: number): boolean {
    return place < end || (place === start && end === start);
  }

  private passFirst(): void {
    const { first, i } = this;
    this.shift += first.lengths[i]! - (first.ends[i]! - first.starts[i]!);
    this.i++;
  }
}

/** The edits that change something, of those that lead from `source` to `text`. */
export function dropIdleEdits(edits: Edits, source: string, text: string): Edits {
  const kept = createEditList();
  let shift = 0;
  for (let k = 0; k < edits.starts.length; k++) {
    const start = edits.starts[k]!;
    const end = edits.ends[k]!;
    const length = edits.lengths[k]!;
    const idle = length === end - start && source.slice(start, end) === text.slice(start + shift, end + shift);
    if (!idle) addEdit(kept, start, end, edits.rules[k]!, length);
    shift += length - (end - start);
  }
  return kept;
}
