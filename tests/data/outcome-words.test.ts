import { describe, expect, test } from 'vitest';
import { extractDocument } from '../../src/pipeline/run-pipeline.js';
import { type OutcomeRecord, toExtractionRecord } from '../../src/render/extraction-record.js';
import { buildSource } from '../support/build-extraction.js';
import { casesOf, NONE, rowsOf } from './tables.js';

const outcomesOf = (text: string): readonly OutcomeRecord[] =>
  toExtractionRecord(extractDocument(buildSource(text))).frameworks.flatMap(({ outcomes }) => outcomes);

/** What a clause tells where a member is carried out. */
const inMember = (clause: string) =>
  outcomesOf(
    `河道保洁坚持“三清”工作法。\n一是账目清。${clause}。\n二是实物清。逐件贴好标签。\n三是去向清。逐项写明。\n`,
  );
/** What a clause tells in a paragraph of its own behind the members. */
const behindMembers = (clause: string) =>
  outcomesOf(`河道保洁推行“三清”工作法\n坚持账目清、实物清、去向清的“三清”工作法。\n${clause}。\n`);
const texts = (outcomes: readonly OutcomeRecord[]) => outcomes.map(({ text }) => text);

const words = rowsOf('frameworks/outcome-words.tsv');
const ofKind = (kind: string) =>
  casesOf(
    words.filter((row) => row['kind'] === kind),
    'word',
  );
const TELLING = ['result', 'lasting', 'fall', 'rise', 'rate'];
const SILENT = ['state', 'work', 'means', 'plan', 'ahead', 'modal', 'past'];

describe.each(TELLING)('outcome-words.tsv: %s', (kind) => {
  describe.each(ofKind(kind))('%s', (word, row) => {
    test(`in ${row['example']}`, () => {
      const found = texts(inMember(row['example']!));
      expect(found).not.toEqual([]);
      expect(found.join()).toContain(word);
    });

    if (row['counter_example'] !== NONE) {
      test(`not in ${row['counter_example']}`, () => {
        expect(row['counter_example']).toContain(word);
        expect(texts(inMember(row['counter_example']!))).toEqual([]);
      });
    }
  });
});

describe.each(SILENT)('outcome-words.tsv: %s', (kind) => {
  describe.each(ofKind(kind))('%s', (word, row) => {
    test(`in ${row['example']}`, () => {
      expect(row['example']).toContain(word);
      expect(texts(inMember(row['example']!))).toEqual([]);
    });

    if (row['counter_example'] !== NONE) {
      test(`not in ${row['counter_example']}`, () => {
        expect(row['counter_example']).toContain(word);
        expect(texts(inMember(row['counter_example']!))).toHaveLength(1);
      });
    }
  });
});

describe.each(ofKind('plain'))('outcome-words.tsv: plain: %s', (word, row) => {
  test(`in ${row['example']}`, () => {
    expect(row['example']).toContain(word);
    expect(texts(inMember(row['example']!))).toHaveLength(1);
  });
});

describe.each(ofKind('passage'))('outcome-words.tsv: passage: %s', (word, row) => {
  test(`in ${row['example']}`, () => {
    expect(texts(behindMembers(row['example']!))).toHaveLength(1);
    // Without the word the figure is nobody's.
    expect(texts(behindMembers(row['example']!.replace(word, '')))).toEqual([]);
  });

  if (row['counter_example'] !== NONE) {
    test(`not in ${row['counter_example']}`, () => expect(texts(behindMembers(row['counter_example']!))).toEqual([]));
  }
});

test('every kind of word is tried', () => {
  const kinds = new Set(words.map((row) => row['kind']));
  expect([...kinds].sort()).toEqual([...TELLING, ...SILENT, 'plain', 'passage'].sort());
});

describe.each(casesOf(rowsOf('lexicon/measure-units.tsv'), 'unit'))('measure-units.tsv: %s', (unit, row) => {
  test(`in ${row['example']}`, () => expect(inMember(row['example']!).map((outcome) => outcome.unit)).toEqual([unit]));

  if (row['counter_example'] !== NONE) {
    test(`not in ${row['counter_example']}`, () => {
      expect(row['counter_example']).toContain(unit);
      expect(inMember(row['counter_example']!)).toEqual([]);
    });
  }
});
