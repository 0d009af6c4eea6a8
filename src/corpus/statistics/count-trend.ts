import { CorpusGroups, type PlacedDocument } from './corpus-groups.js';
import { perMillion } from './keyness-measures.js';
import type { Statistic } from './statistics-result.js';

export interface TrendRow {
  /** The phrase; only where phrases are followed. */
  readonly item?: string;
  readonly year: number;
  readonly documents: number;
  readonly frequency: number;
  readonly perMillion: number;
}

interface Year {
  documents: number;
  tokens: number;
  /** Of each item. */
  readonly frequencies: number[];
}

/**
 * Follows phrases over the years, or the numbered frameworks where no phrase is given. A phrase counts wherever its characters stand in the text, also within a longer word (改革 in
 * 改革开放), as `search` finds it. Years without a document are there, with 0.
 */
export class TrendCounter implements Statistic<PlacedDocument, TrendRow> {
  readonly #phrases: readonly string[];
  readonly #groups = new CorpusGroups(null);
  readonly #years = new Map<number, Year>();

  /** @param phrases normalized; empty for the frameworks */
  constructor(phrases: readonly string[]) {
    this.#phrases = phrases;
  }

  /** @param placed with its year; those without are told by who calls */
  add(placed: PlacedDocument): void {
    const { document, year } = placed;
    if (year === null) return;
    let tokens = 0;
    for (const { sentence } of this.#groups.read(placed)) tokens += sentence.tokens.length;
    const counts = this.#yearOf(year);
    counts.documents += 1;
    counts.tokens += tokens;
    if (this.#phrases.length === 0) counts.frequencies[0]! += document.extraction().frameworks.length;
    for (const [i, phrase] of this.#phrases.entries()) counts.frequencies[i]! += countPhrase(document.text, phrase);
  }

  finish() {
    const items = this.#phrases.length === 0 ? [null] : this.#phrases;
    const years = [...this.#years.keys()];
    const first = years.reduce((least, year) => Math.min(least, year), Number.POSITIVE_INFINITY);
    const last = years.reduce((most, year) => Math.max(most, year), Number.NEGATIVE_INFINITY);
    const rows: TrendRow[] = [];
    for (const [i, item] of items.entries()) {
      for (let year = first; year <= last; year++) rows.push(this.#describe(item, i, year));
    }
    return { corpus: this.#groups.total, rows, more: { phrases: this.#phrases } };
  }

  #yearOf(year: number): Year {
    let counts = this.#years.get(year);
    if (counts === undefined) {
      counts = { documents: 0, tokens: 0, frequencies: new Array(Math.max(1, this.#phrases.length)).fill(0) };
      this.#years.set(year, counts);
    }
    return counts;
  }

  #describe(item: string | null, i: number, year: number): TrendRow {
    const counts = this.#years.get(year);
    const frequency = counts?.frequencies[i] ?? 0;
    return {
      ...(item !== null && { item }),
      year,
      documents: counts?.documents ?? 0,
      frequency,
      perMillion: perMillion(frequency, counts?.tokens ?? 0),
    };
  }
}

/** Occurrences that do not overlap, from the first on. */
function countPhrase(text: string, phrase: string): number {
  let count = 0;
  if (phrase === '') return count;
  for (let at = text.indexOf(phrase); at >= 0; at = text.indexOf(phrase, at + phrase.length)) count += 1;
  return count;
}
