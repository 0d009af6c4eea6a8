import { describe, expect, test } from 'vitest';
import { parsePredictions } from '../../../src/corpus/evaluate/predicted-document.js';

const document = { id: 'r/a.txt', path: 'r/a.txt', frameworks: [{ name: '四清', items: [{ label: '底数清' }] }] };
const failed = { path: 'b.txt', failure: { code: 'empty', message: 'the file is empty' } };
const parse = (text: string) => parsePredictions(text, 'p.json');

describe('each form of results is read', () => {
  test.each([
    ['the envelope', JSON.stringify({ schema: 'workmethod.extraction/1', documents: [document, document] }), 2],
    ['a list', JSON.stringify([document]), 1],
    ['one document', JSON.stringify(document, null, 2), 1],
    ['JSON lines', `${JSON.stringify(document)}\n${JSON.stringify(failed)}\n\n${JSON.stringify(document)}\r\n`, 2],
    ['JSON lines, one that failed', JSON.stringify(failed), 0],
    ['an envelope without documents', JSON.stringify({ documents: [] }), 0],
  ])('%s', (_, text, count) => {
    const { documents, mistakes } = parse(text);
    expect(mistakes).toEqual([]);
    expect(documents.map(({ path }) => path)).toEqual(Array(count).fill('r/a.txt'));
  });

  test('fields that a comparison can do without may be missing; mentions may be bare names', () => {
    const { documents } = parse(JSON.stringify({ ...document, mentions: ['三不让', { name: '四有' }] }));
    expect(documents[0]).toMatchObject({
      frameworks: [{ id: '0', declared: null, confidence: null, span: null, items: [{ label: '底数清', pair: null }] }],
      mentions: [{ name: '三不让' }, { name: '四有' }],
    });
  });
});

describe('a mistake is told', () => {
  test.each([
    ['', /^holds nothing/],
    ['四清', /^is neither JSON nor JSON lines \(/],
    ['{"schema": "x"}', /^has no "documents"; give what workmethod extract wrote$/],
    ['7', /^has no "documents"/],
  ])('the whole is of no use: %j', (text, message) => {
    expect(() => parse(text)).toThrow(message);
  });

  test('one document is of no use: the others are taken', () => {
    const lines = [document, { id: 'b' }, { ...document, frameworks: [{}] }, { frameworks: [] }, document];
    const text = `${lines.map((line) => JSON.stringify(line)).join('\n')}\n{"id":`;
    const { documents, mistakes } = parse(text);
    expect(documents).toHaveLength(2);
    expect(mistakes.map(({ path, code, message }) => [path, code, message])).toEqual([
      ['p.json:6', 'invalid-json', expect.stringContaining('is no JSON')],
      ['p.json:2', 'invalid-prediction', expect.stringContaining('"frameworks" is missing')],
      ['p.json:3', 'invalid-prediction', expect.stringContaining('frameworks[0]: "name" is missing')],
      ['p.json:4', 'invalid-prediction', expect.stringContaining('"id" is missing')],
    ]);
  });
});
