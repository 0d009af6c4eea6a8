import { readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { encodeText } from '../support/encode-text.js';
import { runProgram, runShell } from '../support/run-program.js';
import { createFolder } from '../support/temporary-folder.js';

const FILES = {
  'a.txt': '镇里的信访办\n一是接待。\n二是登记信访件，信访人满意。\n三是回访。\n',
  'b/c.txt': encodeText('縣裡的信訪局接待群眾來訪，逐件登記，逐件答覆，群眾說好，幹部也說好。\n', 'big5'),
  'd.jsonl': '{"id":"r1","text":"信(xìn)访工作"}\n{"id":"r2","text":"别的工作"}\n{"id":"r3","text":"\\u4fe1\\u8bbf"}\n',
};

function search(args: readonly string[], files: Readonly<Record<string, string | Uint8Array>> = FILES) {
  return runProgram(['search', ...args], { cwd: createFolder(files) });
}

describe('workmethod search', () => {
  test('prints lines as grep does, in the order of paths, with the source’s own characters', async () => {
    const { status, stdout, stderr } = await search(['信访', '.']);
    expect(stdout).toBe(
      [
        './a.txt:1:镇里的信访办',
        './a.txt:3:二是登记信访件，信访人满意。',
        './b/c.txt:1:縣裡的信訪局接待群眾來訪，逐件登記，逐件答覆，群眾說好，幹部也說好。',
        './d.jsonl#r1:1:信(xìn)访工作',
        './d.jsonl#r3:1:信访',
        '',
      ].join('\n'),
    );
    expect(stderr).toBe('workmethod: 6 hits in 4 documents, 3 files searched\n');
    expect(status).toBe(0);
  });

  test('tells by its exit status whether something was found', async () => {
    expect((await search(['-q', '没有的话', '.'])).status).toBe(1);
    expect((await search(['-q', '信访', '.'])).status).toBe(0);
    const some = await search(['-q', '信访', 'a.txt', 'missing.txt']);
    expect(some.status).toBe(3);
    expect(some.stdout).toContain('a.txt:1:');
    expect(some.stderr).toContain('missing.txt: no such file or folder');
    expect((await search(['-q', '没有的话', 'a.txt', 'missing.txt'])).status).toBe(3);
    expect((await search(['-q', '信访', 'missing.txt'])).status).toBe(2);
  });

  test.each([
    [[], 'name what to look for'],
    [['  ', '.'], 'a pattern is empty'],
    [['-E', '信(访', '.'], "wrong at character 2 ('(访'): unterminated group"],
    [['信访', '.', '--near', '3'], '--near tells how far --and may be'],
    [['信访', '.', '--sort', 'left'], 'add --kwic'],
    [['信访', '.', '--sample', '3'], 'add --kwic'],
    [['信访', '.', '--kwic', '--sample', '0'], '--sample takes a whole number from 1'],
    [['信访', '.', '--kwic', '-c'], 'choose one of'],
    [['信访', '.', '--json', '-A', '1'], '-A, -B and -C show lines'],
    [['信访', '.', '--json', '--seed', '1'], '--seed is for --sample'],
    [['信访', '.', '--in', 'footnote'], 'Allowed choices are text, heading, framework, member'],
    [['信'.repeat(3000), '.'], 'longer than 2000 characters'],
    [['信访', 'empty/'], 'no such file'],
  ])('%j is wrong usage', async (args, message) => {
    const { status, stdout, stderr } = await search(args);
    expect(stderr).toContain(message);
    expect(stdout).toBe('');
    expect(status).toBe(2);
  });

  test('writes a hit a line as JSON, with nothing but the source in it', async () => {
    const { stdout } = await search(['信访', 'a.txt', 'd.jsonl', '--json', '--width', '6']);
    expect(
      stdout
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line)),
    ).toEqual([
      {
        path: 'a.txt',
        id: 'a.txt',
        line: 1,
        span: { start: 3, end: 5 },
        quote: '信访',
        left: '镇里的',
        right: '办\n一',
      },
      {
        path: 'a.txt',
        id: 'a.txt',
        line: 3,
        span: { start: 17, end: 19 },
        quote: '信访',
        left: '是登记',
        right: '件，信',
      },
      {
        path: 'a.txt',
        id: 'a.txt',
        line: 3,
        span: { start: 21, end: 23 },
        quote: '信访',
        left: '访件，',
        right: '人满意',
      },
      { path: 'd.jsonl', id: 'r1', line: 1, span: { start: 0, end: 7 }, quote: '信(xìn)访', left: '', right: '工作' },
      { path: 'd.jsonl', id: 'r3', line: 1, span: { start: 0, end: 2 }, quote: '信访', left: '', right: '' },
    ]);
  });

  test('-c, -l, -m', async () => {
    expect((await search(['信访', '.', '-c'])).stdout).toBe('./a.txt:3\n./b/c.txt:1\n./d.jsonl#r1:1\n./d.jsonl#r3:1\n');
    expect((await search(['信访', '.', '-l'])).stdout).toBe('./a.txt\n./b/c.txt\n./d.jsonl#r1\n./d.jsonl#r3\n');
    expect((await search(['信访', '.', '-c', '-m', '2'])).stdout).toContain('./a.txt:2\n');
  });

  test('-A, -B and -C show lines around, each once, and where some are left out', async () => {
    const text = '1\n2 信访\n3\n4\n5\n6 信访\n7 信访\n8\n9\n10 信访\n11\n';
    const lines = (args: readonly string[]) =>
      search(['信访', 'a.txt', ...args], { 'a.txt': text }).then(({ stdout }) =>
        stdout.replaceAll('a.txt', '').replaceAll(' 信访', ''),
      );
    expect(await lines(['-C', '1'])).toBe('-1-1\n:2:2\n-3-3\n--\n-5-5\n:6:6\n:7:7\n-8-8\n-9-9\n:10:10\n-11-11\n');
    expect(await lines(['-A', '1'])).toBe(':2:2\n-3-3\n--\n:6:6\n:7:7\n-8-8\n--\n:10:10\n-11-11\n');
    expect(await lines(['-B', '2'])).toBe('-1-1\n:2:2\n--\n-4-4\n-5-5\n:6:6\n:7:7\n-8-8\n-9-9\n:10:10\n');
  });

  test('a hit over a broken line is shown in both lines', async () => {
    const first =
      '街道的网格员每天要到自己负责的楼栋里走一走看一看，记下居民说的每一件事情，再把它们一件一件地报给社区，社区书记说：这是密切联系';
    const { stdout } = await search(['联系群众', 'a.txt'], { 'a.txt': `${first}\r\n群众的好办法。\r\n` });
    expect(stdout).toBe(`a.txt:1:${first}\na.txt:2:群众的好办法。\n`);
  });

  test('--kwic sets hits one below the other', async () => {
    const files = { 'a.txt': '甲\n镇里的信访办\nABC信訪😀\n', 'long/name.txt': '😀到信(xìn)访局' };
    const { stdout } = await search(['信访', '.', '--kwic', '--width', '8'], files);
    expect(stdout).toBe(
      [
        './a.txt:2            镇里的 信访 办 ABC信',
        './a.txt:3          访办 ABC 信訪 😀',
        './long/name.txt:1      😀到 信(xìn)访 局',
        '',
      ].join('\n'),
    );
  });

  test('--sort orders by what stands beside, to the left from the last character backwards', async () => {
    const files = { 'a.txt': '乙甲信访丁\n甲乙信访丙\n' };
    const left = await search(['信访', '.', '--json', '--sort', 'left', '--width', '4'], files);
    expect(
      left.stdout
        .split('\n')
        .filter(Boolean)
        .map((line) => JSON.parse(line).line),
    ).toEqual([2, 1]);
    const right = await search(['信访', '.', '--json', '--sort', 'right', '--width', '2'], files);
    expect(
      right.stdout
        .split('\n')
        .filter(Boolean)
        .map((line) => JSON.parse(line).line),
    ).toEqual([1, 2]);
  });

  test('--sample draws the same hits from the same seed, in their order', async () => {
    const files = { 'a.txt': Array.from({ length: 200 }, (_, i) => `${i} 信访`).join('\n') };
    const draw = async (...more: string[]) =>
      (await search(['信访', '.', '--json', '--sample', '10', ...more], files)).stdout
        .split('\n')
        .filter(Boolean)
        .map((line) => JSON.parse(line).line as number);
    const drawn = await draw();
    expect(drawn).toHaveLength(10);
    expect(drawn).toEqual([...drawn].sort((a, b) => a - b));
    expect(await draw()).toEqual(drawn);
    expect(await draw('--seed', '0')).toEqual(drawn);
    expect(await draw('--seed', '2')).not.toEqual(drawn);
  });

  test('--format csv is a table whose cells a spreadsheet does not run', async () => {
    const { stdout } = await search(['信访', '.', '--format', 'csv', '--width', '20'], {
      '=a.txt': '=SUM(A1)+"信访",\n-2',
    });
    expect(stdout).toBe(
      'path,id,line,start,end,left,quote,right\r\n./=a.txt,./=a.txt,1,10,12,"\'=SUM(A1)+""",信访,""",\n-2"\r\n',
    );
  });

  test('reads standard input, and patterns from -e with paths alone', async () => {
    const piped = await runProgram(['search', '信访', '-q'], { input: '信訪' });
    expect(piped).toEqual({ status: 0, stdout: '-:1:信訪\n', stderr: '' });
    const several = await search(['-e', '回访', '-e', '登记', 'a.txt', '-q']);
    expect(several.stdout).toBe('a.txt:3:二是登记信访件，信访人满意。\na.txt:4:三是回访。\n');
  });

  test('-o writes the file whole, and not at all where nothing could be read', async () => {
    const cwd = createFolder(FILES);
    const run = await runShell(
      'workmethod search 信访 a.txt -q -o out.txt; cat out.txt; workmethod search 信访 missing.txt -q -o out.txt; cat out.txt | wc -l; workmethod search 信访 . -q -l',
      { cwd },
    );
    expect(run.stdout).toBe(
      'a.txt:1:镇里的信访办\na.txt:3:二是登记信访件，信访人满意。\n2\n./a.txt\n./b/c.txt\n./d.jsonl#r1\n./d.jsonl#r3\n./out.txt\n',
    );
  });

  test('a reader that goes away ends it quietly', async () => {
    const cwd = createFolder({ 'a.txt': '信访\n'.repeat(200_000) });
    const run = await runShell('workmethod search 信访 a.txt -q | head -1', { cwd });
    expect(run).toEqual({ status: 0, stdout: 'a.txt:1:信访\n', stderr: '' });
  });

  test('the output does not depend on --jobs', async () => {
    const files = Object.fromEntries(
      Array.from({ length: 900 }, (_, i) => [
        `${i % 7}/${i}.txt`,
        i % 3 === 0 ? `第${i}件信访` : i % 50 === 1 ? '' : '别的',
      ]),
    );
    const cwd = createFolder(files);
    const run = (...more: string[]) => runProgram(['search', '-E', '信[访問]', '.', ...more], { cwd });
    const one = await run('--jobs', '1');
    expect(await run('--jobs', '3')).toEqual(one);
    expect(one.status).toBe(3);
    expect(one.stdout.split('\n')).toHaveLength(301);
    expect((await run('--kwic', '--jobs', '3')).stdout).toBe((await run('--kwic', '--jobs', '1')).stdout);
  });
});

