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
 * Finds phrases in a file of UTF-8 of any length, stretch by stretch, without ever holding more of it. Where the bytes do not tell, lines
 * are normalized with some text around them.
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
  const count = scanner.scan(owned.start, Math.min(stretch.to, owned.end + LONGEST_PHRASE));
  if (count === 0) return [];
  const matches: Match[] = [];
  locator.collect(stretch, 0, count, matches);
  const certain = matches.filter((match) => match.certain);
  const found =
    certain.length === matches.length
      ? certain
      : findAround(
          scanner.bytes,
          stretch,
          matches.filter((match) => !match.certain),
          certain,
          find,
        );
  return settleMatches(found.filter(({ start }) => start >= owned.start && start < owned.end)).hits;
}

/** With the lines around what is uncertain normalized, and what is found there in place of what was thought to be there. */
function findAround(
  bytes: Buffer,
  stretch: Stretch,
  uncertain: readonly Match[],
  certain: readonly Match[],
  find: FindByNormalizing,
): Match[] {
  let found = [...certain];
  let done = -1;
  for (const match of uncertain.toSorted((a, b) => a.start - b.start)) {
    if (match.start < done) continue;
    const start = lineStart(bytes, match.start, stretch.from);
    const end = lineEnd(bytes, match.end + AROUND / 2, stretch.to);
    const from = lineStart(bytes, Math.max(stretch.from, start - AROUND), stretch.from);
    const to = lineEnd(bytes, Math.min(stretch.to, end + AROUND), stretch.to);
    const isHere = (span: ByteSpan) => span.start >= start && span.start < end;
    found = found.filter((other) => !isHere(other));
    for (const hit of findIn(bytes, from, to, find)) if (isHere(hit)) found.push({ ...hit, certain: true });
    done = end;
  }
  return found;
}

/** What is seen of the text around a line, to tell how it is to be read. */
const AROUND = 8192;

function lineStart(bytes: Buffer, at: number, floor: number): number {
  if (at <= floor) return floor;
  const newline = bytes.lastIndexOf(NEWLINE, at - 1);
  if (newline >= floor && at - newline <= MARGIN / 2) return newline + 1;
  let start = Math.max(floor, at - MARGIN / 4);
  while (start > floor && (bytes[start]! & 0xc0) === 0x80) start--;
  return start;
}

function lineEnd(bytes: Buffer, at: number, limit: number): number {
  const newline = bytes.indexOf(NEWLINE, at);
  if (newline >= 0 && newline < limit && newline - at <= MARGIN / 2) return newline;
  let end = Math.min(limit, at + MARGIN / 4);
  while (end < limit && (bytes[end]! & 0xc0) === 0x80) end++;
  return end;
}

function findIn(bytes: Buffer, from: number, to: number, find: FindByNormalizing): ByteSpan[] {
  const text = bytes.toString('utf8', from, to);
  let counted = 0;
  let place = from;
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
