import { rmSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { UsageError } from '../errors.js';
import type { FoundInput } from '../pipeline/read/find-inputs.js';
import { readDataText } from '../resources/read-table.js';
import { APPLICATION_ID, holdsCorpus, SCHEMA_VERSION } from './corpus-file.js';
import { type CorpusSettings, readSettings } from './corpus-settings.js';
import { type Database, type DatabaseFault, openDatabase, tellFault } from './open-database.js';
import { type IndexStep, type UpdateOptions, updateCorpus } from './update-corpus.js';

/** A corpus database while it is made or brought up to date. Until `commit` others see it as it was. */
export interface CorpusIndex {
  /** What it was made from; null where it is new. */
  readonly stored: CorpusSettings | null;
  /** Makes it hold what the inputs hold, no more and no less. Steps are told as they are done. */
  update(inputs: readonly FoundInput[], settings: CorpusSettings, options?: UpdateOptions): AsyncGenerator<IndexStep>;
  /** Everything since the last commit takes effect at once. The index cannot be used after it. */
  commit(): void;
  /** Leaves the database as it was, or none where there was none. Harmless after `commit`. */
  abandon(): void;
}

/** Pages held in memory while writing, in KiB. */
const CACHE_KIB = 65_536;

/**
 * Opens a corpus database for one writer, or begins a new one. All changes are one transaction of SQLite, written to a log beside the file
 * (`-wal`), so that whoever reads goes on undisturbed and a process that is killed leaves the old state; the log is gone when the last one
 * who uses the database closes it.
 * @param path of the database
 * @param name how the user named it, for messages
 * @throws UsageError where another run writes to it, or something else stands there
 */
export function openCorpusIndex(path: string, name = path): CorpusIndex {
  const file = resolve(path);
  const isNew = checkPlace(file, name);
  const { database, stored } = openForWriting(file, name);
  let isOpen = true;
  let written = false;
  return {
    stored,
    async *update(inputs, settings, options = {}) {
      try {
        written = yield* updateCorpus(database, stored, inputs, settings, options);
      } catch (error) {
        throw describeDatabaseError(name, error);
      }
    },
    commit() {
      if (!isOpen) return;
      isOpen = false;
      try {
        database.execute(written ? 'COMMIT' : 'ROLLBACK');
        if (written) tidy(database);
      } catch (error) {
        throw describeDatabaseError(name, error);
      } finally {
        database.close();
      }
    },
    abandon() {
      if (!isOpen) return;
      isOpen = false;
      // Closing alone would not do: statements keep the transaction alive until they are collected.
      database.execute('ROLLBACK');
      database.close();
      if (isNew) removeFiles(file, ['', ...SIDE_FILES]);
    },
  };
}

/** What SQLite may put beside a database. */
const SIDE_FILES = ['-wal', '-shm', '-journal'] as const;

function removeFiles(file: string, endings: readonly string[]): void {
  for (const ending of endings) rmSync(file + ending, { force: true });
}

function openForWriting(file: string, name: string) {
  let database: Database | null = null;
  try {
    database = openDatabase(file, { create: true });
    return { database, stored: begin(database, name) ? readSettings(database) : null };
  } catch (error) {
    // Nothing is removed: another run may have begun the same new database.
    database?.close();
    throw describeDatabaseError(name, error);
  }
}

/** Whether there is no file yet. */
function checkPlace(file: string, name: string): boolean {
  const stats = statSync(file, { throwIfNoEntry: false });
  if (stats === undefined) {
    const folder = statSync(resolve(file, '..'), { throwIfNoEntry: false });
    if (folder?.isDirectory() !== true) throw new UsageError(`${name}: its folder does not exist; create it first`);
    // What a file that was deleted left behind must not be taken for the log of the new one.
    removeFiles(file, SIDE_FILES);
    return true;
  }
  if (stats.isDirectory()) throw new UsageError(`${name}: is a folder; name a file in it`);
  if (!stats.isFile()) throw new UsageError(`${name}: is no file; a database needs one`);
  return false;
}

/** Takes the right to write. Returns whether a corpus stands there already; else its tables were made. */
function begin(database: Database, name: string): boolean {
  // Checked before anything is written, for it may be the database of another program.
  const exists = holdsCorpus(database, name);
  database.execute(`PRAGMA foreign_keys = OFF; PRAGMA cache_size = -${CACHE_KIB}; PRAGMA synchronous = NORMAL`);
  if (!exists) {
    database.execute(
      `BEGIN IMMEDIATE; PRAGMA application_id = ${APPLICATION_ID}; PRAGMA user_version = ${SCHEMA_VERSION}; COMMIT`,
    );
  }
  database.execute('PRAGMA journal_mode = WAL');
  database.execute('BEGIN IMMEDIATE');
  // Another run may have come first between the question and the lock.
  if (holdsCorpus(database, name)) return true;
  database.execute(readDataText('schema/corpus.sql'));
  return false;
}

/** The log goes into the database, and the space of what was removed is given back where it is more than half. */
function tidy(database: Database): void {
  const number = (pragma: string) => Number(database.prepare(`PRAGMA ${pragma}`).get()![0]);
  try {
    if (number('freelist_count') * 2 > number('page_count')) database.execute('VACUUM');
    database.execute('PRAGMA wal_checkpoint(TRUNCATE)');
  } catch (error) {
    // Somebody reads just now: the log stays until the last one closes the database.
    if (tellFault(error) !== 'busy') throw error;
  }
}

/** @param name how the user named the database */
function describeDatabaseError(name: string, error: unknown): unknown {
  const fault = tellFault(error);
  return fault === null ? error : new UsageError(`${name}: ${REASONS[fault]}`);
}

const REASONS: Readonly<Record<DatabaseFault, string>> = {
  busy: 'another run of workmethod index is writing to it; wait until it is done',
  'read-only': 'cannot be written; check who may write there',
  unopenable: 'cannot be opened for writing; check who may write there',
  full: 'the disk is full; nothing was changed',
  'broken-disk': 'the disk reports an error; nothing was changed',
  damaged: 'is damaged; delete it and make it anew with workmethod index',
  'no-database': 'is no corpus database; name one made by workmethod index, or another file',
};
