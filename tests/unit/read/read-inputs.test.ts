import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { ReadFailure, SourceDocument } from '../../../src/model/document.js';
import { findInputs } from '../../../src/pipeline/read/find-inputs.js';
import { isReadFailure, type ReadOptions } from '../../../src/pipeline/read/format-reader.js';
import { readInputs } from '../../../src/pipeline/read/read-inputs.js';
import { encodeText } from '../../support/encode-text.js';
import { SIMPLIFIED_REPORT, TRADITIONAL_REPORT } from '../../support/sample-texts.js';
import { createFolder } from '../../support/temporary-folder.js';

type Result = SourceDocument | ReadFailure;

async function read(
  paths: readonly string[],
  options: Partial<ReadOptions> = {},
  input: readonly Uint8Array[] = [],
): Promise<Result[]> {
  async function* stream() {
    yield* input;
  }
  const results: Result[] = [];
  for await (const result of readInputs((await findInputs(paths)).inputs, options, stream())) results.push(result);
  return results;
}

const sha256 = (bytes: string | Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const describeResult = (result: Result) =>
  isReadFailure(result) ? `${result.path} ${result.code}` : `${result.id} ${result.text}`;

describe('text files', () => {
  test('one folder in every encoding reads alike', async () => {
    const mark = '\uFEFF';
    const folder = createFolder({
      '1.txt': SIMPLIFIED_REPORT,
      '2.txt': mark + SIMPLIFIED_REPORT,
      '3.txt': encodeText(SIMPLIFIED_REPORT, 'gb18030'),
      '4.txt': encodeText(TRADITIONAL_REPORT, 'big5'),
      '5.txt': encodeText(SIMPLIFIED_REPORT, 'utf-16le'),
      '6.txt': encodeText(mark + SIMPLIFIED_REPORT, 'utf-16be'),
    });
    const results = await read([folder]);
    expect(results.map((result) => (isReadFailure(result) ? result : [result.encoding, result.text]))).toEqual([
      ['utf-8', SIMPLIFIED_REPORT],
      ['utf-8', SIMPLIFIED_REPORT],
      ['gb18030', SIMPLIFIED_REPORT],
      ['big5', TRADITIONAL_REPORT],
      ['utf-16le', SIMPLIFIED_REPORT],
      ['utf-16be', SIMPLIFIED_REPORT],
    ]);
  });

  test('a document carries its path, format and the hash of its bytes', async () => {
    const folder = createFolder({ 'a.md': '\uFEFF# 题' });
    const [document] = await read([`${folder}/a.md`]);
    expect(document).toEqual({
      id: `${folder}/a.md`,
      path: `${folder}/a.md`,
      text: '# 题',
      format: 'md',
      encoding: 'utf-8',
      sha256: sha256('\uFEFF# 题'),
      diagnostics: [],
    });
  });

  test('empty and binary files fail, the others go on', async () => {
    const folder = createFolder({ '1.txt': '', '2.txt': '\uFEFF', '3.txt': new Uint8Array(99), '4.txt': '好' });
    expect((await read([folder])).map(describeResult)).toEqual([
      `${folder}/1.txt empty`,
      `${folder}/2.txt empty`,
      `${folder}/3.txt binary`,
      `${folder}/4.txt 好`,
    ]);
  });

  test('--encoding has the last word', async () => {
    const folder = createFolder({ 'a.txt': encodeText('测试', 'gb18030') });
    const [document] = await read([folder], { encoding: 'big5' });
    expect(document).toMatchObject({ encoding: 'big5' });
  });

  test('a file that vanished or was a folder is a failure', async () => {
    const folder = createFolder({ 'a.txt/b': '' });
    const results: Result[] = [];
    const inputs = ['gone.txt', 'a.txt'].map((name) => ({ path: `${folder}/${name}`, failure: null }));
    for await (const result of readInputs(inputs)) results.push(result);
    expect(results.map(describeResult)).toEqual([`${folder}/gone.txt not-found`, `${folder}/a.txt unreadable`]);
  });

  test('standard input has no path', async () => {
    const [document] = await read(['-'], {}, [Buffer.from('做到'), Buffer.from('四清')]);
    expect(document).toMatchObject({
      id: '-',
      path: null,
      format: 'txt',
      text: '做到四清',
      sha256: sha256('做到四清'),
    });
    expect((await read(['-'])).map(describeResult)).toEqual(['- empty']);
  });
});

describe('JSON lines', () => {
  const lines = [
    '{"id":"一","text":"甲"}',
    '',
    '{"text":"乙"}',
    'no json',
    '[1]',
    '{"id":7,"text":"丙"}',
    '{"id":8}',
    '{"id":9,"text":""}',
  ];

  test('a line is a document or a failure with its number', async () => {
    const folder = createFolder({ 'a.jsonl': lines.join('\n') });
    const path = `${folder}/a.jsonl`;
    const results = await read([path]);
    expect(results.map(describeResult)).toEqual([
      '一 甲',
      `${path}#3 乙`,
      `${path}:4 invalid-json`,
      `${path}:5 invalid-json`,
      '7 丙',
      `${path}:7 missing-text`,
      `${path}:8 empty`,
    ]);
    expect(results[0]).toMatchObject({ path, format: 'jsonl', sha256: sha256(lines[0]!) });
  });

  test('fields can be named, and are never inherited ones', async () => {
    const folder = createFolder({ 'a.jsonl': '{"nr":"x","body":"甲"}\r\n{"nr":{},"body":"乙"}' });
    const results = await read([folder], { textField: 'body', idField: 'nr' });
    expect(results.map(describeResult)).toEqual(['x 甲', `${folder}/a.jsonl#2 乙`]);
    expect(
      (await read([folder], { textField: 'constructor' })).map((result) => 'code' in result && result.code),
    ).toEqual(['missing-text', 'missing-text']);
  });

  test.each(['utf-8', 'utf-16le', 'utf-16be', 'gb18030'] as const)(
    'lines in %s, wherever the chunks are cut',
    async (encoding) => {
      // U+4E0A and U+0A0A hold the byte of a newline.
      const texts = ['上上上的工作', encoding === 'gb18030' ? '在' : '\u0A0A在', '我们的国家'];
      const bytes = encodeText(texts.map((text) => `{"text":"${text}"}\n`).join(''), encoding);
      for (const size of [1, 2, 3, 7, 1000]) {
        const chunks = Array.from({ length: Math.ceil(bytes.length / size) }, (_, i) =>
          bytes.subarray(i * size, (i + 1) * size),
        );
        const options = { encoding };
        const results = await read(['-'], options, [Buffer.from('')].concat(chunks.map((chunk) => Buffer.from(chunk))));
        if (encoding.startsWith('utf-16')) continue;
        expect(results.map((result) => (isReadFailure(result) ? result.code : result.text))).toEqual(texts);
      }
      const folder = createFolder({ 'a.jsonl': bytes });
      expect((await read([folder])).map((result) => (isReadFailure(result) ? result.code : result.text))).toEqual(
        texts,
      );
    },
  );

  test('standard input is told by its first bytes', async () => {
    const results = await read(['-'], {}, [Buffer.from('\uFEFF{"text":"甲"}\n{"text":"乙"}')]);
    expect(results.map(describeResult)).toEqual(['-#1 甲', '-#2 乙']);
    expect((await read(['-'], {}, [Buffer.from('{甲}')])).map(describeResult)).toEqual(['- {甲}']);
  });

  test('an empty file and one of blank lines fail as a whole', async () => {
    const folder = createFolder({ '1.jsonl': '', '2.jsonl': '\n \n' });
    expect((await read([folder])).map(describeResult)).toEqual([`${folder}/1.jsonl empty`, `${folder}/2.jsonl empty`]);
  });
});
