import { readTable } from './read-table.js';
import { WordIndex } from './word-index.js';

export interface OrganisationSuffixes {
  readonly index: WordIndex;
  /** Those that name an organisation wherever they stand. */
  readonly strong: ReadonlySet<string>;
}

let cached: OrganisationSuffixes | null = null;

/** The rows of `data/lexicon/organisation-suffixes.tsv`. @throws DataFileError */
export function loadOrganisationSuffixes(): OrganisationSuffixes {
  if (cached !== null) return cached;
  const rows = readTable('lexicon/organisation-suffixes.tsv', ['suffix', 'strong', 'example', 'counter_example']);
  cached = {
    index: new WordIndex(
      rows.map(({ cells }) => cells['suffix']!),
      'first',
    ),
    strong: new Set(rows.filter(({ cells }) => cells['strong'] === 'yes').map(({ cells }) => cells['suffix']!)),
  };
  return cached;
}
