import type { CountedSentence } from '../../model/countable-document.js';
import { type CorpusGroup, CorpusGroups, type Grouping, type PlacedDocument } from './corpus-groups.js';
import { FilteredTypes, type ItemFilter, OTHER_TAG, STOPWORD } from './item-filter.js';
import { perMillion } from './keyness-measures.js';
import { rankTuples } from './rank-tuples.js';
import type { Statistic } from './statistics-result.js';
import { TupleCounter } from './tuple-counter.js';
import { Vocabulary } from './vocabulary.js';

/** A word or an n-gram. */
export interface ItemRow {
  /** The part of the corpus; only where there are parts. */
  readonly group?: string;
  readonly item: string;
  readonly partOfSpeech?: string;
  readonly frequency: number;
  readonly perMillion: number;
  /** How many documents have it. */
  readonly documents: number;
}

export interface ItemOptions {
  /** 1 for words. */
  readonly n: number;
  readonly filter: ItemFilter;
  readonly grouping: Grouping | null;
  readonly minFrequency: number;
  /** How many rows of each part; null for all. */
  readonly top: number | null;
  readonly sort: 'frequency' | 'documents' | 'item';
  /** What stands between the tokens of an n-gram: a blank between words, nothing between characters. */
  readonly joint: string;
}

/**
 * Counts words or n-grams. The tokens of an n-gram follow each other in one sentence without a sign between them. Memory grows with the distinct
 * items: some 30 bytes for each beside the vocabulary.
 */
export class ItemCounter implements Statistic<PlacedDocument, ItemRow> {
  readonly #options: ItemOptions;
  readonly #groups: CorpusGroups;
  readonly #vocabulary = new Vocabulary();
  readonly #filtered: FilteredTypes;
  readonly #counter: TupleCounter;
  /** The group and the types of the n-gram at hand. */
  readonly #tuple: Int32Array;

  constructor(options: ItemOptions) {
    this.#options = options;
    this.#groups = new CorpusGroups(options.grouping);
    this.#filtered = new FilteredTypes(options.filter);
    this.#counter = new TupleCounter(options.n + 1);
    this.#tuple = new Int32Array(options.n + 1);
  }

  add(placed: PlacedDocument): void {
    for (const { sentence, group } of this.#groups.read(placed)) {
      this.#tuple[0] = group;
      this.#addSentence(sentence);
    }
  }

  #addSentence({ tokens, tags, afterSign }: CountedSentence): void {
    const { n } = this.#options;
    const document = this.#groups.total.documents;
    const ids: number[] = [];
    for (let i = 0; i < tokens.length; i++) {
      if (n > 1 && afterSign[i] === true) ids.length = 0;
      ids.push(this.#vocabulary.idOf(tokens[i]!, tags?.[i] ?? null));
      if (ids.length < n) continue;
      const first = ids.length - n;
      let taken = true;
      for (let k = 0; k < n && taken; k++) {
        const id = ids[first + k]!;
        const edge = k === 0 || k === n - 1;
        taken = (this.#flagsOf(id) & (edge ? OTHER_TAG | STOPWORD : OTHER_TAG)) === 0;
        this.#tuple[k + 1] = id;
      }
      if (taken) this.#counter.add(this.#tuple, document);
    }
  }

  #flagsOf(id: number): number {
    return this.#filtered.flagsOf(id, this.#vocabulary.tokenAt(id), this.#vocabulary.tagAt(id));
  }

  finish() {
    return { corpus: this.#groups.total, rows: { [Symbol.iterator]: () => this.#listRows() } };
  }

  /** Row by row: of n-grams there may be millions. */
  *#listRows(): Generator<ItemRow> {
    const { groups } = this.#groups;
    const ranked = rankTuples(this.#counter, groups.length, this.#options, this.#vocabulary.listOrder());
    for (const group of this.#groups.listInOrder()) {
      for (const index of ranked[group]!) yield this.#describe(index, groups[group]!);
    }
  }

  #describe(index: number, group: CorpusGroup): ItemRow {
    const { grouping, filter, n } = this.#options;
    const frequency = this.#counter.frequencyAt(index);
    const ids = Array.from({ length: n }, (_, k) => this.#counter.partAt(index, k + 1));
    return {
      ...(grouping !== null && { group: group.name }),
      item: this.#spell(index),
      ...(filter.takesTag !== null && { partOfSpeech: ids.map((id) => this.#vocabulary.tagAt(id) ?? '').join(' ') }),
      frequency,
      perMillion: perMillion(frequency, group.tokens),
      documents: this.#counter.documentsAt(index),
    };
  }

  #spell(index: number): string {
    let text = this.#vocabulary.tokenAt(this.#counter.partAt(index, 1));
    for (let k = 2; k <= this.#options.n; k++)
      text += this.#options.joint + this.#vocabulary.tokenAt(this.#counter.partAt(index, k));
    return text;
  }
}
