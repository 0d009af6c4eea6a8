/** So many values are sorted by hand. */
const FEW = 32;

/** The middle value, the lower one of two; 0 for none. */
export function median(values: readonly number[]): number {
  if (values.length === 0) return 0;
  const sorted = values.slice();
  if (values.length > FEW) return sorted.sort((a, b) => a - b)[(sorted.length - 1) >> 1]!;
  // Putting each of a few in its place costs less than a general sort.
  for (let i = 1; i < sorted.length; i++) {
    const value = sorted[i]!;
    let at = i;
    for (; at > 0 && sorted[at - 1]! > value; at--) sorted[at] = sorted[at - 1]!;
    sorted[at] = value;
  }
  return sorted[(sorted.length - 1) >> 1]!;
}
