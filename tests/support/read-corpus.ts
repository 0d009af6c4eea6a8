import { DEFAULT_READ_OPTIONS } from '../../src/pipeline/read/format-reader.js';
import { openCorpusIndex } from '../../src/store/corpus-index.js';
import { type CorpusStore, openCorpusStore } from '../../src/store/corpus-store.js';
import { currentSettings } from '../../src/store/current-settings.js';
import { openDatabase, type Row } from '../../src/store/open-database.js';

/** What a stored corpus holds, as the lines that `extract --format jsonl` prints. */
export function readCorpusLines(path: string): string[] {
  const store = openCorpusStore(path);
  const lines = [...store.documents()].map((stored) => {
    if (!('code' in stored)) return stored.recordJson();
    const { path, code, message } = stored;
    return JSON.stringify({ path, failure: { code, message } });
  });
  store.close();
  return lines;
}

/** The rows of a question in SQL, as another program would ask it. */
export function queryDatabase(path: string, sql: string): Row[] {
  const database = openDatabase(path);
  const rows = database.prepare(sql).all();
  database.close();
  return rows;
}

/** A corpus database of files. */
export async function storeCorpus(paths: readonly string[], database: string): Promise<CorpusStore> {
  const index = openCorpusIndex(database);
  const inputs = paths.map((path) => ({ path, failure: null }));
  for await (const step of index.update(inputs, currentSettings(paths, DEFAULT_READ_OPTIONS)))
    if (step.kind === 'failure') throw new Error(step.failure.message);
  index.commit();
  return openCorpusStore(database);
}
