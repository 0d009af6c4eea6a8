import { termOf } from './association-measures.js';

/** A word in two corpora. */
export interface KeynessCounts {
  readonly targetFrequency: number;
  readonly targetTokens: number;
  readonly referenceFrequency: number;
  readonly referenceTokens: number;
}

const MILLION = 1e6;
/** What stands for a frequency of 0 in the log ratio. */
const HALF = 0.5;

/** 0 for a corpus without tokens. */
export function perMillion(frequency: number, tokens: number): number {
  return tokens === 0 ? 0 : (frequency / tokens) * MILLION;
}

/**
 * G² over two cells, the word in target and reference: 2 (a ln(a/E₁) + b ln(b/E₂)) with E₁ = c (a + b) / (c + d). Rayson & Garside (2000), Comparing
 * corpora using frequency profiling. Without a sign: the direction is that of the log ratio.
 */
export function keynessLogLikelihood(counts: KeynessCounts): number {
  const { targetFrequency, targetTokens, referenceFrequency, referenceTokens } = counts;
  const share = (targetFrequency + referenceFrequency) / (targetTokens + referenceTokens);
  const sum = termOf(targetFrequency, targetTokens * share) + termOf(referenceFrequency, referenceTokens * share);
  return Math.max(0, 2 * sum);
}

/**
 * log₂ of the ratio of relative frequencies, a frequency of 0 taken as ½. Hardie (2014), Log Ratio: an informal introduction. Each unit is
 * a doubling; null where a corpus is empty.
 */
export function logRatio(counts: KeynessCounts): number | null {
  const { targetFrequency, targetTokens, referenceFrequency, referenceTokens } = counts;
  if (targetTokens === 0 || referenceTokens === 0) return null;
  // A difference of logarithms, not the logarithm of a quotient: swapping the corpora turns the sign and nothing else.
  const relative = (frequency: number, tokens: number) => Math.log2((frequency === 0 ? HALF : frequency) / tokens);
  return relative(targetFrequency, targetTokens) - relative(referenceFrequency, referenceTokens);
}

/**
 * (target − reference) · 100 / reference of the frequencies per million. Gabrielatos & Marchi (2012), Keyness: appropriate metrics and practical issues.
 * Null where the word is not in the reference: the difference has no bound then (they put 10⁻¹⁸ for the 0).
 */
export function percentDifference(counts: KeynessCounts): number | null {
  const target = perMillion(counts.targetFrequency, counts.targetTokens);
  const reference = perMillion(counts.referenceFrequency, counts.referenceTokens);
  return reference === 0 ? null : ((target - reference) * 100) / reference;
}

/**
 * (target + n) / (reference + n) of the frequencies per million. Kilgarriff (2009), Simple maths for keywords. A small n brings rare words
 * to the top, a large one frequent words.
 */
export function simpleMaths(counts: KeynessCounts, smoothing = 1): number {
  const target = perMillion(counts.targetFrequency, counts.targetTokens);
  const reference = perMillion(counts.referenceFrequency, counts.referenceTokens);
  return (target + smoothing) / (reference + smoothing);
}
