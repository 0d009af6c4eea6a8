import type { ByteSpan } from '../search/locate-phrases.js';
import type { FoundDocument } from '../search/search-documents.js';
import { characterStart, type Utf8Text } from '../search/utf8-text.js';
import { characterWidth } from './display-width.js';

/** A hit as JSON lines have it. `left`, `quote` and `right` are the source's own characters, and stand there one behind the other. */
export interface HitRecord {
  readonly path: string | null;
  readonly id: string;
  readonly line: number;
  /** Code points of the source text. */
  readonly span: { readonly start: number; readonly end: number };
  readonly quote: string;
  readonly left: string;
  readonly right: string;
}

/** A hit with the name that people know its document by. */
export interface NamedHit {
  readonly name: string;
  readonly record: HitRecord;
}

/** @param columns how much of the text stands on either side, as wide as a terminal shows it */
export function* listHits({ path, id, name, text, hits }: FoundDocument, columns: number): Generator<NamedHit> {
  for (const hit of hits) {
    const { start, end, line } = text.locate(hit);
    const record: HitRecord = {
      path,
      id,
      line,
      span: { start, end },
      quote: text.decode(hit.start, hit.end),
      left: cutLeft(text, hit, columns),
      right: cutRight(text, hit, columns),
    };
    yield { name, record };
  }
}

/** No character has more bytes in UTF-8, and hardly any takes no room. */
const MOST_BYTES = 4;

function cutLeft(text: Utf8Text, { start }: ByteSpan, columns: number): string {
  const from = characterStart(text, Math.max(0, start - MOST_BYTES * columns));
  const before = text.decode(from, start);
  let width = 0;
  let at = before.length;
  while (at > 0) {
    const previous = at > 1 && isLowSurrogate(before.charCodeAt(at - 1)) ? at - 2 : at - 1;
    width += characterWidth(before.slice(previous, at));
    if (width > columns) break;
    at = previous;
  }
  return before.slice(at);
}

function cutRight(text: Utf8Text, { end }: ByteSpan, columns: number): string {
  const limit = end + MOST_BYTES * columns;
  const behind = text.decode(end, limit >= text.length ? text.length : characterStart(text, limit));
  let width = 0;
  let at = 0;
  for (const character of behind) {
    width += characterWidth(character);
    if (width > columns) break;
    at += character.length;
  }
  return behind.slice(0, at);
}

function isLowSurrogate(unit: number): boolean {
  return (unit & 0xfc00) === 0xdc00;
}
