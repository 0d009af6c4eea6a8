/** How often two words stand together, and each by itself. */
export interface CooccurrenceCounts {
  /** Occurrences of the collocate within the windows: O₁₁. */
  readonly frequency: number;
  /** Occurrences of the node. */
  readonly nodeFrequency: number;
  /** Occurrences of the collocate in the corpus. */
  readonly collocateFrequency: number;
  /** Tokens within the windows: R₁. */
  readonly windowTokens: number;
  /** Tokens of the corpus: N. */
  readonly tokens: number;
}

/**
 * How often chance would bring the collocate into the windows: E₁₁ = R₁ · f(collocate) / N. Where no window is cut short by the end
 * of its sentence and none overlaps another, R₁ is f(node) · (L + R). Evert (2008), Corpora and collocations, sections 4.1 and 5.1.
 */
export function expectedFrequency({ windowTokens, collocateFrequency, tokens }: CooccurrenceCounts): number {
  return tokens === 0 ? 0 : (windowTokens * collocateFrequency) / tokens;
}

/** 14 + log₂(2 f(xy) / (f(x) + f(y))). Rychlý (2008), A lexicographer-friendly association score. */
export function logDice({ frequency, nodeFrequency, collocateFrequency }: CooccurrenceCounts): number {
  return 14 + Math.log2((2 * frequency) / (nodeFrequency + collocateFrequency));
}

/** log₂(O₁₁ / E₁₁). Church & Hanks (1990), Word association norms, mutual information, and lexicography. */
export function mutualInformation(counts: CooccurrenceCounts): number {
  return Math.log2(counts.frequency / expectedFrequency(counts));
}

/** (O₁₁ − E₁₁) / √O₁₁. Church, Gale, Hanks & Hindle (1991), Using statistics in lexical analysis. */
export function tScore(counts: CooccurrenceCounts): number {
  return (counts.frequency - expectedFrequency(counts)) / Math.sqrt(counts.frequency);
}

/**
 * G² over the four cells of in or out of the windows by the collocate or another token: 2 Σ O ln(O / E). Dunning (1993), Accurate
 * methods for the statistics of surprise and coincidence. Says how sure it is, not in which direction: that is the sign of the mutual information.
 */
export function collocateLogLikelihood(counts: CooccurrenceCounts): number {
  const { frequency, collocateFrequency, windowTokens, tokens } = counts;
  return logLikelihoodOfTable(
    frequency,
    windowTokens - frequency,
    collocateFrequency - frequency,
    tokens - windowTokens - collocateFrequency + frequency,
  );
}

/** G² of a table of two rows and two columns. */
function logLikelihoodOfTable(o11: number, o12: number, o21: number, o22: number): number {
  const n = o11 + o12 + o21 + o22;
  if (n === 0) return 0;
  const cell = (observed: number, row: number, column: number) => termOf(observed, (row * column) / n);
  const sum =
    cell(o11, o11 + o12, o11 + o21) +
    cell(o12, o11 + o12, o12 + o22) +
    cell(o21, o21 + o22, o11 + o21) +
    cell(o22, o21 + o22, o12 + o22);
  // Rounding may take an even table a hair below 0.
  return Math.max(0, 2 * sum);
}

/** O ln(O / E), which goes to 0 with O. */
export function termOf(observed: number, expected: number): number {
  return observed === 0 ? 0 : observed * Math.log(observed / expected);
}
