import { DataFileError } from '../errors.js';
import { readTable } from './read-table.js';

/** A word of administration, unions or party building that jieba's dictionary lacks. */
export interface DomainWord {
  readonly word: string;
  /** How often it counts as occurring in the 60 million words behind jieba's dictionary. */
  readonly frequency: number;
  /** A tag of jieba's: n, v, nt … */
  readonly tag: string;
}

const DOMAIN_WORDS_FILE = 'lexicon/domain-words.tsv';
/** How results name the table. */
export const DOMAIN_WORDS_NAME = `data/${DOMAIN_WORDS_FILE}`;
let cached: readonly DomainWord[] | null = null;

/** The rows of `data/lexicon/domain-words.tsv`. @throws DataFileError */
export function loadDomainWords(): readonly DomainWord[] {
  cached ??= readTable(DOMAIN_WORDS_FILE, ['word', 'frequency', 'tag', 'field', 'example', 'counter_example']).map(
    ({ cells, line }) => {
      const word = cells['word']!;
      // The engines are given runs of Chinese characters and Latin letters; a word with other signs in it would never be met.
      if (!/^[\u3400-\u9fffA-Za-z]{2,}$/.test(word)) {
        throw new DataFileError(`data/${DOMAIN_WORDS_FILE}`, line, 1, `not a word of Chinese characters: ${word}`);
      }
      if (!/^[a-z]+$/.test(cells['tag']!)) {
        throw new DataFileError(`data/${DOMAIN_WORDS_FILE}`, line, 3, `not a tag: ${cells['tag']}`);
      }
      const frequency = Number(cells['frequency']);
      if (!Number.isInteger(frequency) || frequency < 1) {
        throw new DataFileError(
          `data/${DOMAIN_WORDS_FILE}`,
          line,
          2,
          `not a whole number from 1 on: ${cells['frequency']}`,
        );
      }
      return { word, frequency, tag: cells['tag']! };
    },
  );
  return cached;
}
