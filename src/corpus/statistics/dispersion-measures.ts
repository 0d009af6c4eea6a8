/** An item over the parts of a corpus, none of which is empty. */
export interface PartCounts {
  /** Occurrences of the item in each part: v. */
  readonly frequencies: readonly number[];
  /** Tokens of each part: s. */
  readonly sizes: readonly number[];
}

/** In how many parts the item occurs. */
export function countRange({ frequencies }: PartCounts): number {
  return frequencies.filter((frequency) => frequency > 0).length;
}

/**
 * Juilland's D = 1 − V / √(n − 1), where V is the standard deviation (over n) of the item's relative frequencies in the parts divided by their mean. Juilland & Chang-Rodríguez
 * (1964), Frequency dictionary of Spanish words; relative frequencies make it hold for parts of unequal size (Gries 2020, Analyzing dispersion, section 2.2).
 * 1 is even, 0 all in one part; null without occurrence or with less than two parts.
 */
export function juillandD({ frequencies, sizes }: PartCounts): number | null {
  const n = sizes.length;
  const relative = frequencies.map((frequency, i) => frequency / sizes[i]!);
  const mean = sum(relative) / n;
  if (n < 2 || !(mean > 0)) return null;
  const deviation = Math.sqrt(sum(relative.map((value) => (value - mean) ** 2)) / n);
  return within(1 - deviation / mean / Math.sqrt(n - 1));
}

/**
 * Gries' deviation of proportions, DP = ½ Σ |vᵢ/f − sᵢ/N|. Gries (2008), Dispersions and adjusted frequencies in corpora. 0 is even, near 1 all in
 * a small part; null without occurrence.
 */
export function deviationOfProportions({ frequencies, sizes }: PartCounts): number | null {
  const frequency = sum(frequencies);
  const tokens = sum(sizes);
  if (frequency === 0) return null;
  return within(sum(frequencies.map((part, i) => Math.abs(part / frequency - sizes[i]! / tokens))) / 2);
}

/**
 * DP / (1 − min sᵢ/N), which reaches 1 however many parts there are. Lijffijt & Gries (2012), Correction to “Dispersions and adjusted
 * frequencies in corpora”. Null without occurrence or with less than two parts.
 */
export function deviationOfProportionsNorm(counts: PartCounts): number | null {
  const deviation = deviationOfProportions(counts);
  if (deviation === null || counts.sizes.length < 2) return null;
  // Math.min(...) would take as many arguments as there are documents.
  const least = counts.sizes.reduce((low, size) => Math.min(low, size)) / sum(counts.sizes);
  return within(deviation / (1 - least));
}

/**
 * Average reduced frequency, (1/v) Σ min(dᵢ, v) with v = N/f, where dᵢ are the distances from each occurrence to the next, the last one's
 * to the first over the end of the corpus. Savický & Hlaváčová (2002), Measures of word commonness. f is even, 1 all in one place; 0 without occurrence.
 * @param positions of the occurrences, counted in tokens from 0, ascending
 */
export function averageReducedFrequency(positions: readonly number[], tokens: number): number {
  const frequency = positions.length;
  if (frequency === 0) return 0;
  const share = tokens / frequency;
  let reduced = Math.min(positions[0]! + tokens - positions[frequency - 1]!, share);
  for (let i = 1; i < frequency; i++) reduced += Math.min(positions[i]! - positions[i - 1]!, share);
  return reduced / share;
}

/** Rounding may leave the unit interval by a hair. */
function within(value: number): number {
  return Math.min(1, Math.max(0, value));
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
