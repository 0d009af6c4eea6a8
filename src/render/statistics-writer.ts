import type { StatisticName, StatisticsResult } from '../corpus/statistics/statistics-result.js';
import type { ReadFailure } from '../model/document.js';
import type { SegmenterInfo } from '../model/segmentation.js';

/** A statistic and how it came about, for all formats. */
export interface StatisticsReport {
  readonly what: StatisticName;
  /** Null where characters were counted. */
  readonly segmenter: SegmenterInfo | null;
  /** What of the wishes of the user decided the figures, by their names in JSON. */
  readonly options: Readonly<Record<string, unknown>>;
  readonly result: StatisticsResult<object>;
  /** Documents that were left out because nothing tells their year, by their ids. */
  readonly undated: readonly string[];
  readonly failures: readonly ReadFailure[];
}

/** Joins pieces to some that are worth a write; rows may be millions. */
export function* inBatches(pieces: Iterable<string>): Generator<string> {
  let batch = '';
  for (const piece of pieces) {
    batch += piece;
    if (batch.length < BATCH) continue;
    yield batch;
    batch = '';
  }
  if (batch !== '') yield batch;
}

const BATCH = 65_536;
