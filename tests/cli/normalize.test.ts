import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { runProgram } from '../support/run-program.js';
import { createFolder } from '../support/temporary-folder.js';

const NOISY = '縣機關引導(dǎo)群眾，２０２４年做實(shí)事。\n';
const CLEAN = '县机关引导群众，2024年做实事。\n';

interface ChangeLine {
  readonly document: string;
  readonly rule: string;
  readonly span: { readonly start: number; readonly end: number };
  readonly before: string;
  readonly after: string;
}

/** As the documentation tells a user to do it, in code points. */
function playBackwards(text: string, lines: readonly ChangeLine[]): string {
  const characters = [...text];
  let shift = lines.reduce((sum, { before, after }) => sum + [...after].length - [...before].length, 0);
  for (const { span, before, after } of lines.toReversed()) {
    shift -= [...after].length - [...before].length;
    characters.splice(span.start + shift, [...after].length, ...before);
  }
  return characters.join('');
}

const parseLines = (text: string) => text.split('\n').flatMap((line) => (line === '' ? [] : [JSON.parse(line)]));

describe('one document', () => {
  test('goes to standard output, with a summary on standard error', async () => {
    const folder = createFolder({ 'a.txt': NOISY });
    const { status, stdout, stderr } = await runProgram(['normalize', 'a.txt'], { cwd: folder });
    expect([status, stdout]).toEqual([0, CLEAN]);
    expect(stderr).toBe('workmethod: 1 document (1 traditional), 7 changes (script 4, noise 2, width 1)\n');
  });

  test('comes from standard input in any encoding and leaves in UTF-8', async () => {
    const gbk = Buffer.from('d2fdb5bcc8bad6da0a', 'hex');
    const { stdout } = await runProgram(['normalize', '--to', 'traditional'], { input: gbk });
    expect(stdout).toBe('引導羣衆\n');
  });

  test('goes to the file that -o names, and --quiet says nothing', async () => {
    const folder = createFolder({ 'a.txt': NOISY });
    const run = await runProgram(['normalize', 'a.txt', '-o', 'b.txt', '--quiet'], { cwd: folder });
    expect(run).toEqual({ status: 0, stdout: '', stderr: '' });
    expect(readFileSync(join(folder, 'b.txt'), 'utf8')).toBe(CLEAN);
  });

  test('is not written over', async () => {
    const folder = createFolder({ 'a.txt': NOISY });
    const { status, stderr } = await runProgram(['normalize', 'a.txt', '-o', './a.txt'], { cwd: folder });
    expect([status, stderr.includes('write over')]).toEqual([2, true]);
    expect(readFileSync(join(folder, 'a.txt'), 'utf8')).toBe(NOISY);
  });

  test('normalized twice is as normalized once', async () => {
    const { stdout } = await runProgram(['normalize', '--to', 'taiwan', '--phrases'], { input: '软件和程序的进程' });
    const again = await runProgram(['normalize', '--to', 'taiwan', '--phrases'], { input: stdout });
    expect(again.stdout).toBe(stdout);
  });
});

