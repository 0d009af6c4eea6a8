import { CandidateIndex } from './candidate-index.js';

/** How items are told alike. Nothing of it may depend on the other items or on their order. */
export interface Likeness<T> {
  /** Sorts the items, the fullest first; 0 only for items that are alike in everything. */
  order(a: T, b: T): number;
  /** Hashes of 32 bits, each once, of which alike items share two or more. */
  tokens(item: T): readonly number[];
  /** How alike an item is to the first of a group, or 0 where it does not belong to it. */
  measure(item: T, first: T): number;
}

/**
 * Puts like with like: each item goes to the group whose first item it is most alike, or opens a group. Every item of a group was
 * compared with the group's first, so that no chain of slight likenesses joins strangers; and since the items are taken in an order of
 * their own, the groups do not depend on the order of the list.
 * @returns the group of each item; a group's number does not depend on the order of the list either
 */
export function groupAlike<T>(items: readonly T[], likeness: Likeness<T>): number[] {
  const sequence = items.map((_, i) => i).sort((a, b) => likeness.order(items[a]!, items[b]!));
  const groups = new Array<number>(items.length).fill(0);
  const firsts: T[] = [];
  const index = new CandidateIndex(items.length);
  let previous: number | null = null;
  for (const i of sequence) {
    const item = items[i]!;
    if (previous !== null && likeness.order(items[previous]!, item) === 0) {
      groups[i] = groups[previous]!;
    } else {
      const tokens = likeness.tokens(item);
      const found = findMostAlike(item, index.find(tokens), firsts, likeness);
      groups[i] = found ?? firsts.length;
      if (found === null) {
        index.add(firsts.length, tokens);
        firsts.push(item);
      }
    }
    previous = i;
  }
  return groups;
}

function findMostAlike<T>(
  item: T,
  candidates: readonly number[],
  firsts: readonly T[],
  { measure }: Likeness<T>,
): number | null {
  let best: number | null = null;
  let most = 0;
  for (const candidate of candidates) {
    const alike = measure(item, firsts[candidate]!);
    if (alike === 0 || alike < most || (alike === most && best !== null && best < candidate)) continue;
    best = candidate;
    most = alike;
  }
  return best;
}

/** Orders strings by their code units, the same everywhere. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Spreads a number evenly over 32 bits: the final mixing of MurmurHash3. */
export function mixBits(number: number): number {
  let hash = number | 0;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
