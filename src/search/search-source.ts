import type { NormalizedDocument, ReadFailure, SourceDocument } from '../model/document.js';
import type { Extraction } from '../model/extraction.js';
import type { CompiledQuery } from './compile-query.js';
import type { ByteSpan } from './locate-phrases.js';
import type { Utf8Text } from './utf8-text.js';

/** Where the documents to be searched come from: files as they are, or a stored corpus. */
export interface SearchSource {
  /** The documents that may hold a hit, in the order of their paths; failures in their place. A superset of those that do. */
  candidates(query: CompiledQuery): AsyncIterable<SearchCandidate | ReadFailure>;
  /** The same, several at a time and valid until the next ones are asked for: what waits for each by itself waits longer than it works. */
  groups?(query: CompiledQuery): AsyncIterable<readonly (SearchCandidate | ReadFailure)[]>;
}

/** A document that may hold a hit. Valid until the next one is asked for. */
export interface SearchCandidate {
  /** Its text may be made when it is asked for. */
  readonly source: SourceDocument;
  /** Normalized when asked for. */
  readonly document: () => NormalizedDocument;
  /** When asked for, by `--in`; a stored corpus may answer from its tables. Without it the document is extracted from. */
  readonly extraction?: () => Extraction;
  /** All hits, where the source found them already; else the document is searched. */
  readonly located?: LocatedHits;
}

export interface LocatedHits {
  readonly text: Utf8Text;
  readonly hits: readonly ByteSpan[];
}
