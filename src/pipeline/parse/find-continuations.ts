import type { Paragraph } from '../../model/outline.js';
import type { Continuation, HeadingLine } from '../../model/section-outline.js';
import { lowerBound } from '../../model/span.js';
import { isPageLine } from './find-headings.js';

/** With as many members of one line each, a second line of the last is none of its own. */
const ENOUGH = 2;

/**
 * Where a list is over though no heading follows: its last member ends with its line where the members before have one line each, and at
 * a blank line where none of them holds one. What follows belongs to the heading above the list. Lines of the web
 * page behind the report belong to none.
 */
export function findContinuations(
  text: string,
  lines: readonly Paragraph[],
  headings: readonly HeadingLine[],
): Continuation[] {
  const page = firstOfPage(text, lines, headings.at(-1)?.start ?? text.length);
  const paragraphs = lines.slice(0, page);
  const found: Continuation[] = [];
  const holders = new Set(headings.map(({ parent }) => parent));
  for (const members of listsOf(headings)) {
    const last = members.at(-1)!;
    if (holders.has(last)) continue;
    const ranges = members.map((i) => linesOf(paragraphs, headings, i));
    const own = ranges.at(-1)!;
    const before = ranges.slice(0, -1);
    const ofOneLine = before.every(({ from, to }) => to - from === 1) && !members.some((i) => holders.has(i));
    const end = ofOneLine && before.length >= ENOUGH ? own.from + 1 : null;
    const over = end ?? firstSetOff(text, paragraphs, own, before);
    if (over !== null && over < own.to)
      found.push({ start: paragraphs[over]!.span.start, heading: headings[last]!.parent });
  }
  if (page < lines.length) found.push({ start: lines[page]!.span.start, heading: null });
  return found.sort((a, b) => a.start - b.start);
}

/** Index of the first of the lines of the web page that stand behind the report (上一篇:…); as many as there are lines where none do. */
function firstOfPage(text: string, lines: readonly Paragraph[], lastHeading: number): number {
  let first = lines.length;
  while (first > 0 && lines[first - 1]!.span.start > lastHeading && isPageLine(text, lines[first - 1]!)) first--;
  return first;
}

/** The numbered headings of each list of two or more. */
function listsOf(headings: readonly HeadingLine[]): number[][] {
  const lists: number[][] = [];
  const open = new Map<string, number[]>();
  for (const [i, { parent, scheme, number }] of headings.entries()) {
    if (scheme === null || number === null) continue;
    const key = `${parent} ${scheme}`;
    const list = open.get(key);
    if (list !== undefined && number >= headings[list.at(-1)!]!.number!) list.push(i);
    else {
      const begun = [i];
      lists.push(begun);
      open.set(key, begun);
    }
  }
  return lists.filter((list) => list.length >= 2);
}

interface Lines {
  readonly from: number;
  readonly to: number;
}

/** The lines from a heading to the next, of any level. */
function linesOf(paragraphs: readonly Paragraph[], headings: readonly HeadingLine[], i: number): Lines {
  const next = headings[i + 1];
  // A heading that lost its line stands amid one: that line is the first of both.
  const from = lowerBound(paragraphs, headings[i]!.start + 1) - 1;
  return { from, to: next === undefined ? paragraphs.length : lowerBound(paragraphs, next.start) };
}

/** The first line of the last member that a blank line parts from it; null where the members before hold such lines, or have one line. */
function firstSetOff(
  text: string,
  paragraphs: readonly Paragraph[],
  own: Lines,
  before: readonly Lines[],
): number | null {
  const isSetOff = (line: number) => {
    return BLANK_LINE.test(text.slice(paragraphs[line - 1]!.span.end, paragraphs[line]!.span.start));
  };
  const find = ({ from, to }: Lines) => {
    for (let line = from + 1; line < to; line++) if (isSetOff(line)) return line;
    return null;
  };
  return before.every((lines) => find(lines) === null) ? find(own) : null;
}

const BLANK_LINE = /\n[^\S\n]*\n/;
