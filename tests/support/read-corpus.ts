import { openCorpusStore } from '../../src/store/corpus-store.js';
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
