import { readTable } from './read-table.js';
import { WordIndex } from './word-index.js';

/** Words that end the name of an organisation. */
export interface OrganisationSuffixes {
  readonly index: WordIndex;
  /** Those that name an organisation wherever they stand. */
  readonly strong: ReadonlySet<string>;
}

const COLUMNS = ['suffix', 'strong'];
let cached: OrganisationSuffixes | null = null;

/** The rows of `data/lexicon/organisation-suffixes.tsv`. @throws DataFileError */
export function loadOrganisationSuffixes(): OrganisationSuffixes {
  if (cached !== null) return cached;
  const rows = readTable('lexicon/organisation-suffixes.tsv', [...COLUMNS, 'example', 'counter_example'], COLUMNS);
  cached = {
    index: new WordIndex(
      rows.map(({ cells }) => cells['suffix']!),
      'first',
    ),
    strong: new Set(rows.filter(({ cells }) => cells['strong'] === 'yes').map(({ cells }) => cells['suffix']!)),
  };
  return cached;
}
