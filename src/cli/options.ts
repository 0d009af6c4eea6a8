import { UsageError } from '../errors.js';
import { resolveEncoding } from '../pipeline/read/decode-text.js';
import type { ReadOptions } from '../pipeline/read/format-reader.js';
import type { Shard } from '../runtime/shard.js';

/** What commander made of the command line, before anything is checked. */
export type RawFlags = Readonly<Record<string, unknown>>;

export interface OutputOptions {
  /** Null for standard output. */
  readonly output: string | null;
  readonly quiet: boolean;
  /** Whether colours are wanted, should the output be a terminal. */
  readonly colour: boolean;
}

interface InputOptions {
  readonly paths: readonly string[];
  readonly read: ReadOptions;
}

export interface ExtractOptions extends InputOptions, OutputOptions {
  readonly format: 'json' | 'jsonl' | 'table';
  readonly withText: boolean;
  readonly minConfidence: number;
  /** Whether frameworks and reports are linked across documents. */
  readonly link: boolean;
  readonly shard: Shard | null;
}

export interface ReadCommandOptions extends InputOptions, OutputOptions {
  readonly id: string | null;
}

export function parseExtractOptions(paths: readonly string[], flags: RawFlags): ExtractOptions {
  // One process does all the work in this version; the flag is checked so that scripts can give it already.
  readNumber(flags, 'jobs', 1, { least: 1, most: 1024, whole: true });
  return {
    ...parseInputOptions('extract', paths, flags),
    ...parseOutputOptions(flags),
    format: flags.format as ExtractOptions['format'],
    withText: flags.text === true,
    minConfidence: readNumber(flags, 'minConfidence', 0, { least: 0, most: 1, whole: false }),
    link: flags.link === true,
    shard: parseShard(flags.shard),
  };
}

export function parseReadOptions(paths: readonly string[], flags: RawFlags): ReadCommandOptions {
  return {
    ...parseInputOptions('read', paths, flags),
    ...parseOutputOptions(flags),
    id: typeof flags.id === 'string' ? flags.id : null,
  };
}

export function parseOutputOptions(flags: RawFlags): OutputOptions {
  const output = typeof flags.output === 'string' && flags.output !== '-' ? flags.output : null;
  if (output === '') throw new UsageError('-o needs the name of a file');
  return { output, quiet: flags.quiet === true, colour: flags.color !== false };
}

function parseInputOptions(command: string, paths: readonly string[], flags: RawFlags): InputOptions {
  if (paths.includes('')) throw new UsageError('a path is empty; name files, folders or globs, or . for this folder');
  if (paths.length === 0 && process.stdin.isTTY) {
    throw new UsageError(
      `nothing to read; name files or folders: workmethod ${command} reports/  (or - and type the text)`,
    );
  }
  return {
    paths: paths.length === 0 ? ['-'] : paths,
    read: {
      encoding: typeof flags.encoding === 'string' ? resolveEncoding(flags.encoding) : null,
      textField: String(flags.textField),
      idField: String(flags.idField),
    },
  };
}

interface NumberRange {
  readonly least: number;
  readonly most: number;
  readonly whole: boolean;
}

function readNumber(flags: RawFlags, name: string, fallback: number, range: NumberRange): number {
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

function parseShard(typed: unknown): Shard | null {
  if (typed === undefined) return null;
  const match = /^([0-9]{1,6})\/([0-9]{1,6})$/.exec(String(typed).trim());
  const index = Number(match?.[1]);
  const count = Number(match?.[2]);
  if (match !== null && index >= 1 && index <= count) return { index, count };
  throw new UsageError(`--shard takes I/N with I from 1 to N, as in 1/4, not '${typed}'`);
}
