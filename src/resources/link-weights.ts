import { DataFileError } from '../errors.js';
import { readTable } from './read-table.js';

const FILE = 'frameworks/link-weights.tsv';
const COLUMNS = ['feature', 'weight', 'note'];
let cached: ReadonlyMap<string, number> | null = null;
let cachedNotes: ReadonlyMap<string, string> | null = null;

/** The weights of `data/frameworks/link-weights.tsv` by feature. @throws DataFileError */
export function loadLinkWeights(): ReadonlyMap<string, number> {
  cached ??= new Map(
    readTable(FILE, COLUMNS).map(({ cells, line }) => {
      const weight = Number(cells['weight']);
      if (!Number.isFinite(weight))
        throw new DataFileError(`data/${FILE}`, line, 2, `not a number: ${cells['weight']}`);
      return [cells['feature']!, weight];
    }),
  );
  return cached;
}

/** What each feature measures, in words: the notes of `data/frameworks/link-weights.tsv`. @throws DataFileError */
export function loadFeatureNotes(): ReadonlyMap<string, string> {
  cachedNotes ??= new Map(readTable(FILE, COLUMNS).map(({ cells }) => [cells['feature']!, cells['note']!]));
  return cachedNotes;
}
