import { readTable } from './read-table.js';

/** How results name the list. */
export const STOPWORDS_NAME = 'data/lexicon/stopwords.tsv';

let cached: ReadonlySet<string> | null = null;

/** The words of `data/lexicon/stopwords.tsv`. @throws DataFileError */
export function loadStopwords(): ReadonlySet<string> {
  cached ??= new Set(
    readTable('lexicon/stopwords.tsv', ['word', 'kind', 'example', 'counter_example'], ['word']).map(
      ({ cells }) => cells['word']!,
    ),
  );
  return cached;
}
