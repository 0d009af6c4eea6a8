import { describe, expect, test } from 'vitest';
import { extractDocument } from '../../src/pipeline/run-pipeline.js';
import { buildSource } from '../support/build-extraction.js';
import { casesOf, NONE, rowsOf } from './tables.js';

/** Who practises what a report with this first line tells of. */
const holderOf = (line: string) =>
  extractDocument(buildSource(`${line}\n坚持“三清”：账目清、实物清、去向清。\n`)).frameworks[0]!.holder;

describe.each(casesOf(rowsOf('lexicon/organisation-suffixes.tsv'), 'suffix'))('%s', (suffix, row) => {
  test(`ends ${row['example']}`, () => {
    expect(row['example']!.endsWith(suffix)).toBe(true);
    expect(holderOf(row['example']!)).toBe(row['example']);
  });

  if (row['counter_example'] !== NONE) {
    test(`ends no name in ${row['counter_example']}`, () => {
      expect(row['counter_example']).toContain(suffix);
      expect(holderOf(row['counter_example']!)).toBeNull();
    });
  }
});

test('strong is yes or no', () => {
  expect(new Set(rowsOf('lexicon/organisation-suffixes.tsv').map((row) => row['strong']))).toEqual(
    new Set(['yes', 'no']),
  );
});
