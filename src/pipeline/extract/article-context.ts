import { CLAUSE_END, DIGIT, ENUMERATION_COMMA, flagsAt, HAN } from '../../language/characters.js';
import type { Enumeration, Outline, Paragraph, Section } from '../../model/outline.js';
import { createSpan, lowerBound, type Span } from '../../model/span.js';
import type { Formula } from './formula.js';
import { Nesting } from './nesting.js';

/** One article (or a whole single report) with its parts at hand in order of place. */
export interface ArticleContext {
  readonly text: string;
  readonly span: Span;
  /** Index of the article in a bundle, else null. */
  readonly index: number | null;
  readonly title: Span | null;
  readonly paragraphs: readonly Paragraph[];
  readonly sections: readonly Section[];
  readonly enumerations: readonly Enumeration[];
  readonly formulas: readonly Formula[];
  /** Sections and list members around a place. */
  readonly holders: Nesting<Holder>;
  /** Where the marks of lists begin, in order. */
  readonly markStarts: Int32Array;
  /** Where the lead ends: at the first list or section below the title block. */
  readonly leadEnd: number;
  /** Whether the text stops in mid-sentence here: what was to follow is lost. */
  readonly cutShort: boolean;
}

/** A section or list member: its stretch and where its wording ends. */
interface Holder {
  readonly span: Span;
  readonly wordingEnd: number;
}

/** The items of a sorted list that start inside the span. */
function within<T extends { readonly span: Span }>(items: readonly T[], span: Span): T[] {
  const result: T[] = [];
  for (let i = lowerBound(items, span.start); i < items.length && items[i]!.span.start < span.end; i++) {
    result.push(items[i]!);
  }
  return result;
}

/** Whether a span stands in the title or before the first section: what it names may be the whole article. */
export function isInLead({ leadEnd }: ArticleContext, span: Span): boolean {
  return span.start < leadEnd;
}

/** Whether a span stands in the wording of a heading. */
export function isInHeading({ sections }: ArticleContext, span: Span): boolean {
  const heading = sections[lowerBound(sections, span.start + 1) - 1]?.heading;
  return heading !== undefined && heading.start <= span.start && span.start <= heading.end;
}

/** Index of the paragraph that holds `offset` (or the last before it). */
export function paragraphIndexAt(paragraphs: readonly Paragraph[], offset: number): number {
  return Math.max(0, lowerBound(paragraphs, offset + 1) - 1);
}

/** The paragraph that `offset` stands in. */
export function paragraphAt(context: ArticleContext, offset: number): Paragraph {
  return context.paragraphs[paragraphIndexAt(context.paragraphs, offset)]!;
}

/** A stretch of the text that is read by itself: an article with its index and heading. */
export type Stretch = Pick<ArticleContext, 'span' | 'index' | 'title'>;

/** The articles of an outline; a report that is no bundle is one. What stands before the first article is one of its own. */
export function listStretches(outline: Outline, length: number): Stretch[] {
  const stretches: Stretch[] = [];
  const first = outline.articles[0];
  if (first === undefined) {
    stretches.push({ span: createSpan(0, length), index: null, title: outline.title });
  } else {
    if (first.span.start > 0) stretches.push({ span: { start: 0, end: first.span.start }, index: null, title: null });
    for (const article of outline.articles)
      stretches.push({ span: article.span, index: article.index, title: article.heading });
  }
  return stretches;
}

/** What linking asks of an article, at hand in order of place. */
export function createContext(
  text: string,
  outline: Outline,
  stretch: Stretch,
  formulas: readonly Formula[],
): ArticleContext {
  const paragraphs = within(outline.paragraphs, stretch.span);
  const sections = within(outline.sections, stretch.span);
  const enumerations = within(outline.enumerations, stretch.span);
  return {
    ...stretch,
    text,
    paragraphs,
    sections,
    enumerations,
    formulas,
    holders: new Nesting(listHolders(sections, enumerations)),
    markStarts: listMarkStarts(enumerations),
    leadEnd: findLeadEnd(stretch.span, paragraphs, sections, enumerations),
    cutShort: isCutShort(text, stretch.span, paragraphs),
  };
}

/** A signature or a date is a short line; a sentence that ends has its sign. */
const LEAST_CUT_LINE = 20;

function isCutShort(text: string, span: Span, paragraphs: readonly Paragraph[]): boolean {
  const last = paragraphs.at(-1)?.span;
  if (last === undefined || last.end - last.start < LEAST_CUT_LINE || text.slice(span.end).trim() !== '') return false;
  return (flagsAt(text, last.end - 1) & (HAN | DIGIT | ENUMERATION_COMMA | CLAUSE_END)) !== 0;
}

function listMarkStarts(enumerations: readonly Enumeration[]): Int32Array {
  let count = 0;
  for (const { members } of enumerations) count += members.length;
  const starts = new Int32Array(count);
  let at = 0;
  for (const { members } of enumerations) {
    for (const { mark, label } of members) starts[at++] = mark?.start ?? label.start;
  }
  return starts.sort();
}

/** A list member that opens a section is held by the section, which reaches as far as what it may tell. */
function listHolders(sections: readonly Section[], enumerations: readonly Enumeration[]): Holder[] {
  const holders: Holder[] = [];
  const opening = new Set<number>();
  for (const { heading, span, mark } of sections) {
    holders.push({ span, wordingEnd: heading.end });
    if (mark !== null) opening.add(mark.span.start);
  }
  for (const { members } of enumerations) {
    for (const { label, body, mark } of members) {
      if (mark !== null && opening.has(mark.start)) continue;
      holders.push({ span: createSpan(mark?.start ?? label.start, body.end), wordingEnd: label.end });
    }
  }
  return holders;
}

/** The lines of the title block look like headings too; they are part of the lead. */
const TITLE_LINES = 4;

function findLeadEnd(
  span: Span,
  paragraphs: readonly Paragraph[],
  sections: readonly Section[],
  enumerations: readonly Enumeration[],
): number {
  const titleEnd = paragraphs[Math.min(TITLE_LINES, paragraphs.length) - 1]?.span.end ?? span.end;
  const first = sections.find((section) => section.mark !== null || section.span.start >= titleEnd);
  return Math.min(first?.span.start ?? span.end, enumerations[0]?.span.start ?? span.end);
}
