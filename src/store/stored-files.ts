import type { ReadFailure } from '../model/document.js';
import type { FileState } from './file-state.js';
import type { Database } from './open-database.js';

/** A document or a failure in its place among the others. */
export interface StoredEntry {
  readonly id: number;
  readonly position: number;
  /** Null for a document. */
  readonly failure: ReadFailure | null;
}

/** A file as the last run left it. */
export interface StoredFile {
  readonly id: number;
  readonly state: FileState;
  /** In their order. */
  readonly entries: readonly StoredEntry[];
}

/** The files of a corpus by their paths. */
export function readStoredFiles(database: Database): Map<string, StoredFile> {
  const entries = readEntries(database);
  const rows = database.prepare('SELECT id, path, size, modified, changed FROM files').all();
  return new Map(
    rows.map(([id, path, size, modified, changed]) => {
      const state = { size, modified, changed } as FileState;
      return [String(path), { id: Number(id), state, entries: entries.get(Number(id)) ?? [] }];
    }),
  );
}

function readEntries(database: Database): Map<number, StoredEntry[]> {
  const rows = database
    .prepare(
      `SELECT file, id, position, NULL, NULL, NULL FROM documents
       UNION ALL SELECT file, id, position, path, code, message FROM failures ORDER BY 3`,
    )
    .all();
  const entries = new Map<number, StoredEntry[]>();
  for (const [file, id, position, path, code, message] of rows) {
    const failure = path === null ? null : ({ path, code, message } as ReadFailure);
    const list = entries.get(Number(file));
    const entry: StoredEntry = { id: Number(id), position: Number(position), failure };
    if (list === undefined) entries.set(Number(file), [entry]);
    else list.push(entry);
  }
  return entries;
}
