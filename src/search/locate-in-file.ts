import { isUtf8 } from 'node:buffer';
import { readSync } from 'node:fs';
import type { Span } from '../model/span.js';
import { type ByteSpan, type Match, type PhraseLocator, type Stretch, settleMatches } from './locate-phrases.js';
import { endOfWhole } from './utf8-bytes.js';

/** How far around a stretch is looked, and to what length lines are normalized whole. */
const MARGIN = 65_536;
/** A pattern has at most 2,000 characters. */
const LONGEST_PHRASE = 16_384;

/** Finds hits in a text by normalizing it: places in UTF-16 code units. */
export type FindByNormalizing = (text: string) => readonly Span[];

/**
 * Finds phrases in a file of UTF-8 of any length, stretch by stretch, without ever holding more of it. Where the bytes of a stretch do not tell, its lines
 * are normalized by themselves.
 * @param from behind the byte order mark
 * @returns offsets from there; null where it is not UTF-8
 */
export function locateInFile(
  locator: PhraseLocator,
  file: number,
  from: number,
  find: FindByNormalizing,
): ByteSpan[] | null {
  const { bytes, capacity } = locator.scanner;
  const step = capacity - 2 * MARGIN;
  const hits: ByteSpan[] = [];
  for (let start = 0; ; start += step) {
    const first = Math.max(0, start - MARGIN);
    const read = readSync(file, bytes, 0, capacity, from + first);
    const atEnd = read < capacity;
    const whole = wholeCharacters(bytes, read, first > 0);
    if (whole === null) return null;
    const owned = { start: start - first, end: atEnd ? read : start - first + step };
    if (owned.start >= read) return hits;
    const stretch = { from: whole.start, to: whole.end, openBefore: first > 0, openBehind: !atEnd };
    for (const hit of locateOwned(locator, stretch, owned, find)) {
      const done = hits.at(-1)?.end ?? 0;
      if (first + hit.start >= done) hits.push({ start: first + hit.start, end: first + hit.end });
    }
    if (atEnd) return hits;
  }
}

/** The hits that begin in the part that belongs to this stretch alone. */
function locateOwned(
  locator: PhraseLocator,
  stretch: Stretch,
  owned: ByteSpan,
  find: FindByNormalizing,
): readonly ByteSpan[] {
  const { scanner } = locator;
  const isOwned = ({ start }: ByteSpan) => start >= owned.start && start < owned.end;
  const count = scanner.scan(owned.start, Math.min(stretch.to, owned.end + LONGEST_PHRASE));
  if (count === 0) return [];
  const matches: Match[] = [];
  locator.collect(stretch, 0, count, matches);
  if (matches.every(({ certain }) => certain)) return settleMatches(matches.filter(isOwned)).hits;
  return findInLines(scanner.bytes, stretch, find).filter(isOwned);
}

/** What is found in whole lines of the stretch; at its edges in parts of lines, where they are longer than the margin. */
function findInLines(
  bytes: Buffer,
  { from, to, openBefore, openBehind }: Stretch,
  find: FindByNormalizing,
): ByteSpan[] {
  const newline = openBefore ? bytes.indexOf(NEWLINE, from) : -1;
  const start = newline < 0 || newline - from > MARGIN / 2 ? from : newline + 1;
  const last = openBehind ? bytes.lastIndexOf(NEWLINE, to - 1) : -1;
  const end = last < 0 || to - last > MARGIN / 2 ? to : last;
  const text = bytes.toString('utf8', start, end);
  let counted = 0;
  let place = start;
  const advance = (offset: number) => {
    place += Buffer.byteLength(text.slice(counted, offset));
    counted = offset;
    return place;
  };
  return find(text).map((span) => ({ start: advance(span.start), end: advance(span.end) }));
}

const NEWLINE = 0x0a;

/** Without the parts of characters at both ends; null where it is not UTF-8. */
function wholeCharacters(bytes: Buffer, length: number, openBefore: boolean): ByteSpan | null {
  let start = 0;
  while (openBefore && start < 3 && (bytes[start]! & 0xc0) === 0x80) start++;
  const end = start + endOfWhole(bytes.subarray(start, length));
  return isUtf8(bytes.subarray(start, end)) ? { start, end } : null;
}
