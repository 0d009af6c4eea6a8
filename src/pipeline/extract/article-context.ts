import type { Enumeration, Outline, Paragraph, Section } from '../../model/outline.js';
import type { Span } from '../../model/span.js';
import type { Formula } from './formula.js';

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
}

/** The items of a sorted list that start inside the span. */
export function within<T extends { readonly span: Span }>(items: readonly T[], span: Span): T[] {
  const result: T[] = [];
  for (let i = lowerBound(items, span.start); i < items.length && items[i]!.span.start < span.end; i++) {
    result.push(items[i]!);
  }
  return result;
}

/** Index of the first item that starts at or after `offset`. */
export function lowerBound(items: readonly { readonly span: Span }[], offset: number): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (items[middle]!.span.start < offset) low = middle + 1;
    else high = middle;
  }
  return low;
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

export function paragraphAt(context: ArticleContext, offset: number): Paragraph {
  return context.paragraphs[paragraphIndexAt(context.paragraphs, offset)]!;
}

/** The articles of an outline as contexts; a report that is no bundle is one. What stands before the first article is one of its own. */
export function listContexts(text: string, outline: Outline): Omit<ArticleContext, 'formulas'>[] {
  const stretches: { span: Span; index: number | null; title: Span | null }[] = [];
  const first = outline.articles[0];
  if (first === undefined) {
    stretches.push({ span: { start: 0, end: text.length }, index: null, title: outline.title });
  } else {
    if (first.span.start > 0) stretches.push({ span: { start: 0, end: first.span.start }, index: null, title: null });
    for (const article of outline.articles)
      stretches.push({ span: article.span, index: article.index, title: article.heading });
  }
  return stretches.map(({ span, index, title }) => ({
    text,
    span,
    index,
    title,
    paragraphs: within(outline.paragraphs, span),
    sections: within(outline.sections, span),
    enumerations: within(outline.enumerations, span),
  }));
}
