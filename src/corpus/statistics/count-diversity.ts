import { type CorpusGroup, CorpusGroups, type Grouping, type PlacedDocument } from './corpus-groups.js';
import { hypergeometricDiversity, MovingAverageRatio } from './diversity-measures.js';
import { keepTop, rankRows } from './rank-rows.js';
import type { Statistic } from './statistics-result.js';
import { Vocabulary } from './vocabulary.js';

export interface DiversityRow {
  /** The document, or the part of the corpus. */
  readonly document: string;
  readonly tokens: number;
  readonly types: number;
  /** Null for a document without tokens; so are the others. */
  readonly typeTokenRatio: number | null;
  readonly movingAverageTypeTokenRatio: number | null;
  readonly hdD: number | null;
}

export interface DiversityOptions {
  readonly grouping: Grouping;
  /** Tokens of the moving window. */
  readonly movingWindow: number;
  readonly top: number | null;
  /** Null to leave the rows in the order of the corpus. */
  readonly sort: keyof DiversityRow | null;
}

/** What is kept of a part while it is counted. */
interface Meter {
  readonly vocabulary: Vocabulary;
  readonly frequencies: number[];
  readonly moving: MovingAverageRatio;
}

/** Counts how many different words there are. Several documents of one part are read as one text, in their order. Memory grows with the vocabulary of a part. */
export class DiversityCounter implements Statistic<PlacedDocument, DiversityRow> {
  readonly #options: DiversityOptions;
  readonly #groups: CorpusGroups;
  readonly #meters = new Map<number, Meter>();
  readonly #rows = new Map<number, DiversityRow>();

  constructor(options: DiversityOptions) {
    this.#options = options;
    this.#groups = new CorpusGroups(options.grouping);
  }

  add(placed: PlacedDocument): void {
    for (const { sentence, group } of this.#groups.read(placed)) {
      const { vocabulary, frequencies, moving } = this.#meterOf(group);
      for (const token of sentence.tokens) {
        const id = vocabulary.idOf(token);
        frequencies[id] = (frequencies[id] ?? 0) + 1;
        moving.add(id);
      }
    }
    // Years and folders go on in later documents, the others do not.
    const { grouping } = this.#options;
    if (grouping === 'document' || grouping === 'article') this.#closeAll();
  }

  #meterOf(group: number): Meter {
    let meter = this.#meters.get(group);
    if (meter === undefined) {
      const moving = new MovingAverageRatio(this.#options.movingWindow);
      meter = { vocabulary: new Vocabulary(), frequencies: [], moving };
      this.#meters.set(group, meter);
    }
    return meter;
  }

  #closeAll(): void {
    for (const [group, meter] of this.#meters) this.#rows.set(group, describe(this.#groups.groups[group]!, meter));
    this.#meters.clear();
  }

  finish() {
    const { sort, top } = this.#options;
    this.#closeAll();
    const rows = this.#groups
      .listInOrder()
      .map((group) => this.#rows.get(group) ?? describe(this.#groups.groups[group]!, null));
    const sorted = sort === null ? rows : rankRows(rows, sort, ({ document }) => document);
    return {
      corpus: this.#groups.total,
      rows: keepTop(sorted, top),
      more: { movingWindow: this.#options.movingWindow },
    };
  }
}

function describe({ name, tokens }: CorpusGroup, meter: Meter | null): DiversityRow {
  const types = meter?.vocabulary.size ?? 0;
  const spectrum = new Map<number, number>();
  for (const frequency of meter?.frequencies ?? []) spectrum.set(frequency, (spectrum.get(frequency) ?? 0) + 1);
  return {
    document: name,
    tokens,
    types,
    typeTokenRatio: tokens === 0 ? null : types / tokens,
    movingAverageTypeTokenRatio: meter?.moving.ratio ?? null,
    hdD: hypergeometricDiversity(spectrum, tokens),
  };
}
