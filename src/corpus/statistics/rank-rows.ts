import { compareText } from '../group-alike.js';

/**
 * Sorts rows by a measure, the highest first (words: in order); among equals by name. Does not touch the list.
 * @param none what stands for a measure that is not defined; it comes last if nothing is said
 */
export function rankRows<T extends object>(
  rows: readonly T[],
  measure: keyof T,
  name: (row: T) => string,
  none = Number.NEGATIVE_INFINITY,
): T[] {
  return [...rows].sort((a, b) => compareValues(a[measure], b[measure], none) || compareText(name(a), name(b)));
}

function compareValues(a: unknown, b: unknown, none: number): number {
  if (typeof a === 'string' && typeof b === 'string') return compareText(a, b);
  const [x, y] = [a, b].map((value) => (typeof value === 'number' ? value : none));
  return x === y ? 0 : y! - x!;
}

/** The first rows; all of them where `top` is null. */
export function keepTop<T>(rows: readonly T[], top: number | null): readonly T[] {
  return top === null ? rows : rows.slice(0, top);
}
