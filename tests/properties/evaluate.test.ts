import fc from 'fast-check';
import { expect, test } from 'vitest';
import { evaluateExtractions } from '../../src/corpus/evaluate/evaluate-extractions.js';
import { parsePredictions } from '../../src/corpus/evaluate/predicted-document.js';
import { isExactWording, isSimilarWording, toPlainText, toWording } from '../../src/corpus/evaluate/wording.js';
import { measureWidth } from '../../src/render/display-width.js';
import { renderEvaluationJson } from '../../src/render/evaluation-json.js';
import { renderEvaluationTable } from '../../src/render/evaluation-table.js';
import { buildGivenFramework, buildGold, buildGoldFramework, buildPrediction } from '../support/build-evaluation.js';
import { expectSchema } from '../support/check-schema.js';

const wording = fc.string({
  unit: fc.oneof(
    fc.constantFrom(
      '四',
      '清',
      '三',
      '有',
      '底',
      '数',
      '數',
      '工作法',
      '、',
      ' ',
      '\u001b',
      '\u202e',
      '\uD800',
      '😀',
      '\n',
      '__proto__',
    ),
    fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
  ),
  maxLength: 8,
});
const labels = fc.array(wording, { maxLength: 4 });
const frameworks = fc.array(fc.tuple(fc.oneof(fc.constantFrom('四清', '三有', '12345'), wording), labels), {
  maxLength: 5,
});
const document = fc.record({
  doc: fc.oneof(
    fc.constantFrom('a.txt', 'b.txt'),
    wording.filter((name) => !name.includes('/')),
  ),
  annotated: frameworks.map((list) =>
    list.map(([name, members]) => buildGoldFramework(name, members, { holder: name, quote: name })),
  ),
  given: frameworks.map((list) =>
    list.map(([name, members]) => buildGivenFramework(name, members, { holder: members[0] ?? null, pattern: name })),
  ),
  mentions: labels,
});

const evaluations = fc.array(document, { maxLength: 4 }).map((list) =>
  evaluateExtractions(
    list.map(({ doc, annotated, mentions }) => buildGold(annotated, { doc, mentions })),
    list.map(({ doc, given, mentions }) => {
      const found = mentions.slice(1).map((name) => ({ name, occurrences: [] }));
      return buildPrediction(given, { path: doc, mentions: found });
    }),
    { withMisses: true, texts: new Map(list.map(({ doc }) => [doc, doc])) },
  ),
);

test('strict is never above partial, nothing is right that was not both annotated and given', () => {
  fc.assert(
    fc.property(evaluations, ({ totals, patterns, documents }) => {
      for (const scores of [totals, ...Object.values(patterns), ...documents]) {
        for (const { annotated, given, partial, strict } of [scores.frameworks, scores.members]) {
          expect(strict.right).toBeLessThanOrEqual(partial.right);
          expect(partial.right).toBeLessThanOrEqual(Math.min(annotated, given));
        }
        for (const { compared, partial, strict } of Object.values(scores.fields)) {
          expect(strict.right).toBeLessThanOrEqual(partial.right);
          expect(partial.right).toBeLessThanOrEqual(compared);
        }
      }
    }),
  );
});

test('documents, patterns and bins of confidence add up to the totals', () => {
  fc.assert(
    fc.property(evaluations, ({ totals, patterns, documents, calibration }) => {
      const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);
      const { annotated, given, partial } = totals.frameworks;
      for (const parts of [documents, Object.values(patterns)]) {
        const scores = parts.map(({ frameworks }) => frameworks);
        expect(sum(scores.map((score) => score.annotated))).toBe(annotated);
        expect(sum(scores.map((score) => score.given))).toBe(given);
        expect(sum(scores.map((score) => score.partial.right))).toBe(partial.right);
      }
      expect(sum(calibration.map((bin) => bin.given))).toBe(given);
      expect(sum(calibration.map((bin) => bin.right))).toBe(partial.right);
    }),
  );
});

test('what is given as annotated is right in every respect', () => {
  // A wording without any character that counts is the same as none.
  const named = frameworks.map((list) =>
    list.filter(([, members]) => members.every((label) => toPlainText(label) !== '')),
  );
  fc.assert(
    fc.property(named, (list) => {
      const gold = buildGold(list.map(([name, members]) => buildGoldFramework(name, members)));
      const prediction = buildPrediction(list.map(([name, members]) => buildGivenFramework(name, members)));
      const { frameworks } = evaluateExtractions([gold], [prediction]).totals;
      expect([frameworks.given, frameworks.partial.right]).toEqual([list.length, list.length]);
    }),
  );
});

test('the order of two wordings does not matter, and the same ones are similar', () => {
  fc.assert(
    fc.property(wording, wording, (a, b) => {
      const [x, y] = [toWording(a), toWording(b)];
      expect(isSimilarWording(x, y)).toBe(isSimilarWording(y, x));
      if (isExactWording(x, y)) expect(isSimilarWording(x, y)).toBe(true);
    }),
  );
});

test('whatever stands in annotations and results, the outcome steers no terminal and is what the schema says', () => {
  fc.assert(
    fc.property(evaluations, (evaluation) => {
      const json = renderEvaluationJson(evaluation, { minConfidence: 0, failures: [] });
      expectSchema(JSON.parse(json), 'evaluation');
      expect(json).not.toMatch(/[^\P{Cc}\n]|[\u202a-\u202e]/u);
      const table = renderEvaluationTable(evaluation, { width: 100, colour: false });
      expect(table).not.toMatch(/[^\P{Cc}\n]|[\p{Cs}\u202a-\u202e]/u);
      for (const line of table.split('\n')) expect(measureWidth(line)).toBeLessThanOrEqual(120);
    }),
  );
});

test('any JSON is read as results or told to be none', () => {
  fc.assert(
    fc.property(fc.json(), (text) => {
      try {
        parsePredictions(text, 'p.json');
      } catch (error) {
        expect(error).toMatchObject({ name: 'InputError', path: expect.stringContaining('p.json') });
      }
    }),
  );
});
