import { flagsAt, NUMERAL } from '../../language/characters.js';
import { readNumeral } from '../../language/numerals.js';
import type { Outline } from '../../model/outline.js';
import type { HeadingLine, NumberingFault, SectionOutline } from '../../model/section-outline.js';
import { alignRunIn } from './align-run-in.js';
import { findContinuations } from './find-continuations.js';
import { findHeadingLines, type HeadingCandidate, type HeadingMark } from './find-heading-lines.js';

/** The order of official documents, from the outermost scheme on; schemes of running text (一是, 第一,) come last. */
const RANKS = [
  'stem',
  'chapter',
  'item',
  'formal',
  'roman',
  'chinese',
  'chinese-paren',
  'arabic',
  'full-stop',
  'arabic-half-paren',
];
const OFFICIAL: ReadonlySet<string> = new Set(['chapter', 'formal', 'roman', 'chinese', 'chinese-paren']);
const LAST_RANK = RANKS.length;
/** A number that leaps further goes on with no list. */
const MOST_LEFT_OUT = 5;

/** A numbered list that is open, or a plain heading (family null). */
interface OpenLevel {
  readonly family: string | null;
  ordinal: number;
  /** Index of its present heading. */
  heading: number;
  /** Whether plain headings stand below members of the list. */
  holdsPlain: boolean;
}

interface Reading {
  readonly text: string;
  readonly candidates: readonly HeadingCandidate[];
  readonly headings: HeadingLine[];
  readonly faults: NumberingFault[];
  readonly numbers: ReturnType<typeof listNumbers>;
  /** Which family of numbers stood below which. */
  readonly nested: Set<string>;
  /** The title or article that all the others stand below, or null. */
  root: number | null;
  open: OpenLevel[];
}

/**
 * The headings of a document as a tree, by the numbering that the report itself uses: a number goes on with the innermost list that
 * waits for it, 1 begins a list, and a scheme not yet met stands below the present heading unless official order puts it above.
 * Numbers that are wrong are reported and left as they are.
 */
export function readSections(text: string, outline: Outline): SectionOutline {
  const candidates = findHeadingLines(text, outline);
  const numbers = listNumbers(candidates);
  const reading: Reading = {
    text,
    candidates,
    headings: [],
    faults: [],
    numbers,
    nested: new Set(),
    root: null,
    open: [],
  };
  for (const [i, candidate] of candidates.entries()) {
    if (candidate.mark !== null) addNumbered(reading, i, candidate, candidate.mark);
    else if (candidate.kind === 'plain') addPlain(reading, i, candidate);
    else addRoot(reading, candidate);
  }
  const headings = alignRunIn(text, reading.headings, candidates);
  return { headings, faults: reading.faults, continuations: findContinuations(text, outline.paragraphs, headings) };
}

function push(reading: Reading, candidate: HeadingCandidate): number {
  const parent = reading.open.at(-1)?.heading ?? reading.root;
  const { start, heading, mark } = candidate;
  reading.headings.push({
    start,
    heading,
    mark: mark?.raw ?? null,
    number: mark?.ordinal ?? null,
    scheme: mark?.scheme ?? null,
    level: reading.open.length + 1,
    parent,
  });
  return reading.headings.length - 1;
}

function addRoot(reading: Reading, { start, heading }: HeadingCandidate): void {
  reading.open = [];
  reading.headings.push({ start, heading, mark: null, number: null, scheme: null, level: 0, parent: null });
  reading.root = reading.headings.length - 1;
}

function addNumbered(reading: Reading, i: number, candidate: HeadingCandidate, mark: HeadingMark): void {
  const { open } = reading;
  let index = open.findLastIndex(({ family, ordinal }) => family === mark.family && mark.ordinal === ordinal + 1);
  if (index < 0) index = open.findLastIndex(({ family }) => family === mark.family);
  const level = open[index];
  if (level === undefined) {
    openList(reading, i, candidate, mark);
  } else if (mark.ordinal === 1 && nests(reading, i, mark, level)) {
    openList(reading, i, candidate, mark, true);
  } else if (isPlausible(candidate, mark, level.ordinal)) {
    reportFault(reading, mark, level.ordinal);
    reading.open = open.slice(0, index);
    level.heading = push(reading, candidate);
    level.ordinal = mark.ordinal;
    reading.open.push(level);
  }
}

/** A list that begins, or whose beginning was lost. */
function openList(reading: Reading, i: number, candidate: HeadingCandidate, mark: HeadingMark, inside = false): void {
  if (!inside && !isList(reading, i, candidate, mark)) return;
  if (!inside) closeDeeper(reading, i, mark);
  if (mark.ordinal > 1) reportFault(reading, mark, 0);
  const holder = reading.open.at(-1)?.family ?? null;
  if (holder !== null) reading.nested.add(`${holder} ${mark.family}`);
  const heading = push(reading, candidate);
  reading.open.push({ family: mark.family, ordinal: mark.ordinal, heading, holdsPlain: false });
}

/** A number that stands alone is a heading where it is official (一、) or has a line of its own. */
function isList(reading: Reading, i: number, candidate: HeadingCandidate, mark: HeadingMark): boolean {
  if (OFFICIAL.has(mark.family) || (candidate.alone && mark.ordinal === 1)) return true;
  const next = nextOf(reading, i, mark.family);
  return next === mark.ordinal + 1 || (mark.ordinal === 1 && next === 3);
}

