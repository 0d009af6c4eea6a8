import { isBlank, isRemovable } from '../pipeline/normalize/removable-characters.js';
import { type BytePair, createScanner, type Scanner } from './scanner.js';
import type { SpelledCharacter, SpelledPhrase } from './spell-phrase.js';

/** Where phrases stand in a stretch of UTF-8, by byte offsets. */
export interface Located {
  /** Places of hits, ascending and not overlapping; of several that begin alike the longest. */
  readonly hits: readonly ByteSpan[];
  /** Whether only normalizing can tell where the hits are, or whether there are any. */
  readonly uncertain: boolean;
}

export interface ByteSpan {
  readonly start: number;
  readonly end: number;
}

/** A stretch of the scanner's memory. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
  /** Whether the text goes on before or behind it. */
  readonly openBefore: boolean;
  readonly openBehind: boolean;
}

/** A place where a phrase stands, or may stand. */
export interface Match extends ByteSpan {
  readonly certain: boolean;
}

/** Finds phrases in UTF-8 without decoding or normalizing it, as far as that can be told. */
export interface PhraseLocator {
  readonly scanner: Scanner;
  /**
   * Adds what stands in a stretch.
   * @param first of the offsets that `scanner.scan` found there, as an index of `scanner.positions`
   */
  collect(stretch: Stretch, first: number, count: number, matches: Match[]): void;
}

/** One way of writing the anchor of a phrase. */
interface AnchorForm {
  readonly phrase: SpelledPhrase;
  readonly bytes: Uint8Array;
  /** From the first byte of the character to the pair that is sought. */
  readonly distance: number;
  readonly certain: boolean;
}

/** @param capacity how many bytes the scanner holds at once */
export function createPhraseLocator(phrases: readonly SpelledPhrase[], capacity: number): PhraseLocator {
  const forms = new Map<number, AnchorForm[]>();
  const pairs: BytePair[] = [];
  for (const phrase of phrases) {
    for (const { pair, form } of listAnchorForms(phrase)) {
      const key = keyOf(pair.first, pair.second);
      const known = forms.get(key);
      if (known === undefined) pairs.push(pair);
      forms.set(key, [...(known ?? []), form]);
    }
  }
  const scanner = createScanner(pairs, capacity);
  const { bytes } = scanner;
  const anyByte = pairs.some(({ second }) => second === null);
  return {
    scanner,
    collect(stretch, first, count, matches) {
      const { positions } = scanner;
      for (let k = first; k < first + count; k++) {
        const at = positions[k]!;
        const paired = forms.get(keyOf(bytes[at]!, bytes[at + 1]!));
        if (paired !== undefined) addMatches(paired, bytes, at, stretch, matches);
        const alone = anyByte ? forms.get(keyOf(bytes[at]!, null)) : undefined;
        if (alone !== undefined) addMatches(alone, bytes, at, stretch, matches);
      }
    },
  };
}

function keyOf(first: number, second: number | null): number {
  return second === null ? 0x10000 | first : (first << 8) | second;
}

/**
 * The pairs of bytes by which the anchor is found: of a Chinese character the last two of its three, for the first says little; of a letter
 * or digit itself and what the next character may begin with.
 */
function* listAnchorForms(phrase: SpelledPhrase): Generator<{ pair: BytePair; form: AnchorForm }> {
  const { spellings, certain } = phrase.characters[phrase.anchor]!;
  const next = phrase.characters[phrase.anchor + 1];
  for (const [i, bytes] of spellings.entries()) {
    const distance = Math.max(0, bytes.length - 2);
    const form = { phrase, bytes, distance, certain: certain[i]! };
    const first = bytes[distance]!;
    if (bytes.length > 1) yield { pair: { first, second: bytes[distance + 1]! }, form };
    else if (next === undefined || next.parted) yield { pair: { first, second: null }, form };
    else for (const second of new Set(next.spellings.map(([byte]) => byte!))) yield { pair: { first, second }, form };
  }
}

function addMatches(
  forms: readonly AnchorForm[],
  bytes: Uint8Array,
  at: number,
  stretch: Stretch,
  matches: Match[],
): void {
  for (const form of forms) {
    const match = matchAround(form, bytes, at - form.distance, stretch);
    if (match !== null) matches.push(match);
  }
}

/** Whether the phrase stands around its anchor at `at`; null where it does not. */
function matchAround(form: AnchorForm, bytes: Uint8Array, at: number, stretch: Stretch): Match | null {
  const anchorEnd = at + form.bytes.length;
  if (at < stretch.from || anchorEnd > stretch.to || !standsAt(form.bytes, bytes, at)) return null;
  const { phrase } = form;
  const { characters, anchor, steadfast } = phrase;
  let { certain } = form;
  let end = anchorEnd;
  for (let i = anchor + 1; i < characters.length; i++) {
    const step = stepForward(phrase, characters[i]!, bytes, end, stretch);
    if (step === null) return null;
    certain &&= step.certain;
    end = step.end;
    if (step === UNCLEAR) return { start: at, end: anchorEnd, certain: false };
  }
  let start = at;
  for (let i = anchor - 1; i >= 0; i--) {
    const step = stepBackward(phrase, i, bytes, start, stretch);
    if (step === null) return null;
    certain &&= step.certain;
    start = step.start;
    if (step === UNCLEAR) return { start: at, end: anchorEnd, certain: false };
  }
  return { start, end, certain: certain && steadfast && (phrase.exact || !mayHaveNoiseBehind(bytes, end, stretch)) };
}

