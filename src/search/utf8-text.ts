import type { ByteSpan } from './locate-phrases.js';

/** A place in a text: code points from its beginning, and the line (from 1) that it starts in. */
export interface TextPlace {
  readonly start: number;
  readonly end: number;
  readonly line: number;
}

/**
 * The source text of a document as UTF-8, whatever the file is encoded in. Nothing is decoded but what is asked for, so that a hit in a long text costs
 * little more than one in a short text. May lie in memory that is used again: valid until the next document is asked for.
 */
export interface Utf8Text {
  /** In bytes. */
  readonly length: number;
  byteAt(at: number): number;
  /** Where the line begins that the byte stands in. */
  lineStart(at: number): number;
  /** Where it ends, without its newline. */
  lineEnd(at: number): number;
  decode(start: number, end: number): string;
  /** Copies the bytes as they are to a place of another buffer that has room for them. */
  copyTo(target: Buffer, at: number, start: number, end: number): void;
  /** The number of the line that the byte stands in, from 1. Cheap where it is asked for in ascending order. */
  lineAt(at: number): number;
  /** In code points, as spans of the source text are told. */
  locate(span: ByteSpan): TextPlace;
}

const NEWLINE = 0x0a;

/** @param bytes the whole text */
export function createUtf8Text(bytes: Buffer): Utf8Text {
  return new MemoryText(bytes);
}

class MemoryText implements Utf8Text {
  private readonly bytes: Buffer;
  private lines: ((to: number) => number) | null = null;
  private points: ((to: number) => number) | null = null;

  constructor(bytes: Buffer) {
    this.bytes = bytes;
  }

  get length(): number {
    return this.bytes.length;
  }

  byteAt(at: number): number {
    return this.bytes[at]!;
  }

  lineStart(at: number): number {
    return at === 0 ? 0 : this.bytes.lastIndexOf(NEWLINE, at - 1) + 1;
  }

  lineEnd(at: number): number {
    const newline = this.bytes.indexOf(NEWLINE, at);
    return newline < 0 ? this.bytes.length : newline;
  }

  decode(start: number, end: number): string {
    return this.bytes.toString('utf8', start, end);
  }

  copyTo(target: Buffer, at: number, start: number, end: number): void {
    this.bytes.copy(target, at, start, end);
  }

  lineAt(at: number): number {
    this.lines ??= createCounter((from, to) => countNewlines(this.bytes, from, to));
    return this.lines(at) + 1;
  }

  locate({ start, end }: ByteSpan): TextPlace {
    this.points ??= createCounter((from, to) => countCodePoints(this.bytes, from, to));
    return { start: this.points(start), end: this.points(end), line: this.lineAt(start) };
  }
}

/** Counts from the beginning of a text to a place, going on from where it was asked last. */
export function createCounter(count: (from: number, to: number) => number): (to: number) => number {
  let counted = 0;
  let sum = 0;
  return (to) => {
    if (to < counted) {
      counted = 0;
      sum = 0;
    }
    sum += count(counted, to);
    counted = to;
    return sum;
  };
}

export function countNewlines(bytes: Buffer, from: number, to: number): number {
  // Of the stretch alone: on a line without end each search would go through all that is left of it.
  const part = bytes.subarray(from, to);
  let count = 0;
  for (let at = part.indexOf(NEWLINE); at >= 0; at = part.indexOf(NEWLINE, at + 1)) count++;
  return count;
}

/** Every byte but those of the form 10xxxxxx begins a character. */
export function countCodePoints(bytes: Uint8Array, from: number, to: number): number {
  let count = 0;
  for (let i = from; i < to; i++) count += (bytes[i]! & 0xc0) === 0x80 ? 0 : 1;
  return count;
}

/** The beginning of the character that the byte belongs to. */
export function characterStart(text: Pick<Utf8Text, 'byteAt'>, at: number): number {
  let start = at;
  while (start > 0 && start > at - 4 && (text.byteAt(start) & 0xc0) === 0x80) start--;
  return start;
}
