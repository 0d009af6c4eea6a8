import { chiSquareTail } from './chi-square.js';
import { CorpusGroups, type CorpusSize, type Grouping, type PlacedDocument } from './corpus-groups.js';
import { FilteredTypes, type ItemFilter } from './item-filter.js';
import {
  type KeynessCounts,
  keynessLogLikelihood,
  logRatio,
  percentDifference,
  perMillion,
  simpleMaths,
} from './keyness-measures.js';
import { keepTop, rankRows } from './rank-rows.js';
import type { Statistic } from './statistics-result.js';
import { Vocabulary } from './vocabulary.js';

export interface KeynessRow {
  /** The part of the corpus that is compared with the rest; only where there are parts. */
  readonly group?: string;
  readonly item: string;
  readonly partOfSpeech?: string;
  readonly targetFrequency: number;
  readonly referenceFrequency: number;
  readonly targetPerMillion: number;
  readonly referencePerMillion: number;
  readonly logLikelihood: number;
  readonly pValue: number;
  readonly logRatio: number | null;
  readonly percentDifference: number | null;
  readonly simpleMaths: number;
}

export interface KeynessOptions {
  readonly filter: ItemFilter;
  /** Parts that are each compared with all the others; null to compare with a reference. */
  readonly grouping: Grouping | null;
  /** In both corpora together. */
  readonly minFrequency: number;
  /** So many of either direction. */
  readonly top: number | null;
  readonly sort: keyof KeynessRow;
  /** What simple maths adds to both frequencies per million. */
  readonly smoothing: number;
}

/** A document of the corpus that is described, or of the one that it is compared with. */
export interface ComparedDocument extends PlacedDocument {
  readonly side: 'target' | 'reference';
}

interface Sizes {
  readonly target: number;
  readonly reference: number;
}

/**
 * Compares the words of two corpora, or of each part of one with its other parts. Rows come with what the target has more of, the strongest first, then what it
 * has less of, the strongest last. Memory grows with the vocabulary (of each part, where there are parts).
 */
export class KeynessCounter implements Statistic<ComparedDocument, KeynessRow> {
  readonly #options: KeynessOptions;
  readonly #target: CorpusGroups;
  readonly #reference = new CorpusGroups(null);
  readonly #vocabulary = new Vocabulary();
  /** Frequencies by type: of the parts of the target, and of the reference. */
  readonly #groupCounts: Map<number, number>[] = [];
  readonly #referenceCounts = new Map<number, number>();

  constructor(options: KeynessOptions) {
    this.#options = options;
    this.#target = new CorpusGroups(options.grouping);
  }

