import { createHash } from 'node:crypto';
import { createRequire } from 'node:module';
import { UsageError } from '../../errors.js';
import type { Diagnostic } from '../../model/diagnostic.js';

/** A text, and what had to be done to its bytes to get it. */
export interface DecodedText {
  /** Without byte order mark, otherwise untouched. */
  readonly text: string;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Decodes a whole text. Bytes that mean nothing in the encoding become U+FFFD, a character cut off at the end is dropped; both are told.
 * @param encoding a name as `resolveEncoding` gives it
 * @param path for the diagnostics; null for standard input
 */
export function decodeText(bytes: Uint8Array, encoding: string, path: string | null): DecodedText {
  const strict = new TextDecoder(encoding, { fatal: true, ignoreBOM: true });
  try {
    const text = strict.decode(bytes, { stream: true });
    const cut = endsInMidCharacter(strict);
    const whole = cut ? bytes.subarray(0, -1) : bytes;
    const complete = encoding === 'big5' && PRIVATE_USE.test(text) ? decodeHongKong(whole) : text;
    return { text: withoutByteOrderMark(complete), diagnostics: cut ? [truncated(path)] : [] };
  } catch {
    return decodeLeniently(bytes, encoding, path);
  }
}

const PRIVATE_USE = /[\uE000-\uF8FF]/;

/**
 * Big5 with the Hong Kong supplement (嘅, 啲, letters with tone marks), which the built-in decoder leaves in the private use area. The table
 * is large and seldom needed.
 */
export function decodeHongKong(bytes: Uint8Array): string {
  const { decode } = createRequire(import.meta.url)('iconv-lite') as typeof import('iconv-lite');
  return decode(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), 'big5hkscs');
}

function decodeLeniently(bytes: Uint8Array, encoding: string, path: string | null): DecodedText {
  const lenient = new TextDecoder(encoding, { ignoreBOM: true });
  const text = withoutByteOrderMark(lenient.decode(bytes, { stream: true }));
  const diagnostics = [undecodable(text, encoding, path)];
  // What the decoder still holds is the beginning of a character whose end never came.
  if (lenient.decode() !== '') diagnostics.push(truncated(path));
  return { text, diagnostics };
}

function endsInMidCharacter(strict: InstanceType<typeof TextDecoder>): boolean {
  try {
    strict.decode();
    return false;
  } catch {
    return true;
  }
}

function withoutByteOrderMark(text: string): string {
  return text.startsWith('\uFEFF') ? text.slice(1) : text;
}

function truncated(path: string | null): Diagnostic {
  const message = 'the file ends in the middle of a character, which is left out; it may have been cut short';
  return { severity: 'warning', code: 'truncated-character', message, path, span: null };
}

function undecodable(text: string, encoding: string, path: string | null): Diagnostic {
  const count = text.split('\uFFFD').length - 1;
  const first = text.indexOf('\uFFFD');
  const message = `${count} ${count === 1 ? 'place is' : 'places are'} not valid ${encoding} and read as \uFFFD; if the text looks garbled, name its encoding with --encoding`;
  return {
    severity: 'warning',
    code: 'undecodable-bytes',
    message,
    path,
    span: first < 0 ? null : { start: first, end: first + 1 },
  };
}

/**
 * The WHATWG name behind a label that a user typed. GBK and GB2312 become GB18030, which holds both.
 * @throws UsageError for a label nobody knows
 */
export function resolveEncoding(label: string): string {
  let name: string;
  try {
    name = new TextDecoder(label).encoding;
  } catch {
    throw new UsageError(`unknown encoding '${label}'; known are utf-8, gb18030 (gbk), big5, utf-16le, utf-16be`);
  }
  return name === 'gbk' ? 'gb18030' : name;
}

/** SHA-256 in hex. */
export function hashBytes(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
