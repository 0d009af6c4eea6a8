import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { resolveEncoding } from '../../src/pipeline/read/decode-text.js';
import { compileQuery } from '../../src/search/compile-query.js';
import { createFileSearchSource } from '../../src/search/file-search-source.js';
import { queryFor, type SearchPlace, type SearchQuery } from '../../src/search/query.js';
import { searchDocuments } from '../../src/search/search-documents.js';
import { encodeText, type TestEncoding } from '../support/encode-text.js';
import { createFolder } from '../support/temporary-folder.js';

const folder = new URL('search/', import.meta.url);

interface Case {
  readonly query: string;
  readonly options: string;
  /** Without the marks. */
  readonly text: string;
  /** `start-end` in code points. */
  readonly expected: readonly string[];
}

function readCases(file: string): Case[] {
  const lines = readFileSync(new URL(file, folder), 'utf8').split('\n');
  const rows = lines.filter((line) => line !== '' && !line.startsWith('#')).slice(1);
  return rows.map((row) => {
    const [query = '', options = '', marked = ''] = row.split('\t');
    return { query, options, ...readMarks(marked) };
  });
}

function readMarks(marked: string): Pick<Case, 'text' | 'expected'> {
  const unescaped = marked.replaceAll('\\n', '\n').replaceAll('\\s', '\u3000').replaceAll('\\z', '\u200b');
  const expected: string[] = [];
  let text = '';
  let start = 0;
  for (const part of unescaped.split(/(\[\[|\]\])/)) {
    if (part === '[[') start = [...text].length;
    else if (part === ']]') expected.push(`${start}-${[...text].length}`);
    else text += part;
  }
  return { text, expected };
}

/** The options of a case, as the command line has them, and the encoding that its file is to be in. */
function readOptions(query: string, options: string) {
  const words = options.split(' ').filter((word) => word !== '');
  const valuesOf = (flag: string) => words.flatMap((word, i) => (word === flag ? [words[i + 1]!] : []));
  const wishes: Partial<SearchQuery> = {
    regex: words.includes('-E'),
    exact: words.includes('--exact'),
    ignoreCase: words.includes('-i'),
    and: valuesOf('--and'),
    not: valuesOf('--not'),
    near: valuesOf('--near').map(Number)[0] ?? null,
    place: (valuesOf('--in')[0] ?? 'text') as SearchPlace,
  };
  const told = valuesOf('--encoding')[0];
  return {
    query: queryFor([query, ...valuesOf('-e')], wishes),
    encoding: told === undefined ? null : resolveEncoding(told),
    stored: words.find((word) => word.startsWith('@'))?.slice(1) ?? 'utf-8',
  };
}

function encode(text: string, stored: string): Uint8Array {
  if (stored === 'utf-8-bom') return Buffer.from(`\uFEFF${text}`);
  return encodeText(stored.startsWith('utf-16') ? `\uFEFF${text}` : text, stored as TestEncoding);
}

const files = readdirSync(folder)
  .filter((name) => name.endsWith('.tsv'))
  .sort();

test('there are at least 120 cases', () => {
  expect(files.flatMap(readCases).length).toBeGreaterThanOrEqual(120);
});

describe.each(files)('%s', (file) => {
  test.each(readCases(file))('$query $options in $text', async ({ query, options, text, expected }) => {
    const asked = readOptions(query, options);
    const path = `${createFolder({ 'a.txt': encode(text, asked.stored) })}/a.txt`;
    const source = createFileSearchSource([{ path, failure: null }], { encoding: asked.encoding });
    const found: string[] = [];
    for await (const document of searchDocuments(source, await compileQuery(asked.query))) {
      if ('code' in document) throw new Error(document.message);
      for (const hit of document.hits) {
        const { start, end } = document.text.locate(hit);
        found.push(`${start}-${end}`);
        expect([...text].slice(start, end).join('')).toBe(document.text.decode(hit.start, hit.end));
      }
    }
    expect(found).toEqual(expected);
  });
});
