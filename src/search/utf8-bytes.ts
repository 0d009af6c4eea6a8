import { isUtf8 } from 'node:buffer';

/** The byte order mark at the beginning is no part of the text. */
export function skipByteOrderMark(bytes: Uint8Array, from: number, to: number): number {
  return to - from >= 3 && bytes[from] === 0xef && bytes[from + 1] === 0xbb && bytes[from + 2] === 0xbf
    ? from + 3
    : from;
}

/** Whether bytes are UTF-8, up to a character cut off at the end. */
export function isUtf8Text(bytes: Uint8Array): boolean {
  return isUtf8(bytes) || isUtf8(bytes.subarray(0, endOfWhole(bytes)));
}

/** Where the last whole character ends. */
export function endOfWhole(bytes: Uint8Array): number {
  const { length } = bytes;
  for (let back = 1; back <= 3 && back <= length; back++) {
    const byte = bytes[length - back]!;
    if (byte < 0x80) return length;
    if (byte < 0xc0) continue;
    const due = byte < 0xe0 ? 2 : byte < 0xf0 ? 3 : 4;
    return back < due ? length - back : length;
  }
  return length;
}

/** Whether there are control characters other than tab and line breaks: what has many of them is no text. */
export function hasControl(bytes: Uint8Array): boolean {
  for (let i = 0; i < bytes.length; i++) if (bytes[i]! < 0x20 && (bytes[i]! < 0x09 || bytes[i]! > 0x0d)) return true;
  return false;
}

/** U+FFFD written out: a text that is full of it was decoded wrongly before, and is taken for binary. */
export function hasReplacement(bytes: Buffer): boolean {
  return bytes.includes(REPLACEMENT);
}

const REPLACEMENT = Buffer.from('\uFFFD');
