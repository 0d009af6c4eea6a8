import { DataFileError } from '../errors.js';
import { readTable } from './read-table.js';
import { WordIndex } from './word-index.js';

/** Words that end the name of an administrative place. */
export interface PlaceSuffixes {
  readonly index: WordIndex;
  /** 1 (province) to 5 (village); 0 for a word that ends like a place and is none. */
  readonly levels: ReadonlyMap<string, number>;
}

const FILE = 'lexicon/place-suffixes.tsv';
const COLUMNS = ['suffix', 'level'];
const LOWEST = 5;
let cached: PlaceSuffixes | null = null;

/** The rows of `data/lexicon/place-suffixes.tsv`. @throws DataFileError */
export function loadPlaceSuffixes(): PlaceSuffixes {
  cached ??= readSuffixes();
  return cached;
}

function readSuffixes(): PlaceSuffixes {
  const levels = new Map<string, number>();
  for (const { cells, line } of readTable(FILE, [...COLUMNS, 'example', 'counter_example'], COLUMNS)) {
    const level = Number(cells['level']);
    if (!Number.isInteger(level) || level < 0 || level > LOWEST) {
      throw new DataFileError(`data/${FILE}`, line, 2, `no level from 0 to ${LOWEST}: ${cells['level']}`);
    }
    levels.set(cells['suffix']!, level);
  }
  return { index: new WordIndex(levels.keys(), 'first'), levels };
}
