import type { Grouping } from '../corpus/statistics/corpus-groups.js';
import type { CollocateWindow } from '../corpus/statistics/count-collocates.js';
import type { YearRange } from '../corpus/statistics/document-year.js';
import type { StatisticName } from '../corpus/statistics/statistics-result.js';
import { UsageError } from '../errors.js';
import type { SegmenterName } from '../model/segmentation.js';
import {
  type InputOptions,
  type OutputOptions,
  parseInputOptions,
  parseOutputOptions,
  type RawFlags,
  readNumber,
} from './options.js';
import { parseStatsOperands } from './stats-operands.js';

export interface StatsOptions extends InputOptions, OutputOptions {
  readonly what: StatisticName;
  /** The words and phrases asked for, as typed. */
  readonly items: readonly string[];
  readonly format: 'table' | 'json' | 'csv';
  readonly unit: 'word' | 'char';
  readonly segmenter: SegmenterName | null;
  readonly dictionary: string | null;
  readonly n: number;
  /** Tags of jieba's or universal ones; empty for all, null where parts of speech are not told apart. */
  readonly pos: readonly string[] | null;
  /** A file, `default` for the list of the program, null for none. */
  readonly stopwords: string | null;
  readonly window: CollocateWindow;
  readonly by: Grouping | null;
  readonly top: number | null;
  readonly minFrequency: number;
  readonly sort: string | null;
  readonly reference: readonly string[];
  readonly years: YearRange | null;
  readonly referenceYears: YearRange | null;
  readonly smoothing: number;
  readonly movingWindow: number;
  readonly dateField: string;
}

/** Which statistics a flag is for; flags that are not listed are for all. */
const FLAG_USERS: Readonly<Record<string, readonly StatisticName[]>> = {
  n: ['ngrams'],
  pos: ['words', 'ngrams', 'collocates', 'keyness'],
  stopwords: ['words', 'ngrams', 'collocates', 'keyness'],
  window: ['collocates'],
  by: ['overview', 'words', 'ngrams', 'keyness', 'dispersion', 'diversity'],
  top: ['words', 'ngrams', 'collocates', 'keyness', 'diversity', 'frameworks'],
  minFrequency: ['words', 'ngrams', 'collocates', 'keyness', 'frameworks'],
  sort: ['words', 'ngrams', 'collocates', 'keyness', 'dispersion', 'diversity', 'frameworks'],
  reference: ['keyness'],
  referenceYears: ['keyness'],
  smoothing: ['keyness'],
  movingWindow: ['diversity'],
};

/** What rows may be sorted by; the first is taken where nothing is said. */
const SORT_MEASURES: Partial<Readonly<Record<StatisticName, readonly string[]>>> = {
  words: ['frequency', 'documents', 'item'],
  ngrams: ['frequency', 'documents', 'item'],
  collocates: ['logDice', 'frequency', 'mutualInformation', 'tScore', 'logLikelihood', 'collocate'],
  keyness: [
    'logLikelihood',
    'logRatio',
    'percentDifference',
    'simpleMaths',
    'targetFrequency',
    'referenceFrequency',
    'item',
  ],
  dispersion: [
    'frequency',
    'range',
    'juillandD',
    'deviationOfProportions',
    'deviationOfProportionsNorm',
    'averageReducedFrequency',
    'item',
  ],
  diversity: ['tokens', 'types', 'typeTokenRatio', 'movingAverageTypeTokenRatio', 'hdD', 'document'],
  frameworks: ['occurrences', 'documents', 'declared', 'name'],
};

const LEAST_FREQUENCY: Partial<Readonly<Record<StatisticName, number>>> = { ngrams: 2, collocates: 3 };
const TABLE_TOP = 20;
const MOST = 1e9;
const LONGEST_NGRAM = 8;
const WIDEST_WINDOW = 100;

