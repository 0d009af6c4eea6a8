/** How many entries of the lists are looked at for one question; the shortest lists, which tell most, come first. */
const MOST_VISITED = 4096;
/** How many candidates are proposed for one question. */
const MOST_CANDIDATES = 32;
/** A map of JavaScript holds 2^24 keys at most. */
const MAPS = 16;

/**
 * Proposes which of many entries are like a new one, by the tokens they have in common: an inverted index. The work for a question is
 * bounded, however many entries share a token.
 */
export class CandidateIndex {
  /** The entries of a token, in the order they were added; most tokens have one. */
  readonly #entries = Array.from({ length: MAPS }, () => new Map<number, number | number[]>());

  /** @param tokens hashes, unsigned 32 bits, each once */
  add(entry: number, tokens: readonly number[]): void {
    for (const token of tokens) {
      const map = this.#entries[token % MAPS]!;
      const known = map.get(token);
      if (known === undefined) map.set(token, entry);
      else if (typeof known === 'number') map.set(token, [known, entry]);
      else known.push(entry);
    }
  }

  /** Entries that share tokens, those that share most first. */
  find(tokens: readonly number[]): number[] {
    const counts = this.#countShared(tokens);
    const byCount: number[][] = [];
    for (const [entry, count] of counts) {
      byCount[count] ??= [];
      byCount[count].push(entry);
    }
    const found: number[] = [];
    for (let count = byCount.length - 1; count > 0 && found.length < MOST_CANDIDATES; count -= 1) {
      for (const entry of byCount[count] ?? []) if (found.length < MOST_CANDIDATES) found.push(entry);
    }
    return found;
  }

  #countShared(tokens: readonly number[]): Map<number, number> {
    const lists = tokens.flatMap((token) => {
      const known = this.#entries[token % MAPS]!.get(token);
      return known === undefined ? [] : [typeof known === 'number' ? [known] : known];
    });
    lists.sort((a, b) => a.length - b.length);
    const counts = new Map<number, number>();
    let visited = 0;
    for (const list of lists) {
      for (const entry of list) {
        if (visited === MOST_VISITED) return counts;
        visited += 1;
        counts.set(entry, (counts.get(entry) ?? 0) + 1);
      }
    }
    return counts;
  }
}
