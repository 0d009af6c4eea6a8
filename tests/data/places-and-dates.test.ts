import { describe, expect, test } from 'vitest';
import { extractDocument } from '../../src/pipeline/run-pipeline.js';
import { buildSource } from '../support/build-extraction.js';
import { casesOf, NONE, rowsOf } from './tables.js';

const frameworkOf = (text: string) => extractDocument(buildSource(text)).frameworks[0]!;
const placeOf = (title: string) => frameworkOf(`${title}\n坚持“三清”：账目清、实物清、去向清。\n`).place;
const dateOf = (opening: string) => frameworkOf(`${opening}：账目清、实物清、去向清。\n`).date;

const suffixes = rowsOf('lexicon/place-suffixes.tsv');
const places = suffixes.filter((row) => row['level'] !== '0');
const others = suffixes.filter((row) => row['level'] === '0');

describe.each(casesOf(places, 'suffix'))('place-suffixes.tsv: %s', (suffix, row) => {
  test(`ends ${row['example']}`, () => {
    expect(row['example']!.endsWith(suffix)).toBe(true);
    expect(placeOf(`${row['example']}的做法`)).toBe(row['example']);
  });

  if (row['counter_example'] !== NONE) {
    test(`ends no name in ${row['counter_example']}`, () => {
      expect(row['counter_example']).toContain(suffix);
      expect(placeOf(row['counter_example']!)).toBeNull();
    });
  }
});

describe.each(casesOf(others, 'suffix'))('place-suffixes.tsv: %s', (word, row) => {
  test(`names no place in ${row['example']}`, () => {
    expect(row['example']).toContain(word);
    expect(placeOf(row['example']!)).toBeNull();
  });
});

describe.each(casesOf(rowsOf('frameworks/start-words.tsv'), 'verb'))('start-words.tsv: %s', (verb, row) => {
  test(`in ${row['example']}`, () => {
    expect(row['example']).toContain(verb);
    expect(dateOf(row['example']!)).toBe('2018');
    // Without the verb the date is that of something else.
    expect(dateOf(row['example']!.replace(verb, '抓'))).toBeNull();
  });

  if (row['counter_example'] !== NONE) {
    test(`tells no beginning in ${row['counter_example']}`, () => expect(dateOf(row['counter_example']!)).toBeNull());
  }
});
