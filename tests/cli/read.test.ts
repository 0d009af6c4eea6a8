import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { encodeText } from '../support/encode-text.js';
import { runProgram } from '../support/run-program.js';
import { SIMPLIFIED_REPORT } from '../support/sample-texts.js';
import { createFolder } from '../support/temporary-folder.js';

test('prints the source text in UTF-8, untouched but for the byte order mark', async () => {
  const text = `${SIMPLIFIED_REPORT.replaceAll('\n', '\r\n')}\ttab\u0007`;
  const cwd = createFolder({ 'a.txt': encodeText(text, 'gb18030'), 'b.txt': `\uFEFF${text}` });
  for (const name of ['a.txt', 'b.txt']) {
    const { status, stdout, stderr } = await runProgram(['read', name], { cwd });
    expect([status, stdout, stderr]).toEqual([0, text, '']);
  }
  await runProgram(['read', 'a.txt', '-o', 'c.txt'], { cwd });
  expect(readFileSync(`${cwd}/c.txt`, 'utf8')).toBe(text);
});

test('prints one record of JSON lines', async () => {
  const cwd = createFolder({ 'a.jsonl': 'nonsense\n{"id":"x","text":"甲"}\n{"text":"乙"}\n' });
  expect((await runProgram(['read', 'a.jsonl', '--id', 'x'], { cwd })).stdout).toBe('甲');
  expect((await runProgram(['read', 'a.jsonl', '--id', 'a.jsonl#3'], { cwd })).stdout).toBe('乙');
  const absent = await runProgram(['read', 'a.jsonl', '--id', 'y'], { cwd });
  expect([absent.status, absent.stderr]).toEqual([2, "workmethod: a.jsonl: no document has the id 'y'\n"]);
});

test('asks for one document when there are more', async () => {
  const cwd = createFolder({ 'a.jsonl': '{"text":"甲"}\n{"text":"乙"}\n', 'b.txt': '丙' });
  const records = await runProgram(['read', 'a.jsonl'], { cwd });
  expect([records.status, records.stdout]).toEqual([2, '']);
  expect(records.stderr).toContain('choose one with --id, as in --id a.jsonl#1');
  const files = await runProgram(['read', '.'], { cwd });
  expect([files.status, files.stdout]).toEqual([2, '']);
  expect(files.stderr).toContain('2 files');
});

test('a file that cannot be read is status 2', async () => {
  const { status, stderr } = await runProgram(['read', 'gone.txt'], { cwd: createFolder() });
  expect([status, stderr]).toEqual([2, 'workmethod: gone.txt: no such file or folder\n']);
});

test('reads standard input', async () => {
  expect((await runProgram(['read'], { input: encodeText('我们的工作', 'gb18030') })).stdout).toBe('我们的工作');
});
