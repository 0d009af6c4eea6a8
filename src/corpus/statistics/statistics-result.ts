import type { CorpusSize } from './corpus-groups.js';

export const STATISTICS = [
  'overview',
  'words',
  'ngrams',
  'collocates',
  'keyness',
  'dispersion',
  'diversity',
  'frameworks',
  'trend',
] as const;
/** What can be told of a corpus. */
export type StatisticName = (typeof STATISTICS)[number];

/** What was counted. */
export interface StatisticsResult<Row extends object = object> {
  readonly corpus: CorpusSize;
  /** What the corpus was compared with, in keyness. */
  readonly reference?: CorpusSize;
  readonly rows: Iterable<Row>;
  /** Further lists and figures beside the rows. */
  readonly more?: Readonly<Record<string, unknown>>;
}

/** Counts a corpus, a document after the other, in memory that grows with what is told of it, not with its text. */
export interface Statistic<Input, Row extends object = object> {
  add(document: Input): void;
  finish(): StatisticsResult<Row>;
}
