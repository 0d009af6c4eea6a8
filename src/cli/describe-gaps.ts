import type { StatisticsResult } from '../corpus/statistics/statistics-result.js';
import { describeYears } from './describe-stats-options.js';
import { countOf } from './document-tally.js';
import type { StatsOptions } from './stats-options.js';

/** Why there is less in a result than its reader may look for. */
export function describeGaps({ corpus, rows, more }: StatisticsResult<object>, options: StatsOptions): string[] {
  if (options.years !== null && corpus.documents === 0) return [`no report of ${describeYears(options.years)}`];
  if (options.what !== 'collocates') return [];
  const { node, nodeFrequency } = more as { readonly node: string; readonly nodeFrequency: number };
  if (nodeFrequency === 0) return [`${node} does not occur`];
  for (const _ of rows) return [];
  const occurs = `${node} occurs ${countOf(nodeFrequency, 'time')}`;
  const { minFrequency } = options;
  return [
    minFrequency > 1
      ? `${occurs}; nothing of the list stands near it ${minFrequency} times (--min-frequency)`
      : `${occurs}; nothing of the list stands near it`,
  ];
}
