import type { CountedSentence } from '../../model/countable-document.js';
import {
  type CooccurrenceCounts,
  collocateLogLikelihood,
  expectedFrequency,
  logDice,
  mutualInformation,
  tScore,
} from './association-measures.js';
import { CorpusGroups, type PlacedDocument } from './corpus-groups.js';
import { FilteredTypes, type ItemFilter } from './item-filter.js';
import { keepTop, rankRows } from './rank-rows.js';
import type { Statistic } from './statistics-result.js';
import { type SoughtItem, type TokenMatch, TokenMatcher } from './token-matcher.js';
import { Vocabulary } from './vocabulary.js';

export interface CollocateRow {
  readonly collocate: string;
  readonly partOfSpeech?: string;
  /** Its occurrences within the windows around the node. One that lies in two windows counts once. */
  readonly frequency: number;
  readonly nodeFrequency: number;
  readonly collocateFrequency: number;
  readonly expected: number;
  readonly logDice: number;
  readonly mutualInformation: number;
  readonly tScore: number;
  readonly logLikelihood: number;
}

/** How many tokens are looked at on either side of the node, within its sentence. */
export interface CollocateWindow {
  readonly left: number;
  readonly right: number;
}

export interface CollocateOptions {
  readonly node: SoughtItem;
  readonly window: CollocateWindow;
  readonly filter: ItemFilter;
  readonly minFrequency: number;
  readonly top: number | null;
  readonly sort: keyof CollocateRow;
}

/**
 * Counts what stands near a node: surface co-occurrence within a window that ends with the sentence (Evert 2008, section 3.1). Signs are no tokens: the window
 * goes on behind a comma. Memory grows with the vocabulary.
 */
export class CollocateCounter implements Statistic<PlacedDocument, CollocateRow> {
  readonly #options: CollocateOptions;
  readonly #groups = new CorpusGroups(null);
  readonly #vocabulary = new Vocabulary();
  readonly #matcher: TokenMatcher;
  /** By type: occurrences in the corpus, and within the windows. */
  readonly #totals: number[] = [];
  readonly #near: number[] = [];
  #nodeFrequency = 0;
  #windowTokens = 0;

  constructor(options: CollocateOptions) {
    this.#options = options;
    this.#matcher = new TokenMatcher([options.node]);
  }

  add(placed: PlacedDocument): void {
    for (const { sentence } of this.#groups.read(placed)) {
      const { tokens, tags } = sentence;
      const ids = tokens.map((token, i) => this.#vocabulary.idOf(token, tags?.[i] ?? null));
      for (const id of ids) this.#totals[id] = (this.#totals[id] ?? 0) + 1;
      const nodes = this.#matcher.find(sentence);
      if (nodes.length > 0) this.#addWindows(ids, nodes, sentence);
    }
  }

  #addWindows(ids: readonly number[], nodes: readonly TokenMatch[], { tokens }: CountedSentence): void {
    const { left, right } = this.#options.window;
    const covered = new Uint8Array(tokens.length);
    for (const { start, end } of nodes) {
      covered.fill(1, Math.max(0, start - left), start);
      covered.fill(1, end, Math.min(tokens.length, end + right));
    }
    this.#nodeFrequency += nodes.length;
    for (const [i, id] of ids.entries()) {
      if (covered[i] === 0) continue;
      this.#windowTokens += 1;
      this.#near[id] = (this.#near[id] ?? 0) + 1;
    }
  }

  finish() {
    const { sort, top, window, node } = this.#options;
    const rows = rankRows(
      this.#listRows(),
      sort,
      ({ collocate, partOfSpeech = '' }) => `${collocate}\t${partOfSpeech}`,
    );
    return {
      corpus: this.#groups.total,
      rows: keepTop(rows, top),
      more: { node: node.text, nodeFrequency: this.#nodeFrequency, window, windowTokens: this.#windowTokens },
    };
  }

  #listRows(): CollocateRow[] {
    const { filter, minFrequency } = this.#options;
    const filtered = new FilteredTypes(filter);
    const rows: CollocateRow[] = [];
    // A sparse list: most types never stand near the node.
    this.#near.forEach((frequency, id) => {
      const [token, tag] = [this.#vocabulary.tokenAt(id), this.#vocabulary.tagAt(id)];
      if (frequency < minFrequency || filtered.flagsOf(id, token, tag) !== 0) return;
      const counts = {
        frequency,
        nodeFrequency: this.#nodeFrequency,
        collocateFrequency: this.#totals[id]!,
        windowTokens: this.#windowTokens,
        tokens: this.#groups.total.tokens,
      };
      rows.push({ collocate: token, ...(tag !== null && { partOfSpeech: tag }), ...measure(counts) });
    });
    return rows;
  }
}

function measure(counts: CooccurrenceCounts): Omit<CollocateRow, 'collocate' | 'partOfSpeech'> {
  const { frequency, nodeFrequency, collocateFrequency } = counts;
  return {
    frequency,
    nodeFrequency,
    collocateFrequency,
    expected: expectedFrequency(counts),
    logDice: logDice(counts),
    mutualInformation: mutualInformation(counts),
    tScore: tScore(counts),
    logLikelihood: collocateLogLikelihood(counts),
  };
}
