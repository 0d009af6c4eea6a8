import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { isOverused } from '../../src/corpus/statistics/count-keyness.js';
import {
  averageReducedFrequency,
  CollocateCounter,
  DispersionCounter,
  deviationOfProportions,
  deviationOfProportionsNorm,
  ItemCounter,
  juillandD,
  KeynessCounter,
  MovingAverageRatio,
  type PlacedDocument,
} from '../../src/corpus/statistics/public-statistics.js';
import { TupleCounter } from '../../src/corpus/statistics/tuple-counter.js';
import { openTokenizer, segmentDocument, toCountableDocument } from '../../src/pipeline/run-pipeline.js';
import type { Tokenizer } from '../../src/pipeline/tokenize/create-tokenizer.js';
import { NO_FILTER, ofTokens } from '../support/build-countable.js';
import { buildSource } from '../support/build-extraction.js';
import { anyTexts, mixedTexts } from '../support/report-texts.js';

const ALL = { minFrequency: 1, top: null, filter: NO_FILTER } as const;
/** Documents as tokens: few words, so that they meet again, with signs and ends of sentences. */
const words = fc.constantFrom(
  '修',
  '渠',
  '路',
  '桥',
  '发展',
  '经济',
  'GDP',
  '3.5%',
  '，',
  '。',
  'constructor',
  '__proto__',
  '.*',
);
const texts = fc.array(words, { maxLength: 60 }).map((tokens) => tokens.join(' '));
const corpora = fc.array(texts, { minLength: 1, maxLength: 6 });

function isWord(token: string): boolean {
  return token !== '，' && token !== '。';
}

function plainTokens(corpus: readonly string[]): string[] {
  return corpus.flatMap((text) => text.split(' ').filter((token) => token !== '' && isWord(token)));
}

function documentsOf(corpus: readonly string[]): PlacedDocument[] {
  return corpus.map((text, i) => ofTokens(text, { id: `${i}.txt`, year: 2000 + (i % 3) }));
}

function countItems(corpus: readonly string[], n = 1) {
  const counter = new ItemCounter({ ...ALL, n, grouping: null, sort: 'frequency', joint: ' ' });
  for (const document of documentsOf(corpus)) counter.add(document);
  const { rows, corpus: size } = counter.finish();
  return { rows: [...rows], size };
}

test('frequencies of words sum to the tokens, and are those of a plain scan', () =>
  fc.assert(
    fc.property(corpora, (corpus) => {
      const { rows, size } = countItems(corpus);
      const tokens = plainTokens(corpus);
      expect(rows.reduce((sum, { frequency }) => sum + frequency, 0)).toBe(tokens.length);
      expect(size.tokens).toBe(tokens.length);
      for (const { item, frequency, documents } of rows) {
        expect(tokens.filter((token) => token === item).length).toBe(frequency);
        expect(corpus.filter((text) => text.split(' ').includes(item)).length).toBe(documents);
      }
    }),
  ));

test('n-grams are those of a plain scan', () =>
  fc.assert(
    fc.property(corpora, fc.integer({ min: 2, max: 4 }), (corpus, n) => {
      const expected = new Map<string, number>();
      for (const run of corpus.flatMap((text) => text.split(/[，。]/))) {
        const tokens = run.split(' ').filter((token) => token !== '');
        for (let i = 0; i + n <= tokens.length; i++) {
          const gram = tokens.slice(i, i + n).join(' ');
          expected.set(gram, (expected.get(gram) ?? 0) + 1);
        }
      }
      expect(new Map(countItems(corpus, n).rows.map(({ item, frequency }) => [item, frequency]))).toEqual(expected);
    }),
  ));

test('a word has the same frequency in dispersion, as a node, and in the list of words', () =>
  fc.assert(
    fc.property(corpora, (corpus) => {
      const { rows } = countItems(corpus);
      const items = rows.map(({ item }) => ({ text: item, oneToken: true }));
      const dispersion = new DispersionCounter({ items, grouping: 'document', sort: null });
      for (const document of documentsOf(corpus)) dispersion.add(document);
      expect(dispersion.finish().rows.map(({ frequency }) => frequency)).toEqual(
        rows.map(({ frequency }) => frequency),
      );
      const [node] = items;
      if (node === undefined) return;
      const options = { node, window: { left: 2, right: 2 }, sort: 'logDice' } as const;
      const collocates = new CollocateCounter({ ...ALL, ...options });
      for (const document of documentsOf(corpus)) collocates.add(document);
      expect(collocates.finish().more.nodeFrequency).toBe(rows[0]!.frequency);
    }),
  ));

