import { UsageError } from '../errors.js';
import type { SegmenterName, UnitKind } from '../model/segmentation.js';
import { resolveEncoding } from '../pipeline/read/decode-text.js';
import type { ReadOptions } from '../pipeline/read/format-reader.js';
import type { Shard } from '../runtime/shard.js';
import { printsToTerminal } from './terminal.js';

/** What commander made of the command line, before anything is checked. */
export type RawFlags = Readonly<Record<string, unknown>>;

export interface OutputOptions {
  /** Null for standard output. */
  readonly output: string | null;
  readonly quiet: boolean;
  /** Whether colours are wanted, should the output be a terminal. */
  readonly colour: boolean;
}

export interface InputOptions {
  readonly paths: readonly string[];
  readonly read: ReadOptions;
}

export interface ExtractOptions extends InputOptions, OutputOptions {
  readonly format: 'json' | 'jsonl' | 'table';
  readonly withText: boolean;
  readonly minConfidence: number;
  /** Whether names are explained; a text asks for the names that hold it. */
  readonly explain: boolean | string;
  /** Whether frameworks and reports are linked across documents. */
  readonly link: boolean;
  readonly shard: Shard | null;
}

export interface EvalOptions extends InputOptions, OutputOptions {
  /** Folders with annotations, or annotation files. */
  readonly gold: readonly string[];
  /** A file of results; null to extract from the reports. */
  readonly predictions: string | null;
  readonly minConfidence: number;
  readonly withMisses: boolean;
  readonly format: 'table' | 'json';
}

export interface ReadCommandOptions extends InputOptions, OutputOptions {
  readonly id: string | null;
}

export function parseExtractOptions(paths: readonly string[], flags: RawFlags): ExtractOptions {
  // One process does all the work in this version; the flag is checked so that scripts can give it already.
  readNumber(flags, 'jobs', 1, { least: 1, most: 1024, whole: true });
  const output = parseOutputOptions(flags);
  const explain = parseExplain(flags);
  const usual = explain !== false && printsToTerminal(output) ? 'table' : 'json';
  return {
    ...parseInputOptions('extract', paths, flags),
    ...output,
    format: (flags.format as ExtractOptions['format'] | undefined) ?? usual,
    explain,
    withText: flags.text === true,
    minConfidence: readConfidence(flags),
    link: flags.link === true,
    shard: parseShard(flags.shard),
  };
}

export interface SegmentOptions extends InputOptions, OutputOptions {
  readonly unit: UnitKind;
  readonly format: 'text' | 'jsonl' | 'conllu';
  readonly withPartOfSpeech: boolean;
  /** A file with words of the user's. */
  readonly dictionary: string | null;
  /** The engine asked for; null for the first that is installed. */
  readonly segmenter: SegmenterName | null;
}

/** Words are cut for the unit `word` and for CoNLL-U, whose sentences are made of them. */
export function asksForWords({ unit, format }: Pick<SegmentOptions, 'unit' | 'format'>): boolean {
  return unit === 'word' || format === 'conllu';
}

export function parseSegmentOptions(paths: readonly string[], flags: RawFlags): SegmentOptions {
  const options: SegmentOptions = {
    ...parseInputOptions('segment', paths, flags),
    ...parseOutputOptions(flags),
    unit: flags.unit as UnitKind,
    format: flags.format as SegmentOptions['format'],
    withPartOfSpeech: flags.pos === true,
    dictionary: typeof flags.dictionary === 'string' ? flags.dictionary : null,
    segmenter: (flags.segmenter as SegmenterName | undefined) ?? null,
  };
  if (options.format === 'conllu' && options.unit !== 'sentence' && options.unit !== 'word') {
    throw new UsageError(`--format conllu shows sentences with their words, not --unit ${options.unit}`);
  }
  const forWords = Object.entries({ '--pos': options.withPartOfSpeech, '--dictionary': options.dictionary !== null });
  const alone = forWords.find(([, given]) => given)?.[0] ?? (options.segmenter === null ? null : '--segmenter');
  if (alone !== null && !asksForWords(options)) {
    throw new UsageError(`${alone} is for words: add --unit word or --format conllu`);
  }
  return options;
}

