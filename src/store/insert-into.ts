import type { Database, Statement } from './open-database.js';

/** The statement that adds a row to a table. */
export function insertInto(database: Database, table: string, columns: readonly string[]): Statement {
  const places = columns.map(() => '?').join(', ');
  return database.prepare(`INSERT INTO ${table} (${columns.join(', ')}) VALUES (${places})`);
}
