import { DataFileError } from '../errors.js';
import { readTable } from './read-table.js';
import { WordIndex } from './word-index.js';

/** Words that tell who practises what a report is about; see `data/frameworks/holder-words.tsv`. */
export type HolderWordKind = (typeof KINDS)[number];

const KINDS = [
  'visits',
  'speech',
  'source',
  'credit',
  'furniture',
  'editor',
  'newsletter',
  'media',
  'outsider',
  'portrait',
  'interview',
  'personal',
  'creates',
] as const;
const FILE = 'frameworks/holder-words.tsv';
let cached: Readonly<Record<HolderWordKind, WordIndex>> | null = null;

/** The rows of `data/frameworks/holder-words.tsv`, by kind and first character (media and visits: by last). @throws DataFileError */
export function loadHolderWords(): Readonly<Record<HolderWordKind, WordIndex>> {
  cached ??= readWords();
  return cached;
}

function readWords(): Readonly<Record<HolderWordKind, WordIndex>> {
  const words = new Map<string, string[]>(KINDS.map((kind) => [kind, []]));
  for (const { cells, line } of readTable(FILE, ['kind', 'word', 'example', 'counter_example'], ['kind', 'word'])) {
    const ofKind = words.get(cells['kind']!);
    if (ofKind === undefined) {
      throw new DataFileError(`data/${FILE}`, line, 1, `unknown kind ${cells['kind']}; known: ${KINDS.join(', ')}`);
    }
    ofKind.push(cells['word']!);
  }
  const index = (kind: HolderWordKind) =>
    new WordIndex(words.get(kind)!, kind === 'media' || kind === 'visits' ? 'last' : 'first');
  return Object.fromEntries(KINDS.map((kind) => [kind, index(kind)])) as Record<HolderWordKind, WordIndex>;
}
