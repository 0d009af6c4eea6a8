import type { Diagnostic } from './diagnostic.js';
import type { NormalizedDocument } from './document.js';
import type { Explanation } from './explanation.js';
import type { Framework, Mention } from './framework.js';
import type { Span } from './span.js';

export interface ExtractedArticle {
  readonly index: number;
  readonly heading: string;
  /** In the normalized text. */
  readonly span: Span;
}

/** Everything found in one document. All spans refer to the normalized text; `document.offsets` leads them to the source. */
export interface Extraction {
  readonly document: NormalizedDocument;
  readonly title: string | null;
  /** The date the document bears: `2018`, `2018-03`, `2018-03-01`; or null. */
  readonly date: string | null;
  readonly articles: readonly ExtractedArticle[];
  readonly frameworks: readonly Framework[];
  readonly mentions: readonly Mention[];
  readonly diagnostics: readonly Diagnostic[];
  /** Only on request. */
  readonly explanation?: Explanation;
}
