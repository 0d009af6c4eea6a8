import type { NormalizedDocument, ReadFailure, SourceDocument } from '../model/document.js';
import type { Extraction } from '../model/extraction.js';
import type { CorpusStore } from './corpus-store.js';

/** What a search knows of a query before it looks at a text. */
interface NarrowingQuery {
  /** Normalized phrases that every hit needs: a conjunction of alternatives. Empty where nothing is known. */
  readonly requiredPhrases: readonly (readonly string[])[];
}

/** A document in which a hit may stand. */
interface SearchCandidate {
  readonly source: SourceDocument;
  /** Restored where it is asked for. */
  readonly document: () => NormalizedDocument;
  readonly extraction: () => Extraction;
}

/** Where the documents to be searched come from. */
interface SearchSource {
  candidates(query: NarrowingQuery): AsyncIterable<SearchCandidate | ReadFailure>;
}

/** A stored corpus in place of the folder it was made from. */
export function createStoreSearchSource(store: CorpusStore): SearchSource {
  return {
    async *candidates({ requiredPhrases }) {
      yield* store.candidates(requiredPhrases);
    },
  };
}
