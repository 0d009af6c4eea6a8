import { inflateRawSync } from 'node:zlib';
import type { Diagnostic } from '../model/diagnostic.js';
import type { NormalizedDocument, Script, SourceDocument } from '../model/document.js';
import type { Extraction } from '../model/extraction.js';
import { restoreOffsets } from '../pipeline/normalize/packed-edits.js';
import { decodeUtf8 } from './decode-utf8.js';
import { parseExact } from './exact-text.js';
import type { Database, Row, Statement } from './open-database.js';

/** A document of a stored corpus. Texts are decoded, and what was found is read, where it is asked for. */
export interface StoredDocument {
  readonly source: SourceDocument;
  /** As `normalizeDocument` made it; nothing is normalized again. */
  document(): NormalizedDocument;
  /** As `extractDocument` made it; nothing is extracted again. */
  extraction(): Extraction;
  /** The record that `extract` prints of the document, as JSON, byte for byte. */
  recordJson(): string;
}

/** What is read of every document, in the order that `restoreDocument` takes it in. Texts as bytes, for as such they come three times as fast. */
export const DOCUMENT_COLUMNS = [
  ...['d.id', 'd.name', 'CASE d.path WHEN d.name THEN 0 ELSE d.path END', 'CAST(t.source AS BLOB)'],
  ...['CAST(t.normalized AS BLOB)', 't.offsets', 't.exact'],
].join(', ');

/** Reads what is seldom asked for. */
export class DocumentDetails {
  readonly textField: string;
  private readonly selectFacts: Statement;
  private readonly selectFound: Statement;

  /** @param textField the field of a JSON lines record that holds the text */
  constructor(database: Database, textField: string) {
    this.textField = textField;
    this.selectFacts = database.prepare(
      `SELECT format, encoding, sha256, script, record, changes, diagnostics
       FROM documents d JOIN texts t ON t.document = d.id WHERE d.id = ?`,
    );
    this.selectFound = database.prepare('SELECT CAST(record AS BLOB), analysis FROM extractions WHERE document = ?');
  }

  readFacts(document: number) {
    const [format, encoding, sha256, script, record, changes, diagnostics] = this.selectFacts.get([document])!;
    return {
      format: String(format),
      encoding: String(encoding),
      sha256: String(sha256),
      script: script as Script,
      record: record === null ? null : (JSON.parse(String(record)) as Record<string, unknown>),
      changeCounts: changes === null ? {} : (JSON.parse(String(changes)) as Record<string, number>),
      diagnostics: diagnostics === null ? [] : (JSON.parse(String(diagnostics)) as Diagnostic[]),
    };
  }

  readFound(document: number): { readonly recordJson: string; readonly analysis: Omit<Extraction, 'document'> } {
    const [record, analysis] = this.selectFound.get([document])! as readonly Uint8Array[];
    return {
      recordJson: decodeUtf8(record!),
      analysis: JSON.parse(inflateRawSync(analysis!).toString('utf8')) as Omit<Extraction, 'document'>,
    };
  }
}

export function restoreDocument(row: Row, details: DocumentDetails): StoredDocument {
  const [rowId, name, path, source, normalized, offsets, packed] = row;
  const number = Number(rowId);
  const exact = typeof packed === 'string' ? parseExact(packed) : null;
  const id = exact?.id ?? String(name);
  const sourceText = once(() => exact?.source ?? decodeUtf8(source as Uint8Array));
  const normalizedText = once(
    () => exact?.normalized ?? (normalized === null ? sourceText() : decodeUtf8(normalized as Uint8Array)),
  );
  const facts = once(() => details.readFacts(number));
  const sourceDocument = createSource(id, path === 0 ? id : (path as string | null), sourceText, facts, details);
  const map = once(() => restoreOffsets(offsets as Uint8Array | null, normalizedText().length));
  const document: NormalizedDocument = {
    source: sourceDocument,
    get text() {
      return normalizedText();
    },
    offsets: { toSource: (span) => map().toSource(span) },
    get script() {
      return facts().script;
    },
    get changeCounts() {
      return facts().changeCounts;
    },
  };
  return {
    source: sourceDocument,
    document: () => document,
    extraction: () => ({ ...details.readFound(number).analysis, document }),
    recordJson: () => details.readFound(number).recordJson,
  };
}

/** Properties of its own and not of a class, so that a copy by `...` has them all. */
function createSource(
  id: string,
  path: string | null,
  text: () => string,
  facts: () => ReturnType<DocumentDetails['readFacts']>,
  { textField }: DocumentDetails,
): SourceDocument {
  return {
    id,
    path,
    get text() {
      return text();
    },
    get format() {
      return facts().format;
    },
    get encoding() {
      return facts().encoding;
    },
    get sha256() {
      return facts().sha256;
    },
    get record() {
      const { record } = facts();
      return record === null ? undefined : { ...record, [textField]: text() };
    },
    get diagnostics() {
      return facts().diagnostics;
    },
  } as SourceDocument;
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