describe('hostile input', () => {
  test('a regular expression that tries without end is stopped', async () => {
    const started = Date.now();
    const { status, stderr } = await search(['-E', '(a+)+$', '.'], { 'a.txt': `${'a'.repeat(60)}b` });
    expect(status).toBe(2);
    expect(stderr).toContain('tried for 3 s on ./a.txt and was stopped');
    expect(Date.now() - started).toBeLessThan(15_000);
  });

  test('files that are no text are told, and none keeps the others from being searched', async () => {
    const { status, stdout, stderr } = await search(['信访', '.', '-l'], {
      'a.txt': Uint8Array.from({ length: 4096 }, (_, i) => (i * 7) % 256),
      'b.txt': '',
      'c.txt': '信访',
      'd.jsonl': '{"text":"信访"}\n{"text":信访\n',
    });
    expect(stdout).toBe('./c.txt\n./d.jsonl#1\n');
    expect(stderr).toContain('./a.txt: no text in any known encoding');
    expect(stderr).toContain('./b.txt: the file is empty');
    expect(stderr).toContain('./d.jsonl:2: the line is not a JSON object');
    expect(status).toBe(3);
  });

  test('long runs of what is sought, of blanks and of brackets take no longer than their length', async () => {
    const long = 300_000;
    const files = {
      'a.txt': '信'.repeat(long),
      'b.txt': `信${' '.repeat(long)}访`,
      'c.txt': '信('.repeat(long),
      'd.txt': `${'信(xin)'.repeat(long / 10)}访`,
      'e.txt': `信访 信访${'信访'.repeat(long)}`,
    };
    const started = Date.now();
    const { stdout } = await search(['信访', '.', '-c', '-q'], files);
    expect(stdout).toContain(`./e.txt:${long + 2}\n`);
    expect(Date.now() - started).toBeLessThan(25_000);
  });

  test('what ends in mid-character is searched up to there', async () => {
    const { stdout, status } = await search(['信访', '.', '-q'], {
      'a.txt': Buffer.concat([Buffer.from('信访，信访'), Buffer.from('信').subarray(0, 2)]),
    });
    expect(stdout).toBe('./a.txt:1:信访，信访\n');
    expect(status).toBe(0);
  });
});

