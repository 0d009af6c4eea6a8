import type { ReadFailure, SourceDocument } from '../../model/document.js';
import { decodeText, hashBytes } from './decode-text.js';
import { detectEncoding } from './detect-encoding.js';
import type { FormatInput, FormatReader, ReadOptions } from './format-reader.js';
import { nameInput } from './format-reader.js';
import type { ByteLine } from './split-lines.js';
import { splitLines } from './split-lines.js';
import { describeBinary, LARGEST_TEXT_BYTES } from './text-reader.js';

/** JSON lines: one document a line, read in constant memory. A line that cannot be used is a failure of its own. */
export const jsonLinesReader: FormatReader = {
  async *read(input, options) {
    const name = nameInput(input);
    if (input.head.length === 0) {
      yield { path: name, code: 'empty', message: 'the file is empty' };
      return;
    }
    const encoding = options.encoding ?? detectEncoding(input.head);
    if (encoding === null) {
      yield describeBinary(name);
      return;
    }
    let records = 0;
    for await (const line of splitLines(input.open(), encoding, LARGEST_TEXT_BYTES, name)) {
      const record = readLine(line, input, encoding, options);
      if (record === null) continue;
      records += 1;
      yield record;
    }
    if (records === 0) yield { path: name, code: 'empty', message: 'no line holds a record' };
  },
};

/** Null for a blank line. */
function readLine(
  line: ByteLine,
  input: FormatInput,
  encoding: string,
  options: ReadOptions,
): SourceDocument | ReadFailure | null {
  const place = `${nameInput(input)}:${line.number}`;
  const decoded = decodeText(line.bytes, encoding, input.path);
  if (decoded.text.trim() === '') return null;
  const record = parseRecord(decoded.text);
  if (record === null) {
    return { path: place, code: 'invalid-json', message: 'the line is not a JSON object' };
  }
  const text = ownField(record, options.textField);
  if (typeof text !== 'string') {
    const names = Object.keys(record).slice(0, 8).join(', ');
    const message = `no text in field '${options.textField}' (fields: ${names}); name the right one with --text-field`;
    return { path: place, code: 'missing-text', message };
  }
  if (text === '') return { path: place, code: 'empty', message: `field '${options.textField}' is empty` };
  const id = ownField(record, options.idField);
  return {
    id: typeof id === 'string' || typeof id === 'number' ? String(id) : `${nameInput(input)}#${line.number}`,
    path: input.path,
    text,
    format: input.format,
    encoding,
    sha256: hashBytes(line.bytes),
    record: record as Readonly<Record<string, unknown>>,
    // Their places are in the line, not in the text of the record.
    diagnostics: decoded.diagnostics.map((diagnostic) => ({ ...diagnostic, span: null })),
  };
}

function ownField(record: object, field: string): unknown {
  return Object.hasOwn(record, field) ? (record as Record<string, unknown>)[field] : undefined;
}

function parseRecord(line: string): object | null {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : null;
  } catch {
    return null;
  }
}
