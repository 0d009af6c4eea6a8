import type { Segmentation, Token, Unit } from '../model/segmentation.js';
import type { Span } from '../model/span.js';
import type { PositionRecord } from './text-positions.js';

/**
 * A unit, or a word, with the stretch of the source that it covers. The stretches of a level follow each other without gap.
 * One flat object, for there are as many as a corpus has words.
 */
export interface Grounded {
  /** In UTF-16 code units of the source. */
  readonly start: number;
  readonly end: number;
  /** In code points of the source. */
  readonly firstCodePoint: number;
  readonly endCodePoint: number;
  /** The line of the source that it begins in, from 1. */
  readonly line: number;
  /** The stretch of the normalized text, in UTF-16 code units. */
  readonly from: number;
  readonly to: number;
}

export interface GroundedWord extends Grounded {
  readonly token: Token;
}

export interface GroundedUnit extends Grounded {
  readonly unit: Unit;
  readonly words: readonly GroundedWord[];
}

export function positionOf({ firstCodePoint, endCodePoint, line }: Grounded): PositionRecord {
  return { start: firstCodePoint, end: endCodePoint, line };
}

/**
 * Leads units back to the source, in order. A unit begins where the source of its first character does, the first at 0; what was taken
 * out between two belongs to the one before. Where normalizing made two units of one character of the source, they are one.
 */
export function* groundUnits(segmentation: Segmentation): Generator<GroundedUnit> {
  const ground = new Ground(segmentation);
  let held: Unit | null = null;
  for (const unit of segmentation.units) {
    if (held !== null) {
      const grounded = groundUnit(ground, held, ground.cutAt(unit.span.start));
      if (grounded !== null) yield grounded;
      else {
        const span: Span = { start: held.span.start, end: unit.span.end };
        held = { ...unit, tokens: [...held.tokens, ...unit.tokens], span };
        continue;
      }
    }
    held = unit;
  }
  const last = held === null ? null : groundUnit(ground, held, ground.cutAt(Number.POSITIVE_INFINITY));
  if (last !== null) yield last;
}

/** Null where nothing of the source is left for it. */
function groundUnit(ground: Ground, unit: Unit, end: number): GroundedUnit | null {
  const { span, tokens } = unit;
  const { offset: start, codePoint: firstCodePoint, line } = ground;
  const words: GroundedWord[] = [];
  let from = span.start;
  const last = tokens.length - 1;
  for (let i = 0; i <= last; i++) {
    const token = tokens[i]!;
    const wordStart = ground.offset;
    const wordFirst = ground.codePoint;
    const wordLine = ground.line;
    if (!ground.advance(i === last ? end : ground.cutAt(tokens[i + 1]!.span.start))) continue;
    words.push({
      start: wordStart,
      end: ground.offset,
      firstCodePoint: wordFirst,
      endCodePoint: ground.codePoint,
      line: wordLine,
      from,
      to: token.span.end,
      token,
    });
    from = token.span.end;
  }
  if (tokens.length === 0) ground.advance(end);
  if (ground.offset === start) return null;
  const { offset, codePoint: endCodePoint } = ground;
  return { start, end: offset, firstCodePoint, endCodePoint, line, from: span.start, to: span.end, unit, words };
}

/** Goes through the source once and counts its code points and lines. */
class Ground {
  offset = 0;
  codePoint = 0;
  line = 1;
  readonly #source: string;
  readonly #length: number;
  readonly #toSource: ((offset: number) => number) | null;

  constructor({ document: { source, text, offsets } }: Segmentation) {
    this.#source = source.text;
    this.#length = text.length;
    const unchanged = source.text === text;
    this.#toSource = unchanged ? null : (offset) => offsets.toSource({ start: offset, end: offset }).start;
  }

  /** Where the source of the character at an offset of the normalized text begins; behind the last, the end of the source. */
  cutAt(offset: number): number {
    if (offset >= this.#length) return this.#source.length;
    return this.#toSource === null ? offset : this.#toSource(offset);
  }

  /** Goes on to an offset of the source, or before the pair of surrogates that it falls into. Returns whether that is further on. */
  advance(offset: number): boolean {
    const source = this.#source;
    const end = isLowHalf(source, offset) ? offset - 1 : offset;
    if (end <= this.offset) return false;
    for (let i = this.offset; i < end; i++) {
      const code = source.charCodeAt(i);
      if (code === 0x0a) this.line++;
      // The low half of a pair is counted with the high one.
      if (code < 0xdc00 || code > 0xdfff || !isLowHalf(source, i)) this.codePoint++;
    }
    this.offset = end;
    return true;
  }
}

/** Whether the code unit at `offset` is the second one of a pair of surrogates. */
function isLowHalf(text: string, offset: number): boolean {
  const low = text.charCodeAt(offset);
  if (!(low >= 0xdc00 && low < 0xe000)) return false;
  const high = text.charCodeAt(offset - 1);
  return high >= 0xd800 && high < 0xdc00;
}