describe('a corpus database', () => {
  const files = {
    'a.txt': '网格员走访信访户。\n信(xìn)访积案清零。\n做到“三清”：账目清、实物清、去向清。\n',
    'b.txt': encodeText('信訪室 夜間值守。', 'big5'),
    'c.txt': Buffer.from([0, 1, 2, 0, 255]),
  };

  test.each([
    ['信访'],
    ['信访', '--json'],
    ['信访', '--kwic', '--width', '30'],
    ['信訪', '--exact'],
    ['信访', '--not', '积案'],
    ['清', '--in', 'member', '-c'],
    ['-E', '[账实]', '--format', 'csv'],
    ['渡口'],
  ])('gives what its folder gives: %j', async (...args) => {
    const cwd = createFolder(files);
    const paths = Object.keys(files);
    expect((await runProgram(['index', ...paths, '-o', 'corpus.db', '-q'], { cwd })).status).toBe(3);
    const folder = await runProgram(['search', ...args, ...paths], { cwd });
    const stored = await runProgram(['search', ...args, 'corpus.db'], { cwd });
    expect(stored.stdout).toBe(folder.stdout);
    expect(stored.status).toBe(folder.status);
    expect(stored.stderr).toContain('1 corpus database searched');
  });

  test('that is none is told, with what to do', async () => {
    const { status, stderr } = await search(['信访', 'corpus.db'], { 'corpus.db': '' });
    expect(status).toBe(2);
    expect(stderr).toContain('corpus.db');
    expect(stderr).toContain('workmethod index');
  });
});