/** The next number of a family behind a candidate, as far as the article goes; null where there is none. */
function nextOf({ numbers }: Reading, i: number, family: string): number | null {
  const ofFamily = numbers.get(family) ?? [];
  let low = 0;
  let high = ofFamily.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (ofFamily[middle]!.at <= i) low = middle + 1;
    else high = middle;
  }
  return ofFamily[low]?.ordinal ?? null;
}

/** Where the numbers of each family stand among the candidates; the heading of an article stands among all of them, as null. */
function listNumbers(candidates: readonly HeadingCandidate[]): Map<string, { at: number; ordinal: number | null }[]> {
  const numbers = new Map<string, { at: number; ordinal: number | null }[]>();
  for (const { mark } of candidates) if (mark !== null && !numbers.has(mark.family)) numbers.set(mark.family, []);
  for (const [at, { kind, mark }] of candidates.entries()) {
    if (mark !== null) numbers.get(mark.family)!.push({ at, ordinal: mark.ordinal });
    else if (kind === 'article') for (const list of numbers.values()) list.push({ at, ordinal: null });
  }
  return numbers;
}

/** Lists of a scheme that official order puts below this one are over, unless they go on behind it, or held such a list before. */
function closeDeeper(reading: Reading, i: number, mark: HeadingMark): void {
  const rank = rankOf(mark.family);
  for (let top = reading.open.at(-1); top !== undefined; top = reading.open.at(-1)) {
    if (top.family === null || rankOf(top.family) <= rank || reading.nested.has(`${top.family} ${mark.family}`)) return;
    if (nextOf(reading, i, top.family) === top.ordinal + 1) return;
    reading.open.pop();
  }
}

function rankOf(family: string): number {
  const rank = RANKS.indexOf(family);
  return rank < 0 ? LAST_RANK : rank;
}

/**
 * Whether a list that begins again in the same dress stands inside the present member: text that ends with a colon leads to it, or the
 * heading just before announces as many as there are, 三是做到四个统一, then 一是 … 四是.
 */
function nests(reading: Reading, i: number, mark: HeadingMark, level: OpenLevel): boolean {
  // One list inside another in the same dress, and no more.
  if (reading.open.filter(({ family }) => family === mark.family).length > 1) return false;
  if (reading.candidates[i]!.afterColon) return !isSetOff(reading, i, level);
  const before = reading.candidates[i - 1];
  const last = reading.headings[level.heading];
  if (before === undefined || last === undefined || before.start !== last.start || !before.alone) return false;
  if (before.index !== reading.candidates[i]!.index - 1) return false;
  let count = 0;
  for (let k = i; reading.candidates[k]?.mark?.family === mark.family; k++) {
    if (reading.candidates[k]!.mark!.ordinal !== count + 1) break;
    count++;
  }
  return count >= 2 && announces(reading.text, last, count);
}

/**
 * Whether a blank line parts the present member from the line that leads to another list, while none parts the members from each other:
 * what stands behind it belongs to the member no more.
 */
function isSetOff({ text, headings, candidates }: Reading, i: number, level: OpenLevel): boolean {
  const member = headings[level.heading]!;
  const before = headings[level.heading - 1];
  if (before === undefined || before.scheme !== member.scheme) return false;
  return (
    BLANK_LINE.test(text.slice(member.start, candidates[i]!.start)) &&
    !BLANK_LINE.test(text.slice(before.start, member.start))
  );
}

const BLANK_LINE = /\n[^\S\n]*\n/;

function announces(text: string, { heading }: HeadingLine, count: number): boolean {
  for (let at = heading.start; at < heading.end; at++) {
    if (!(flagsAt(text, at) & NUMERAL)) continue;
    const numeral = readNumeral(text, at);
    if (numeral?.value === count) return true;
    if (numeral !== null) at = Math.max(at, numeral.end - 1);
  }
  return false;
}

/** A number far from the one that is due goes on with nothing, unless its line is a heading. */
function isPlausible({ alone }: HeadingCandidate, { ordinal, family }: HeadingMark, last: number): boolean {
  if (ordinal === 1 || (ordinal >= last && ordinal - last <= MOST_LEFT_OUT)) return true;
  return OFFICIAL.has(family) || alone;
}

function reportFault(reading: Reading, { span, raw, ordinal }: HeadingMark, last: number): void {
  const step = ordinal - last;
  if (step === 1 || (ordinal === 1 && last > 1)) return;
  const kind = step === 0 ? 'doubled' : step === 2 ? 'gap' : 'jump';
  reading.faults.push({ kind, span, mark: raw, expected: last + 1, found: ordinal });
}

/**
 * A heading without number stands below the present member of a list that goes on behind it, or where such headings stood before;
 * else it begins a part of its own.
 */
function addPlain(reading: Reading, i: number, candidate: HeadingCandidate): void {
  const numbered = reading.open.findLastIndex(({ family, ordinal, holdsPlain }) => {
    return family !== null && (holdsPlain || nextOf(reading, i, family) === ordinal + 1 || followsAtOnce(reading, i));
  });
  reading.open = reading.open.slice(0, numbered + 1);
  const holder = reading.open[numbered];
  if (holder !== undefined) holder.holdsPlain = true;
  const heading = push(reading, candidate);
  reading.open.push({ family: null, ordinal: 0, heading, holdsPlain: false });
}

/** Whether the line before is the present heading. */
function followsAtOnce({ candidates }: Reading, i: number): boolean {
  const before = candidates[i - 1];
  return before?.mark != null && before.alone && before.index === candidates[i]!.index - 1;
}
