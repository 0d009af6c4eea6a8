import type { Extraction } from '../model/extraction.js';
import type { Framework } from '../model/framework.js';
import { detach, type FrameworkSketch, sketchFramework } from './framework-sketch.js';
import { sketchText, type TextSketch } from './text-sketch.js';

/** What linking keeps of a document: it grows with the frameworks, not with the text. */
export interface DocumentSketch {
  readonly id: string;
  readonly text: TextSketch;
  /** The separate reports of a bundle. */
  readonly articles: readonly { readonly index: number; readonly text: TextSketch }[];
  readonly frameworks: readonly FrameworkSketch[];
}

/** Something that may carry a date: 2023, 2023-05, 2023-05-12. */
interface Dated {
  readonly date?: string | null;
}

export function sketchDocument(extraction: Extraction): DocumentSketch {
  const { source, text } = extraction.document;
  return {
    id: detach(source.id),
    text: sketchText(text),
    articles: extraction.articles.map(({ index, span }) => ({
      index,
      text: sketchText(text.slice(span.start, span.end)),
    })),
    frameworks: extraction.frameworks.map((framework) => sketchFramework(framework, dateOf(framework, extraction))),
  };
}

/** A framework's own date, else that of its document. */
function dateOf(framework: Framework & Dated, document: Extraction & Dated): string | null {
  return framework.date ?? document.date ?? null;
}