test('the measures of collocates are numbers, and tables have no negative cell', () =>
  fc.assert(
    fc.property(corpora, fc.nat(3), fc.nat(3), (corpus, left, right) => {
      const node = { text: '修', oneToken: true };
      const counter = new CollocateCounter({ ...ALL, node, window: { left, right }, sort: 'logDice' });
      for (const document of documentsOf(corpus)) counter.add(document);
      const { rows, more, corpus: size } = counter.finish();
      for (const row of rows) {
        for (const value of Object.values(row)) if (typeof value === 'number') expect(value).not.toBeNaN();
        expect(row.frequency).toBeLessThanOrEqual(row.collocateFrequency);
        expect(row.logLikelihood).toBeGreaterThanOrEqual(0);
        expect(size.tokens - more.windowTokens - row.collocateFrequency + row.frequency).toBeGreaterThanOrEqual(0);
      }
      expect(rows.reduce((sum, { frequency }) => sum + frequency, 0)).toBe(more.windowTokens);
      expect(rows.reduce((sum, { expected }) => sum + expected, 0)).toBeLessThanOrEqual(more.windowTokens + 1e-9);
    }),
  ));

test('swapping target and reference turns the log ratio and leaves G²', () =>
  fc.assert(
    fc.property(corpora, corpora, (first, second) => {
      const compare = (target: readonly string[], reference: readonly string[]) => {
        const counter = new KeynessCounter({ ...ALL, grouping: null, sort: 'logLikelihood', smoothing: 1 });
        for (const document of documentsOf(target)) counter.add({ ...document, side: 'target' });
        for (const document of documentsOf(reference)) counter.add({ ...document, side: 'reference' });
        return [...counter.finish().rows];
      };
      const there = new Map(compare(first, second).map((row) => [row.item, row]));
      const back = compare(second, first);
      expect(back.length).toBe(there.size);
      for (const row of back) {
        const other = there.get(row.item)!;
        expect(row.logRatio).toBe(other.logRatio === null ? null : 0 - other.logRatio);
        expect(row.logLikelihood).toBeCloseTo(other.logLikelihood, 9);
        expect(row.pValue).toBeGreaterThanOrEqual(0);
        expect(row.pValue).toBeLessThanOrEqual(1);
        if (isOverused(row)) expect(isOverused(other)).toBe(false);
      }
    }),
  ));

describe('dispersion', () => {
  const sizes = fc.array(fc.integer({ min: 1, max: 50 }), { minLength: 2, maxLength: 20 });

  test('even over the parts is D = 1, DP = 0', () =>
    fc.assert(
      fc.property(sizes, fc.integer({ min: 1, max: 5 }), (shares, times) => {
        const counts = { frequencies: shares.map((share) => share * times), sizes: shares.map((share) => share * 10) };
        expect(juillandD(counts)).toBeCloseTo(1, 9);
        expect(deviationOfProportions(counts)).toBeCloseTo(0, 9);
        expect(deviationOfProportionsNorm(counts)).toBeCloseTo(0, 9);
      }),
    ));

  test('all in one part is D = 0 and DP = 1 − its share; in the smallest part DPnorm = 1', () =>
    fc.assert(
      fc.property(sizes, fc.integer({ min: 1, max: 9 }), (parts, frequency) => {
        const smallest = parts.indexOf(Math.min(...parts));
        const counts = { frequencies: parts.map((_, i) => (i === smallest ? frequency : 0)), sizes: parts };
        const all = parts.reduce((sum, size) => sum + size, 0);
        expect(juillandD(counts)).toBeCloseTo(0, 9);
        expect(deviationOfProportions(counts)).toBeCloseTo(1 - parts[smallest]! / all, 9);
        expect(deviationOfProportionsNorm(counts)).toBeCloseTo(1, 9);
      }),
    ));

  test('the measures stay between 0 and 1', () =>
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(30), fc.integer({ min: 1, max: 90 })), { minLength: 2 }), (parts) => {
        const counts = { frequencies: parts.map(([frequency]) => frequency), sizes: parts.map(([, size]) => size) };
        for (const measure of [juillandD, deviationOfProportions, deviationOfProportionsNorm]) {
          const value = measure(counts);
          if (value !== null) expect(value >= 0 && value <= 1).toBe(true);
        }
      }),
    ));

  // Savický & Hlaváčová define it so: cut the circle of the corpus into f equal segments and count those with an occurrence, the mean over all ways to begin.
  test('the average reduced frequency is the mean of the segments that have the item', () =>
    fc.assert(
      fc.property(placings, ({ positions, length, tokens }) => {
        let segments = 0;
        for (let shift = 0; shift < length; shift++) {
          segments += new Set(positions.map((at) => Math.floor(((at + shift) % tokens) / length))).size;
        }
        expect(averageReducedFrequency(positions, tokens)).toBeCloseTo(segments / length, 9);
      }),
    ));
});