describe('several documents', () => {
  const files = { 'in/a.txt': NOISY, 'in/deep/b.md': '後\n', 'in/deep/c.csv': '後', 'in/.hidden.txt': '後' };

  test('go to the folder that -o names, the tree kept', async () => {
    const folder = createFolder(files);
    const { status, stdout, stderr } = await runProgram(['normalize', 'in', '-o', 'out'], { cwd: folder });
    expect([status, stdout]).toEqual([0, '']);
    expect(stderr).toContain('2 documents (2 traditional), 8 changes');
    expect(readdirSync(join(folder, 'out'), { recursive: true }).sort()).toEqual(['a.txt', 'deep', 'deep/b.md']);
    expect(readFileSync(join(folder, 'out/a.txt'), 'utf8')).toBe(CLEAN);
    expect(readFileSync(join(folder, 'out/deep/b.md'), 'utf8')).toBe('后\n');
  });

  test('keep the tree below what all paths share', async () => {
    const folder = createFolder({ 'x/2023/a.txt': '後', 'x/2024/a.txt': '後', 'y.txt': '後' });
    await runProgram(['normalize', 'x/2023', 'x/2024/a.txt', '-o', 'out'], { cwd: folder });
    expect(readdirSync(join(folder, 'out'), { recursive: true }).sort()).toEqual([
      '2023',
      '2023/a.txt',
      '2024',
      '2024/a.txt',
    ]);
    await runProgram(['normalize', 'x/**/*.txt', '-o', 'glob/'], { cwd: folder });
    expect(readdirSync(join(folder, 'glob'), { recursive: true })).toContain('2024/a.txt');
  });

  test('need a folder, and no file stands where it is to be', async () => {
    const folder = createFolder({ ...files, file: '' });
    const none = await runProgram(['normalize', 'in'], { cwd: folder });
    expect([none.status, none.stderr.includes('name a folder for them')]).toEqual([2, true]);
    const file = await runProgram(['normalize', 'in', '-o', 'file'], { cwd: folder });
    expect([file.status, file.stderr.includes('is a file')]).toEqual([2, true]);
  });

  test('do not go back into their own folder, nor are those of an earlier run read again', async () => {
    const folder = createFolder(files);
    const own = await runProgram(['normalize', 'in', '-o', 'in'], { cwd: folder });
    expect([own.status, own.stderr.includes('write over the reports')]).toEqual([2, true]);
    await runProgram(['normalize', '.', '-o', 'out'], { cwd: folder });
    const { stderr } = await runProgram(['normalize', '.', '-o', 'out'], { cwd: folder });
    expect(stderr).toContain('2 documents');
    expect(existsSync(join(folder, 'out/out'))).toBe(false);
  });

  test('that fail are named, the others are written', async () => {
    const folder = createFolder({ 'in/a.txt': NOISY, 'in/b.txt': '' });
    const { status, stderr } = await runProgram(['normalize', 'in', '-o', 'out'], { cwd: folder });
    expect([status, stderr.includes('in/b.txt: the file is empty')]).toEqual([3, true]);
    expect(readdirSync(join(folder, 'out'))).toEqual(['a.txt']);
  });

  test('leave nothing where nothing could be read', async () => {
    const folder = createFolder({ 'a.txt': '' });
    const { status } = await runProgram(['normalize', 'a.txt', '-o', 'b.txt', '--changes', 'c.jsonl'], { cwd: folder });
    expect([status, readdirSync(folder)]).toEqual([2, ['a.txt']]);
  });

  test('of a JSON lines file stay JSON lines, with their other fields', async () => {
    const lines = `{"id":7,"title":"標題","text":"後宮(gōng)","n":[1]}\nno json\n{"id":"b","text":"一"}\n`;
    const folder = createFolder({ 'a.jsonl': lines });
    const { status, stdout } = await runProgram(['normalize', 'a.jsonl'], { cwd: folder });
    expect(status).toBe(3);
    expect(stdout).toBe('{"id":7,"title":"標題","text":"后宫","n":[1]}\n{"id":"b","text":"一"}\n');
  });
});

describe('--changes', () => {
  test('played backwards gives the source of every document, in code points', async () => {
    const texts = { 'a.txt': `😀${NOISY}㜢縣`, 'b.txt': '滑鼠連上網路，軟體存進隨身碟(dié)。!度嗣耔F道' };
    const folder = createFolder({ 'in/a.txt': texts['a.txt'], 'in/b.txt': texts['b.txt'] });
    const args = ['normalize', 'in', '-o', 'out', '--phrases', '--changes', 'changes.jsonl'];
    expect((await runProgram(args, { cwd: folder })).status).toBe(0);
    const lines: ChangeLine[] = parseLines(readFileSync(join(folder, 'changes.jsonl'), 'utf8'));
    expect(new Set(lines.map(({ rule }) => rule))).toEqual(
      new Set(['script', 'noise', 'width', 'phrases', 'mojibake']),
    );
    for (const [name, source] of Object.entries(texts)) {
      const own = lines.filter(({ document }) => document === `in/${name}`);
      const normalized = readFileSync(join(folder, 'out', name), 'utf8');
      expect(normalized).not.toBe(source);
      expect(playBackwards(normalized, own)).toBe(source);
      for (const { span, before } of own) expect([...source].slice(span.start, span.end).join('')).toBe(before);
    }
  });

  test('has a file of its own, which is no report', async () => {
    const both = await runProgram(['normalize', '-o', 'x', '--changes', 'x'], { input: '後' });
    expect(both.status).toBe(2);
    const folder = createFolder({ 'a.txt': NOISY });
    const own = await runProgram(['normalize', 'a.txt', '--changes', 'a.txt'], { cwd: folder });
    expect([own.status, own.stderr.includes('--changes a.txt: would write over')]).toEqual([2, true]);
    const gone = await runProgram(['normalize', 'a.txt', '--changes', 'no/c.jsonl'], { cwd: folder });
    expect([gone.status, gone.stderr.includes('--changes no/c.jsonl: its folder')]).toEqual([2, true]);
  });

  test('is not read as a report in the next run', async () => {
    const folder = createFolder({ 'a.txt': NOISY });
    const args = ['normalize', '.', '-o', 'out', '--changes', 'changes.jsonl'];
    await runProgram(args, { cwd: folder });
    const { status, stderr } = await runProgram(args, { cwd: folder });
    expect([status, stderr.includes('1 document ')]).toEqual([0, true]);
  });
});

