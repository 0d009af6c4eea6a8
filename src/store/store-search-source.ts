import type { SearchSource } from '../search/search-source.js';
import type { CorpusStore } from './corpus-store.js';

/** A stored corpus in place of the folder it was made from. */
export function createStoreSearchSource(store: CorpusStore): SearchSource {
  return {
    async *candidates({ requiredPhrases }) {
      yield* store.candidates(requiredPhrases);
    },
  };
}
