import { beforeAll, describe, expect, test } from 'vitest';
import { SEGMENTERS } from '../../src/model/segmentation.js';
import { openTokenizer } from '../../src/pipeline/run-pipeline.js';
import type { Tokenizer } from '../../src/pipeline/tokenize/create-tokenizer.js';
import { loadPartOfSpeechTags, universalTagOf } from '../../src/resources/part-of-speech-tags.js';
import { casesOf, rowsOf } from './tables.js';

const tags = loadPartOfSpeechTags();

describe.each(SEGMENTERS)('with %s', (segmenter) => {
  let tokenizer: Tokenizer;
  beforeAll(async () => {
    tokenizer = await openTokenizer({ segmenter, withPartOfSpeech: true });
  });

  test.each(casesOf(rowsOf('lexicon/part-of-speech.tsv'), 'tag'))('%s', (tag, { example, universal }) => {
    const [token, ...others] = tokenizer.tokenize(example!, 0, example!.length, []);
    expect(others).toEqual([]);
    expect(token!.partOfSpeech!.startsWith(tag)).toBe(true);
    expect(universalTagOf(tags, token!.partOfSpeech!)).toBe(universal);
  });
});

test('a tag that has no row is read as what it begins with, else as X', () => {
  expect(['nrt', 'uj', 'zg', 'w'].map((tag) => universalTagOf(tags, tag))).toEqual(['PROPN', 'PART', 'ADJ', 'X']);
});