describe('what it tells', () => {
  test('choices between characters, by line and column, with the word that decided', async () => {
    const input = '第一行\n皇后走后门里\n';
    const { stderr } = await runProgram(['normalize', '--to', 'traditional', '--ambiguities', '-q'], { input });
    const rows = stderr
      .trimEnd()
      .split('\n')
      .map((line) => line.split('\t'));
    expect(rows.map((row) => row.slice(0, 3))).toEqual([
      ['-:2:2', '后 → 后 (後|后)', 'word 皇后'],
      ['-:2:4', '后 → 後 (後|后)', 'word 走后门'],
      ['-:2:6', '里 → 裏 (裏|里|哩)', 'default'],
    ]);
    expect(rows[2]![3]).toBe('皇后走后门里');
  });

  test('garbled places, repaired or not', async () => {
    const { stderr } = await runProgram(['normalize', '--clean', 'none'], { input: '好!度嗣耔F道' });
    expect(stderr).toContain("warning: '!度嗣耔F' was read one byte off in GBK and is left as it is");
  });

  test('no control characters on a terminal: those of a text stay within the text', async () => {
    const { stderr } = await runProgram(['normalize', '--to', 'taiwan', '--ambiguities'], {
      input: '\u001b[31m里\u0007',
    });
    expect(stderr).not.toMatch(/[^\P{Cc}\n\t]/u);
  });

  test('the script of each document or paragraph', async () => {
    const folder = createFolder({ 'a.txt': '为学习办实事\n\n為學習辦實事\n山水\n' });
    const whole = await runProgram(['normalize', 'a.txt', '--detect', 'document'], { cwd: folder });
    expect(parseLines(whole.stdout)).toEqual([
      { document: 'a.txt', script: 'mixed', traditional: 0.5, simplified: 0.5, telling: 10 },
    ]);
    const parts = await runProgram(['normalize', 'a.txt', '--detect', 'paragraph'], { cwd: folder });
    expect(parseLines(parts.stdout)).toEqual([
      {
        document: 'a.txt',
        span: { start: 0, end: 6, line: 1 },
        script: 'simplified',
        traditional: 0,
        simplified: 1,
        telling: 5,
      },
      {
        document: 'a.txt',
        span: { start: 8, end: 14, line: 3 },
        script: 'traditional',
        traditional: 1,
        simplified: 0,
        telling: 5,
      },
      {
        document: 'a.txt',
        span: { start: 15, end: 17, line: 4 },
        script: 'simplified',
        traditional: 0,
        simplified: 0,
        telling: 0,
      },
    ]);
  });
});

describe('wishes that cannot be', () => {
  test.each([
    [['--to', 'japanese'], 'Allowed choices are simplified'],
    [['--opencc', 's2x'], "no configuration 's2x'; known are s2t t2s"],
    [['--opencc', 's2t', '--to', 'taiwan'], 'leave --to out'],
    [['--opencc', 's2t', '--phrases'], 'leave --phrases out'],
    [['--phrases', '--to', 'traditional'], 'needs a region'],
    [['--clean', 'noise,dust'], "'dust' is no rule; known are noise,width"],
    [['--clean', 'none,noise'], 'none stands alone'],
    [['--detect', 'document', '--to', 'taiwan'], '--to has nothing to do'],
    [['--changes', ''], 'needs the name of a file'],
  ])('%j', async (args, message) => {
    const { status, stdout, stderr } = await runProgram(['normalize', ...args], { input: '後' });
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toContain(message);
  });

  test('a folder without reports is told, with what was passed over', async () => {
    const { status, stderr } = await runProgram(['normalize', '.'], { cwd: createFolder({ 'a.png': 'x' }) });
    expect(status).toBe(2);
    expect(stderr).toMatch(/^workmethod: \.: no files to read .*; 1 other entry passed over\n$/);
  });

  test('a record of a JSON lines file is told by its file and its id', async () => {
    const record = JSON.stringify({ id: 'a1', text: '村里修渠!度嗣耔F,秋收在望。' });
    const { stderr } = await runProgram(['normalize', 'b.jsonl'], { cwd: createFolder({ 'b.jsonl': record }) });
    expect(stderr).toContain('workmethod: b.jsonl#a1: warning: ');
  });

  test('-o cannot make a folder where a file is', async () => {
    const folder = createFolder({ 'in/a/b.txt': '後', 'out/a': '' });
    mkdirSync(join(folder, 'in/c'));
    const { status, stderr } = await runProgram(['normalize', 'in', '-o', 'out'], { cwd: folder });
    expect([status, stderr.includes('cannot be created')]).toEqual([2, true]);
  });
});
