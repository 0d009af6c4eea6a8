import { skipBlanks } from '../../language/characters.js';
import type { Outline, Paragraph } from '../../model/outline.js';
import type { HeadingLine, SectionOutline } from '../../model/section-outline.js';
import type { Unit, UnitHeading } from '../../model/segmentation.js';
import { createSpan, type Span } from '../../model/span.js';
import { findSentenceEnds } from './find-sentences.js';

/** Tells whether a line belongs to the page around a report and not to the report: navigation, a share line. */
export type LineFlag = (line: string) => boolean;

/** The articles of a bundle, and what stands before the first; a report that is no bundle is one article. */
export function findArticleUnits(text: string, { articles, title }: Outline): Unit[] {
  const first = articles[0];
  if (first === undefined) {
    const whole = createSpan(0, text.length);
    const heading: UnitHeading | null = title && headingOf({ span: title, extent: whole });
    return tile([{ start: 0, heading }], text.length);
  }
  const starts: UnitStart[] = articles.map(({ index, heading, span }, i) => {
    const extent = createSpan(span.start, articles[i + 1]?.span.start ?? text.length);
    return { start: span.start, heading: headingOf({ span: heading, extent, number: index }) };
  });
  return tile(withFront(text, starts), text.length);
}

interface Stretch {
  readonly start: number;
  /** Index of the heading it stands under, or null. */
  readonly heading: number | null;
  readonly continued: boolean;
}

/** Each from its heading to the next heading of any level or to where a list is over, and what stands before the first. */
export function findSectionUnits(text: string, { headings, continuations }: SectionOutline): Unit[] {
  const stretches: Stretch[] = [
    ...headings.map(({ start }, heading) => ({ start, heading, continued: false })),
    ...continuations.map(({ start, heading }) => ({ start, heading, continued: heading !== null })),
  ].sort((a, b) => a.start - b.start);
  const offset = headings.length > 0 && hasFront(text, headings[0]!.start) ? 2 : 1;
  // Counted as units are: what goes on is one of its own.
  const numbers = new Map<number, number>();
  for (const [k, { heading, continued }] of stretches.entries()) {
    if (!continued && heading !== null) numbers.set(heading, k + offset);
  }
  const ends = extentEnds(headings, stretches, text.length);
  const described = headings.map((line, i): UnitHeading => {
    const { heading, mark, number, scheme, level, parent } = line;
    const extent = createSpan(line.start, ends[i]!);
    const holder = parent === null ? null : numbers.get(parent)!;
    return { span: heading, mark, number, scheme, level, parent: holder, extent };
  });
  const starts = stretches.map(({ start, heading, continued }) => {
    return { start, heading: heading === null ? null : described[heading]!, continued };
  });
  return tile(withFront(text, starts), text.length);
}

/** Where each heading ends with all that stands below it: at the next heading that does not, or where text goes on with one above it. */
function extentEnds(headings: readonly HeadingLine[], stretches: readonly Stretch[], length: number): number[] {
  const ends = headings.map(() => length);
  const open: number[] = [];
  for (const { start, heading, continued } of stretches) {
    const holder = continued || heading === null ? heading : headings[heading]!.parent;
    while (open.length > 0 && open.at(-1) !== holder) ends[open.pop()!] = start;
    if (!continued && heading !== null) open.push(heading);
  }
  return ends;
}

/** The lines that are not blank. */
export function* findParagraphUnits(
  text: string,
  paragraphs: readonly Paragraph[],
  isFlagged: LineFlag,
): Generator<Unit> {
  for (const [i, paragraph] of paragraphs.entries()) {
    const boilerplate = isFlagged(text.slice(paragraph.span.start, paragraph.span.end));
    yield createUnit(i + 1, lineStretch(text, paragraphs, i), { boilerplate, opensParagraph: true });
  }
  yield* blankRest(text, paragraphs);
}

/** The sentences of each line; a heading is a sentence too. */
export function* findSentenceUnits(
  text: string,
  paragraphs: readonly Paragraph[],
  isFlagged: LineFlag,
): Generator<Unit> {
  let index = 0;
  for (const [i, { span }] of paragraphs.entries()) {
    const stretch = lineStretch(text, paragraphs, i);
    const boilerplate = isFlagged(text.slice(span.start, span.end));
    let start = stretch.start;
    const ends = findSentenceEnds(text, span);
    for (const [k, end] of ends.entries()) {
      const next = k === ends.length - 1 ? stretch.end : skipBlanks(text, end, span.end);
      yield createUnit(++index, createSpan(start, next), { boilerplate, opensParagraph: k === 0 });
      start = next;
    }
  }
  yield* blankRest(text, paragraphs);
}

/** A line with the blank lines behind it; the first one with those before it. */
function lineStretch(text: string, paragraphs: readonly Paragraph[], i: number): Span {
  return createSpan(i === 0 ? 0 : paragraphs[i]!.span.start, paragraphs[i + 1]?.span.start ?? text.length);
}

/** A text of blanks alone is one unit. */
function* blankRest(text: string, paragraphs: readonly Paragraph[]): Generator<Unit> {
  if (paragraphs.length === 0 && text.length > 0) yield createUnit(1, createSpan(0, text.length));
}

interface UnitStart {
  readonly start: number;
  readonly heading: UnitHeading | null;
  readonly continued?: boolean;
}

function headingOf(known: Pick<UnitHeading, 'span' | 'extent'> & Partial<UnitHeading>): UnitHeading {
  return { mark: null, number: null, scheme: null, level: 0, parent: null, ...known };
}

function hasFront(text: string, start: number): boolean {
  return text.slice(0, start).trim() !== '';
}

/** With what stands before the first heading; blanks alone go to the first unit. */
function withFront(text: string, starts: readonly UnitStart[]): UnitStart[] {
  const first = starts[0];
  if (first === undefined || hasFront(text, first.start)) return [{ start: 0, heading: null }, ...starts];
  return [{ ...first, start: 0 }, ...starts.slice(1)];
}

function tile(starts: readonly UnitStart[], length: number): Unit[] {
  if (length === 0) return [];
  return starts.map(({ start, heading, continued = false }, i) =>
    createUnit(i + 1, createSpan(start, starts[i + 1]?.start ?? length), { heading, continued, opensParagraph: true }),
  );
}

function createUnit(index: number, span: Span, known: Partial<Unit> = {}): Unit {
  return {
    index,
    span,
    heading: null,
    continued: false,
    boilerplate: false,
    tokens: [],
    opensParagraph: true,
    ...known,
  };
}
