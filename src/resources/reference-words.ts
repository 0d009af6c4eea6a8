import { DataFileError } from '../errors.js';
import { readTable } from './read-table.js';
import { WordIndex } from './word-index.js';

export interface ReferenceWords {
  /** 中共, 国网: in front of the place that a name begins with. */
  readonly prefixes: WordIndex;
  /** The rank of a place or the kind of a house that a short form begins with: 县法院, 院团委. */
  readonly heads: WordIndex;
  /** Those of a place. */
  readonly ranks: ReadonlySet<string>;
  /** 党委, 人民政府: by last character. */
  readonly governments: WordIndex;
}

const FILE = 'lexicon/reference-words.tsv';
const KINDS: readonly string[] = ['prefix', 'rank', 'house', 'government'];
let cached: ReferenceWords | null = null;

/** The rows of `data/lexicon/reference-words.tsv`. @throws DataFileError */
export function loadReferenceWords(): ReferenceWords {
  cached ??= readWords();
  return cached;
}

function readWords(): ReferenceWords {
  const rows = readTable(FILE, ['kind', 'word', 'example', 'counter_example'], ['kind', 'word']);
  for (const { cells, line } of rows) {
    if (!KINDS.includes(cells['kind']!)) {
      throw new DataFileError(`data/${FILE}`, line, 1, `unknown kind ${cells['kind']}; known: ${KINDS.join(', ')}`);
    }
  }
  const ofKind = (...kinds: string[]) =>
    rows.filter(({ cells }) => kinds.includes(cells['kind']!)).map(({ cells }) => cells['word']!);
  return {
    prefixes: new WordIndex(ofKind('prefix'), 'first'),
    heads: new WordIndex(ofKind('rank', 'house'), 'first'),
    ranks: new Set(ofKind('rank')),
    governments: new WordIndex(ofKind('government'), 'last'),
  };
}
