/** How many entries of the lists are looked at for one question; the shortest lists, which tell most, come first. */
const MOST_VISITED = 4096;
/** How many candidates are proposed for one question. */
const MOST_CANDIDATES = 16;
/** Entries that share one token only are no candidates. */
const LEAST_SHARED = 2;
/** A map of JavaScript holds 2^24 keys at most. */
const MAPS = 16;

/**
 * Proposes which of many entries are like a new one, by the tokens they have in common: an inverted index. The work for a question is
 * bounded, however many entries share a token.
 */
export class CandidateIndex {
  /** The entries of a token, in the order they were added; most tokens have one. */
  readonly #entries = Array.from({ length: MAPS }, () => new Map<number, number | number[]>());

  /** How many tokens each entry shares with the one in question; all 0 between questions. */
  readonly #counts: Uint16Array;

  /** @param size how many entries there will be at most; they are numbered from 0 */
  constructor(size: number) {
    this.#counts = new Uint16Array(size);
  }

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

  /** Entries that share two tokens or more, those that share most first. */
  find(tokens: readonly number[]): number[] {
    const lists = tokens.flatMap((token) => {
      const known = this.#entries[token % MAPS]!.get(token);
      return known === undefined ? [] : [typeof known === 'number' ? [known] : known];
    });
    lists.sort((a, b) => a.length - b.length);
    const byCount: number[][] = [];
    for (const entry of this.#countShared(lists)) {
      const count = this.#counts[entry]!;
      this.#counts[entry] = 0;
      if (count < LEAST_SHARED) continue;
      byCount[count] ??= [];
      byCount[count].push(entry);
    }
    return byCount.reverse().flat().slice(0, MOST_CANDIDATES);
  }

  /** Leaves in `#counts` how many tokens each entry shares; returns the entries. */
  #countShared(lists: readonly (readonly number[])[]): number[] {
    const shared: number[] = [];
    let visited = 0;
    for (const list of lists) {
      for (const entry of list) {
        if (visited === MOST_VISITED) return shared;
        visited += 1;
        if (this.#counts[entry] === 0) shared.push(entry);
        this.#counts[entry]! += 1;
      }
    }
    return shared;
  }
}
