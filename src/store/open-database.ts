import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { UsageError } from '../errors.js';

type Value = string | number | null | Uint8Array;
export type Row = readonly Value[];

/** One SQL statement, compiled once and run many times. */
export interface Statement {
  run(values?: readonly Value[]): void;
  /** Runs an INSERT and returns the id of its row. */
  insert(values: readonly Value[]): number;
  get(values?: readonly Value[]): Row | null;
  all(values?: readonly Value[]): Row[];
}

/** A connection to an SQLite file. */
export interface Database {
  /** Several statements without values. @throws an error that `tellFault` understands */
  execute(sql: string): void;
  prepare(sql: string): Statement;
  /** What is not committed is rolled back. */
  close(): void;
}

/** How long another connection may hold a lock before it is told of, in milliseconds. */
const PATIENCE = 1000;

/**
 * Opens an SQLite file; `create` makes one where there is none. Nothing is read yet.
 * @throws UsageError where the package is missing: it has no build for every system
 */
export function openDatabase(path: string, { create = false, immutable = false } = {}): Database {
  const Connection = loadPackage();
  const mode = immutable ? 'immutable=1' : `mode=${create ? 'rwc' : 'rw'}`;
  // As an address, for only so can be said that no file is to be made; and what looks like one of a server is a path here.
  const connection = new Connection(`${pathToFileURL(path).href}?${mode}`);
  connection.exec(`PRAGMA busy_timeout = ${PATIENCE}`);
  return {
    execute: (sql) => void connection.exec(sql),
    prepare: (sql) => wrapStatement(connection.prepare(sql)),
    close: () => void connection.close(),
  };
}

type Package = typeof import('libsql');

function loadPackage(): Package {
  try {
    return createRequire(import.meta.url)('libsql') as Package;
  } catch (error) {
    const reason = error instanceof Error ? error.message.split('\n', 1)[0] : error;
    throw new UsageError(
      `databases need the package libsql, which is not installed or has no build for ${process.platform} ${process.arch} (${reason}); ` +
        'read the files themselves, or run npm install libsql',
    );
  }
}

interface PackageStatement {
  readonly reader: boolean;
  raw(toggle: boolean): PackageStatement;
  run(values: readonly Value[]): { readonly lastInsertRowid: number | bigint };
  get(values: readonly Value[]): unknown;
  all(values: readonly Value[]): unknown[];
}

function wrapStatement(statement: PackageStatement): Statement {
  if (statement.reader) statement.raw(true);
  // Always as one list: a single value that is an object would be taken for named values.
  return {
    run: (values = []) => void statement.run(values),
    insert: (values) => Number(statement.run(values).lastInsertRowid),
    get: (values = []) => (statement.get(values) as Row | undefined) ?? null,
    all: (values = []) => statement.all(values) as Row[],
  };
}

/** What can be wrong with a database, apart from mistakes of the program. */
export type DatabaseFault = 'busy' | 'read-only' | 'unopenable' | 'full' | 'broken-disk' | 'damaged' | 'no-database';

/** By the primary result codes of SQLite: https://sqlite.org/rescode.html */
const FAULTS: Readonly<Record<number, DatabaseFault>> = {
  5: 'busy',
  6: 'busy',
  8: 'read-only',
  10: 'broken-disk',
  11: 'damaged',
  13: 'full',
  14: 'unopenable',
  26: 'no-database',
};

/** What an error of SQLite says; null for other errors. */
export function tellFault(error: unknown): DatabaseFault | null {
  if (!(error instanceof Error)) return null;
  // The package names primary codes only; the number of an extended one holds the primary one in its low byte.
  if ('rawCode' in error && typeof error.rawCode === 'number') return FAULTS[error.rawCode & 0xff] ?? null;
  return error.message.includes('Unable to open connection') ? 'unopenable' : null;
}
