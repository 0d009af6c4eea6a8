import { deflateRawSync } from 'node:zlib';
import type { NormalizedDocument, SourceDocument } from '../model/document.js';
import { packEdits } from '../pipeline/normalize/packed-edits.js';
import type { AnalyzedDocument } from '../pipeline/run-pipeline.js';
import { type ExtractionRecord, toExtractionRecord } from '../render/extraction-record.js';
import { renderJsonValue } from '../render/json-value.js';
import { listBigrams } from './bigrams.js';
import { decodeUtf8 } from './decode-utf8.js';
import { packExact, parseExact } from './exact-text.js';
import { createFindingsWriter } from './findings-writer.js';
import { insertInto } from './insert-into.js';
import type { Database } from './open-database.js';

/** Puts documents into the tables and takes them out. */
export interface DocumentWriter {
  /** @param file id of the file it was read from */
  add(file: number, position: number, analyzed: AnalyzedDocument): void;
  remove(document: number): void;
}

/** The tables that hold rows of a document under its id. */
const PARTS = [
  'texts',
  'extractions',
  'articles',
  'sections',
  'frameworks',
  'members',
  'outcomes',
  'mentions',
  'occurrences',
  'warnings',
] as const;

/** @param textField the field of a JSON lines record that holds the text */
export function createDocumentWriter(database: Database, textField: string): DocumentWriter {
  const insertDocument = insertInto(database, 'documents', [
    ...['file', 'position', 'name', 'path', 'format', 'encoding', 'script', 'sha256', 'length', 'title', 'date'],
    ...['record', 'changes'],
  ]);
  const insertText = insertInto(database, 'texts', [
    ...['document', 'source', 'normalized', 'offsets', 'exact', 'diagnostics'],
  ]);
  const insertExtraction = insertInto(database, 'extractions', ['document', 'record', 'analysis']);
  const insertBigrams = insertInto(database, 'bigrams', ['rowid', 'pairs']);
  const findings = createFindingsWriter(database);
  const removal = createRemoval(database);
  return {
    add(file, position, { extraction, sections }) {
      const { document } = extraction;
      const record = toExtractionRecord(extraction);
      const id = insertDocument.insert([file, position, ...describeDocument(document, record, textField)]);
      insertText.run([id, ...describeText(document)]);
      const { document: _, ...analysis } = extraction;
      insertExtraction.run([id, renderJsonValue(record), deflateRawSync(JSON.stringify(analysis))]);
      insertBigrams.run([id, listBigrams(document.text)]);
      findings.add(id, record, sections);
    },
    remove: removal,
  };
}

function describeDocument(document: NormalizedDocument, extracted: ExtractionRecord, textField: string) {
  const { source, script, changeCounts } = document;
  const { id, path, format, encoding, sha256, record } = source;
  const { length, title, date } = extracted;
  // The text stands in its own table; the order of the fields is kept.
  const fields = record === undefined ? null : JSON.stringify({ ...record, [textField]: null });
  const changes = Object.keys(changeCounts).length === 0 ? null : JSON.stringify(changeCounts);
  return [id, path, format, encoding, script, sha256, length, title, date, fields, changes];
}

function describeText(document: NormalizedDocument) {
  const { source, text } = document;
  return [
    source.text,
    text === source.text ? null : text,
    packEdits(document),
    packExact(document),
    describeDiagnostics(source),
  ];
}

function describeDiagnostics({ diagnostics }: SourceDocument): string | null {
  return diagnostics.length === 0 ? null : JSON.stringify(diagnostics);
}

function createRemoval(database: Database): (document: number) => void {
  const selectText = database.prepare(
    'SELECT CAST(coalesce(normalized, source) AS BLOB), exact FROM texts WHERE document = ?',
  );
  const deleteBigrams = database.prepare("INSERT INTO bigrams (bigrams, rowid, pairs) VALUES ('delete', ?, ?)");
  const deleteParts = PARTS.map((table) => database.prepare(`DELETE FROM ${table} WHERE document = ?`));
  const deleteDocument = database.prepare('DELETE FROM documents WHERE id = ?');
  return (document) => {
    const [text, exact] = selectText.get([document])!;
    // The index is told the words it was given; it holds no texts to look them up in.
    const indexed = typeof exact === 'string' ? parseExact(exact).normalized : decodeUtf8(text as Uint8Array);
    deleteBigrams.run([document, listBigrams(indexed)]);
    for (const statement of deleteParts) statement.run([document]);
    deleteDocument.run([document]);
  };
}
