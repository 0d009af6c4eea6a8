/** Draws a sample of hits as they come, each as likely as any other (reservoir sampling, Vitter's algorithm R). */
export interface HitSample<T> {
  add(hit: T): void;
  /** In the order in which they came. */
  drawn(): T[];
}

/** @param seed the same one draws the same of the same hits */
export function createHitSample<T>(size: number, seed: number): HitSample<T> {
  const next = createRandom(seed);
  const kept: { readonly hit: T; readonly place: number }[] = [];
  let seen = 0;
  return {
    add(hit) {
      const place = seen;
      seen += 1;
      const slot = place < size ? place : Math.floor(next() * seen);
      if (slot < size) kept[slot] = { hit, place };
    },
    drawn: () => kept.toSorted((a, b) => a.place - b.place).map(({ hit }) => hit),
  };
}

/** Numbers from 0 to below 1 (Mulberry32). */
function createRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
