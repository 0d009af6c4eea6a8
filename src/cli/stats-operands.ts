import { existsSync } from 'node:fs';
import { STATISTICS, type StatisticName } from '../corpus/statistics/statistics-result.js';
import { UsageError } from '../errors.js';
import { READABLE_EXTENSIONS } from '../pipeline/read/formats.js';

export interface StatsOperands {
  readonly what: StatisticName;
  /** The words and phrases asked for; of trend none where the frameworks are asked for. */
  readonly items: readonly string[];
  readonly paths: readonly string[];
}

/**
 * `collocates 改革 reports/` → what, about what, where. Without a statistic it is `overview`.
 * @throws UsageError
 */
export function parseStatsOperands(operands: readonly string[]): StatsOperands {
  const [first, ...rest] = operands;
  if (first === undefined) return { what: 'overview', items: [], paths: [] };
  if (!isStatistic(first)) {
    if (leadsToFiles(first)) return { what: 'overview', items: [], paths: operands };
    throw new UsageError(`'${first}' is neither a statistic (${STATISTICS.join(', ')}) nor a path`);
  }
  const [item, ...paths] = rest;
  switch (first) {
    case 'collocates':
    case 'dispersion': {
      if (item === undefined || leadsToFiles(item)) {
        const example = first === 'collocates' ? '改革' : '改革,开放';
        throw new UsageError(`${first} needs a word before the paths: workmethod stats ${first} ${example} reports/`);
      }
      return { what: first, items: first === 'collocates' ? [item] : item.split(/[,，]/), paths };
    }
    case 'trend':
      if (item === undefined || leadsToFiles(item)) return { what: first, items: [], paths: rest };
      return { what: first, items: item.split(/[,，]/), paths };
    default:
      return { what: first, items: [], paths: rest };
  }
}

function isStatistic(typed: string): typed is StatisticName {
  return (STATISTICS as readonly string[]).includes(typed);
}

/** Something that is there, or that is written as a path or a pattern. */
function leadsToFiles(typed: string): boolean {
  if (typed === '-' || typed === '' || existsSync(typed)) return true;
  return /[\\/*?]/.test(typed) || [...READABLE_EXTENSIONS, '.db'].some((extension) => typed.endsWith(extension));
}
