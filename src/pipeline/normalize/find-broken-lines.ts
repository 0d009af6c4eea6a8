import { DIGIT, HAN, kindAt, kindBefore, LATIN, OPENING } from './character-kinds.js';
import { addEdit, createEditList, type Edits, LINE_BREAK } from './edits.js';
import { isTerminated, mayContinue, opensHeading } from './line-continuation.js';
import type { Line } from './read-lines.js';

/**
 * A line that breaks off counts as broken by itself only if it is wider than this (40 Chinese characters): titles and
 * entries of lists are shorter.
 */
const LONG_COLUMNS = 80;
/** The narrowest page that text is wrapped to. */
const LEAST_WRAP_COLUMNS = 40;
/** Wrapped lines end up to this much before the margin (a mark may not begin a line, a word is not cut) … */
const WRAP_UNDER = 8;
/** … or beyond it (hanging marks). */
const WRAP_OVER = 4;
/** In a hard-wrapped document at least this share of its lines goes on in the next one … */
const WRAPPED_SHARE = 0.3;
/** … and hardly a line is wider than the page. */
const WIDER_SHARE = 0.05;
const LEAST_WRAPPED = 3;
/** In a part of a document it takes more of them. */
const LEAST_IN_STRETCH = 8;
/** … and such parts make up a share of it, so that each round takes many lines. */
const STRETCH_SHARE = 0.05;

/**
 * Line breaks that fall into the middle of a sentence (copied from PDF, recognized from scans, cut at a page end), with
 * the blanks around them. One round: joined lines may show more, so the caller asks again until nothing is found.
 *
 * Two ways, both careful, for a heading or an entry of a list glued to its neighbour does more harm than a paragraph in
 * two pieces: in a document wrapped at a margin, the lines that reach it; in any other, single long lines that break
 * off between sound neighbours.
 */
export function findBrokenLines(text: string, lines: readonly Line[]): Edits {
  const candidates: number[] = [];
  for (let i = 0; i + 1 < lines.length; i++) {
    const line = lines[i]!;
    if (line.width >= LEAST_WRAP_COLUMNS && mayContinue(text, line, lines[i + 1]!)) candidates.push(i);
  }
  const edits = createEditList();
  if (candidates.length === 0) return edits;
  const wrapped = byBestMeasure((measure) => findWrappedLines(text, lines, candidates, measure));
  const broken = wrapped.length > 0 ? wrapped : findBrokenStretches(text, lines, candidates);
  for (const i of broken) addEdit(edits, lines[i]!.bodyEnd, lines[i + 1]!.start, LINE_BREAK);
  return edits;
}

/** How long a line is: editors and scanners wrap at a width in columns, programs at a number of characters (counted double here). */
type Measure = (line: Line) => number;

function byBestMeasure(find: (measure: Measure) => number[]): number[] {
  const byColumns = find((line) => line.width);
  const byCharacters = find((line) => 2 * line.characters);
  return byCharacters.length > byColumns.length ? byCharacters : byColumns;
}

/**
 * A text pasted together, of which only a part is wrapped: the lines between two that are wider than the margin are looked at by themselves.
 * Outside such parts lines break off singly.
 */
function findBrokenStretches(text: string, lines: readonly Line[], candidates: readonly number[]): number[] {
  const wrapped =
    candidates.length < LEAST_IN_STRETCH
      ? []
      : byBestMeasure((measure) => findWrappedStretches(text, lines, candidates, measure));
  const inStretch = new Set(wrapped.length < lines.length * STRETCH_SHARE ? [] : wrapped);
  return candidates.filter((i) => inStretch.has(i) || breaksOff(text, lines, i));
}

