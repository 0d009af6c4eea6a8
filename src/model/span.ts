/**
 * A half-open stretch `[start, end)` of a text, in UTF-16 code units of that text.
 * Which text (the source or the normalized one) is said by whoever carries the span.
 * Offsets become code points in `render` alone.
 */
export interface Span {
  readonly start: number;
  readonly end: number;
}

export function createSpan(start: number, end: number): Span {
  return { start, end };
}

export function spanContains(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

export function spansOverlap(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}

/** Index of the first item, of a list in order of place, that starts at or after `offset`. */
export function lowerBound(items: readonly { readonly span: Span }[], offset: number): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (items[middle]!.span.start < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
