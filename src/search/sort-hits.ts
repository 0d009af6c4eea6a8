import { simplifyCharacters } from '../pipeline/normalize/simplify-characters.js';

/** What hits are sorted by: the text on one side. */
interface Sides {
  readonly left: string;
  readonly right: string;
}

/**
 * Sorts hits by what stands beside them, read away from the hit: `left` from the last character backwards. Blanks do not count, nor does the script; hits that agree keep
 * their order. By code points, so that the order is the same on every machine.
 */
export function sortHits<T>(hits: readonly T[], side: 'left' | 'right', sidesOf: (hit: T) => Sides): T[] {
  const keyed = hits.map((hit) => ({ hit, key: keyOf(sidesOf(hit), side) }));
  keyed.sort((a, b) => (a.key < b.key ? -1 : Number(a.key > b.key)));
  return keyed.map(({ hit }) => hit);
}

function keyOf({ left, right }: Sides, side: 'left' | 'right'): string {
  const text = simplifyCharacters((side === 'left' ? left : right).replace(/\s+/g, ''));
  return side === 'left' ? [...text].reverse().join('') : text;
}
