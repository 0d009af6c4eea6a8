import { DataFileError } from '../errors.js';
import { readTable } from './read-table.js';
import { WordIndex } from './word-index.js';

/**
 * How far a word ends the name of an organisation: `yes` wherever it stands, `no` where a name may end, `unit` there and behind the name of what it is
 * a part of; `none`: the word only holds such a word.
 */
export type SuffixStrength = 'yes' | 'no' | 'unit' | 'none';

export interface OrganisationSuffixes {
  readonly index: WordIndex;
  readonly strengths: ReadonlyMap<string, SuffixStrength>;
}

const FILE = 'lexicon/organisation-suffixes.tsv';
const COLUMNS = ['suffix', 'strong'];
const STRENGTHS: readonly string[] = ['yes', 'no', 'unit', 'none'];
let cached: OrganisationSuffixes | null = null;

/** The rows of `data/lexicon/organisation-suffixes.tsv`. @throws DataFileError */
export function loadOrganisationSuffixes(): OrganisationSuffixes {
  cached ??= readSuffixes();
  return cached;
}

function readSuffixes(): OrganisationSuffixes {
  const strengths = new Map<string, SuffixStrength>();
  for (const { cells, line } of readTable(FILE, [...COLUMNS, 'example', 'counter_example'], COLUMNS)) {
    if (!STRENGTHS.includes(cells['strong']!)) {
      throw new DataFileError(`data/${FILE}`, line, 2, `unknown ${cells['strong']}; known: ${STRENGTHS.join(', ')}`);
    }
    strengths.set(cells['suffix']!, cells['strong'] as SuffixStrength);
  }
  return { index: new WordIndex(strengths.keys(), 'first'), strengths };
}
