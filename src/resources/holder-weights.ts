import { DataFileError } from '../errors.js';
import { readTable } from './read-table.js';

const FILE = 'frameworks/holder-weights.tsv';
let cached: ReadonlyMap<string, number> | null = null;

/** The weights of `data/frameworks/holder-weights.tsv` by reason. @throws DataFileError */
export function loadHolderWeights(): ReadonlyMap<string, number> {
  cached ??= new Map(
    readTable(FILE, ['reason', 'weight', 'note']).map(({ cells, line }) => {
      const weight = Number(cells['weight']);
      if (!Number.isFinite(weight))
        throw new DataFileError(`data/${FILE}`, line, 2, `not a number: ${cells['weight']}`);
      return [cells['reason']!, weight];
    }),
  );
  return cached;
}
