import type { NormalizedDocument } from '../model/document.js';
import { lowerBound, type Span } from '../model/span.js';
import type { CompiledQuery } from './compile-query.js';
import { createFindPattern, type FindPattern } from './find-pattern.js';

/** Finds the hits of a query in a document: spans of its source text, in ascending order, not overlapping. */
export type MatchDocument = (document: LazyDocument, places: () => readonly Span[]) => Span[];

/** A document of which only what is looked at need be made. */
export interface LazyDocument {
  readonly text: () => string;
  readonly normalized: () => NormalizedDocument;
}

/**
 * @returns what matches documents. Its second parameter tells the stretches of the source text that hits must lie in, where the query asks
 * for headings, frameworks or members.
 */
export function createMatchDocument({ query, hits, and, not }: CompiledQuery): MatchDocument {
  const findHits = createFindPattern(hits);
  const findAnd = and.map(createFindPattern);
  const findNot = not.map(createFindPattern);
  return (document, places) => {
    const text = query.exact ? document.text() : document.normalized().text;
    let found = findHits(text);
    if (found.length > 0 && findAnd.length > 0) found = keepBeside(found, findAnd, text, query.near);
    if (found.length > 0 && findNot.length > 0) found = dropBeside(found, findNot, text);
    if (found.length === 0) return found;
    const { offsets } = query.exact ? { offsets: null } : document.normalized();
    const spans = offsets === null ? found : found.map((span) => offsets.toSource(span));
    return query.place === 'text' ? spans : keepWithin(spans, places());
  };
}

/** The hits with each of the patterns in their paragraph, at most `near` characters away. */
function keepBeside(
  hits: readonly Span[],
  patterns: readonly FindPattern[],
  text: string,
  near: number | null,
): Span[] {
  const others = patterns.map((find) => find(text).map((span) => ({ span })));
  const paragraphOf = createParagraphOf(text);
  return hits.filter((hit) => {
    const paragraph = paragraphOf(hit);
    return others.every((list) => {
      if (near === null) return neighbours(list, paragraph.start).some(({ span }) => isWithin(span, paragraph));
      return neighbours(list, hit.start).some(
        ({ span }) => isWithin(span, paragraph) && areNear(text, hit, span, near),
      );
    });
  });
}

function dropBeside(hits: readonly Span[], patterns: readonly FindPattern[], text: string): Span[] {
  const others = patterns.map((find) => find(text).map((span) => ({ span })));
  const paragraphOf = createParagraphOf(text);
  return hits.filter((hit) => {
    const paragraph = paragraphOf(hit);
    return !others.some((list) => neighbours(list, paragraph.start).some(({ span }) => isWithin(span, paragraph)));
  });
}

/** Tells the line that a hit stands in, of hits in ascending order: a line is looked for once, however many hits it has. */
function createParagraphOf(text: string): (hit: Span) => Span {
  let paragraph: Span = { start: 0, end: -1 };
  return ({ start, end }) => {
    if (start > paragraph.end) {
      const newline = text.indexOf('\n', end);
      const before = start === 0 ? -1 : text.lastIndexOf('\n', start - 1);
      paragraph = { start: before + 1, end: newline < 0 ? text.length : newline };
    }
    return paragraph;
  };
}

/** The last place that starts before the offset, and the first two from there on: one of them is nearest, whichever side it overlaps. */
function neighbours(list: readonly { readonly span: Span }[], offset: number): readonly { readonly span: Span }[] {
  const next = lowerBound(list, offset);
  return list.slice(Math.max(0, next - 1), next + 2);
}

function isWithin(inner: Span, outer: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/** Whether at most `near` code points lie between; none do where the two touch or overlap. */
function areNear(text: string, a: Span, b: Span, near: number): boolean {
  const from = Math.min(a.end, b.end);
  const to = Math.max(a.start, b.start);
  if (to - from > 2 * near) return false;
  let count = 0;
  for (let i = from; i < to; i++) if ((text.charCodeAt(i) & 0xfc00) !== 0xdc00) count++;
  return count <= near;
}

/** @param places in any order, overlapping or not */
function keepWithin(hits: readonly Span[], places: readonly Span[]): Span[] {
  const sorted = places.toSorted((a, b) => a.start - b.start);
  // The farthest end of all places up to each: the hit lies in one of them if it lies before the farthest end of those that start before it.
  let farthest = 0;
  let next = 0;
  return hits.filter(({ start, end }) => {
    for (; next < sorted.length && sorted[next]!.start <= start; next++)
      farthest = Math.max(farthest, sorted[next]!.end);
    return end <= farthest;
  });
}
