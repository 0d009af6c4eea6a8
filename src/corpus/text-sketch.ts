import { DIGIT, flagsOf, HAN, LATIN } from '../language/characters.js';
import { mixBits } from './group-alike.js';

/** What linking keeps of a text. */
export interface TextSketch {
  /** How many different shingles the text has; counted exactly up to a million, estimated beyond. */
  readonly shingles: number;
  /** The smallest hashes of its shingles, ascending: a fair sample, the same one for the same shingles (Broder 1997). */
  readonly hashes: Uint32Array;
}

/** Characters of a shingle: long enough to be rare by chance, short enough to outlive the changes of a reprint. */
const SHINGLE = 5;
/** Shares of texts are estimated to about three percent with this many. */
const SAMPLE = 256;
const MOST_HASHES = 1 << 20;

/**
 * Sketches a text by its shingles: runs of five characters, letters or digits, without marks and blanks.
 * @param text normalized, so that both scripts give the same
 */
export function sketchText(text: string): TextSketch {
  const hashes = new Uint32Array(Math.min(MOST_HASHES, text.length));
  let count = 0;
  let limit = 0xffffffff;
  const window = new Uint16Array(SHINGLE);
  let seen = 0;
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    if ((flagsOf(code) & (HAN | DIGIT | LATIN)) === 0) continue;
    window[seen % SHINGLE] = code;
    seen += 1;
    if (seen < SHINGLE) continue;
    const hashed = hashWindow(window, seen);
    if (hashed > limit) continue;
    hashes[count] = hashed;
    count += 1;
    if (count < MOST_HASHES) continue;
    count = keepDistinct(hashes.sort()).length;
    // Too many: go on with a half, a quarter … of all hashes.
    while (count > MOST_HASHES / 2) {
      limit >>>= 1;
      count = keepBelow(hashes, count, limit);
    }
  }
  const distinct = keepDistinct(hashes.subarray(0, count).sort());
  const share = (limit + 1) / 0x100000000;
  return { shingles: Math.round(distinct.length / share), hashes: distinct.slice(0, SAMPLE) };
}

function hashWindow(window: Uint16Array, seen: number): number {
  let hashed = 0;
  for (let k = 0; k < SHINGLE; k += 1) hashed = Math.imul(hashed, 0x01000193) + window[(seen + k) % SHINGLE]!;
  return mixBits(hashed);
}

/** Moves the hashes up to `limit` to the front and returns how many there are. */
function keepBelow(hashes: Uint32Array, count: number, limit: number): number {
  let kept = 0;
  for (let i = 0; i < count; i += 1) if (hashes[i]! <= limit) hashes[kept++] = hashes[i]!;
  return kept;
}

function keepDistinct(ascending: Uint32Array): Uint32Array {
  let kept = 0;
  for (let i = 0; i < ascending.length; i += 1) {
    if (i === 0 || ascending[i] !== ascending[i - 1]) ascending[kept++] = ascending[i]!;
  }
  return ascending.subarray(0, kept);
}

/** How many shingles two texts have in common, estimated from the smallest hashes of both together; exact for short texts. */
export function countShared(a: TextSketch, b: TextSketch): number {
  const whole = isWhole(a) && isWhole(b);
  let [i, k, union, common] = [0, 0, 0, 0];
  while (i < a.hashes.length && k < b.hashes.length && (whole || union < SAMPLE)) {
    const [x, y] = [a.hashes[i]!, b.hashes[k]!];
    union += 1;
    if (x === y) common += 1;
    if (x <= y) i += 1;
    if (y <= x) k += 1;
  }
  if (whole) return common;
  const jaccard = common / union;
  return (jaccard * (a.shingles + b.shingles)) / (1 + jaccard);
}

function isWhole({ shingles, hashes }: TextSketch): boolean {
  return shingles === hashes.length;
}
