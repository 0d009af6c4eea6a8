/** Words by one of their edges, so that a place in a text is tried against those few that fit there. Longest first. */
export class WordIndex {
  readonly #byEdge = new Map<number, string[]>();
  readonly #edge: 'first' | 'last';

  constructor(words: Iterable<string>, edge: 'first' | 'last') {
    this.#edge = edge;
    for (const word of [...new Set(words)].sort((a, b) => b.length - a.length)) {
      const key = word.charCodeAt(edge === 'first' ? 0 : word.length - 1);
      const list = this.#byEdge.get(key);
      if (list === undefined) this.#byEdge.set(key, [word]);
      else list.push(word);
    }
  }

  /** The longest word that begins at `at` (of an index by first character) or ends there (by last), or null. */
  longestAt(text: string, at: number): string | null {
    const list = this.#byEdge.get(text.charCodeAt(this.#edge === 'first' ? at : at - 1));
    if (list === undefined) return null;
    for (const word of list) {
      if (text.startsWith(word, this.#edge === 'first' ? at : at - word.length)) return word;
    }
    return null;
  }
}
