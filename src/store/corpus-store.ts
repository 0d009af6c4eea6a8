import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { UsageError } from '../errors.js';
import type { ReadFailure } from '../model/document.js';
import { isDecidedByIndex, matchPhrases } from './bigrams.js';
import { holdsCorpus } from './corpus-file.js';
import { type CorpusSettings, readSettings } from './corpus-settings.js';
import { isWellFormed } from './exact-text.js';
import { type Database, openDatabase, type Row, tellFault } from './open-database.js';
import { DOCUMENT_COLUMNS, DocumentDetails, restoreDocument, type StoredDocument } from './stored-document.js';

/** A corpus database as a source of documents. It stays as it was when it was opened, whatever a run of `index` does meanwhile. */
export interface CorpusStore {
  /** What it was made from and by. */
  readonly settings: CorpusSettings;
  /** All documents in the order of their paths, those that could not be read in their place. */
  documents(): Generator<StoredDocument | ReadFailure>;
  /**
   * The documents in which a hit may stand, in the same order and with the failures.
   * @param required phrases of the normalized text that every hit needs: of each list at least one
   */
  candidates(required: readonly (readonly string[])[]): Generator<StoredDocument | ReadFailure>;
  close(): void;
}

/** So many characters are read at once, or one text. */
const BATCH_LENGTH = 2_000_000;
const BATCH_DOCUMENTS = 500;
/** Phrases beyond these are left to whoever looks at the texts. */
const MOST_CHECKED = 50;

/**
 * Opens a corpus database for reading.
 * @param name how the user named it, for messages
 * @throws UsageError where there is none
 */
export function openCorpusStore(path: string, name = path): CorpusStore {
  if (statSync(path, { throwIfNoEntry: false }) === undefined)
    throw new UsageError(`${name}: no such file; make it with workmethod index PATHS -o ${name}`);
  const database = openForReading(resolve(path), name);
  const settings = readSettings(database);
  const details = new DocumentDetails(database, settings.read.textField);
  function* read(required: readonly (readonly string[])[]): Generator<StoredDocument | ReadFailure> {
    const filter = createFilter(required);
    try {
      for (const batch of cutBatches(listEntries(database, matchPhrases(required)))) {
        if ('code' in batch) yield batch;
        else for (const row of selectDocuments(database, batch, filter)) yield restoreDocument(row, details);
      }
    } catch (error) {
      if (tellFault(error) !== 'damaged') throw error;
      throw new UsageError(`${name}: is damaged; delete it and make it anew with workmethod index`);
    }
  }
  return {
    settings,
    documents: () => read([]),
    candidates: read,
    close: () => {
      try {
        database.execute('COMMIT');
      } catch {
        // Nothing was written; what is wrong with the file was told where it was read.
      }
      database.close();
    },
  };
}

function openForReading(file: string, name: string): Database {
  try {
    return begin(openDatabase(file), name);
  } catch (error) {
    const fault = tellFault(error);
    if (fault === 'busy') throw new UsageError(`${name}: in use by another program; try again when it is done`);
    // Where nothing may be written there can be no writer to heed either.
    if (fault === 'unopenable' || fault === 'read-only') return begin(openDatabase(file, { immutable: true }), name);
    throw error;
  }
}

/** One transaction for all that is read, so that it comes from one state of the database. */
function begin(database: Database, name: string): Database {
  database.execute('PRAGMA query_only = ON; BEGIN');
  if (holdsCorpus(database, name)) return database;
  throw new UsageError(
    `${name}: holds no corpus yet, for the run of workmethod index that began it did not end; run it again`,
  );
}

/** A document by its id and its length in characters, or a failure. */
type Entry = { readonly id: number; readonly length: number } | ReadFailure;

function listEntries(database: Database, match: string | null): Entry[] {
  const where = match === null ? '' : 'WHERE id IN (SELECT rowid FROM bigrams WHERE bigrams MATCH ?)';
  const rows = database
    .prepare(
      `SELECT position, id, length, NULL, NULL, NULL FROM documents ${where}
       UNION ALL SELECT position, NULL, NULL, path, code, message FROM failures ORDER BY 1`,
    )
    .all(match === null ? [] : [match]);
  return rows.map(([, id, length, path, code, message]) =>
    id === null
      ? { path: String(path), code: String(code), message: String(message) }
      : { id: Number(id), length: Number(length) },
  );
}

/** Ids of documents that are read together, and the failures between them. */
function* cutBatches(entries: readonly Entry[]): Generator<number[] | ReadFailure> {
  let batch: number[] = [];
  let length = 0;
  for (const entry of entries) {
    const full = 'code' in entry || batch.length === BATCH_DOCUMENTS || length + entry.length > BATCH_LENGTH;
    if (full && batch.length > 0) {
      yield batch;
      batch = [];
      length = 0;
    }
    if ('code' in entry) yield entry;
    else {
      batch.push(entry.id);
      length += entry.length;
    }
  }
  if (batch.length > 0) yield batch;
}

/** A condition on texts, with what it is asked about. */
interface Filter {
  readonly sql: string;
  readonly values: readonly string[];
}

/**
 * That the phrases stand in the text: pairs that a text has somewhere need not stand side by side. Left out where the text in the table may not
 * be the text itself, or where somebody may seek without regard to capitals.
 */
function createFilter(required: readonly (readonly string[])[]): Filter {
  const checked = required.filter(
    (alternatives) => alternatives.every(isCheckable) && !alternatives.every(isDecidedByIndex),
  );
  const values = checked.flat();
  if (values.length > MOST_CHECKED) return { sql: '', values: [] };
  const clauses = checked.map((alternatives) => {
    const found = alternatives.map(() => 'instr(coalesce(t.normalized, t.source), ?)');
    return `AND (t.exact IS NOT NULL OR ${found.join(' OR ')})`;
  });
  return { sql: clauses.join(' '), values };
}

function isCheckable(phrase: string): boolean {
  return isWellFormed(phrase) && phrase.toLowerCase() === phrase.toUpperCase();
}

/** In the order of the ids: the outer loop of a cross join is its left side. */
function selectDocuments(database: Database, ids: readonly number[], { sql, values }: Filter): Row[] {
  return database
    .prepare(
      `SELECT ${DOCUMENT_COLUMNS} FROM json_each(?) j CROSS JOIN documents d ON d.id = j.value
       CROSS JOIN texts t ON t.document = d.id WHERE true ${sql}`,
    )
    .all([JSON.stringify(ids), ...values]);
}
