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
 * @param wanted those of them that the rows hold: a run reads some two thousand rows before its first document, and examples are for the tests
 * @throws DataFileError at a missing column or a row with a wrong number of cells
 */
export function readTable(file: string, columns: readonly string[], wanted = columns): TableRow[] {
  return parseTable(readDataText(file), `data/${file}`, columns, wanted);
}

/** The text of a file below `data/`. */
export function readDataText(file: string): string {
  return readFileSync(new URL(file, DATA_FOLDER), 'utf8');
}

function parseTable(text: string, name: string, columns: readonly string[], wanted: readonly string[]): TableRow[] {
  const rows: TableRow[] = [];
  const places = wanted.map((column) => columns.indexOf(column));
  let header: string[] | null = null;
  // Loops by index: a start reads some four thousand rows before anything is compiled, and iterators cost twice the time there.
  const lines = text.split('\n');
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index]!;
    if (line.startsWith('#') || line.trim() === '') continue;
    const values = line.split('\t');
    if (header === null) {
      header = values.map((value) => value.trim());
      const wrong = columns.findIndex((column, i) => header![i] !== column);
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
    for (let i = 0; i < places.length; i++) cells[wanted[i]!] = (values[places[i]!] ?? '').trim();
    rows.push({ cells, line: index + 1 });
  }
  return rows;
}

/**
 * The words of a table below `data/` by what stands in its column `kind`; one list for each kind that is known.
 * @param word the column of the words
 * @throws DataFileError at a kind that is not known
 */
export function readKinds(
  file: string,
  columns: readonly string[],
  known: readonly string[],
  word: string,
): ReadonlyMap<string, string[]> {
  const words = new Map<string, string[]>(known.map((kind) => [kind, []]));
  for (const { cells, line } of readTable(file, columns, ['kind', word])) {
    const ofKind = words.get(cells['kind']!);
    if (ofKind === undefined) {
      const column = columns.indexOf('kind') + 1;
      throw new DataFileError(`data/${file}`, line, column, `unknown kind; known: ${known.join(', ')}`);
    }
    ofKind.push(cells[word]!);
  }
  return words;
}
