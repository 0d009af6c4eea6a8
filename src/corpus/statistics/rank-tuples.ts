import type { TupleCounter } from './tuple-counter.js';

interface Ranking {
  readonly minFrequency: number;
  readonly top: number | null;
  readonly sort: 'frequency' | 'documents' | 'item';
}

/**
 * Indices of the tuples of each group (their first number), the best first, cut to the top. Only those that may be among them are sorted: of
 * n-grams there are millions.
 * @param order the place of each type among all, which orders equals
 */
export function rankTuples(
  counter: TupleCounter,
  groups: number,
  { minFrequency, top, sort }: Ranking,
  order: Int32Array,
): number[][] {
  const ranked: number[][] = Array.from({ length: groups }, () => []);
  for (let index = 0; index < counter.size; index++) {
    if (counter.frequencyAt(index) >= minFrequency) ranked[counter.partAt(index, 0)]!.push(index);
  }
  const measure = (index: number) => (sort === 'documents' ? counter.documentsAt(index) : counter.frequencyAt(index));
  const compareTypes = (a: number, b: number) => {
    for (let k = 1; k < counter.arity; k++) {
      const difference = order[counter.partAt(a, k)]! - order[counter.partAt(b, k)]!;
      if (difference !== 0) return difference;
    }
    return 0;
  };
  return ranked.map((indices) => {
    if (sort === 'item') return cut(indices.sort(compareTypes), top);
    const least = top === null ? 0 : findLeast(indices, measure, top);
    const kept = indices.filter((index) => measure(index) >= least);
    return cut(
      kept.sort((a, b) => measure(b) - measure(a) || compareTypes(a, b)),
      top,
    );
  });
}

function cut(indices: number[], top: number | null): number[] {
  return top === null ? indices : indices.slice(0, top);
}

/** The measure of the last one of the top. */
function findLeast(indices: readonly number[], measure: (index: number) => number, top: number): number {
  const tuples = new Map<number, number>();
  for (const index of indices) tuples.set(measure(index), (tuples.get(measure(index)) ?? 0) + 1);
  let seen = 0;
  for (const value of [...tuples.keys()].sort((a, b) => b - a)) {
    seen += tuples.get(value)!;
    if (seen >= top) return value;
  }
  return 0;
}
