import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ExplainedCandidate, ExplainedName } from '../../src/model/explanation.js';
import type { Extraction } from '../../src/model/extraction.js';
import { extractDocument } from '../../src/pipeline/run-pipeline.js';
import { measureWidth } from '../../src/render/display-width.js';
import { createExplanationWriter } from '../../src/render/explanation-text.js';
import { toExtractionRecord } from '../../src/render/extraction-record.js';
import { createJsonLinesWriter } from '../../src/render/jsonl.js';
import { buildExtraction, buildSource } from '../support/build-extraction.js';
import { expectSchema } from '../support/check-schema.js';
import { anyTexts, mixedTexts, reportTexts } from '../support/report-texts.js';

const explain = (text: string) => extractDocument(buildSource(text), { explain: true });
const candidatesOf = ({ chosen, rejected }: ExplainedName): ExplainedCandidate[] => [
  ...(chosen === null ? [] : [chosen]),
  ...rejected,
];

describe.each([
  ['any text', anyTexts],
  ['pieces of reports', mixedTexts],
  ['reports', reportTexts],
])('%s', (_kind, texts) => {
  const holds = (check: (extraction: Extraction, names: readonly ExplainedName[]) => void) =>
    fc.assert(
      fc.property(texts, (text) => {
        const extraction = explain(text);
        check(extraction, extraction.explanation!.names);
      }),
      { numRuns: 200 },
    );

  test('what was observed adds up to the score', () =>
    holds((_, names) => {
      for (const { features, score, confidence } of names.flatMap(candidatesOf)) {
        expect(features[0]?.feature).toBe('bias');
        expect(features.reduce((sum, { contribution }) => sum + contribution, 0)).toBeCloseTo(score, 9);
        for (const { value, weight, contribution } of features) expect(contribution).toBe(value * weight);
        expect(confidence).toBeCloseTo(1 / (1 + Math.exp(-score)), 12);
      }
    }));

  test('every framework is explained once, by its own members, places and confidence', () =>
    holds(({ frameworks }, names) => {
      const explained = names.filter(({ decision }) => decision === 'framework');
      expect(explained.map(({ framework }) => framework).sort()).toEqual(frameworks.map(({ id }) => id).sort());
      for (const framework of frameworks) {
        const { name, article, chosen, places } = explained.find((other) => other.framework === framework.id)!;
        expect([name, article, chosen?.confidence]).toEqual([framework.name, framework.article, framework.confidence]);
        expect(chosen!.members).toEqual(framework.members.map(({ label, pair, span }) => ({ label, pair, span })));
        expect(chosen!.span).toEqual(framework.span);
        const starts = new Set(places.map(({ span }) => span.start));
        for (const { start } of [framework.span, ...framework.occurrences]) expect(starts).toContain(start);
      }
    }));

  test('every other name of a framework, every mention and every place of one is explained as such', () =>
    holds(({ frameworks, mentions }, names) => {
      const told = names.filter(({ decision }) => decision === 'mention');
      expect(new Set(told.map(({ name }) => name))).toEqual(new Set(mentions.map(({ name }) => name)));
      const places = told.flatMap((name) => name.places.map(({ span }) => span.start));
      expect(places.sort((a, b) => a - b)).toEqual(
        mentions.flatMap(({ occurrences }) => occurrences.map(({ start }) => start)).sort((a, b) => a - b),
      );
      const aliases = names.filter(({ decision }) => decision === 'alias');
      expect(aliases.map(({ framework, name }) => `${framework} ${name}`).sort()).toEqual(
        frameworks.flatMap(({ id, aliases }) => aliases.map((alias) => `${id} ${alias}`)).sort(),
      );
    }));

  test('a list is chosen or has a reason; none that was rejected as too low reaches the threshold', () =>
    holds(({ explanation }, names) => {
      for (const { decision, reason, chosen, rejected } of names) {
        expect(reason !== null).toBe(decision === 'dropped');
        expect(chosen !== null).toBe(decision === 'framework');
        if (chosen !== null) expect(chosen.score).toBeGreaterThanOrEqual(explanation!.threshold);
        for (const candidate of rejected) {
          if (candidate.reason !== 'same-members')
            expect(candidate.score < explanation!.threshold).toBe(candidate.reason === 'low-score');
          expect(candidate.lostTo !== null).toBe(candidate.reason === 'members-taken');
        }
      }
    }));

  test('it changes nothing else', () =>
    holds(({ explanation, ...rest }) => {
      const { document, ...plain } = extractDocument(rest.document.source);
      expect({ ...rest, document: null }).toEqual({ ...plain, document: null });
      expect(document.text).toBe(rest.document.text);
    }));

  test('the record is what the schema says; its places cut their quotes out of the source', () =>
    holds((extraction) => {
      const record = toExtractionRecord(extraction);
      expectSchema(JSON.parse(createJsonLinesWriter().document(record)), 'line');
      const source = Array.from(extraction.document.source.text);
      for (const { places } of record.explanation!.names) {
        for (const { span, quote } of places) expect(source.slice(span.start, span.end).join('')).toBe(quote);
      }
    }));
});

const hostile = fc.string({
  unit: fc.oneof(
    fc.constantFrom(
      '\0',
      '\u001b',
      '\u009b',
      '\u007f',
      '\u202e',
      '\u2028',
      '\uD800',
      '\n',
      '\t',
      '\r',
      ' ',
      '😀',
      '六',
    ),
    fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
  ),
  minLength: 1,
  maxLength: 60,
});

test('whatever names and members hold, the text steers no terminal and keeps its width', () => {
  const pieces = fc.tuple(hostile, fc.array(hostile, { maxLength: 6 }), fc.integer({ min: 40, max: 120 }));
  fc.assert(
    fc.property(pieces, ([name, labels, width]) => {
      const span = { start: 0, end: name.length };
      const members = [name, ...labels].map((label) => ({ label, pair: label, span }));
      const features = [{ feature: 'bias', value: 1, weight: 0.5, contribution: 0.5 }];
      const list = { kind: 'cue', span, members, features, score: 0.5, confidence: 0.6 };
      const explained: ExplainedName = {
        name,
        article: null,
        places: [{ span, rule: 'quoted-name' }],
        decision: 'framework',
        reason: null,
        framework: '1',
        chosen: list,
        rejected: [{ ...list, reason: 'members-taken', lostTo: name }],
      };
      const explanation = { threshold: 0, decisive: 4, names: [explained] };
      const record = toExtractionRecord(buildExtraction(name, { title: name, explanation }));
      const text = createExplanationWriter({ width, colour: false, onlyExplained: false }).document(record);
      expect(text).not.toMatch(/[^\P{Cc}\n]|[\p{Cs}\u202a-\u202e\u2028]/u);
      for (const line of text.split('\n')) expect(measureWidth(line)).toBeLessThanOrEqual(width);
    }),
  );
});
