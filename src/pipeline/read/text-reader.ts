import { InputError } from '../../errors.js';
import type { ReadFailure, SourceDocument } from '../../model/document.js';
import { isDatabase } from './database-signature.js';
import { decodeText, hashBytes } from './decode-text.js';
import { detectEncoding } from './detect-encoding.js';
import type { FormatInput, FormatReader, ReadOptions } from './format-reader.js';
import { nameInput } from './format-reader.js';
import { READABLE_EXTENSIONS } from './formats.js';

/** A text is held in memory whole. Longer ones would not fit into one JavaScript string. */
export const LARGEST_TEXT_BYTES = 512_000_000;

/** Plain text and Markdown: the file is the text. */
export const textReader: FormatReader = {
  async *read(input, options) {
    yield await readText(input, options);
  },
};

async function readText(input: FormatInput, options: ReadOptions): Promise<SourceDocument | ReadFailure> {
  return toTextDocument(await collectBytes(input), input, options);
}

/** What the bytes of a whole file of plain text are. */
export function toTextDocument(
  bytes: Uint8Array,
  input: Pick<FormatInput, 'path' | 'format'>,
  options: ReadOptions,
): SourceDocument | ReadFailure {
  const name = nameInput(input);
  if (bytes.length === 0) return describeEmpty(name);
  if (isDatabase(bytes)) return describeDatabase(name);
  const encoding = options.encoding ?? detectEncoding(bytes);
  if (encoding === null) return describeBinary(name);
  const { text, diagnostics } = decodeText(bytes, encoding, input.path);
  if (text === '') return { path: name, code: 'empty', message: 'the file holds no text' };
  return { id: name, path: input.path, text, format: input.format, encoding, sha256: hashBytes(bytes), diagnostics };
}

function describeEmpty(name: string): ReadFailure {
  return { path: name, code: 'empty', message: 'the file is empty' };
}

export function describeBinary(name: string): ReadFailure {
  const message = `no text in any known encoding; files that can be read are ${READABLE_EXTENSIONS.join(' ')} (if it is text, name its encoding with --encoding)`;
  return { path: name, code: 'binary', message };
}

function describeDatabase(name: string): ReadFailure {
  const message =
    'a database and no report; search and stats take the ones that workmethod index makes, other commands the reports themselves';
  return { path: name, code: 'database', message };
}

/**
 * All bytes of an input.
 * @throws InputError `too-large`
 */
export async function collectBytes(input: FormatInput, limit: number = LARGEST_TEXT_BYTES): Promise<Uint8Array> {
  const tooLarge = () =>
    new InputError(
      nameInput(input),
      'too-large',
      `longer than ${Math.floor(limit / 1_000_000)} MB, which is the most one text may be; split it, or use JSON lines`,
    );
  if (input.size !== null && input.size > limit) throw tooLarge();
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of input.open()) {
    length += chunk.length;
    if (length > limit) throw tooLarge();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks, length);
}
