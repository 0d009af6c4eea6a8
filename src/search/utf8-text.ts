import type { ByteSpan } from './locate-phrases.js';

/** A place in a text: code points from its beginning, and the line (from 1) that it starts in. */
export interface TextPlace {
  readonly start: number;
  readonly end: number;
  readonly line: number;
}

const NEWLINE = 0x0a;

/**
 * The source text of a document as UTF-8, whatever the file is encoded in, or a part of it. Nothing is decoded but what is asked for, so that a hit in a
 * long text costs little more than one in a short text. The bytes may lie in memory that is used again: valid until the next document is asked for.
 */
export class Utf8Text {
  readonly bytes: Buffer;
  /** What stands before the part that `bytes` are. */
  readonly linesBefore: number;
  readonly codePointsBefore: number;
  private countedTo = 0;
  private lines = 0;
  private pointsCountedTo = 0;
  private points = 0;

  constructor(bytes: Buffer, linesBefore = 0, codePointsBefore = 0) {
    this.bytes = bytes;
    this.linesBefore = linesBefore;
    this.codePointsBefore = codePointsBefore;
  }

  /** Where the line begins that the byte stands in. */
  lineStart(at: number): number {
    return at === 0 ? 0 : this.bytes.lastIndexOf(NEWLINE, at - 1) + 1;
  }

  /** Where it ends, without its newline. */
  lineEnd(at: number): number {
    const newline = this.bytes.indexOf(NEWLINE, at);
    return newline < 0 ? this.bytes.length : newline;
  }

  decode(start: number, end: number): string {
    return this.bytes.toString('utf8', start, end);
  }

  /** The number of the line that the byte stands in, from 1. Cheap where it is asked for in ascending order. */
  lineAt(at: number): number {
    if (at < this.countedTo) {
      this.countedTo = 0;
      this.lines = 0;
    }
    let next = this.bytes.indexOf(NEWLINE, this.countedTo);
    while (next >= 0 && next < at) {
      this.lines += 1;
      this.countedTo = next + 1;
      next = this.bytes.indexOf(NEWLINE, next + 1);
    }
    return this.linesBefore + this.lines + 1;
  }

  /** In code points, as spans of the source text are told. */
  locate({ start, end }: ByteSpan): TextPlace {
    const first = this.codePointAt(start);
    return { start: first, end: this.codePointAt(end), line: this.lineAt(start) };
  }

  private codePointAt(at: number): number {
    if (at < this.pointsCountedTo) {
      this.pointsCountedTo = 0;
      this.points = 0;
    }
    this.points += countCodePoints(this.bytes, this.pointsCountedTo, at);
    this.pointsCountedTo = at;
    return this.codePointsBefore + this.points;
  }
}

/** Every byte but those of the form 10xxxxxx begins a character. */
export function countCodePoints(bytes: Uint8Array, from: number, to: number): number {
  let count = 0;
  for (let i = from; i < to; i++) count += (bytes[i]! & 0xc0) === 0x80 ? 0 : 1;
  return count;
}

/** The beginning of the character that the byte belongs to. */
export function characterStart(bytes: Uint8Array, at: number): number {
  let start = at;
  while (start > 0 && start > at - 4 && (bytes[start]! & 0xc0) === 0x80) start--;
  return start;
}
