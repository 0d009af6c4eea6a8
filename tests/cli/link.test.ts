import { expect, test } from 'vitest';
import { expectSchema } from '../support/check-schema.js';
import { FOLLOWER, NAMESAKE, REPORT, REPRINT } from '../support/linked-texts.js';
import { runProgram } from '../support/run-program.js';
import { createFolder } from '../support/temporary-folder.js';

const FILES = { 'a.txt': REPORT, 'b.txt': NAMESAKE, 'c.txt': REPRINT, 'd.txt': FOLLOWER, 'e.txt': '' };

const REPRINT_GROUP = {
  first: { document: './a.txt', article: null },
  others: [{ document: './c.txt', article: null }],
};

test('json: clusters and reprints, and their ids in documents and frameworks', async () => {
  const cwd = createFolder(FILES);
  const { status, stdout } = await runProgram(['extract', '.', '--link'], { cwd });
  expect(status).toBe(3);
  const envelope = JSON.parse(stdout);
  expectSchema(envelope);
  const { documents, clusters, reprints, failures } = envelope;
  expect(
    documents.map((document: { id: string; reprintOf: string | null; frameworks: { cluster: string }[] }) => [
      document.id,
      document.reprintOf,
      document.frameworks.map(({ cluster }) => cluster),
    ]),
  ).toEqual([
    ['./a.txt', null, ['c1']],
    ['./b.txt', null, ['c2']],
    ['./c.txt', './a.txt', ['c1']],
    ['./d.txt', null, ['c1']],
  ]);
  expect(clusters[0]).toMatchObject({ id: 'c1', name: '三亮', documents: 2, reprints: ['./c.txt'] });
  expect(reprints).toEqual([REPRINT_GROUP]);
  expect(failures).toHaveLength(1);
});

test('without --link nothing is added, with it nothing else is changed', async () => {
  const cwd = createFolder({ ...FILES, 'f.txt': `第一篇：${NAMESAKE}\n第二篇：${REPORT}\n` });
  const [plain, linked] = await Promise.all([
    runProgram(['extract', '.'], { cwd }),
    runProgram(['extract', '.', '--link'], { cwd }),
  ]);
  const { clusters: _clusters, reprints: _reprints, ...rest } = JSON.parse(linked.stdout);
  const withoutLinks = JSON.parse(JSON.stringify(rest), (key, value) =>
    key === 'cluster' || key === 'reprintOf' ? undefined : value,
  );
  expect(withoutLinks).toEqual(JSON.parse(plain.stdout));
  expect(rest.documents[4].articles.map(({ reprintOf }: { reprintOf: string | null }) => reprintOf)).toEqual([
    './b.txt',
    './a.txt',
  ]);
});

test('jsonl: documents as ever, clusters and reprints in lines behind them', async () => {
  const cwd = createFolder(FILES);
  const [plain, linked] = await Promise.all(
    [[], ['--link']].map((more) => runProgram(['extract', '.', '--format', 'jsonl', ...more], { cwd })),
  );
  expect(linked!.stdout.startsWith(plain!.stdout)).toBe(true);
  const lines = linked!.stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
  for (const line of lines) expectSchema(line, 'line');
  expect(lines.slice(5).map((line) => line.cluster?.id ?? line.reprint)).toEqual(['c1', 'c2', REPRINT_GROUP]);
});

test('table: practices in more than one document, and reprints', async () => {
  const cwd = createFolder(FILES);
  const { stdout } = await runProgram(['extract', '.', '--link', '--format', 'table'], { cwd });
  expect(stdout.split('\n').slice(-8)).toEqual([
    '1 practice in more than one document',
    'id  name  category  documents  reprints  first  in',
    'c1  三亮  工作法    2          1                ./a.txt  ./d.txt',
    '',
    '1 report printed more than once',
    'first    again in',
    './a.txt  ./c.txt',
    '',
  ]);
});

test('the same input gives the same bytes, and nothing to link is no mistake', async () => {
  const cwd = createFolder(FILES);
  const runs = await Promise.all([1, 2].map(() => runProgram(['extract', '.', '--link'], { cwd })));
  expect(runs[0]!.stdout).toBe(runs[1]!.stdout);
  const none = await runProgram(['extract', '--link'], { input: '今天没有文件。' });
  expect(none.status).toBe(0);
  expectSchema(JSON.parse(none.stdout));
  expect(JSON.parse(none.stdout)).toMatchObject({ clusters: [], reprints: [] });
});

test('control characters of a document stay out of the links', async () => {
  const hostile = '推行“两\u001b[31m清”工作法:\u0007账目清、\u009b物品清。\u202e';
  const cwd = createFolder({ 'a\u001b[31m.txt': hostile, 'b.txt': hostile });
  for (const format of ['json', 'jsonl', 'table']) {
    const { stdout, stderr } = await runProgram(['extract', '.', '--link', '--format', format], { cwd });
    expect(stdout).toContain('b.txt');
    expect(stdout + stderr).not.toMatch(/[^\P{Cc}\n]|\u202e/u);
  }
});
