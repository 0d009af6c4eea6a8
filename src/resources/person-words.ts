import { readTable } from './read-table.js';
import { WordIndex } from './word-index.js';

export interface PersonWords {
  /** What a person is in an organisation: 局长, 民警, 村医. */
  readonly roles: WordIndex;
  /** The same, by last character. */
  readonly rolesEnding: WordIndex;
  /** Those who speak for the organisation. */
  readonly heads: ReadonlySet<string>;
  readonly surnames: WordIndex;
}

let cached: PersonWords | null = null;

/** The rows of `data/lexicon/role-words.tsv` and `data/lexicon/surnames.tsv`. @throws DataFileError */
export function loadPersonWords(): PersonWords {
  if (cached !== null) return cached;
  const roles = readTable('lexicon/role-words.tsv', ['role', 'head', 'example', 'counter_example'], ['role', 'head']);
  const surnames = readTable('lexicon/surnames.tsv', ['surname', 'example', 'counter_example'], ['surname']);
  const names = roles.map(({ cells }) => cells['role']!);
  cached = {
    roles: new WordIndex(names, 'first'),
    rolesEnding: new WordIndex(names, 'last'),
    heads: new Set(roles.filter(({ cells }) => cells['head'] === 'yes').map(({ cells }) => cells['role']!)),
    surnames: new WordIndex(
      surnames.map(({ cells }) => cells['surname']!),
      'first',
    ),
  };
  return cached;
}
