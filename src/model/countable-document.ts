import type { NormalizedDocument, SourceDocument } from './document.js';
import type { ExtractedArticle, Extraction } from './extraction.js';

/** A document, and what of it is known already: a stored corpus need not normalize or extract again. */
export interface CorpusDocument {
  readonly source: SourceDocument;
  readonly document?: () => NormalizedDocument;
  readonly extraction?: () => Extraction;
}

/**
 * The tokens of a sentence as statistics count them: words (or characters), numbers, names in Latin letters. Signs and white space
 * are none. All lists are as long as `tokens`.
 */
export interface CountedSentence {
  readonly tokens: readonly string[];
  /** A tag of jieba's for each token; null where nobody asked. */
  readonly tags: readonly string[] | null;
  /** Whether a sign stands right before the token; true for the first one. */
  readonly afterSign: readonly boolean[];
  /** Where it begins in the normalized text. */
  readonly start: number;
}

/** A document for statistics. What costs time is done when it is asked for. */
export interface CountableDocument {
  readonly source: SourceDocument;
  /** Normalized: simplified, half-width, without noise. */
  readonly text: string;
  /** In order of place; cut anew each time they are asked for. */
  sentences(): Iterable<CountedSentence>;
  /** The separate reports of a bundle. */
  articles(): readonly Pick<ExtractedArticle, 'index' | 'span'>[];
  /** The date the document bears: `2018`, `2018-03`, `2018-03-01`; or null. */
  date(): string | null;
  extraction(): Extraction;
}
