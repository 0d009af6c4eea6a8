import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { BLANK, flagsAt, NEWLINE } from '../../src/language/characters.js';
import type { Outline } from '../../src/model/outline.js';
import { type Span, spanContains } from '../../src/model/span.js';
import { normalizeDocument } from '../../src/pipeline/normalize/normalize-document.js';
import { parseDocument } from '../../src/pipeline/parse/parse-document.js';
import { buildSource } from '../support/build-extraction.js';
import { anyTexts, mixedTexts, reportTexts } from '../support/report-texts.js';

function parse(source: string): Outline & { readonly text: string } {
  const document = normalizeDocument(buildSource(source));
  return { ...parseDocument(document), text: document.text };
}

const isSpanOf = (text: string, { start, end }: Span) => 0 <= start && start <= end && end <= text.length;
const inOrder = (spans: readonly Span[]) => spans.every((span, i) => i === 0 || spans[i - 1]!.start <= span.start);
const apart = (spans: readonly Span[]) => spans.every((span, i) => i === 0 || spans[i - 1]!.end <= span.start);

describe.each([
  ['any text', anyTexts],
  ['pieces of reports', mixedTexts],
  ['reports', reportTexts],
])('%s', (_kind, texts) => {
  const holds = (check: (outline: Outline & { readonly text: string }) => void) =>
    fc.assert(
      fc.property(texts, (source) => check(parse(source))),
      { numRuns: 300 },
    );

  test('paragraphs hold every character that is no blank, once', () =>
    holds(({ text, paragraphs }) => {
      const spans = paragraphs.map(({ span }) => span);
      expect(apart(spans)).toBe(true);
      const held = new Uint8Array(text.length);
      for (const { start, end } of spans) held.fill(1, start, end);
      for (let i = 0; i < text.length; i++) {
        const flags = flagsAt(text, i);
        if ((flags & (BLANK | NEWLINE)) === 0) expect([i, held[i]]).toEqual([i, 1]);
        if (flags & NEWLINE) expect([i, held[i]]).toEqual([i, 0]);
      }
      expect(paragraphs.map(({ index }) => index)).toEqual(paragraphs.map((_, i) => i));
    }));

  test('articles stand apart, in order, in the text', () =>
    holds(({ text, articles }) => {
      expect(apart(articles.map(({ span }) => span))).toBe(true);
      for (const { span, heading } of articles) {
        expect(isSpanOf(text, span)).toBe(true);
        expect(spanContains(span, heading)).toBe(true);
      }
    }));

  test('sections stand in order, each with its heading in it, none across the end of an article', () =>
    holds(({ text, sections, articles }) => {
      expect(inOrder(sections.map(({ span }) => span))).toBe(true);
      for (const { span, heading, level, mark } of sections) {
        expect(isSpanOf(text, span)).toBe(true);
        expect(level).toBeGreaterThanOrEqual(0);
        expect(spanContains({ start: span.start, end: Math.max(span.end, heading.end) }, heading)).toBe(true);
        if (mark !== null) expect(mark.span.end).toBeLessThanOrEqual(heading.start);
        const article = articles.find((other) => other.span.start <= span.start && span.start < other.span.end);
        if (article !== undefined)
          expect(span.end).toBeLessThanOrEqual(article.span.end + 1 + blanksAfter(text, article.span.end));
      }
    }));

  test('members of a list stand in order inside it, label and body inside the member', () =>
    holds(({ text, enumerations, articles }) => {
      expect(inOrder(enumerations.map(({ span }) => span))).toBe(true);
      for (const { span, members } of enumerations) {
        expect(isSpanOf(text, span)).toBe(true);
        expect(members.length).toBeGreaterThanOrEqual(2);
        for (const [i, { mark, label, body, ordinal }] of members.entries()) {
          expect(ordinal).toBeGreaterThanOrEqual(1);
          expect(spanContains(span, body)).toBe(true);
          expect(spanContains(body, label)).toBe(true);
          if (mark !== null) expect(mark.end).toBeLessThanOrEqual(label.start);
          const next = members[i + 1];
          if (next !== undefined) expect(body.end).toBeLessThanOrEqual(next.mark?.start ?? next.label.start);
        }
        const holders = articles.filter((article) => span.start < article.span.end && article.span.start < span.end);
        expect(holders.length).toBeLessThanOrEqual(1);
      }
    }));

  test('the same text is read the same', () =>
    holds((outline) => {
      expect(parse(outline.text)).toEqual(parse(outline.text));
    }));
});

/** An article ends before the blanks that part it from the next. */
function blanksAfter(text: string, offset: number): number {
  let i = offset;
  while (i < text.length && flagsAt(text, i) & (BLANK | NEWLINE)) i++;
  return i - offset;
}