  add(placed: ComparedDocument): void {
    const inTarget = placed.side === 'target';
    for (const { sentence, group } of (inTarget ? this.#target : this.#reference).read(placed)) {
      if (inTarget) this.#groupCounts[group] ??= new Map();
      const counts = inTarget ? this.#groupCounts[group]! : this.#referenceCounts;
      for (const [i, token] of sentence.tokens.entries()) {
        const id = this.#vocabulary.idOf(token, sentence.tags?.[i] ?? null);
        counts.set(id, (counts.get(id) ?? 0) + 1);
      }
    }
  }

  finish() {
    const reference: CorpusSize = this.#reference.total;
    return {
      corpus: this.#target.total,
      ...(this.#options.grouping === null && { reference }),
      rows: { [Symbol.iterator]: () => this.#listRows() },
    };
  }

  *#listRows(): Generator<KeynessRow> {
    const tokens = this.#target.total.tokens;
    if (this.#options.grouping === null) {
      const sizes = { target: tokens, reference: this.#reference.total.tokens };
      yield* this.#compare(this.#groupCounts[0] ?? new Map(), this.#referenceCounts, sizes, null);
      return;
    }
    const all = sumCounts(this.#groupCounts);
    for (const index of this.#target.listInOrder()) {
      // Of one part alone there is nothing else to compare with.
      if (this.#target.groups[index]!.tokens === tokens) continue;
      const own = this.#groupCounts[index] ?? new Map();
      const { name, tokens: target } = this.#target.groups[index]!;
      const rest = new Map([...all].map(([id, count]) => [id, count - (own.get(id) ?? 0)]));
      yield* this.#compare(own, rest, { target, reference: tokens - target }, name);
    }
  }

  #compare(
    target: ReadonlyMap<number, number>,
    reference: ReadonlyMap<number, number>,
    sizes: Sizes,
    group: string | null,
  ): readonly KeynessRow[] {
    const { filter, minFrequency, sort, top, smoothing } = this.#options;
    const filtered = new FilteredTypes(filter);
    const rows: KeynessRow[] = [];
    for (let id = 0; id < this.#vocabulary.size; id++) {
      const [token, tag] = [this.#vocabulary.tokenAt(id), this.#vocabulary.tagAt(id)];
      const [own, other] = [target.get(id) ?? 0, reference.get(id) ?? 0];
      if (own + other < minFrequency || own + other === 0 || filtered.flagsOf(id, token, tag) !== 0) continue;
      const counts = {
        targetFrequency: own,
        targetTokens: sizes.target,
        referenceFrequency: other,
        referenceTokens: sizes.reference,
      };
      rows.push({
        ...(group !== null && { group }),
        item: token,
        ...(tag !== null && { partOfSpeech: tag }),
        ...measure(counts, smoothing),
      });
    }
    return arrange(rows, sort, top);
  }
}

function measure(counts: KeynessCounts, smoothing: number): Omit<KeynessRow, 'group' | 'item' | 'partOfSpeech'> {
  const logLikelihood = keynessLogLikelihood(counts);
  return {
    targetFrequency: counts.targetFrequency,
    referenceFrequency: counts.referenceFrequency,
    targetPerMillion: perMillion(counts.targetFrequency, counts.targetTokens),
    referencePerMillion: perMillion(counts.referenceFrequency, counts.referenceTokens),
    logLikelihood,
    pValue: chiSquareTail(logLikelihood),
    logRatio: logRatio(counts),
    percentDifference: percentDifference(counts),
    simpleMaths: simpleMaths(counts, smoothing),
  };
}

/** Whether the target has more of a word than the reference. */
export function isOverused({ targetPerMillion, referencePerMillion }: KeynessRow): boolean {
  return targetPerMillion > referencePerMillion;
}

/** Whether neither has more of a word: by the frequencies, or by the log ratio, which puts ½ for none. */
export function isTied({ targetPerMillion, referencePerMillion, logRatio }: KeynessRow): boolean {
  return targetPerMillion === referencePerMillion || logRatio === 0;
}

const nameOf = ({ item, partOfSpeech = '' }: KeynessRow) => `${item}\t${partOfSpeech}`;

/** The strongest of the target first, the strongest of the reference last. */
function arrange(rows: readonly KeynessRow[], sort: keyof KeynessRow, top: number | null): readonly KeynessRow[] {
  if (sort === 'item') return keepTop(rankRows(rows, sort, nameOf), top);
  // What only the target has differs without bound.
  const rank = (some: readonly KeynessRow[]) => rankRows(some, sort, nameOf, Number.POSITIVE_INFINITY);
  const more = rank(rows.filter(isOverused));
  const less = rank(rows.filter((row) => !isOverused(row)));
  // A measure that knows the direction is least where the reference is strongest.
  if (!DIRECTED.has(sort)) less.reverse();
  return top === null ? [...more, ...less] : [...more.slice(0, top), ...less.slice(-top)];
}

const DIRECTED: ReadonlySet<string> = new Set(['logRatio', 'percentDifference', 'simpleMaths']);

function sumCounts(counts: readonly Map<number, number>[]): Map<number, number> {
  const all = new Map<number, number>();
  for (const own of counts) for (const [id, count] of own ?? []) all.set(id, (all.get(id) ?? 0) + count);
  return all;
}