function findWrappedStretches(
  text: string,
  lines: readonly Line[],
  candidates: readonly number[],
  measure: Measure,
): number[] {
  const widest = commonWidth(lines, candidates, measure) + WRAP_OVER;
  const wrapped: number[] = [];
  let from = 0;
  let next = 0;
  for (let to = 0; to <= lines.length; to++) {
    const line = lines[to];
    if (line !== undefined && measure(line) <= widest) continue;
    const own: number[] = [];
    for (; next < candidates.length && candidates[next]! < to; next++) {
      const i = candidates[next]!;
      // A line wider than the margin, or the last before one, goes on in no line of this part.
      if (i >= from && i + 1 < to) own.push(i - from);
    }
    if (own.length >= LEAST_IN_STRETCH) {
      const kept = findWrappedLines(text, lines.slice(from, to), own, measure);
      if (kept.length >= LEAST_IN_STRETCH) for (const i of kept) wrapped.push(from + i);
    }
    from = to + 1;
  }
  return wrapped;
}

/** The lines that go on in the next one because the whole document is wrapped at a margin; none if it is not. */
function findWrappedLines(
  text: string,
  lines: readonly Line[],
  candidates: readonly number[],
  measure: Measure,
): number[] {
  const margin = commonWidth(lines, candidates, measure);
  const filled = lines.filter((line) => line.width > 0);
  const wider = filled.filter((line) => measure(line) > margin + WRAP_OVER).length;
  if (wider > filled.length * WIDER_SHARE) return [];
  const reachesMargin = (line: Line) => measure(line) >= margin - WRAP_UNDER && measure(line) <= margin + WRAP_OVER;
  const joins = candidates.filter((i) => {
    const next = lines[i + 1]!;
    return reachesMargin(lines[i]!) && (reachesMargin(next) || next.hasComma || next.hasStop);
  });
  const kept = chainsOf(joins)
    .filter((chain) => isParagraph(text, lines, chain))
    .flat();
  return kept.length >= Math.max(LEAST_WRAPPED, filled.length * WRAPPED_SHARE) ? kept : [];
}

/** The width that most of the lines share, up to a difference of `WRAP_OVER`; the widest of several. */
function commonWidth(lines: readonly Line[], candidates: readonly number[], measure: Measure): number {
  const counts = new Map<number, number>();
  for (const i of candidates) {
    const width = measure(lines[i]!);
    counts.set(width, (counts.get(width) ?? 0) + 1);
  }
  let best = 0;
  let most = 0;
  for (const width of [...counts.keys()].sort((a, b) => b - a)) {
    let count = 0;
    for (let below = 0; below <= WRAP_OVER; below++) count += counts.get(width - below) ?? 0;
    if (count > most) {
      most = count;
      best = width;
    }
  }
  return best;
}

/** Runs of lines that follow one another. */
function chainsOf(joins: readonly number[]): number[][] {
  const chains: number[][] = [];
  for (const i of joins) {
    const last = chains.at(-1);
    if (last !== undefined && last.at(-1) === i - 1) last.push(i);
    else chains.push([i]);
  }
  return chains;
}

/**
 * Whether lines that fill the page make a paragraph: it comes to an end, or has a sentence end in it. Parallel titles
 * of one length, under each other, have neither; a heading with its number that fills the line by chance ends in no
 * comma or stop before the text begins.
 */
function isParagraph(text: string, lines: readonly Line[], chain: readonly number[]): boolean {
  const first = lines[chain[0]!]!;
  const last = lines[chain.at(-1)! + 1]!;
  if (opensHeading(text, first) && !first.hasStop) return false;
  return isTerminated(text, last) || chain.some((i) => lines[i]!.hasStop);
}

/**
 * Whether a long line of running text breaks off and the next one brings its end. Where several long lines in a row
 * have no final mark it is the manner of the author (or a list), not a break.
 */
function breaksOff(text: string, lines: readonly Line[], i: number): boolean {
  const line = lines[i]!;
  const next = lines[i + 1]!;
  const before = lines[i - 1];
  if (line.width <= LONG_COLUMNS || !(line.hasComma || line.hasStop) || (opensHeading(text, line) && !line.hasStop))
    return false;
  if (!isWord(kindBefore(text, line.bodyEnd)) || kindAt(text, next.start) === OPENING || !isTerminated(text, next))
    return false;
  return before === undefined || before.width <= LONG_COLUMNS || isTerminated(text, before);
}

function isWord(kind: number): boolean {
  return kind === HAN || kind === DIGIT || kind === LATIN;
}
