import { readFileSync } from 'node:fs';
import { DataFileError } from '../errors.js';

const DATA_FOLDER = new URL('../../data/', import.meta.url);

/** One row of a tab-separated data file: cells by the names of the header, and where it stands for error messages. */
export interface TableRow {
  readonly cells: Readonly<Record<string, string>>;
  readonly line: number;
}

/**
 * Reads a tab-separated file below `data/`: a header line, then a row a line; blank lines and lines that begin with `#` are comments.
 * @param file path below `data/`, with forward slashes
 * @param columns the columns that must be there, in this order
 * @throws DataFileError at a missing column or a row with a wrong number of cells
 */
export function readTable(file: string, columns: readonly string[]): TableRow[] {
  return parseTable(readDataText(file), `data/${file}`, columns);
}

/** The text of a file below `data/`. */
export function readDataText(file: string): string {
  return readFileSync(new URL(file, DATA_FOLDER), 'utf8');
}

function parseTable(text: string, name: string, columns: readonly string[]): TableRow[] {
  const rows: TableRow[] = [];
  let header: string[] | null = null;
  const lines = text.split('\n');
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index]!;
    if (line.startsWith('#') || line.trim() === '') continue;
    const values = line.split('\t');
    for (let i = 0; i < values.length; i++) values[i] = values[i]!.trim();
    if (header === null) {
      header = values;
      const wrong = columns.findIndex((column, i) => values[i] !== column);
      if (wrong >= 0 || values.length !== columns.length) {
        throw new DataFileError(name, index + 1, Math.max(wrong, 0) + 1, `the header must be: ${columns.join(', ')}`);
      }
      continue;
    }
    if (values.length > header.length) {
      throw new DataFileError(
        name,
        index + 1,
        header.length + 1,
        `${values.length} cells, but the header names ${header.length}`,
      );
    }
    const cells: Record<string, string> = {};
    for (let i = 0; i < header.length; i++) cells[header[i]!] = values[i] ?? '';
    rows.push({ cells, line: index + 1 });
  }
  return rows;
}
