import { readFileSync } from 'node:fs';
import { readTable } from '../../src/resources/read-table.js';

/** A cell that stands for none. */
export const NONE = '-';

export type Cells = Readonly<Record<string, string>>;

export function readText(file: string): string {
  return readFileSync(new URL(`../../data/${file}`, import.meta.url), 'utf8');
}

/** The rows of a file below `data/`, by the columns that its header names. */
export function rowsOf(file: string): Cells[] {
  return readTable(file, headerOf(readText(file))).map(({ cells }) => cells);
}

export function headerOf(text: string): string[] {
  const header = text.split('\n').find((line) => line.trim() !== '' && !line.startsWith('#'));
  return (header ?? '').split('\t').map((name) => name.trim());
}

/** Rows as test.each wants them: what to call the row, and its cells. */
export function casesOf(rows: readonly Cells[], column: string): [string, Cells][] {
  return rows.map((cells) => [cells[column]!, cells]);
}
