import type { FoundDocument } from '../search/search-documents.js';
import { characterWidth, measureWidth } from './display-width.js';
import { GAP } from './found-bytes.js';
import { type FoundLine, listFoundLines, type Surroundings } from './found-lines.js';
import { toPrintableLine } from './printable.js';

export interface FoundTextLook {
  readonly around: Surroundings;
  /** How the lines of a hit are cut: to so many columns on either side of it; null where they are shown whole. */
  readonly columns: number | null;
  /** On a terminal: how wide it is. Lines that fit are shown whole, others cut to the hits; what could steer it is taken out. */
  readonly terminal: { readonly width: number; readonly colour: boolean } | null;
}

/** Lines as grep shows them: `path:line:` and the line; `path-line-` before those around. Colours are loaded where there are any. */
export async function loadFoundTextWriter(look: FoundTextLook): Promise<(found: FoundDocument) => Iterable<string>> {
  const { around, terminal } = look;
  const parted = around.before > 0 || around.after > 0;
  const show = terminal === null ? (text: string) => text : toPrintableLine;
  const paint = terminal?.colour === true ? (await import('./paint.js')).createPainter(true) : PLAIN;
  const mark = terminal === null ? (text: string) => text : paint.hit;
  return function* (found) {
    const name = show(found.name);
    let first = true;
    for (const line of listFoundLines(found, around)) {
      const gap = parted && (line.afterGap || first) ? GAP : '';
      first = false;
      const sign = line.marks.length > 0 ? ':' : '-';
      const prefix = `${name}${sign}${line.number}${sign}`;
      const pieces = cutLine(found, line, look, prefix).map(({ text, marked }) =>
        marked ? mark(show(text)) : show(text),
      );
      yield `${gap}${paint.place(prefix)}${pieces.join('')}\n`;
    }
  };
}

/** On a terminal without colours hits are marked by signs. */
const PLAIN = { hit: (text: string) => `«${text}»`, place: (text: string) => text };

interface Piece {
  readonly text: string;
  readonly marked: boolean;
}

/** The line in pieces, with what lies far from any hit left out where it would not fit. */
function cutLine(
  { text }: FoundDocument,
  line: FoundLine,
  { columns, terminal }: FoundTextLook,
  prefix: string,
): Piece[] {
  const pieces: Piece[] = [];
  let done = line.start;
  for (const { start, end } of line.marks) {
    if (start > done) pieces.push({ text: text.decode(done, start), marked: false });
    pieces.push({ text: text.decode(start, end), marked: true });
    done = end;
  }
  if (line.end > done) pieces.push({ text: text.decode(done, line.end), marked: false });
  const room = terminal === null ? null : Math.max(LEAST_ROOM, terminal.width - measureWidth(prefix));
  if (columns === null && (room === null || fits(pieces, room))) return pieces;
  const most = columns ?? Math.max(LEAST_CONTEXT, Math.floor((room! - widthOfFirstMark(pieces)) / 2) - 1);
  return pieces.map((piece, k) =>
    piece.marked ? piece : shorten(piece, pieces[k - 1] !== undefined, pieces[k + 1] !== undefined, most),
  );
}

const LEAST_ROOM = 20;
const LEAST_CONTEXT = 8;

function fits(pieces: readonly Piece[], room: number): boolean {
  let width = 0;
  for (const { text } of pieces) {
    // No character is narrower than nothing and few are: a long line is not measured to its end.
    if (text.length > 2 * room) return false;
    width += measureWidth(text);
    if (width > room) return false;
  }
  return true;
}

function widthOfFirstMark(pieces: readonly Piece[]): number {
  return measureWidth(pieces.find(({ marked }) => marked)?.text.slice(0, 200) ?? '');
}

/** Keeps `most` columns beside each neighbouring hit. */
function shorten({ text }: Piece, hitBefore: boolean, hitBehind: boolean, most: number): Piece {
  const head = hitBefore ? headOf(text, most) : '';
  const tail = hitBehind ? tailOf(text, most) : '';
  if (!hitBefore && !hitBehind) return { text: withEllipsis(text, headOf(text, 2 * most)), marked: false };
  if (head.length + tail.length >= text.length) return { text, marked: false };
  return { text: `${head}…${tail}`, marked: false };
}

function withEllipsis(text: string, kept: string): string {
  return kept.length < text.length ? `${kept}…` : text;
}

function headOf(text: string, columns: number): string {
  let width = 0;
  let end = 0;
  for (const character of text) {
    width += characterWidth(character);
    if (width > columns) break;
    end += character.length;
  }
  return text.slice(0, end);
}

function tailOf(text: string, columns: number): string {
  let width = 0;
  let start = text.length;
  while (start > 0) {
    const previous = start > 1 && (text.charCodeAt(start - 1) & 0xfc00) === 0xdc00 ? start - 2 : start - 1;
    width += characterWidth(text.slice(previous, start));
    if (width > columns) break;
    start = previous;
  }
  return text.slice(start);
}
