import type { CountedSentence } from '../../model/countable-document.js';

/** Where tokens of a sentence spell an item: from the token `start` to before `end`. */
export interface TokenMatch {
  /** Index of the item. */
  readonly item: number;
  readonly start: number;
  readonly end: number;
}

/** A word or a phrase that is looked for. */
export interface SoughtItem {
  /** Normalized, without blanks and signs. */
  readonly text: string;
  /** Whether the engine takes it for one token: then it is that token and nothing else, as in a list of words. */
  readonly oneToken: boolean;
}

/**
 * Finds words and phrases on the edges of tokens. A phrase is found however its stretch was cut: 乡村振兴战略 as 乡村|振兴|战略 and as 乡村振兴|战略, but
 * not where it begins or ends within a token. The tokens of a match follow each other without a sign between them.
 */
export class TokenMatcher {
  readonly #items: ReadonlyMap<string, number>;
  /** What phrases begin with: tokens that spell none of it need not be looked at further. */
  readonly #beginnings: ReadonlySet<string>;
  readonly #oneToken: readonly boolean[];

  /** @param items each once */
  constructor(items: readonly SoughtItem[]) {
    this.#items = new Map(items.map(({ text }, i) => [text, i]));
    this.#oneToken = items.map(({ oneToken }) => oneToken);
    const phrases = items.filter(({ oneToken }) => !oneToken);
    this.#beginnings = new Set(
      phrases.flatMap(({ text }) => Array.from({ length: text.length }, (_, i) => text.slice(0, i + 1))),
    );
  }

  /** In order of place; every place where an item begins counts. */
  find({ tokens, afterSign }: CountedSentence): TokenMatch[] {
    const matches: TokenMatch[] = [];
    for (let start = 0; start < tokens.length; start++) {
      let spelt = tokens[start]!;
      for (let end = start + 1; ; end++) {
        const item = this.#items.get(spelt);
        if (item !== undefined && (end === start + 1 || !this.#oneToken[item])) matches.push({ item, start, end });
        if (!this.#beginnings.has(spelt) || end === tokens.length || afterSign[end] === true) break;
        spelt += tokens[end]!;
      }
    }
    return matches;
  }
}
