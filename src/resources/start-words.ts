import { DataFileError } from '../errors.js';
import { readTable } from './read-table.js';
import { WordIndex } from './word-index.js';

/** Verbs that, with a date beside the name, tell when a practice began. */
export interface StartWords {
  readonly index: WordIndex;
  /** Those that tell a beginning without 起, 以来, 自 or 从 beside the date. */
  readonly alone: ReadonlySet<string>;
}

const FILE = 'frameworks/start-words.tsv';
const COLUMNS = ['verb', 'alone'];
let cached: StartWords | null = null;

/** The rows of `data/frameworks/start-words.tsv`. @throws DataFileError */
export function loadStartWords(): StartWords {
  cached ??= readWords();
  return cached;
}

function readWords(): StartWords {
  const rows = readTable(FILE, [...COLUMNS, 'example', 'counter_example'], COLUMNS);
  for (const { cells, line } of rows) {
    if (cells['alone'] === 'yes' || cells['alone'] === 'no') continue;
    throw new DataFileError(`data/${FILE}`, line, 2, `not yes or no: ${cells['alone']}`);
  }
  return {
    index: new WordIndex(
      rows.map(({ cells }) => cells['verb']!),
      'first',
    ),
    alone: new Set(rows.filter(({ cells }) => cells['alone'] === 'yes').map(({ cells }) => cells['verb']!)),
  };
}