/** Something that may be taken out or be part of the phrase stands there, or the stretch ends: only normalizing can tell how it goes on. */
const UNCLEAR: Match = { start: -1, end: -1, certain: false };

/** Where the next character stands; null where it does not. */
function stepForward(
  { steadfast, hasRemovable }: SpelledPhrase,
  character: SpelledCharacter,
  bytes: Uint8Array,
  at: number,
  { to, openBehind }: Stretch,
): Match | null {
  const { spellings, certain, parted } = character;
  for (let place = at; ; place += lengthAt(bytes, place)) {
    const i = spellings.findIndex((spelling) => place + spelling.length <= to && standsAt(spelling, bytes, place));
    if (i >= 0) return { start: place, end: place + spellings[i]!.length, certain: place === at && certain[i]! };
    if (place + LONGEST_CHARACTER > to && openBehind) return UNCLEAR;
    if (!parted || place >= to || !isRemovable(unitAt(bytes, place))) return null;
    if (!steadfast || hasRemovable) return UNCLEAR;
  }
}

function stepBackward(
  { characters, steadfast, hasRemovable }: SpelledPhrase,
  index: number,
  bytes: Uint8Array,
  at: number,
  { from, openBefore }: Stretch,
): Match | null {
  const { spellings, certain } = characters[index]!;
  const { parted } = characters[index + 1]!;
  for (let place = at; ; place = startBefore(bytes, place)) {
    const i = spellings.findIndex(
      (spelling) => place - spelling.length >= from && standsAt(spelling, bytes, place - spelling.length),
    );
    if (i >= 0) return { start: place - spellings[i]!.length, end: place, certain: place === at && certain[i]! };
    if (place - LONGEST_CHARACTER < from && openBefore) return UNCLEAR;
    if (!parted || place <= from || !isRemovable(unitAt(bytes, startBefore(bytes, place)))) return null;
    if (!steadfast || hasRemovable) return UNCLEAR;
  }
}

function standsAt(spelling: Uint8Array, bytes: Uint8Array, at: number): boolean {
  for (let i = 0; i < spelling.length; i++) if (spelling[i] !== bytes[at + i]) return false;
  return true;
}

/** Pinyin behind the last character belongs to the hit, with the blanks before its bracket. */
function mayHaveNoiseBehind(bytes: Uint8Array, end: number, { to, openBehind }: Stretch): boolean {
  for (let at = end; at < to; at += lengthAt(bytes, at)) {
    const unit = unitAt(bytes, at);
    if (unit === HALF_WIDTH_BRACKET || unit === FULL_WIDTH_BRACKET) return true;
    if (!isBlank(unit)) return false;
  }
  return openBehind;
}

const HALF_WIDTH_BRACKET = 0x28;
const FULL_WIDTH_BRACKET = 0xff08;

/** Of several that overlap the one that begins first counts, then the longest, as where the normalized text is searched. */
export function settleMatches(matches: Match[]): Located {
  if (matches.length === 1) return { hits: matches, uncertain: !matches[0]!.certain };
  if (matches.some(({ certain }) => !certain)) return { hits: [], uncertain: true };
  matches.sort((a, b) => a.start - b.start || b.end - a.end);
  const hits: ByteSpan[] = [];
  let done = -1;
  for (const match of matches) {
    if (match.start < done) continue;
    hits.push(match);
    done = match.end;
  }
  return { hits, uncertain: false };
}

const LONGEST_CHARACTER = 4;

// UTF-8: the first byte of a character tells its length, the others are 10xxxxxx.

function lengthAt(bytes: Uint8Array, at: number): number {
  const byte = bytes[at]!;
  if (byte < 0x80) return 1;
  if (byte < 0xe0) return 2;
  return byte < 0xf0 ? 3 : 4;
}

function startBefore(bytes: Uint8Array, at: number): number {
  let start = at - 1;
  while (start > at - 4 && (bytes[start]! & 0xc0) === 0x80) start--;
  return start;
}

/** The UTF-16 code unit of the character; 0 for one that needs two, which is never taken out. */
function unitAt(bytes: Uint8Array, at: number): number {
  const byte = bytes[at]!;
  if (byte < 0x80) return byte;
  if (byte < 0xe0) return ((byte & 0x1f) << 6) | (bytes[at + 1]! & 0x3f);
  if (byte < 0xf0) return ((byte & 0x0f) << 12) | ((bytes[at + 1]! & 0x3f) << 6) | (bytes[at + 2]! & 0x3f);
  return 0;
}
