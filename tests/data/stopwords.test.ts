import { beforeAll, describe, expect, test } from 'vitest';
import { SEGMENTERS } from '../../src/model/segmentation.js';
import { cutPhrase, normalizePhrase, openTokenizer } from '../../src/pipeline/run-pipeline.js';
import type { Tokenizer } from '../../src/pipeline/tokenize/create-tokenizer.js';
import { loadStopwords } from '../../src/resources/stopwords.js';
import { casesOf, rowsOf } from './tables.js';

const rows = rowsOf('lexicon/stopwords.tsv');
const KINDS = ['particle', 'pronoun', 'preposition', 'conjunction', 'adverb', 'verb'];

describe.each(SEGMENTERS)('with %s', (segmenter) => {
  let tokenizer: Tokenizer;
  beforeAll(async () => {
    tokenizer = await openTokenizer({ segmenter });
  });

  test.each(casesOf(rows, 'word'))('%s', (word, { example, kind }) => {
    const tokens = cutPhrase(example!, { tokenizer });
    expect(tokens).toContain(word);
    expect(tokens.filter((token) => !loadStopwords().has(token))).not.toContain(word);
    // What the example is about must not go with it.
    expect(tokens.some((token) => !loadStopwords().has(token))).toBe(true);
    expect(KINDS).toContain(kind);
  });
});

test('words that tell what a report is about are none', () => {
  const telling = ['工作', '群众', '改革', '发展', '建设', '三农', '第一', '我国', '问题'];
  expect(telling.filter((word) => loadStopwords().has(word))).toEqual([]);
});

test('words are written as tokens are', () => {
  for (const word of loadStopwords()) expect(normalizePhrase(word)).toBe(word);
});
