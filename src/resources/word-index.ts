/** Which edges words have, by the low bits of the code unit: it tells at most places of a text that no word fits there. */
const BUCKETS = 4096;

/** Words by one of their edges, so that a place in a text is tried against those few that fit there. Longest first. */
export class WordIndex {
  readonly #byEdge = new Map<number, string[]>();
  readonly #edges = new Uint8Array(BUCKETS);
  readonly #atStart: boolean;

  constructor(words: Iterable<string>, edge: 'first' | 'last') {
    this.#atStart = edge === 'first';
    for (const word of [...new Set(words)].sort((a, b) => b.length - a.length)) {
      const key = word.charCodeAt(this.#atStart ? 0 : word.length - 1);
      this.#edges[key % BUCKETS] = 1;
      const list = this.#byEdge.get(key);
      if (list === undefined) this.#byEdge.set(key, [word]);
      else list.push(word);
    }
  }

  /** Whether a word may have the code unit at its edge; false is certain. */
  mayBegin(code: number): boolean {
    return this.#edges[code % BUCKETS] !== 0;
  }

  /** The first place of the stretch `[from, to)` where a word begins, or `to`; of an index by first character. */
  firstIn(text: string, from: number, to: number): number {
    const edges = this.#edges;
    for (let i = from; i < to; i++) {
      if (edges[text.charCodeAt(i) % BUCKETS] !== 0 && this.longestAt(text, i) !== null) return i;
    }
    return to;
  }

  /** The longest word that begins at `at` (of an index by first character) or ends there (by last), or null. */
  longestAt(text: string, at: number): string | null {
    const index = this.#atStart ? at : at - 1;
    if (index < 0 || index >= text.length) return null;
    const code = text.charCodeAt(index);
    if (this.#edges[code % BUCKETS] === 0) return null;
    const list = this.#byEdge.get(code);
    if (list === undefined) return null;
    for (const word of list) {
      if (text.startsWith(word, this.#atStart ? at : at - word.length)) return word;
    }
    return null;
  }
}
