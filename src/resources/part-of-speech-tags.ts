import { DataFileError } from '../errors.js';
import { readTable } from './read-table.js';

const FILE = 'lexicon/part-of-speech.tsv';
/** https://universaldependencies.org/u/pos */
const UNIVERSAL = new Set('ADJ ADP ADV AUX CCONJ DET INTJ NOUN NUM PART PRON PROPN PUNCT SCONJ SYM VERB X'.split(' '));

/** Tags of jieba's, or what they begin with, and the universal tag of each. */
export type PartOfSpeechTags = ReadonlyMap<string, string>;

let cached: PartOfSpeechTags | null = null;

/** The rows of `data/lexicon/part-of-speech.tsv`. @throws DataFileError */
export function loadPartOfSpeechTags(): PartOfSpeechTags {
  cached ??= new Map(
    readTable(FILE, ['tag', 'universal', 'example', 'counter_example']).map(({ cells, line }) => {
      if (!UNIVERSAL.has(cells['universal']!))
        throw new DataFileError(`data/${FILE}`, line, 2, `not a universal tag: ${cells['universal']}`);
      return [cells['tag']!, cells['universal']!];
    }),
  );
  return cached;
}

/** The universal tag of one of jieba's: of the longest beginning that has a row, else X. */
export function universalTagOf(tags: PartOfSpeechTags, tag: string): string {
  for (let length = tag.length; length > 0; length--) {
    const universal = tags.get(tag.slice(0, length));
    if (universal !== undefined) return universal;
  }
  return 'X';
}
