import { describe, expect, test } from 'vitest';
import { extractDocument } from '../../src/pipeline/run-pipeline.js';
import { type ExtractionRecord, toExtractionRecord } from '../../src/render/extraction-record.js';
import { buildSource } from '../support/build-extraction.js';
import { type Cells, casesOf, NONE, rowsOf } from './tables.js';

const extract = (sentence: string): ExtractionRecord =>
  toExtractionRecord(extractDocument(buildSource(`${sentence}。\n`)));
const labelsOf = (sentence: string) => extract(sentence).frameworks.map(({ items }) => items.map(({ label }) => label));

const rows = rowsOf('frameworks/context-words.tsv');
const ofKind = (kind: string) =>
  casesOf(
    rows.filter((row) => row['kind'] === kind),
    'word',
  );

/** What makes a sentence with the word differ from the same without it, by kind. */
const CHECKS: Readonly<Record<string, (sentence: string, word: string) => void>> = {
  teaching: (sentence, word) => {
    expect(labelsOf(sentence)).toEqual([]);
    expect(labelsOf(sentence.replace(word, '工作'))).toHaveLength(1);
  },
  opposing: (sentence, word) => {
    expect(labelsOf(sentence)).toEqual([]);
    expect(labelsOf(sentence.replace(word, '发生'))).toHaveLength(1);
  },
  order: (sentence, word) => {
    const [labels] = labelsOf(sentence);
    expect(sentence).toContain(`${labels!.at(-1)}的${word}`);
    // The list of another noun ends elsewhere.
    expect(labelsOf(sentence.replace(word, '味道'))).not.toEqual([labels]);
  },
  back: (sentence, word) => {
    expect(labelsOf(sentence)).toHaveLength(1);
    expect(labelsOf(sentence.replace(word, '增强'))).toEqual([]);
  },
  link: (sentence, word) => {
    const [labels] = labelsOf(sentence);
    expect(labels).toHaveLength(3);
    expect(sentence).toMatch(new RegExp(`${labels!.at(-1)}[、，；]${word}`));
    expect(labelsOf(sentence.replace(word, '笤帚'))).not.toEqual([labels]);
  },
  naming: (sentence, word) => {
    expect(labelsOf(sentence)).toEqual([['早市', '午市', '晚市']]);
    expect(labelsOf(sentence.replace(word, '增强'))).toEqual([]);
  },
  body: (sentence, word) => {
    expect(labelsOf(sentence)[0]!.map((label) => label.slice(-1))).toEqual([word, word, word]);
    expect(labelsOf(sentence.replaceAll(word, '勤'))[0]!.every((label) => label.endsWith('勤'))).toBe(false);
  },
  rule: (sentence, word) => {
    expect(extract(sentence).mentions.map(({ name }) => name)).toEqual([sentence.slice(sentence.indexOf('八'))]);
    expect(extract(sentence.replace(word, '申请')).mentions).toEqual([]);
  },
  after: (sentence, word) => {
    expect(extract(sentence).mentions.map(({ name }) => name)).toEqual(['六税两费']);
    expect(extract(sentence.replace(word, '味道')).mentions).toEqual([]);
  },
};

/** The kinds whose counter-examples are frameworks all the same. */
const STILL_FOUND: readonly string[] = ['teaching', 'opposing'];

function testCounter(kind: string, word: string, row: Cells): void {
  const sentence = row['counter_example']!;
  if (sentence === NONE) return;
  test(`not in ${sentence}`, () => {
    expect(sentence).toContain(word);
    expect(labelsOf(sentence)).toHaveLength(STILL_FOUND.includes(kind) ? 1 : 0);
  });
}

describe.each(Object.keys(CHECKS))('context-words.tsv: %s', (kind) => {
  describe.each(ofKind(kind))('%s', (word, row) => {
    test(`in ${row['example']}`, () => {
      expect(row['example']).toContain(word);
      CHECKS[kind]!(row['example']!, word);
    });

    testCounter(kind, word, row);
  });
});

test('every kind of word is tried', () => {
  expect([...new Set(rows.map((row) => row['kind']))].sort()).toEqual(Object.keys(CHECKS).sort());
});