/** @param operands what stands behind `stats`: the statistic, what it is about, paths */
export function parseStatsOptions(operands: readonly string[], flags: RawFlags): StatsOptions {
  const { what, items, paths } = parseStatsOperands(operands);
  checkFlags(what, flags);
  const unit = (flags.unit as StatsOptions['unit'] | undefined) ?? 'word';
  if (unit === 'char') checkUnit(flags);
  const output = parseOutputOptions(flags);
  readNumber(flags, 'jobs', 1, { least: 1, most: 1024, whole: true });
  const format = (flags.format as StatsOptions['format'] | undefined) ?? 'table';
  const whole = (name: string, fallback: number, least: number, most: number) =>
    readNumber(flags, name, fallback, { least, most, whole: true });
  const options: StatsOptions = {
    ...parseInputOptions('stats', paths, flags),
    ...output,
    what,
    items,
    format,
    unit,
    segmenter: (flags.segmenter as SegmenterName | undefined) ?? null,
    dictionary: typeof flags.dictionary === 'string' ? flags.dictionary : null,
    n: whole('n', what === 'ngrams' ? 2 : 1, 1, LONGEST_NGRAM),
    pos: parseTags(flags.pos),
    stopwords: typeof flags.stopwords === 'string' && flags.stopwords !== 'none' ? flags.stopwords : null,
    window: parseWindow(flags.window),
    by: (flags.by as Grouping | undefined) ?? (what === 'dispersion' || what === 'diversity' ? 'document' : null),
    top: flags.top === undefined && format !== 'table' ? null : whole('top', TABLE_TOP, 1, MOST),
    minFrequency: whole('minFrequency', LEAST_FREQUENCY[what] ?? 1, 1, MOST),
    sort: parseSort(what, flags.sort),
    reference: (flags.reference ?? []) as readonly string[],
    years: parseYears('years', flags.years),
    referenceYears: parseYears('reference-years', flags.referenceYears),
    smoothing: readNumber(flags, 'smoothing', 1, { least: 1e-6, most: 1e6, whole: false }),
    movingWindow: whole('movingWindow', 100, 1, 1e6),
    dateField: String(flags.dateField ?? 'date'),
  };
  if (what === 'keyness') checkReference(options);
  // --reference takes all paths behind it, so a target there would be lost.
  if (paths.length === 0 && options.reference.length > 1)
    throw new UsageError('name the paths of the target before --reference, or - for standard input');
  return options;
}

function flagName(name: string): string {
  return name === 'n' ? '-n' : `--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
}

function checkFlags(what: StatisticName, flags: RawFlags): void {
  for (const [name, users] of Object.entries(FLAG_USERS)) {
    if (flags[name] === undefined || users.includes(what)) continue;
    throw new UsageError(`${flagName(name)} is for stats ${users.join(', ')}, not for ${what}`);
  }
}

function checkUnit(flags: RawFlags): void {
  const idle = ['pos', 'segmenter', 'dictionary'].find((name) => flags[name] !== undefined);
  if (idle !== undefined) throw new UsageError(`--${idle} is for words; leave --unit char out`);
}

function checkReference({ reference, years, referenceYears, by }: StatsOptions): void {
  if (reference.includes('')) throw new UsageError('--reference needs a path');
  const compared = reference.length > 0 || referenceYears !== null;
  if (by !== null && compared) throw new UsageError('--by compares each part with the others; leave --reference out');
  if (by === null && !compared) {
    throw new UsageError(
      'keyness needs something to compare with: --reference PATH, --reference-years -1989, or --by year to compare each part with the others',
    );
  }
  if (reference.length > 0 || referenceYears === null) return;
  const target = years ?? { from: Number.NEGATIVE_INFINITY, to: Number.POSITIVE_INFINITY };
  if (target.from <= referenceYears.to && referenceYears.from <= target.to) {
    throw new UsageError(
      '--years and --reference-years overlap: as in --years 2013- --reference-years -1989 they must not',
    );
  }
}

function parseTags(typed: unknown): readonly string[] | null {
  if (typeof typed !== 'string') return null;
  if (typed === 'all') return [];
  const tags = typed.split(',').map((tag) => tag.trim());
  if (tags.every((tag) => /^(?:[a-z]+|[A-Z]+)$/.test(tag))) return tags;
  throw new UsageError(`--pos takes tags of jieba's (n,v,a), universal ones (NOUN,VERB) or all, not '${typed}'`);
}

function parseWindow(typed: unknown): CollocateWindow {
  if (typed === undefined) return { left: 5, right: 5 };
  const match = /^(\d{1,3}):(\d{1,3})$/.exec(String(typed).trim());
  const [left, right] = [Number(match?.[1]), Number(match?.[2])];
  if (match !== null && left <= WIDEST_WINDOW && right <= WIDEST_WINDOW && left + right > 0) return { left, right };
  throw new UsageError(
    `--window takes L:R, tokens to the left and right, each up to ${WIDEST_WINDOW}, as in 5:5, not '${typed}'`,
  );
}

function parseSort(what: StatisticName, typed: unknown): string | null {
  const known = SORT_MEASURES[what] ?? [];
  if (typed === undefined) return what === 'dispersion' || what === 'diversity' ? null : (known[0] ?? null);
  if (known.includes(String(typed))) return String(typed);
  throw new UsageError(`--sort of ${what} takes ${known.join(', ')}, not '${typed}'`);
}

/** `2013-`, `-1989`, `1990-1999`, `2013` */
function parseYears(flag: string, typed: unknown): YearRange | null {
  if (typed === undefined) return null;
  const match = /^(\d{4})?(-)?(\d{4})?$/.exec(String(typed).trim());
  if (match !== null) {
    const [, first, dash, last] = match;
    const from = first === undefined ? Number.NEGATIVE_INFINITY : Number(first);
    const to = last === undefined ? (dash === undefined ? from : Number.POSITIVE_INFINITY) : Number(last);
    if ((first !== undefined || last !== undefined) && from <= to && (dash !== undefined || last === undefined))
      return { from, to };
  }
  throw new UsageError(
    `--${flag} takes a year or a range of them, as in 2013, 2013-, -1989, 1990-1999, not '${typed}'`,
  );
}
