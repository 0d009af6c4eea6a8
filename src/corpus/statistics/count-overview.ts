import { type CorpusGroup, CorpusGroups, type Grouping, type PlacedDocument } from './corpus-groups.js';
import { perMillion } from './keyness-measures.js';
import type { Statistic } from './statistics-result.js';
import { TupleCounter } from './tuple-counter.js';
import { Vocabulary } from './vocabulary.js';

export interface OverviewRow {
  /** The part of the corpus; only where there are parts. */
  readonly group?: string;
  readonly documents: number;
  /** Sentences and headings with at least one token. */
  readonly sentences: number;
  readonly tokens: number;
  readonly characters: number;
  /** Different tokens. */
  readonly types: number;
  /** Types that occur once in the part (hapax legomena). */
  readonly hapaxLegomena: number;
  readonly tokensPerSentence: number | null;
  /** Numbered frameworks found. */
  readonly frameworks: number;
  readonly frameworksPerMillion: number;
}

/** Counts how much there is of a corpus and of its parts. Memory grows with the vocabulary (of each part, where there are parts). */
export class OverviewCounter implements Statistic<PlacedDocument, OverviewRow> {
  readonly #grouping: Grouping | null;
  readonly #groups: CorpusGroups;
  readonly #vocabulary = new Vocabulary();
  readonly #counter = new TupleCounter(2);
  readonly #frameworks: number[] = [];
  /** Documents by year; null holds those without. */
  readonly #years = new Map<number | null, number>();

  constructor(grouping: Grouping | null) {
    this.#grouping = grouping;
    this.#groups = new CorpusGroups(grouping);
  }

  add(placed: PlacedDocument): void {
    const { document, year } = placed;
    this.#years.set(year, (this.#years.get(year) ?? 0) + 1);
    const starts = document
      .extraction()
      .frameworks.map(({ span }) => span.start)
      .sort((a, b) => a - b);
    let next = 0;
    let last = 0;
    const tuple = [0, 0];
    for (const { sentence, group } of this.#groups.read(placed)) {
      for (; next < starts.length && starts[next]! < sentence.start; next++) this.#addFramework(last);
      last = group;
      tuple[0] = group;
      for (const token of sentence.tokens) {
        tuple[1] = this.#vocabulary.idOf(token);
        this.#counter.add(tuple, this.#groups.total.documents);
      }
    }
    for (; next < starts.length; next++) this.#addFramework(last);
  }

  /** One whose name begins in a sentence of the group. */
  #addFramework(group: number): void {
    this.#frameworks[group] = (this.#frameworks[group] ?? 0) + 1;
  }

  finish() {
    const { groups } = this.#groups;
    const types = groups.map(() => 0);
    const hapaxes = groups.map(() => 0);
    for (let index = 0; index < this.#counter.size; index++) {
      const group = this.#counter.partAt(index, 0);
      types[group]! += 1;
      if (this.#counter.frequencyAt(index) === 1) hapaxes[group]! += 1;
    }
    const rows = this.#groups
      .listInOrder()
      .map((i) => this.#describe(groups[i]!, types[i]!, hapaxes[i]!, this.#frameworks[i] ?? 0));
    return { corpus: this.#groups.total, rows, more: { years: this.#listYears() } };
  }

  #describe(group: CorpusGroup, types: number, hapaxLegomena: number, frameworks: number): OverviewRow {
    const { name, documents, sentences, tokens, characters } = group;
    return {
      ...(this.#grouping !== null && { group: name }),
      documents,
      sentences,
      tokens,
      characters,
      types,
      hapaxLegomena,
      tokensPerSentence: sentences === 0 ? null : tokens / sentences,
      frameworks,
      frameworksPerMillion: perMillion(frameworks, tokens),
    };
  }

  /** Documents of each year, those without last. */
  #listYears(): { readonly year: number | null; readonly documents: number }[] {
    const years = [...this.#years].map(([year, documents]) => ({ year, documents }));
    return years.sort((a, b) => (a.year ?? Number.POSITIVE_INFINITY) - (b.year ?? Number.POSITIVE_INFINITY));
  }
}
