import { CorpusGroups, type Grouping, type PlacedDocument } from './corpus-groups.js';
import {
  averageReducedFrequency,
  countRange,
  deviationOfProportions,
  deviationOfProportionsNorm,
  juillandD,
} from './dispersion-measures.js';
import { rankRows } from './rank-rows.js';
import type { Statistic } from './statistics-result.js';
import { type SoughtItem, TokenMatcher } from './token-matcher.js';

export interface DispersionRow {
  readonly item: string;
  readonly frequency: number;
  /** How many parts have it. */
  readonly range: number;
  readonly juillandD: number | null;
  readonly deviationOfProportions: number | null;
  readonly deviationOfProportionsNorm: number | null;
  readonly averageReducedFrequency: number;
  /** How often in each of the `parts`. */
  readonly frequencies: readonly number[];
}

export interface DispersionOptions {
  /** Each once. */
  readonly items: readonly SoughtItem[];
  readonly grouping: Grouping;
  /** Null to leave the items in the order asked for. */
  readonly sort: keyof DispersionRow | null;
}

/** Counts how evenly items are spread over the parts of a corpus. Memory grows with the parts and the occurrences of the items. */
export class DispersionCounter implements Statistic<PlacedDocument, DispersionRow> {
  readonly #options: DispersionOptions;
  readonly #groups: CorpusGroups;
  readonly #matcher: TokenMatcher;
  /** By item: the places of its occurrences in tokens, and how many there are in each part. */
  readonly #positions: number[][];
  readonly #counts: Map<number, number>[];

  constructor(options: DispersionOptions) {
    this.#options = options;
    this.#groups = new CorpusGroups(options.grouping);
    this.#matcher = new TokenMatcher(options.items);
    this.#positions = options.items.map(() => []);
    this.#counts = options.items.map(() => new Map());
  }

  add(placed: PlacedDocument): void {
    for (const { sentence, group } of this.#groups.read(placed)) {
      const before = this.#groups.total.tokens - sentence.tokens.length;
      for (const { item, start } of this.#matcher.find(sentence)) {
        this.#positions[item]!.push(before + start);
        const counts = this.#counts[item]!;
        counts.set(group, (counts.get(group) ?? 0) + 1);
      }
    }
  }

  finish() {
    const { items, sort } = this.#options;
    const { groups } = this.#groups;
    // A part without tokens has no share that anything could be compared with.
    const parts = this.#groups.listInOrder().filter((index) => groups[index]!.tokens > 0);
    const rows = items.map(({ text }, i) => this.#describe(text, i, parts));
    return {
      corpus: this.#groups.total,
      rows: sort === null ? rows : rankRows(rows, sort, (row) => row.item),
      more: { parts: parts.map((index) => ({ name: groups[index]!.name, tokens: groups[index]!.tokens })) },
    };
  }

  #describe(item: string, i: number, parts: readonly number[]): DispersionRow {
    const frequencies = parts.map((index) => this.#counts[i]!.get(index) ?? 0);
    const counts = { frequencies, sizes: parts.map((index) => this.#groups.groups[index]!.tokens) };
    return {
      item,
      frequency: this.#positions[i]!.length,
      range: countRange(counts),
      juillandD: juillandD(counts),
      deviationOfProportions: deviationOfProportions(counts),
      deviationOfProportionsNorm: deviationOfProportionsNorm(counts),
      averageReducedFrequency: averageReducedFrequency(this.#positions[i]!, this.#groups.total.tokens),
      frequencies,
    };
  }
}
