import { rmSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { UsageError } from '../errors.js';
import type { FoundInput } from '../pipeline/read/find-inputs.js';
import { readDataText } from '../resources/read-table.js';
import { APPLICATION_ID, holdsCorpus, SCHEMA_VERSION } from './corpus-file.js';
import { type CorpusSettings, readSettings } from './corpus-settings.js';
import { type Database, databaseErrorCode, openDatabase } from './open-database.js';
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
  const database = open(file, name);
  const release = (remove: boolean) => {
    database.close();
    if (remove) for (const ending of ['', '-wal', '-shm', '-journal']) rmSync(file + ending, { force: true });
  };
  let stored: CorpusSettings | null;
  try {
    stored = begin(database, name) ? readSettings(database) : null;
  } catch (error) {
    // Another run may have begun the same new database: it is not ours to remove.
    release(false);
    throw describeDatabaseError(name, error);
  }
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
        release(false);
      }
    },
    abandon() {
      if (!isOpen) return;
      isOpen = false;
      // Closing alone would not do: statements keep the transaction alive until they are collected.
      database.execute('ROLLBACK');
      release(isNew);
    },
  };
}

/** Whether there is no file yet. */
function checkPlace(file: string, name: string): boolean {
  const stats = statSync(file, { throwIfNoEntry: false });
  if (stats === undefined) {
    const folder = statSync(resolve(file, '..'), { throwIfNoEntry: false });
    if (folder?.isDirectory() !== true) throw new UsageError(`${name}: its folder does not exist; create it first`);
    // What a file that was deleted left behind must not be taken for the log of the new one.
    for (const ending of ['-wal', '-shm', '-journal']) rmSync(file + ending, { force: true });
    return true;
  }
  if (stats.isDirectory()) throw new UsageError(`${name}: is a folder; name a file in it`);
  if (!stats.isFile()) throw new UsageError(`${name}: is no file; a database needs one`);
  return false;
}

function open(file: string, name: string): Database {
  try {
    return openDatabase(file, { create: true });
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new UsageError(`${name}: cannot be opened for writing; check who may write there`);
  }
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
    if (databaseErrorCode(error)?.startsWith('SQLITE_BUSY') !== true) throw error;
  }
}

/** @param name how the user named the database */
function describeDatabaseError(name: string, error: unknown): unknown {
  const code = databaseErrorCode(error);
  if (code === null) return error;
  const reason = REASONS.find(([start]) => code.startsWith(start))?.[1];
  return reason === undefined ? error : new UsageError(`${name}: ${reason}`);
}

const REASONS = [
  ['SQLITE_BUSY', 'another run of workmethod index is writing to it; wait until it is done'],
  ['SQLITE_LOCKED', 'another run of workmethod index is writing to it; wait until it is done'],
  ['SQLITE_READONLY', 'cannot be written; check who may write there'],
  ['SQLITE_CANTOPEN', 'cannot be opened for writing; check who may write there'],
  ['SQLITE_FULL', 'the disk is full; nothing was changed'],
  ['SQLITE_IOERR', 'the disk reports an error; nothing was changed'],
  ['SQLITE_CORRUPT', 'is damaged; delete it and make it anew with workmethod index'],
] as const;
