import { beforeAll, describe, expect, test } from 'vitest';
import { SEGMENTERS } from '../../src/model/segmentation.js';
import { openTokenizer } from '../../src/pipeline/run-pipeline.js';
import type { Tokenizer } from '../../src/pipeline/tokenize/create-tokenizer.js';
import { casesOf, NONE, rowsOf } from './tables.js';

const rows = rowsOf('lexicon/domain-words.tsv');

describe.each(SEGMENTERS)('with %s', (segmenter) => {
  let tokenizer: Tokenizer;
  beforeAll(async () => {
    tokenizer = await openTokenizer({ segmenter });
  });
  const wordsOf = (text: string) =>
    tokenizer.tokenize(text, 0, text.length, []).map(({ span }) => text.slice(span.start, span.end));

  test.each(casesOf(rows, 'word'))('%s', (word, { example, counter_example: counterExample }) => {
    expect(wordsOf(example!)).toContain(word);
    if (counterExample === NONE) return;
    expect(counterExample).toContain(word);
    expect(wordsOf(counterExample!)).not.toContain(word);
  });
});
