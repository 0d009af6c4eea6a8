import { DataFileError } from '../errors.js';
import { readTable } from './read-table.js';

/**
 * The rows of a table below `data/` whose column `kind` is one of those known.
 * @throws DataFileError at a kind that is not
 */
export function readKinds(
  file: string,
  columns: readonly string[],
  known: readonly string[],
): Readonly<Record<string, string>>[] {
  return readTable(file, columns).map(({ cells, line }) => {
    if (known.includes(cells['kind']!)) return cells;
    const column = columns.indexOf('kind') + 1;
    throw new DataFileError(`data/${file}`, line, column, `unknown kind; known: ${known.join(', ')}`);
  });
}
