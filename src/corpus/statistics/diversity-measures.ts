/** The size of the samples that HD-D is about: McCarthy & Jarvis (2007). */
const HDD_SAMPLE = 42;

/**
 * HD-D: the mean contribution of the types to a random sample of 42 tokens without replacement, Σ (1 − P(type not in the sample)) / 42 by the
 * hypergeometric distribution. McCarthy & Jarvis (2007), vocd: a theoretical and empirical evaluation; (2010), MTLD, vocd-D, and HD-D. Null for fewer than 42 tokens.
 * @param spectrum how many types have each frequency
 */
export function hypergeometricDiversity(spectrum: ReadonlyMap<number, number>, tokens: number): number | null {
  if (tokens < HDD_SAMPLE) return null;
  let sum = 0;
  for (const [frequency, types] of spectrum) {
    let absent = 1;
    for (let i = 0; i < HDD_SAMPLE && absent > 0; i++) absent *= Math.max(0, tokens - frequency - i) / (tokens - i);
    sum += types * (1 - absent);
  }
  return sum / HDD_SAMPLE;
}

/**
 * Moving-average type-token ratio: the mean of types / tokens over all windows of so many tokens, each one token on. Covington & McFall (2010), Cutting the Gordian
 * knot. A text no longer than the window has its plain ratio. Counts as the tokens come, in memory that grows with the types.
 */
export class MovingAverageRatio {
  readonly #window: number;
  /** The types of the last tokens, written over again and again. */
  readonly #recent: Int32Array;
  readonly #counts: number[] = [];
  #types = 0;
  #tokens = 0;
  /** Of whole windows: a sum of whole numbers, so that their order makes no difference. */
  #sum = 0;

  constructor(window: number) {
    this.#window = window;
    this.#recent = new Int32Array(window);
  }

  /** @param type its number, from 0 on */
  add(type: number): void {
    const place = this.#tokens % this.#window;
    if (this.#tokens >= this.#window) {
      const leaving = this.#recent[place]!;
      this.#counts[leaving]! -= 1;
      if (this.#counts[leaving] === 0) this.#types -= 1;
    }
    this.#recent[place] = type;
    const count = (this.#counts[type] ?? 0) + 1;
    this.#counts[type] = count;
    if (count === 1) this.#types += 1;
    this.#tokens += 1;
    if (this.#tokens >= this.#window) this.#sum += this.#types;
  }

  /** Null for a text without tokens. */
  get ratio(): number | null {
    if (this.#tokens === 0) return null;
    if (this.#tokens <= this.#window) return this.#types / this.#tokens;
    return this.#sum / (this.#tokens - this.#window + 1) / this.#window;
  }
}
