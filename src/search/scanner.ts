import { createSimdScanner } from './simd-scanner.js';

/** Two bytes that follow each other; any second one where it is null. */
export interface BytePair {
  readonly first: number;
  readonly second: number | null;
}

/** Seeks pairs of bytes in a stretch of memory of its own, into which texts are read. */
export interface Scanner {
  /** Where the text is to be put; a little longer than `capacity`. */
  readonly bytes: Buffer;
  readonly capacity: number;
  /** The offsets that the last call of `scan` found, ascending. */
  readonly positions: Int32Array;
  /** Whether it went over a control character other than tab and line breaks. */
  readonly sawControl: boolean;
  /** How many pairs begin from `from` on and before `to`. */
  scan(from: number, to: number): number;
}

/** The fastest that the machine knows. */
export function createScanner(pairs: readonly BytePair[], capacity: number): Scanner {
  return createSimdScanner(pairs, capacity) ?? createPlainScanner(pairs, capacity);
}

/** For machines without vectors, and to compare with. */
export function createPlainScanner(pairs: readonly BytePair[], capacity: number): Scanner {
  const bytes = Buffer.alloc(capacity + 16);
  const positions = new Int32Array(capacity);
  const sought = new Uint8Array(65_536);
  for (const { first, second } of pairs) {
    if (second === null) sought.fill(1, first << 8, (first + 1) << 8);
    else sought[(first << 8) | second] = 1;
  }
  let sawControl = false;
  return {
    bytes,
    capacity,
    positions,
    get sawControl() {
      return sawControl;
    },
    scan(from, to) {
      let count = 0;
      sawControl = false;
      for (let i = from; i < to; i++) {
        const byte = bytes[i]!;
        if (byte < 0x20 && (byte < 0x09 || byte > 0x0d)) sawControl = true;
        if (sought[(byte << 8) | bytes[i + 1]!] === 1) positions[count++] = i;
      }
      return count;
    },
  };
}
