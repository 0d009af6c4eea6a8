import type { NormalizedDocument, SourceDocument } from '../../src/model/document.js';
import type { Extraction } from '../../src/model/extraction.js';
import type { Framework } from '../../src/model/framework.js';
import type { Span } from '../../src/model/span.js';

export function buildSource(text: string, fields: Partial<SourceDocument> = {}): SourceDocument {
  return {
    id: 'a.txt',
    path: 'a.txt',
    text,
    format: 'txt',
    encoding: 'utf-8',
    sha256: '0'.repeat(64),
    diagnostics: [],
    ...fields,
  };
}

/** The place of `part` in `text`. */
export function spanOf(text: string, part: string): Span {
  const start = text.indexOf(part);
  if (start < 0) throw new Error(`no ${part} in ${text}`);
  return { start, end: start + part.length };
}

export function buildFramework(fields: Partial<Framework> & Pick<Framework, 'name' | 'span'>): Framework {
  return {
    id: '1',
    category: null,
    pattern: 'counted',
    groups: [],
    declared: fields.members?.length ?? 0,
    complete: true,
    confidence: 0.9,
    holder: null,
    place: null,
    date: null,
    article: null,
    parent: null,
    aliases: [],
    occurrences: [fields.span],
    members: [],
    outcomes: [],
    ...fields,
  };
}

/** An extraction of a text that normalization left as it was. */
export function buildExtraction(text: string, fields: Partial<Extraction> = {}): Extraction {
  const document: NormalizedDocument = {
    source: buildSource(text),
    text,
    offsets: { toSource: (span) => span },
    script: 'simplified',
    changeCounts: {},
  };
  return { document, title: null, date: null, articles: [], frameworks: [], mentions: [], diagnostics: [], ...fields };
}
