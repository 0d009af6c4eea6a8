import { DataFileError } from '../errors.js';
import { readTable } from './read-table.js';
import { WordIndex } from './word-index.js';

/** What a word tells of the edges of an organisation's name; see `data/lexicon/name-breaks.tsv`. */
type BreakKind = 'break' | 'opener' | 'start' | 'part';

export interface NameBreaks {
  readonly index: WordIndex;
  readonly kinds: ReadonlyMap<string, BreakKind>;
}

const FILE = 'lexicon/name-breaks.tsv';
const KINDS: readonly string[] = ['break', 'opener', 'start', 'part'];
let cached: NameBreaks | null = null;

/** The rows of `data/lexicon/name-breaks.tsv`. @throws DataFileError */
export function loadNameBreaks(): NameBreaks {
  cached ??= readBreaks();
  return cached;
}

function readBreaks(): NameBreaks {
  const kinds = new Map<string, BreakKind>();
  for (const { cells, line } of readTable(FILE, ['word', 'kind', 'example', 'counter_example'], ['word', 'kind'])) {
    if (!KINDS.includes(cells['kind']!)) {
      throw new DataFileError(`data/${FILE}`, line, 2, `unknown kind ${cells['kind']}; known: ${KINDS.join(', ')}`);
    }
    kinds.set(cells['word']!, cells['kind'] as BreakKind);
  }
  return { index: new WordIndex(kinds.keys(), 'first'), kinds };
}