export function parseReadOptions(paths: readonly string[], flags: RawFlags): ReadCommandOptions {
  return {
    ...parseInputOptions('read', paths, flags),
    ...parseOutputOptions(flags),
    id: typeof flags.id === 'string' ? flags.id : null,
  };
}

export function parseEvalOptions(paths: readonly string[], flags: RawFlags): EvalOptions {
  const gold = (flags.gold ?? []) as readonly string[];
  if (gold.length === 0 || gold.includes(''))
    throw new UsageError('name the folder with your annotations (NAME.gold.json): workmethod eval --gold annotated/');
  checkPaths(paths);
  return {
    paths,
    read: parseReadingFlags(flags),
    ...parseOutputOptions(flags),
    gold,
    predictions: typeof flags.predictions === 'string' ? flags.predictions : null,
    minConfidence: readConfidence(flags),
    withMisses: flags.misses === true,
    format: flags.format as EvalOptions['format'],
  };
}

export function parseOutputOptions(flags: RawFlags): OutputOptions {
  const output = typeof flags.output === 'string' && flags.output !== '-' ? flags.output : null;
  if (output === '') throw new UsageError('-o needs the name of a file');
  return { output, quiet: flags.quiet === true, colour: flags.color !== false };
}

export function parseInputOptions(command: string, paths: readonly string[], flags: RawFlags): InputOptions {
  checkPaths(paths);
  if (paths.length === 0 && process.stdin.isTTY) {
    throw new UsageError(
      `nothing to read; name files or folders: workmethod ${command} reports/  (or - and type the text)`,
    );
  }
  return {
    paths: paths.length === 0 ? ['-'] : paths,
    read: parseReadingFlags(flags),
  };
}

function checkPaths(paths: readonly string[]): void {
  if (paths.includes('')) throw new UsageError('a path is empty; name files, folders or globs, or . for this folder');
}

function parseReadingFlags(flags: RawFlags): ReadOptions {
  return {
    encoding: typeof flags.encoding === 'string' ? resolveEncoding(flags.encoding) : null,
    textField: String(flags.textField),
    idField: String(flags.idField),
  };
}

function readConfidence(flags: RawFlags): number {
  return readNumber(flags, 'minConfidence', 0, { least: 0, most: 1, whole: false });
}

interface NumberRange {
  readonly least: number;
  readonly most: number;
  readonly whole: boolean;
}

export function readNumber(flags: RawFlags, name: string, fallback: number, range: NumberRange): number {
  const typed = flags[name];
  if (typed === undefined) return fallback;
  const text = String(typed).trim();
  const value = Number(text);
  const fits = /^[0-9]*\.?[0-9]+$/.test(text) && value >= range.least && value <= range.most;
  if (fits && (!range.whole || Number.isInteger(value))) return value;
  const flag = name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  const kind = range.whole ? 'a whole number' : 'a number';
  throw new UsageError(`--${flag} takes ${kind} from ${range.least} to ${range.most}, not '${text}'`);
}

/** `--explain-name` asks for an explanation by itself. */
function parseExplain({ explain, explainName }: RawFlags): boolean | string {
  if (typeof explainName !== 'string') return explain === true;
  if (!/[\p{L}\p{N}]/u.test(explainName)) {
    throw new UsageError(`--explain-name takes a name or a part of one, as in 六诊六治, not '${explainName}'`);
  }
  return explainName;
}

function parseShard(typed: unknown): Shard | null {
  if (typed === undefined) return null;
  const match = /^([0-9]{1,6})\/([0-9]{1,6})$/.exec(String(typed).trim());
  const index = Number(match?.[1]);
  const count = Number(match?.[2]);
  if (match !== null && index >= 1 && index <= count) return { index, count };
  throw new UsageError(`--shard takes I/N with I from 1 to N, as in 1/4, not '${typed}'`);
}
