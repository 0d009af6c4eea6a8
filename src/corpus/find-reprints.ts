import { groupAlike } from './group-alike.js';
import { countShared, type TextSketch } from './text-sketch.js';

/** A text that has this share of its shingles in another one is a reprint of it … */
const LEAST_CONTAINED = 0.8;
/** … if it is not a mere excerpt, that is at least this long beside it. */
const LEAST_LENGTH = 0.5;
/** Shorter texts may agree by chance; they are reprints only if they are equal. */
const LEAST_SHINGLES = 50;
/** Of the smallest hashes, those by which like texts find each other. */
const TOKENS = 16;

/**
 * Which texts are the same report: all of it or a copy with another title and source line, or with a part cut.
 * @returns for each text the number of its edition, which does not depend on the order of the texts
 */
export function findReprints(texts: readonly TextSketch[]): number[] {
  const editions = groupAlike(texts, {
    order: compareSketches,
    tokens: ({ hashes }) => Array.from(hashes.subarray(0, TOKENS)),
    measure: measureContained,
  });
  // Texts without any words have nothing in common.
  return editions.map((edition, i) => (texts[i]!.shingles === 0 ? -1 - i : edition));
}

/** The share of `text` that stands in the longer `first`, or 0 where it is no reprint of it. */
function measureContained(text: TextSketch, first: TextSketch): number {
  if (text.shingles < LEAST_SHINGLES || text.shingles < LEAST_LENGTH * first.shingles) return 0;
  const contained = countShared(text, first) / text.shingles;
  return contained >= LEAST_CONTAINED ? contained : 0;
}

/** The longest first. */
function compareSketches(a: TextSketch, b: TextSketch): number {
  if (a.shingles !== b.shingles || a.hashes.length !== b.hashes.length) {
    return b.shingles - a.shingles || b.hashes.length - a.hashes.length;
  }
  for (let i = 0; i < a.hashes.length; i += 1) if (a.hashes[i] !== b.hashes[i]) return a.hashes[i]! - b.hashes[i]!;
  return 0;
}
