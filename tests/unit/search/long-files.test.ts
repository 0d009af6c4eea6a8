import { closeSync, openSync } from 'node:fs';
import { expect, onTestFinished, test } from 'vitest';
import { normalizeDocument } from '../../../src/pipeline/normalize/normalize-document.js';
import { createFileText } from '../../../src/search/file-text.js';
import { locateInFile } from '../../../src/search/locate-in-file.js';
import { createPhraseLocator } from '../../../src/search/locate-phrases.js';
import { spellPhrase } from '../../../src/search/spell-phrase.js';
import { createUtf8Text } from '../../../src/search/utf8-text.js';
import { Random } from '../../support/random.js';
import { createFolder } from '../../support/temporary-folder.js';

// Parts of a file overlap by 64 KB on either side; the least memory for them makes parts of 4 KB, so that a short file has many edges.
const CAPACITY = 2 * 65_536 + 4096;

const UNITS = [
  '信访',
  '信訪',
  '信(xìn)访',
  '信 访',

  '人人',
  '乾隆',
  '今年以来，镇里',
  '办理。\n',
  'ABC',
  '😀',
  '　',
  '信',
  '访(fǎng)',
];

/** Some hundred kilobytes of lines of all lengths. None breaks off: whether such lines are one is judged by the lines around, which a part has fewer of. */
function makeText(seed: number): string {
  const random = new Random(seed);
  return Array.from({ length: 30_000 }, () => random.choose(UNITS)).join('');
}

function openFile(content: string | Uint8Array): number {
  const file = openSync(`${createFolder({ 'a.txt': content })}/a.txt`, 'r');
  onTestFinished(() => closeSync(file));
  return file;
}

function find(phrase: string, text: string) {
  const source = { id: '', path: null, text, format: 'txt', encoding: 'utf-8', sha256: '', diagnostics: [] };
  const document = normalizeDocument(source);
  const spans = [];
  for (let at = document.text.indexOf(phrase); at >= 0; at = document.text.indexOf(phrase, at + phrase.length)) {
    spans.push(document.offsets.toSource({ start: at, end: at + phrase.length }));
  }
  return spans;
}

test.each([
  ['信访', 1],
  ['访信', 2],
  ['人人', 3],
  ['隆今年', 4],
  ['😀', 5],
])('%s is found in parts where it is found in the whole', (phrase, seed) => {
  const text = makeText(seed);
  const locator = createPhraseLocator([spellPhrase(phrase, false, false)], CAPACITY);
  const hits = locateInFile(locator, openFile(text), 0, (part) => find(phrase, part));
  const expected = find(phrase, text).map(({ start, end }) => ({
    start: Buffer.byteLength(text.slice(0, start)),
    end: Buffer.byteLength(text.slice(0, end)),
  }));
  expect(expected.length).toBeGreaterThan(100);
  expect(hits?.map(({ start, end }) => ({ start, end }))).toEqual(expected);
});

test('what is not UTF-8 is left to others', () => {
  const bytes = Buffer.concat([Buffer.from(makeText(6)), Buffer.from([0xb7, 0xc3]), Buffer.from(makeText(7))]);
  const locator = createPhraseLocator([spellPhrase('信访', false, false)], CAPACITY);
  expect(locateInFile(locator, openFile(bytes), 0, () => [])).toBeNull();
});

test('a text in its file reads like one in memory', () => {
  const bytes = Buffer.from(makeText(8));
  const inFile = createFileText(openFile(Buffer.concat([Buffer.from('\uFEFF'), bytes])), 3, bytes.length + 3);
  const inMemory = createUtf8Text(bytes);
  const random = new Random(9);
  expect(inFile.length).toBe(inMemory.length);
  for (let k = 0; k < 300; k++) {
    const start = random.between(0, bytes.length - 1);
    const end = Math.min(bytes.length, start + random.between(0, 2000));
    for (const ask of [
      (text: typeof inFile) => text.byteAt(start),
      (text: typeof inFile) => text.lineStart(start),
      (text: typeof inFile) => text.lineEnd(start),
      (text: typeof inFile) => text.lineAt(start),
      (text: typeof inFile) => text.locate({ start, end }),
      (text: typeof inFile) => text.decode(start, end),
    ]) {
      expect(ask(inFile)).toEqual(ask(inMemory));
    }
  }
});
