import type { ReadFailure, SourceDocument } from '../../model/document.js';

/** One file (or standard input) on its way to a reader. */
export interface FormatInput {
  /** As results name it, with forward slashes; null for standard input. */
  readonly path: string | null;
  /** Id of the format the file was told to be in. */
  readonly format: string;
  /** The first bytes, as many as sniffing looked at; `open` yields them again. */
  readonly head: Uint8Array;
  /** In bytes; null where it is not known beforehand. */
  readonly size: number | null;
  /** All bytes from the first on. May be called once. Errors of the file system are thrown by the iteration. */
  open(): AsyncIterable<Uint8Array>;
}

export interface ReadOptions {
  /** Overrides detection: a name as `resolveEncoding` gives it. */
  readonly encoding: string | null;
  /** Fields of a JSON lines record. */
  readonly textField: string;
  readonly idField: string;
}

export const DEFAULT_READ_OPTIONS: ReadOptions = { encoding: null, textField: 'text', idField: 'id' };

/** Turns the bytes of one format into documents. One file per format; `formats.ts` lists them. */
export interface FormatReader {
  /**
   * Yields a document, or why there is none; several for formats that hold several. Throws only what the file system throws,
   * or an InputError.
   */
  read(input: FormatInput, options: ReadOptions): AsyncIterable<SourceDocument | ReadFailure>;
}

/** How standard input is named where a path is due. */
export const STANDARD_INPUT = '-';

export function isReadFailure(result: SourceDocument | ReadFailure): result is ReadFailure {
  return !('text' in result);
}

/** The path for people and for ids. */
export function nameInput(input: Pick<FormatInput, 'path'>): string {
  return input.path ?? STANDARD_INPUT;
}

/** How messages call a document: a record of a JSON lines file by its file and its id. */
export function nameDocument(source: SourceDocument): string {
  const file = nameInput(source);
  return source.id === file || source.id.startsWith(`${file}#`) ? source.id : `${file}#${source.id}`;
}
