import { availableParallelism } from 'node:os';
import { UsageError } from '../errors.js';
import type { SearchQuery } from '../search/query.js';
import {
  type InputOptions,
  type OutputOptions,
  parseInputOptions,
  parseOutputOptions,
  type RawFlags,
  readNumber,
} from './options.js';

type SearchFormat = 'text' | 'kwic' | 'jsonl' | 'csv' | 'count' | 'files';

export interface SearchOptions extends InputOptions, OutputOptions {
  readonly query: SearchQuery;
  readonly format: SearchFormat;
  readonly before: number;
  readonly after: number;
  readonly hitsPerDocument: number;
  /** Columns on either side; null where nothing was said. */
  readonly columns: number | null;
  readonly sort: 'left' | 'right' | 'path';
  readonly sample: number | null;
  readonly seed: number;
  readonly jobs: number;
}

const MOST = 1_000_000_000;
/** More threads than this wait for the disk, and for the one that writes. */
const MOST_JOBS = 4;

/** @param pattern the first thing typed, which is a path where `-e` names the patterns */
export function parseSearchOptions(
  pattern: string | undefined,
  rest: readonly string[],
  flags: RawFlags,
): SearchOptions {
  const named = flags.pattern as readonly string[] | undefined;
  if (pattern === undefined && named === undefined)
    throw new UsageError('name what to look for: workmethod search 信访 reports/');
  const patterns = named ?? [pattern!];
  const paths = named === undefined || pattern === undefined ? rest : [pattern, ...rest];
  const context = readCount(flags, 'context', 0, 0);
  const options: SearchOptions = {
    ...parseInputOptions(`search ${patterns[0]}`, paths, flags),
    ...parseOutputOptions(flags),
    query: readQuery(patterns, flags),
    format: readFormat(flags),
    before: readCount(flags, 'before', context, 0),
    after: readCount(flags, 'after', context, 0),
    hitsPerDocument: readCount(flags, 'maxCount', Number.POSITIVE_INFINITY, 1),
    columns: flags.width === undefined ? null : readNumber(flags, 'width', 0, { least: 0, most: 10_000, whole: true }),
    sort: (flags.sort as SearchOptions['sort'] | undefined) ?? 'path',
    sample: flags.sample === undefined ? null : readCount(flags, 'sample', 0, 1),
    seed: readCount(flags, 'seed', 0, 0),
    jobs: readNumber(flags, 'jobs', Math.min(MOST_JOBS, availableParallelism()), { least: 1, most: 1024, whole: true }),
  };
  checkTogether(options, flags);
  return options;
}

function readQuery(patterns: readonly string[], flags: RawFlags): SearchQuery {
  const and = (flags.and ?? []) as readonly string[];
  const not = (flags.not ?? []) as readonly string[];
  if (flags.near !== undefined && and.length === 0)
    throw new UsageError('--near tells how far --and may be: add --and and what must stand near');
  return {
    patterns,
    regex: flags.regex === true,
    exact: flags.exact === true,
    ignoreCase: flags.ignoreCase === true,
    and,
    not,
    near: flags.near === undefined ? null : readCount(flags, 'near', 0, 0),
    place: (flags.in as SearchQuery['place'] | undefined) ?? 'text',
  };
}

function readCount(flags: RawFlags, name: string, fallback: number, least: number): number {
  return readNumber(flags, name, fallback, { least, most: MOST, whole: true });
}

function readFormat({ format, json, kwic, count, list }: RawFlags): SearchFormat {
  const asked = new Set<SearchFormat>();
  if (format !== undefined) asked.add(format as SearchFormat);
  if (json === true) asked.add('jsonl');
  if (kwic === true) asked.add('kwic');
  if (count === true) asked.add('count');
  if (list === true) asked.add('files');
  if (asked.size > 1) throw new UsageError('choose one of --format, --json, --kwic, -c and -l');
  return [...asked][0] ?? 'text';
}

/** Flags that would do nothing are told, for somebody meant something by them. */
function checkTogether({ format, sort, sample }: SearchOptions, flags: RawFlags): void {
  const lines = ['before', 'after', 'context'].some((name) => flags[name] !== undefined);
  if (lines && format !== 'text') throw new UsageError('-A, -B and -C show lines; they go with --format text alone');
  if (sort !== 'path' && (format === 'text' || format === 'count' || format === 'files'))
    throw new UsageError(`--sort ${sort} orders single hits: add --kwic, --json or --format csv`);
  if (sample !== null && (format === 'text' || format === 'count' || format === 'files'))
    throw new UsageError('--sample draws single hits: add --kwic, --json or --format csv');
  if (flags.seed !== undefined && sample === null) throw new UsageError('--seed is for --sample: add how many to draw');
}