describe('what is written over', () => {
  test.each([
    ['search', '信访', 'a.txt', '-o', 'a.txt'],
    ['search', '信访', 'a.txt', '-o', './b/../a.txt'],
    ['stats', 'words', 'a.txt', '-o', 'link.txt'],
    ['extract', 'a.txt', '-o', 'a.txt'],
    ['search', '信访', 'corpus.db', '-o', './corpus.db'],
  ])('is never what is read: %j', async (...args) => {
    const cwd = createFolder({ 'a.txt': '信访', 'b/c.txt': '信访' });
    symlinkSync('a.txt', join(cwd, 'link.txt'));
    await runProgram(['index', 'a.txt', '-o', 'corpus.db'], { cwd });
    const before = [readFileSync(join(cwd, 'a.txt')), readFileSync(join(cwd, 'corpus.db'))];
    const { status, stderr } = await runProgram(args, { cwd });
    expect(stderr).toMatch(/would write over the (report|corpus database) itself; name another/);
    expect(status).toBe(2);
    expect([readFileSync(join(cwd, 'a.txt')), readFileSync(join(cwd, 'corpus.db'))]).toEqual(before);
  });
});

test('a database given twice is searched once, a damaged one is told as such', async () => {
  const cwd = createFolder({ 'a.txt': '信访\n'.repeat(4000) });
  await runProgram(['index', 'a.txt', '-o', 'corpus.db'], { cwd });
  const twice = await runProgram(['search', '信访', 'corpus.db', './corpus.db', '-c'], { cwd });
  expect(twice.stdout).toBe('a.txt:4000\n');
  const bytes = readFileSync(join(cwd, 'corpus.db'));
  writeFileSync(join(cwd, 'damaged.db'), bytes.fill(0x78, 8192));
  for (const args of [
    ['search', '信访'],
    ['stats', 'words', '--unit', 'char'],
  ]) {
    const { status, stderr } = await runProgram([...args, 'damaged.db'], { cwd });
    expect(stderr).toBe('workmethod: damaged.db: is damaged; delete it and make it anew with workmethod index\n');
    expect(status).toBe(2);
  }
});

test('many hits on one long line take no longer than the line is long', async () => {
  const files = { 'a.txt': '群众信访网格'.repeat(150_000) };
  const started = Date.now();
  const { stdout } = await search(['网格', '.', '--json'], files);
  expect(stdout.split('\n')).toHaveLength(150_001);
  expect(Date.now() - started).toBeLessThan(25_000);
});
