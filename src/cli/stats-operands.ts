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
  switch (first) {
    case 'collocates':
    case 'dispersion':
      return parseWords(first, rest);
    case 'trend':
      return parseTrend(rest);
    default:
      return { what: first, items: [], paths: rest };
  }
}

/** The first operand is the word, whatever files there are. Alone it is more likely a path whose word was forgotten. */
function parseWords(what: 'collocates' | 'dispersion', [item, ...paths]: readonly string[]): StatsOperands {
  if (item === undefined || item === '' || item === '-' || (paths.length === 0 && leadsToFiles(item))) {
    const example = what === 'collocates' ? '改革' : '改革,开放';
    throw new UsageError(`${what} needs a word before the paths: workmethod stats ${what} ${example} reports/`);
  }
  return { what, items: what === 'collocates' ? [item] : splitWords(item), paths };
}

/** The phrase may be left out, so the first operand is a path where it is written as one, or stands alone and is there. */
function parseTrend(operands: readonly string[]): StatsOperands {
  const [item, ...paths] = operands;
  if (item !== undefined && paths.length > 0 && isBarePattern(item)) throw new UsageError(`'${item}' is no word`);
  const withoutPhrase = item === undefined || isWrittenAsPath(item) || (paths.length === 0 && existsSync(item));
  if (withoutPhrase) return { what: 'trend', items: [], paths: operands };
  return { what: 'trend', items: splitWords(item), paths };
}

function splitWords(typed: string): string[] {
  return typed.split(/[,，、]/);
}

function isStatistic(typed: string): typed is StatisticName {
  return (STATISTICS as readonly string[]).includes(typed);
}

/** Something that is there, or that is written as a path or a pattern. */
function leadsToFiles(typed: string): boolean {
  return isWrittenAsPath(typed) || existsSync(typed);
}

function isWrittenAsPath(typed: string): boolean {
  if (['', '-', '.', '..'].includes(typed)) return true;
  return /[\\/*?]/.test(typed) || [...READABLE_EXTENSIONS, '.db'].some((extension) => typed.endsWith(extension));
}

/** `.*`, `.?`: an expression that stands for any word, and hardly for files. `*` alone may stand for those of this folder. */
function isBarePattern(typed: string): boolean {
  return typed.length > 1 && /^[.*?+^$]+$/.test(typed) && /[*?]/.test(typed) && typed !== '**';
}
