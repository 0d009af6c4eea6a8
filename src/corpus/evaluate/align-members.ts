import type { Wording } from './wording.js';

/** Index of an annotated member and of the given one that it goes with. */
export type MemberPair = readonly [annotated: number, given: number];

/**
 * The most members that can be paired without crossing: a longest common subsequence under `same`.
 * Compares every member with every other.
 */
export function alignMembers(
  annotated: readonly Wording[],
  given: readonly Wording[],
  same: (a: Wording, b: Wording) => boolean,
): MemberPair[] {
  const width = given.length + 1;
  // The cell of i and j: how many of the members from i and j on can be paired; and whether i and j are the same.
  const lengths = new Int32Array((annotated.length + 1) * width);
  const matches = new Uint8Array(lengths.length);
  for (let i = annotated.length - 1; i >= 0; i--) {
    for (let j = given.length - 1; j >= 0; j--) {
      const cell = i * width + j;
      if (same(annotated[i]!, given[j]!)) {
        matches[cell] = 1;
        lengths[cell] = lengths[cell + width + 1]! + 1;
      } else {
        lengths[cell] = Math.max(lengths[cell + width]!, lengths[cell + 1]!);
      }
    }
  }
  const pairs: MemberPair[] = [];
  for (let i = 0, j = 0; i < annotated.length && j < given.length; ) {
    const cell = i * width + j;
    if (matches[cell] === 1) pairs.push([i++, j++]);
    else if (lengths[cell + width]! >= lengths[cell + 1]!) i++;
    else j++;
  }
  return pairs;
}
