import type { FoundDocument } from '../search/search-documents.js';
import type { FoundTextLook } from './found-text.js';
import { toPrintableLine } from './printable.js';

/** How the documents with hits are written. Plain data, so that it can be handed to another thread. */
export type SearchLook =
  | { readonly kind: 'text'; readonly look: FoundTextLook }
  | { readonly kind: 'jsonl'; readonly columns: number }
  | { readonly kind: 'csv'; readonly columns: number }
  | { readonly kind: 'count' | 'files'; readonly forTerminal: boolean };

/** What is written of a document with hits, in pieces; each document by itself, whatever stands before it. */
export type WriteFound = (found: FoundDocument) => Iterable<string | Uint8Array>;

/** What writes them; of the formats only the one that is asked for is loaded. */
export async function loadSearchWriter(look: SearchLook): Promise<WriteFound> {
  switch (look.kind) {
    case 'text':
      // What is passed on as it is need not be decoded.
      if (look.look.terminal === null && look.look.columns === null)
        return (await import('./found-bytes.js')).createFoundBytesWriter(look.look.around);
      return (await import('./found-text.js')).loadFoundTextWriter(look.look);
    case 'jsonl':
      return (await import('./hit-lines.js')).createHitLinesWriter(look.columns);
    case 'csv':
      return (await import('./hits-csv.js')).createCsvHitWriter(look.columns);
    default: {
      const nameOf = ({ name }: FoundDocument) => (look.forTerminal ? toPrintableLine(name) : name);
      return look.kind === 'files'
        ? (found) => [`${nameOf(found)}\n`]
        : (found) => [`${nameOf(found)}:${found.hits.length}\n`];
    }
  }
}
