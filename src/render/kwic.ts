import { characterWidth, cutToWidth, measureWidth, padToWidth } from './display-width.js';
import type { NamedHit } from './hit-record.js';
import { createPainter } from './paint.js';
import { toPrintableLine } from './printable.js';

export interface KwicLook {
  /** Columns on either side of the hit; null for what the width leaves. */
  readonly columns: number | null;
  /** Columns of a whole line. */
  readonly width: number;
  readonly colour: boolean;
}

/** Keyword in context: a hit a line, all of them one below the other. */
export interface KwicWriter {
  /** The layout is that of the first page: later locations that are longer are cut. */
  page(hits: readonly NamedHit[]): string;
}

interface Layout {
  readonly location: number;
  readonly context: number;
}

const LEAST_CONTEXT = 8;
/** So much of a line may be taken by the place, and by what was found. */
const LOCATION_SHARE = 0.3;
const QUOTE_SHARE = 0.3;
const GAP = 2;

export function createKwicWriter(look: KwicLook): KwicWriter {
  const paint = createPainter(look.colour);
  let layout: Layout | null = null;
  return {
    page(hits) {
      layout ??= layOut(hits, look);
      const { location, context } = layout;
      return hits
        .map(({ name, record }) => {
          const left = padStart(tailOf(onOneLine(record.left), context), context);
          const right = cutTo(onOneLine(record.right), context);
          const place = padToWidth(cutFront(`${toPrintableLine(name)}:${record.line}`, location), location);
          const quote = onOneLine(record.quote);
          return `${paint.place(place)}  ${left} ${paint.hit(quote)} ${right}`.trimEnd();
        })
        .map((line) => `${line}\n`)
        .join('');
    },
  };
}

function layOut(hits: readonly NamedHit[], { columns, width }: KwicLook): Layout {
  const widest = (texts: readonly string[]) => texts.reduce((most, text) => Math.max(most, measureWidth(text)), 0);
  const most = Math.floor(width * LOCATION_SHARE);
  const location = Math.min(most, widest(hits.map(({ name, record }) => `${toPrintableLine(name)}:${record.line}`)));
  const quote = Math.min(Math.floor(width * QUOTE_SHARE), widest(hits.map(({ record }) => onOneLine(record.quote))));
  const rest = Math.floor((width - location - GAP - quote - 2) / 2);
  return { location, context: columns ?? Math.max(LEAST_CONTEXT, rest) };
}

function onOneLine(text: string): string {
  return toPrintableLine(text.replace(/\s+/g, ' '));
}

/** The end of a place tells more than its beginning. */
function cutFront(text: string, columns: number): string {
  return measureWidth(text) <= columns ? text : `…${tailOf(text, columns - 1)}`;
}

function cutTo(text: string, columns: number): string {
  const cut = cutToWidth(text, columns + 1);
  return measureWidth(text) <= columns ? text : cut.slice(0, -1);
}

function tailOf(text: string, columns: number): string {
  const characters = [...text];
  let width = 0;
  let start = characters.length;
  while (start > 0) {
    width += characterWidth(characters[start - 1]!);
    if (width > columns) break;
    start--;
  }
  return characters.slice(start).join('');
}

function padStart(text: string, columns: number): string {
  return ' '.repeat(Math.max(0, columns - measureWidth(text))) + text;
}
