import { InputError } from '../../errors.js';

/** One line of a file: its bytes without the newline. */
export interface ByteLine {
  readonly bytes: Uint8Array;
  /** Counted from 1. */
  readonly number: number;
}

/**
 * Splits a stream of bytes at newlines, holding one line at a time.
 * @param encoding in UTF-16 a newline is two bytes, and 0x0A alone may be half of a character (上 is U+4E0A)
 * @param limit the most bytes a line may have
 * @throws InputError `too-large`, named after `name`
 */
export async function* splitLines(
  chunks: AsyncIterable<Uint8Array>,
  encoding: string,
  limit: number,
  name: string,
): AsyncGenerator<ByteLine> {
  const findNewline = newlineFinder(encoding);
  const width = encoding.startsWith('utf-16') ? 2 : 1;
  let pending: Uint8Array[] = [];
  let pendingLength = 0;
  let number = 0;
  for await (const chunk of aligned(chunks, width)) {
    let start = 0;
    for (let end = findNewline(chunk, 0); end >= 0; end = findNewline(chunk, start)) {
      pending.push(chunk.subarray(start, end));
      number += 1;
      yield { bytes: joinBytes(pending), number };
      pending = [];
      pendingLength = 0;
      start = end + width;
    }
    if (start === chunk.length) continue;
    pending.push(chunk.subarray(start));
    pendingLength += chunk.length - start;
    if (pendingLength > limit)
      throw new InputError(`${name}:${number + 1}`, 'too-large', 'the line is too long to be read');
  }
  if (pendingLength > 0) yield { bytes: joinBytes(pending), number: number + 1 };
}

function joinBytes(parts: readonly Uint8Array[]): Uint8Array {
  return parts.length === 1 ? parts[0]! : Buffer.concat(parts);
}

function newlineFinder(encoding: string): (bytes: Uint8Array, from: number) => number {
  if (!encoding.startsWith('utf-16')) return (bytes, from) => bytes.indexOf(0x0a, from);
  const low = encoding === 'utf-16le' ? 0 : 1;
  return (bytes, from) => {
    let at = bytes.indexOf(0x0a, from + low);
    while (at >= 0 && (at % 2 !== low || bytes[at + 1 - 2 * low] !== 0)) at = bytes.indexOf(0x0a, at + 1);
    return at < 0 ? -1 : at - low;
  };
}

/** Cuts the stream so that no code unit of `width` bytes is split between two chunks. */
async function* aligned(chunks: AsyncIterable<Uint8Array>, width: number): AsyncGenerator<Uint8Array> {
  let rest: Uint8Array = new Uint8Array(0);
  for await (const chunk of chunks) {
    const bytes = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
    const whole = bytes.length - (bytes.length % width);
    if (whole > 0) yield bytes.subarray(0, whole);
    rest = bytes.subarray(whole);
  }
  if (rest.length > 0) yield rest;
}
