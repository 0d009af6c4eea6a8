import { describe, expect, test } from 'vitest';
import { refersTo } from '../../src/pipeline/extract/name-references.js';
import { type OrganisationName, visitOrganisationNames } from '../../src/pipeline/extract/organisation-names.js';
import { extractDocument } from '../../src/pipeline/run-pipeline.js';
import { buildSource } from '../support/build-extraction.js';
import { casesOf, NONE, rowsOf } from './tables.js';

const PRACTICE = '“三清”：账目清、实物清、去向清。';

/** Who practises what a report with these first lines tells of. */
const holderOf = (...lines: string[]) => extractDocument(buildSource(`${lines.join('\n')}\n`)).frameworks[0]!.holder;
/** The lines of an example, which stand in one cell. */
const linesOf = (example: string) => example.split(' / ');

function namesIn(text: string): OrganisationName[] {
  const names: OrganisationName[] = [];
  visitOrganisationNames(text, 0, text.length, (name) => names.push(name));
  return names;
}

const breaks = rowsOf('lexicon/name-breaks.tsv');
const breaksOf = (kind: string) =>
  casesOf(
    breaks.filter((row) => row['kind'] === kind),
    'word',
  );
const COMPANY = '柳河水务公司';

describe('name-breaks.tsv', () => {
  test.each(breaksOf('break'))('%s ends a name', (word, row) => {
    expect(row['example']).toBe(`${COMPANY}${word}服务中心`);
    expect(namesIn(row['example']!)[0]!.name).toBe(COMPANY);
  });

  test.each(breaksOf('opener'))('%s stands in front of the subject', (word, row) => {
    expect(row['example']!.startsWith(word)).toBe(true);
    expect(namesIn(row['example']!)[0]).toMatchObject({ name: COMPANY, opens: true });
  });

  test.each(breaksOf('start'))('%s begins no name', (word, row) => {
    expect(row['example']!.startsWith(word)).toBe(true);
    expect(namesIn(row['example']!)).toEqual([]);
  });

  test.each(breaksOf('part'))('%s stands in a name', (word, row) => {
    expect(row['example']).toContain(word);
    expect(namesIn(row['example']!)[0]!.name).toBe(row['example']);
  });

  test('kinds', () =>
    expect(new Set(breaks.map((row) => row['kind']))).toEqual(new Set(['break', 'opener', 'start', 'part'])));
});

const references = rowsOf('lexicon/reference-words.tsv');
const referencesOf = (kind: string) =>
  casesOf(
    references.filter((row) => row['kind'] === kind),
    'word',
  );

describe('reference-words.tsv', () => {
  test.each(referencesOf('prefix'))('%s belongs to the name', (word, row) => {
    expect(row['example']!.startsWith(word)).toBe(true);
    expect(holderOf(row['example']!, PRACTICE)).toBe(row['example']);
  });

  test.each([...referencesOf('rank'), ...referencesOf('house')])('%s begins a short form', (word, row) => {
    expect(row['example']!.startsWith(word)).toBe(true);
    expect(namesIn(row['example']!)[0]).toMatchObject({ name: row['example'], own: false });
  });

  test.each(referencesOf('government'))('%s governs a place', (word, row) => {
    expect(row['example']!.endsWith(word)).toBe(true);
    const [name] = namesIn(row['example']!);
    const [place] = namesIn(`${/^.*?[县市区镇道村](?!民)|^.*?社区/u.exec(row['example']!)![0]}，`);
    expect(place!.placeLevel).toBeGreaterThan(0);
    expect(refersTo(place!, name!)).toBe(true);
  });
});

const words = rowsOf('frameworks/holder-words.tsv');
const wordsOf = (kind: string) =>
  casesOf(
    words.filter((row) => row['kind'] === kind),
    'word',
  );
const OFFICE = '柳河县水利局';
const TOLD = `石桥镇水管站坚持${PRACTICE}`;

describe('holder-words.tsv', () => {
  describe.each(['credit', 'furniture', 'editor', 'newsletter', 'media'])('%s', (kind) => {
    test.each(wordsOf(kind))('%s: who practises is another', (word, row) => {
      expect(row['example']).toContain(word);
      expect(holderOf(...linesOf(row['example']!), TOLD)).toBe('石桥镇水管站');
    });
  });

  describe.each(['source', 'visits', 'interview'])('%s', (kind) => {
    test.each(wordsOf(kind))('%s: the practice is that of the organisation', (word, row) => {
      expect(row['example']).toContain(word);
      expect(holderOf('管好一渠水', ...linesOf(row['example']!), `我局坚持${PRACTICE}`)).toBe(OFFICE);
    });
  });

  test.each([...wordsOf('portrait'), ...wordsOf('personal')])('%s: the practice is that of a person', (word, row) => {
    expect(row['example']).toContain(word);
    expect(holderOf(...linesOf(row['example']!), `坚持${PRACTICE}`)).toMatch(/(?:周正平|周桂香)$/u);
  });

  test.each(wordsOf('outsider'))('%s: who does that practises nothing by it', (word, row) => {
    expect(row['example']).toBe(`${OFFICE}${word}`);
    expect(holderOf(OFFICE, `坚持${PRACTICE}`)).toBe(OFFICE);
    expect(holderOf(row['example']!, `坚持${PRACTICE}`)).toBeNull();
  });

  test.each(wordsOf('speech'))('%s: others shall practise', (word, row) => {
    expect(row['example']).toContain(word);
    expect(holderOf(...linesOf(row['example']!), `坚持${PRACTICE}`)).toBeNull();
  });

  test.each(wordsOf('creates'))('%s: the practice is that of who made it', (word, row) => {
    expect(row['example']).toContain(word);
    expect(holderOf('管好一渠水', OFFICE, `${row['example']}：账目清、实物清、去向清。`)).toBe('村医周桂香');
  });

  describe.each(words.filter((row) => row['counter_example'] !== NONE))('$word', (row) => {
    test(`but ${row['counter_example']}`, () => {
      expect(holderOf(...linesOf(row['counter_example']!), `坚持${PRACTICE}`)).toBe(OFFICE);
    });
  });
});

describe.each(['role-words.tsv', 'surnames.tsv'])('%s', (file) => {
  const rows = rowsOf(`lexicon/${file}`);
  test.each(casesOf(rows, Object.keys(rows[0]!)[0]!))('%s', (word, row) => {
    const person = row['example']!.replace('——记', '');
    expect(person).toContain(word);
    expect(holderOf('一盏灯', row['example']!, `坚持${PRACTICE}`)).toBe(person);
  });
});

test('a role is that of a head or not', () => {
  expect(new Set(rowsOf('lexicon/role-words.tsv').map((row) => row['head']))).toEqual(new Set(['yes', 'no']));
});
