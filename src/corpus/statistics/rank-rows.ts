import { compareText } from '../group-alike.js';

/** The measures of a row by name; null where one is not defined. */
export type Measures = Readonly<Record<string, number | string | null | object>>;

/** Sorts rows by a measure, the highest first, what has none last; among equals by name. Does not touch the list. */
export function rankRows<T extends object>(rows: readonly T[], measure: keyof T & string, name: (row: T) => string): T[] {
  return [...rows].sort((a, b) => compareValues(a[measure], b[measure]) || compareText(name(a), name(b)));
}

function compareValues(a: unknown, b: unknown): number {
  if (typeof a === 'string' && typeof b === 'string') return compareText(a, b);
  const [x, y] = [a, b].map((value) => (typeof value === 'number' ? value : Number.NEGATIVE_INFINITY));
  return x === y ? 0 : y! - x!;
}

/** The first rows; all of them where `top` is null. */
export function keepTop<T>(rows: readonly T[], top: number | null): readonly T[] {
  return top === null ? rows : rows.slice(0, top);
}
