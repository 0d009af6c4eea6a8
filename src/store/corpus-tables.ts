import type { ReadFailure } from '../model/document.js';
import type { AnalyzedDocument } from '../pipeline/run-pipeline.js';
import { createDocumentWriter, type DocumentWriter } from './document-writer.js';
import type { FileState } from './file-state.js';
import { insertInto } from './insert-into.js';
import type { EarlierDocument } from './match-earlier.js';
import type { Database, Statement } from './open-database.js';
import type { StoredEntry, StoredFile } from './stored-files.js';

/** From this share of new documents on the full-text index is put in order at the end; below, SQLite does it bit by bit. */
const OPTIMIZE_FROM = 0.5;

/** The tables while a run goes through the inputs in their order: whatever it keeps or adds gets the next position. */
export class CorpusTables {
  /** Whether anything differs from what the last run left. */
  written = false;
  private position = 0;
  private added = 0;
  private readonly database: Database;
  private readonly writer: DocumentWriter;
  private readonly move: Readonly<Record<'documents' | 'failures', Statement>>;
  private readonly insertFile: Statement;
  private readonly insertFailure: Statement;
  private readonly updateState: Statement;

  constructor(database: Database, textField: string) {
    this.database = database;
    this.writer = createDocumentWriter(database, textField);
    this.move = {
      documents: database.prepare('UPDATE documents SET position = ? WHERE id = ?'),
      failures: database.prepare('UPDATE failures SET position = ? WHERE id = ?'),
    };
    this.insertFile = insertInto(database, 'files', ['path']);
    this.insertFailure = insertInto(database, 'failures', ['file', 'position', 'path', 'code', 'message']);
    this.updateState = database.prepare('UPDATE files SET size = ?, modified = ?, changed = ? WHERE id = ?');
  }

  keep({ id, position, failure = null }: Pick<StoredEntry, 'id' | 'position'> & Partial<StoredEntry>): void {
    const now = this.position++;
    if (position === now) return;
    this.written = true;
    this.move[failure === null ? 'documents' : 'failures'].run([now, id]);
  }

  /** Returns the id of the file. */
  addFile(path: string): number {
    this.written = true;
    return this.insertFile.insert([path]);
  }

  addDocument(file: number, analyzed: AnalyzedDocument): void {
    this.written = true;
    this.added += 1;
    this.writer.add(file, this.position, analyzed);
    this.position += 1;
  }

  addFailure(file: number, { path, code, message }: ReadFailure): void {
    this.written = true;
    this.insertFailure.run([file, this.position++, path, code, message]);
  }

  removeDocument(id: number): void {
    this.written = true;
    this.writer.remove(id);
  }

  removeFailures(file: number, earlier: StoredFile | null): void {
    if (earlier?.entries.some(({ failure }) => failure !== null) !== true) return;
    this.written = true;
    this.database.prepare('DELETE FROM failures WHERE file = ?').run([file]);
  }

  removeFile(file: StoredFile): void {
    this.written = true;
    for (const { id, failure } of file.entries) if (failure === null) this.writer.remove(id);
    this.removeFailures(file.id, file);
    this.database.prepare('DELETE FROM files WHERE id = ?').run([file.id]);
  }

  /** @param before what is stored; null for a new file */
  setState(file: number, before: FileState | null, { size, modified, changed }: FileState): void {
    const same = before?.size === size && before.modified === modified && before.changed === changed;
    if (same) return;
    this.written = true;
    this.updateState.run([size, modified, changed, file]);
  }

  listDocuments(file: number): EarlierDocument[] {
    const rows = this.database
      .prepare('SELECT id, position, name, sha256, encoding, format FROM documents WHERE file = ? ORDER BY position')
      .all([file]);
    return rows.map(([id, position, ...texts]) => {
      const [name, sha256, encoding, format] = texts as [string, string, string, string];
      return { id: Number(id), position: Number(position), name, sha256, encoding, format };
    });
  }

  finish(): void {
    if (this.added > 0 && this.added >= this.position * OPTIMIZE_FROM)
      this.database.execute("INSERT INTO bigrams (bigrams) VALUES ('optimize')");
  }
}
