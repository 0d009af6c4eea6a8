import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parseGoldDocument } from '../../../src/corpus/evaluate/gold-document.js';
import { expectSchema } from '../../support/check-schema.js';

const framework = { name: '四清', pattern: 'counted', declared: 4, items: [{ label: '底数清' }] };
const gold = { doc: 'a.txt', frameworks: [framework] };
const parse = (value: unknown) => parseGoldDocument(JSON.stringify(value), 'a.gold.json');

test('what may be left out has a default', () => {
  expect(parse(gold)).toEqual({
    doc: 'a.txt',
    articles: [],
    frameworks: [
      {
        ...framework,
        aliases: [],
        category: null,
        tier: 'core',
        optional: false,
        groups: [],
        items: [{ label: '底数清', pair: null }],
        quote: null,
        article: null,
        holder: null,
        parent: null,
      },
    ],
    mentions: [],
    optionalMentions: [],
  });
  expectSchema(gold, 'gold');
});

describe('a mistake says where, what and what to do', () => {
  const change = (fields: object) => ({ ...gold, frameworks: [{ ...framework, ...fields }] });
  test.each([
    [[], /^the file is no object \{ … \}/],
    [{ frameworks: [] }, /^the file: "doc" is missing; it is the name of the report's file/],
    [{ doc: 'a.txt' }, /^the file: "frameworks" is missing; it is the frameworks of the report, a list \[ … \]/],
    [{ ...gold, frameworks: {} }, /^the file: "frameworks" is wrong/],
    [{ ...gold, frameworks: ['四清'] }, /^frameworks\[0\] is no object/],
    [{ ...gold, mentions: [{ name: '三不让' }] }, /^the file: "mentions" is wrong; it is the list of the names/],
    [change({ name: undefined }), /^frameworks\[0\]: "name" is missing/],
    [change({ pattern: 'paird' }), /^frameworks\[0\] \(四清\): "pattern" is wrong; it is one of counted, paired/],
    [change({ tier: 'main' }), /"tier" is wrong; it is one of core, list/],
    [change({ declared: '4' }), /"declared" is wrong; it is how many members the name promises, a whole number/],
    [change({ declared: undefined }), /"declared" is missing/],
    [change({ items: undefined }), /"items" is missing/],
    [change({ items: ['底数清'] }), /^frameworks\[0\] \(四清\): items\[0\] is no object/],
    [change({ items: [{}] }), /^frameworks\[0\] \(四清\): items\[0\]: "label" is missing/],
    [change({ holder: ['河湾镇'] }), /"holder" is wrong; it is who practises it, or null/],
    [change({ optional: 'no' }), /"optional" is wrong; it is true or false/],
    [change({ groups: [4] }), /groups\[0\] is no object/],
  ])('%j', (value, message) => {
    let thrown: unknown;
    try {
      parse(value);
    } catch (error) {
      thrown = error;
    }
    expect(thrown).toMatchObject({ name: 'InputError', path: 'a.gold.json', code: 'invalid-gold' });
    expect((thrown as Error).message).toMatch(message);
    expect((thrown as Error).message).toContain('workmethod schema gold');
    expect(() => expectSchema(value, 'gold')).toThrow();
  });

  test('no JSON: with the line', () => {
    const text = '{\n  "doc": "a.txt",\n  "frameworks": [],\n}';
    expect(() => parseGoldDocument(text, 'a.gold.json')).toThrow(/^is no JSON: .*\(line 4\b.*; mend it and try again$/);
  });
});

test('the annotations of the development reports are what the schema says', () => {
  const folder = new URL('../../gold/reports/', import.meta.url);
  const names = readdirSync(folder).filter((name) => name.endsWith('.gold.json'));
  expect(names.length).toBeGreaterThan(40);
  for (const name of names) {
    const text = readFileSync(new URL(name, folder), 'utf8');
    expectSchema(JSON.parse(text), 'gold');
    expect(parseGoldDocument(text, name).doc).toBe(name.replace('.gold.json', '.txt'));
  }
});
