import { describe, expect, test } from 'vitest';
import { extractDocument } from '../../src/pipeline/run-pipeline.js';
import { buildSource } from '../support/build-extraction.js';
import { casesOf, NONE, rowsOf } from './tables.js';

/** Who practises what a report with this first line tells of. */
const holderOf = (line: string) =>
  extractDocument(buildSource(`${line}\n坚持“三清”：账目清、实物清、去向清。\n`)).frameworks[0]!.holder;

const rows = rowsOf('lexicon/organisation-suffixes.tsv');

describe.each(
  casesOf(
    rows.filter((row) => row['strong'] !== 'none'),
    'suffix',
  ),
)('%s', (suffix, row) => {
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

describe.each(
  casesOf(
    rows.filter((row) => row['strong'] === 'none'),
    'suffix',
  ),
)('%s', (word, row) => {
  test(`names none in ${row['example']}`, () => {
    expect(row['example']).toContain(word);
    expect(holderOf(row['example']!)).toBeNull();
  });
});

test('strong is yes, no, unit or none', () => {
  expect(new Set(rows.map((row) => row['strong']))).toEqual(new Set(['yes', 'no', 'unit', 'none']));
});
