import { readTable } from './read-table.js';

export interface OrganisationSuffix {
  readonly suffix: string;
  /** It names an organisation wherever it stands. */
  readonly strong: boolean;
}

let cached: readonly OrganisationSuffix[] | null = null;

/** The rows of `data/lexicon/organisation-suffixes.tsv`, longest first. @throws DataFileError */
export function loadOrganisationSuffixes(): readonly OrganisationSuffix[] {
  cached ??= readTable('lexicon/organisation-suffixes.tsv', ['suffix', 'strong', 'example', 'counter_example'])
    .map(({ cells }) => ({ suffix: cells['suffix']!, strong: cells['strong'] === 'yes' }))
    .sort((a, b) => b.suffix.length - a.suffix.length);
  return cached;
}
