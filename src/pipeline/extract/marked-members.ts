import type { Span } from '../../model/span.js';

/** 第一步,分头听意见;第二步,…: where marks part the members, the list they number gives them better. */
export function holdsMarks(markStarts: Int32Array, labels: readonly Span[]): boolean {
  if (markStarts.length === 0) return false;
  let marked = 0;
  for (const { start, end } of labels) if (countBelow(markStarts, end) > countBelow(markStarts, start)) marked++;
  return marked > 0;
}

/** How many of the sorted numbers are smaller. */
function countBelow(sorted: Int32Array, limit: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]! < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}
