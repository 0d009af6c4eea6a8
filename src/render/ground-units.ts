import type { Segmentation, Token, Unit } from '../model/segmentation.js';
import type { Span } from '../model/span.js';
import type { PositionRecord } from './text-positions.js';

/** A unit, or a word, with the stretch of the source that it covers. The stretches of a level follow each other without gap. */
export interface Grounded {
  /** In UTF-16 code units of the source. */
  readonly source: Span;
  /** In code points of the source. */
  readonly position: PositionRecord;
  /** The stretch of the normalized text. */
  readonly span: Span;
}

export interface GroundedUnit extends Grounded {
  readonly unit: Unit;
  readonly words: readonly GroundedWord[];
}

export interface GroundedWord extends Grounded {
  readonly token: Token;
}

/**
 * Leads units back to the source, in order. A unit begins where the source of its first character does, the first at 0; what was taken
 * out between two belongs to the one before. Where normalizing made two units of one character of the source, they are one.
 */
export function* groundUnits({ document, units }: Segmentation): Generator<GroundedUnit> {
  const ground = createGround(document.source.text, (offset) => document.offsets.toSource(point(offset)).start);
  let held: Unit | null = null;
  for (const unit of units) {
    if (held !== null) {
      const grounded = groundUnit(ground, held, unit.span.start, document.text.length);
      if (grounded === null) {
        held = {
          ...unit,
          tokens: [...held.tokens, ...unit.tokens],
          span: { start: held.span.start, end: unit.span.end },
        };
        continue;
      }
      yield grounded;
    }
    held = unit;
  }
  if (held === null) return;
  const last = groundUnit(ground, held, document.text.length, document.text.length);
  if (last !== null) yield last;
}

function point(offset: number): Span {
  return { start: offset, end: offset };
}

interface Ground {
  /** Where the source of the character at an offset of the normalized text begins; its end at the end. */
  cutAt(offset: number, length: number): number;
  /** The stretch from the end of the last one to `end`, which is none where it is empty. */
  take(end: number, span: Span): Grounded | null;
}

function createGround(text: string, toSource: (offset: number) => number): Ground {
  const cursor = new PositionCursor(text);
  return {
    cutAt: (offset, length) => (offset >= length ? text.length : toSource(offset)),
    take(end, span) {
      const start = cursor.offset;
      const to = splitsPair(text, end) ? end - 1 : end;
      if (to <= start) return null;
      const { codePoint, line } = cursor;
      cursor.advance(to);
      return { source: { start, end: to }, position: { start: codePoint, end: cursor.codePoint, line }, span };
    },
  };
}

function groundUnit(ground: Ground, unit: Unit, next: number, length: number): GroundedUnit | null {
  const end = ground.cutAt(next, length);
  const { span } = unit;
  if (unit.tokens.length === 0) {
    const grounded = ground.take(end, span);
    return grounded && { ...grounded, unit, words: [] };
  }
  const words: GroundedWord[] = [];
  let from = span.start;
  for (const [i, token] of unit.tokens.entries()) {
    const following = unit.tokens[i + 1];
    const cut = following === undefined ? end : ground.cutAt(following.span.start, length);
    const grounded = ground.take(cut, { start: from, end: token.span.end });
    if (grounded === null) continue;
    words.push({ ...grounded, token });
    from = token.span.end;
  }
  const first = words[0];
  const last = words.at(-1);
  if (first === undefined || last === undefined) return null;
  const source = { start: first.source.start, end: last.source.end };
  const position = { start: first.position.start, end: last.position.end, line: first.position.line };
  return { source, position, span, unit, words };
}

function splitsPair(text: string, offset: number): boolean {
  const high = text.charCodeAt(offset - 1);
  const low = text.charCodeAt(offset);
  return high >= 0xd800 && high < 0xdc00 && low >= 0xdc00 && low < 0xe000;
}

/** Counts code points and lines as it goes on through a text. */
class PositionCursor {
  offset = 0;
  codePoint = 0;
  line = 1;
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  advance(to: number): void {
    for (let i = this.offset; i < to; i++) {
      const code = this.#text.charCodeAt(i);
      if (code === 0x0a) this.line++;
      // The low half of a pair is counted with the high one.
      if (code < 0xdc00 || code > 0xdfff || !splitsPair(this.#text, i)) this.codePoint++;
    }
    this.offset = to;
  }
}
