import type { SearchQuery } from './query.js';

/** A query made ready to be sought. */
export interface CompiledQuery {
  readonly query: SearchQuery;
  /**
   * Phrases in normalized form without which there is no hit: of each list one must stand in the normalized text. Empty where nothing is
   * known, as for some regular expressions.
   */
  readonly requiredPhrases: readonly (readonly string[])[];
}
