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

export type CellValue = string | number | null | readonly unknown[];
/** A row by its fields. */
export type StatisticsRow = Readonly<Record<string, CellValue>>;

/** What was counted. */
export interface StatisticsResult<Row extends object = StatisticsRow> {
  readonly corpus: CorpusSize;
  /** What the corpus was compared with, in keyness. */
  readonly reference?: CorpusSize;
  readonly rows: Iterable<Row>;
  /** Further lists and figures beside the rows. */
  readonly more?: Readonly<Record<string, unknown>>;
}

/** Counts a corpus, a document after the other, in memory that grows with what is told of it, not with its text. */
export interface Statistic<Input, Row extends object = StatisticsRow> {
  add(document: Input): void;
  finish(): StatisticsResult<Row>;
}
