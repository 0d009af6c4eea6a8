import type { Span } from '../../model/span.js';

/**
 * Stretches that hold each other (sections, members of lists, bodies of members), asked which of them is the innermost around a place.
 * Building sorts once; a question costs a search and a climb over those that have ended.
 */
export class Nesting<T extends { readonly span: Span }> {
  readonly #items: readonly T[];
  /** Index of the stretch that holds each one, or -1. */
  readonly #holders: Int32Array;

  constructor(items: readonly T[]) {
    this.#items = [...items].sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end);
    this.#holders = new Int32Array(this.#items.length);
    let open = -1;
    for (const [i, { span }] of this.#items.entries()) {
      while (open >= 0 && this.#items[open]!.span.end <= span.start) open = this.#holders[open]!;
      this.#holders[i] = open;
      open = i;
    }
  }

  /** Those around `offset`, the innermost first. */
  *around(offset: number): Generator<T> {
    for (let i = this.#lastBegun(offset); i >= 0; i = this.#holders[i]!) {
      const item = this.#items[i]!;
      if (item.span.end > offset) yield item;
    }
  }

  /** The innermost around `offset`, or null. */
  innermost(offset: number): T | null {
    for (let i = this.#lastBegun(offset); i >= 0; i = this.#holders[i]!) {
      const item = this.#items[i]!;
      if (item.span.end > offset) return item;
    }
    return null;
  }

  /** Whether any of them and a stretch have a place in common. */
  meets({ start, end }: Span): boolean {
    const last = this.#lastBegun(end - 1);
    return last >= 0 && (this.#items[last]!.span.start >= start || this.innermost(start) !== null);
  }

  /** Index of the last that begins at `offset` or before it, or -1. */
  #lastBegun(offset: number): number {
    let low = 0;
    let high = this.#items.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#items[middle]!.span.start <= offset) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  }
}
