import { DataFileError } from '../errors.js';
import { readTable } from './read-table.js';

const FILE = 'frameworks/link-weights.tsv';
let cached: ReadonlyMap<string, number> | null = null;

/** The weights of `data/frameworks/link-weights.tsv` by feature. @throws DataFileError */
export function loadLinkWeights(): ReadonlyMap<string, number> {
  cached ??= new Map(
    readTable(FILE, ['feature', 'weight', 'note']).map(({ cells, line }) => {
      const weight = Number(cells['weight']);
      if (!Number.isFinite(weight))
        throw new DataFileError(`data/${FILE}`, line, 2, `not a number: ${cells['weight']}`);
      return [cells['feature']!, weight];
    }),
  );
  return cached;
}
