import type { FoundDocument } from '../search/search-documents.js';
import { createCsvHitWriter } from './hits-csv.js';
import { listHits } from './hit-record.js';
import { renderJsonValue } from './json-value.js';
import { createFoundTextWriter, type FoundTextLook } from './found-text.js';
import { toPrintableLine } from './printable.js';

/** How the documents with hits are written. Plain data, so that it can be handed to another thread. */
export type SearchLook =
  | { readonly kind: 'text'; readonly look: FoundTextLook }
  | { readonly kind: 'jsonl'; readonly columns: number }
  | { readonly kind: 'csv'; readonly columns: number }
  | { readonly kind: 'count' | 'files'; readonly forTerminal: boolean };

/** What is written of a document with hits; each by itself, whatever stands before it. */
export type WriteFound = (found: FoundDocument) => string;

export function createSearchWriter(look: SearchLook): WriteFound {
  switch (look.kind) {
    case 'text':
      return createFoundTextWriter(look.look);
    case 'jsonl':
      return (found) =>
        listHits(found, look.columns)
          .map(({ record }) => `${renderJsonValue(record)}\n`)
          .join('');
    case 'csv':
      return createCsvHitWriter(look.columns);
    default: {
      const nameOf = ({ name }: FoundDocument) => (look.forTerminal ? toPrintableLine(name) : name);
      return look.kind === 'files'
        ? (found) => `${nameOf(found)}\n`
        : (found) => `${nameOf(found)}:${found.hits.length}\n`;
    }
  }
}
