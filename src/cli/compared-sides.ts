import type { StatisticsResult } from '../corpus/statistics/statistics-result.js';
import { UsageError } from '../errors.js';
import { describeYears } from './describe-stats-options.js';
import { countOf } from './document-tally.js';
import type { StatsOptions } from './stats-options.js';

/**
 * Against nothing every word would be a key word.
 * @throws UsageError where the target or the reference of keyness is empty
 */
export function checkSides({ corpus, reference }: StatisticsResult<object>, options: StatsOptions): void {
  if (options.what !== 'keyness' || reference === undefined) return;
  const sides = [
    { name: 'target', size: corpus, years: options.years, paths: options.paths },
    {
      name: 'reference',
      size: reference,
      years: options.referenceYears,
      paths: options.reference.length === 0 ? options.paths : options.reference,
    },
  ];
  for (const { name, size, years, paths } of sides) {
    if (size.tokens > 0) continue;
    const where = paths[0] === '-' ? 'standard input' : paths.join(', ');
    const kind = years === null ? '' : ` of ${describeYears(years)}`;
    const reason =
      size.documents === 0 ? `no report${kind}` : `no token in ${countOf(size.documents, 'report')}${kind}`;
    throw new UsageError(`keyness has nothing to compare: the ${name} is empty, ${reason} in ${where}`);
  }
}

/** Whether a document of both corpora is counted in one of them only: their years are told, and do not overlap. */
export function haveApartYears({ years, referenceYears }: StatsOptions): boolean {
  if (years === null || referenceYears === null) return false;
  return years.to < referenceYears.from || referenceYears.to < years.from;
}

const MOST_NAMED = 5;

export function describeShared(paths: readonly string[]): string {
  const named = paths.slice(0, MOST_NAMED).join(', ') + (paths.length > MOST_NAMED ? ', …' : '');
  return `warning: ${countOf(paths.length, 'file')} in both the target and the reference (${named})`;
}
