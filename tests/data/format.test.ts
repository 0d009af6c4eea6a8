import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { headerOf, NONE, readText, rowsOf } from './tables.js';

const DATA = new URL('../../data/', import.meta.url).pathname;
const files = readdirSync(DATA, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.tsv'))
  .sort();

/** The columns that tell the rows of a table apart, where the first alone does not. */
const KEYS: Readonly<Record<string, readonly string[]>> = {
  'structure/boilerplate.tsv': ['pattern'],
  'frameworks/exclusions.tsv': ['kind', 'text'],
  'frameworks/cues.tsv': ['cue', 'side'],
  'frameworks/outcome-words.tsv': ['kind', 'word'],
  'frameworks/holder-words.tsv': ['kind', 'word'],
  'lexicon/reference-words.tsv': ['kind', 'word'],
  'frameworks/context-words.tsv': ['kind', 'word'],
  'frameworks/function-words.tsv': ['kind', 'word'],
  'frameworks/conjunction-words.tsv': ['kind', 'word'],
};

test('there are tables', () => expect(files.length).toBeGreaterThanOrEqual(15));

describe.each(files)('%s', (file) => {
  const text = readText(file);
  const header = headerOf(text);
  const rows = rowsOf(file);

  test('begins with what it is, ends with a newline, has no carriage returns', () => {
    expect(text.startsWith('# ')).toBe(true);
    expect(text.endsWith('\n')).toBe(true);
    expect(text).not.toContain('\r');
  });

  test('has rows, each with all its cells', () => {
    expect(rows.length).toBeGreaterThan(0);
    for (const line of text.split('\n')) {
      if (line.trim() === '' || line.startsWith('#')) continue;
      expect([line, line.split('\t').length]).toEqual([line, header.length]);
    }
  });

  test('says nothing twice', () => {
    const columns = KEYS[file] ?? [header[0]!];
    const keys = rows.map((cells) => columns.map((column) => cells[column]).join(' '));
    expect(keys.filter((key, i) => keys.indexOf(key) !== i)).toEqual([]);
  });

  test('leaves no example empty', () => {
    for (const cells of rows) {
      if ('example' in cells) expect([cells[header[0]!], cells['example']]).not.toEqual([cells[header[0]!], '']);
      expect(cells['example']).not.toBe(NONE);
      expect([cells[header[0]!], cells['counter_example']]).not.toEqual([cells[header[0]!], '']);
    }
  });
});
