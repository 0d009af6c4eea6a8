import { closeSync, openSync, readSync } from 'node:fs';
import { UsageError } from '../errors.js';
import { isDatabase } from '../pipeline/read/database-signature.js';
import { type Database, tellFault } from './open-database.js';

/** Stands in the header of a corpus database: `wmdb`. */
export const APPLICATION_ID = 0x776d6462;
/** Of the tables in data/schema/corpus.sql. */
export const SCHEMA_VERSION = 1;

const SIGNATURE_BYTES = 16;

/**
 * Whether a path given to a command is a database and no report: by its first bytes, or by its name where there are none.
 * Not to be asked about a file that this process has open as a database: closing a file gives up the locks of the process on it.
 */
export function isDatabasePath(path: string): boolean {
  try {
    const file = openSync(path, 'r');
    try {
      const head = Buffer.alloc(SIGNATURE_BYTES);
      const length = readSync(file, head, 0, SIGNATURE_BYTES, 0);
      return length === 0 ? hasDatabaseName(path) : isDatabase(head);
    } finally {
      closeSync(file);
    }
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ENOENT' && hasDatabaseName(path);
  }
}

function hasDatabaseName(path: string): boolean {
  return /\.db$/i.test(path);
}

/**
 * Whether the database holds a corpus; false where it holds nothing yet.
 * @param name how the user named the file, for messages
 * @throws UsageError where it holds something else
 */
export function holdsCorpus(database: Database, name: string): boolean {
  const { applicationId, version, tables } = readHeader(database, name);
  if (applicationId === 0 && tables === 0) return false;
  if (applicationId !== APPLICATION_ID)
    throw new UsageError(
      `${name}: a database of another program, no corpus made by workmethod index; name another file`,
    );
  if (tables === 0) return false;
  if (version === SCHEMA_VERSION) return true;
  throw new UsageError(
    `${name}: made by ${version > SCHEMA_VERSION ? 'a newer' : 'an older'} version of workmethod (tables ${version}, read here: ${SCHEMA_VERSION}); ` +
      'delete it and make it anew with workmethod index',
  );
}

function readHeader(database: Database, name: string) {
  try {
    const number = (sql: string) => Number(database.prepare(sql).get()![0]);
    return {
      applicationId: number('PRAGMA application_id'),
      version: number('PRAGMA user_version'),
      tables: number('SELECT count(*) FROM sqlite_schema'),
    };
  } catch (error) {
    const fault = tellFault(error);
    if (fault === 'no-database')
      throw new UsageError(`${name}: is no corpus database; name one made by workmethod index, or another file`);
    if (fault === 'damaged')
      throw new UsageError(`${name}: is damaged; delete it and make it anew with workmethod index`);
    throw error;
  }
}
