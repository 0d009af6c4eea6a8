import type { CountedSentence } from '../../model/countable-document.js';

/** Where tokens of a sentence spell an item: from the token `start` to before `end`. */
export interface TokenMatch {
  /** Index of the item. */
  readonly item: number;
  readonly start: number;
  readonly end: number;
}

/**
 * Finds words and phrases on the edges of tokens: 环境保护 is found as one token and as 环境|保护, not within 环境保护部. The tokens of
 * a match follow each other without a sign between them.
 */
export class TokenMatcher {
  readonly #items: ReadonlyMap<string, number>;
  /** Everything that an item begins with: tokens that spell none of it need not be looked at further. */
  readonly #beginnings: ReadonlySet<string>;

  /** @param items normalized and without blanks, each once */
  constructor(items: readonly string[]) {
    this.#items = new Map(items.map((item, i) => [item, i]));
    this.#beginnings = new Set(
      items.flatMap((item) => Array.from({ length: item.length }, (_, i) => item.slice(0, i + 1))),
    );
  }

  /** In order of place; every place where an item begins counts. */
  find({ tokens, afterSign }: CountedSentence): TokenMatch[] {
    const matches: TokenMatch[] = [];
    for (let start = 0; start < tokens.length; start++) {
      let spelt = tokens[start]!;
      for (let end = start + 1; this.#beginnings.has(spelt); end++) {
        const item = this.#items.get(spelt);
        if (item !== undefined) matches.push({ item, start, end });
        if (end === tokens.length || afterSign[end] === true) break;
        spelt += tokens[end]!;
      }
    }
    return matches;
  }
}