/** Places of an item in a corpus that can be cut into as many segments, each `length` tokens long. */
const placings = fc
  .tuple(fc.integer({ min: 1, max: 8 }), fc.integer({ min: 1, max: 12 }))
  .chain(([frequency, length]) => {
    const tokens = frequency * length;
    const places = Array.from({ length: tokens }, (_, i) => i);
    const chosen = fc.shuffledSubarray(places, { minLength: frequency, maxLength: frequency });
    return chosen.map((some) => ({ positions: [...some].sort((a, b) => a - b), length, tokens }));
  });

test('the moving ratio is the mean of the ratios of all windows', () =>
  fc.assert(
    fc.property(
      fc.array(fc.nat(6), { minLength: 1, maxLength: 80 }),
      fc.integer({ min: 1, max: 90 }),
      (tokens, window) => {
        const moving = new MovingAverageRatio(window);
        for (const token of tokens) moving.add(token);
        const width = Math.min(window, tokens.length);
        const ratios = Array.from(
          { length: tokens.length - width + 1 },
          (_, i) => new Set(tokens.slice(i, i + width)).size / width,
        );
        expect(moving.ratio).toBeCloseTo(ratios.reduce((sum, ratio) => sum + ratio, 0) / ratios.length, 9);
      },
    ),
  ));

test('tuples are counted as a map counts them', () =>
  fc.assert(
    fc.property(
      fc
        .integer({ min: 1, max: 4 })
        .chain((arity) =>
          fc.array(fc.array(fc.nat(9), { minLength: arity, maxLength: arity }), { minLength: 1, maxLength: 4000 }),
        ),
      (tuples) => {
        const counter = new TupleCounter(tuples[0]!.length);
        const expected = new Map<string, number>();
        for (const tuple of tuples) {
          counter.add(tuple, 1);
          expected.set(tuple.join(' '), (expected.get(tuple.join(' ')) ?? 0) + 1);
        }
        const counted = Array.from({ length: counter.size }, (_, i): [string, number] => [
          tuples[0]!.map((_, k) => counter.partAt(i, k)).join(' '),
          counter.frequencyAt(i),
        ]);
        expect(new Map(counted)).toEqual(expected);
      },
    ),
    { numRuns: 30 },
  ));

describe('tokens', () => {
  let tokenizer: Tokenizer;
  beforeAll(async () => {
    tokenizer = await openTokenizer();
  });

  test('of any text are the words of `segment` that have a letter or a digit', () =>
    fc.assert(
      fc.property(fc.oneof(anyTexts, mixedTexts), (text) => {
        const source = buildSource(text);
        const segmentation = segmentDocument(source, 'word', { tokenizer });
        const segmented = [...segmentation.units].flatMap(({ tokens }) =>
          tokens.map(({ span }) => segmentation.document.text.slice(span.start, span.end)),
        );
        const counted = [...toCountableDocument({ source }, { tokenizer }).sentences()].flatMap(({ tokens }) => tokens);
        expect(counted).toEqual(segmented.filter((word) => /[\p{L}\p{Nd}\p{Nl}]/u.test(word)));
      }),
      { numRuns: 200 },
    ));
});
