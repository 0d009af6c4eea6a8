import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { expectSchema } from '../support/check-schema.js';
import { encodeText } from '../support/encode-text.js';
import { PROGRAM, runProgram, runShell } from '../support/run-program.js';
import { SIMPLIFIED_REPORT, TRADITIONAL_REPORT } from '../support/sample-texts.js';
import { createFolder } from '../support/temporary-folder.js';

/** What the tests look at in a document; the whole is checked against the schema. */
interface Document {
  readonly id: string;
  readonly encoding: string;
  readonly frameworks: readonly {
    readonly name: string;
    readonly found: number;
    readonly confidence: number;
    readonly quote: string;
    readonly span: { readonly start: number; readonly end: number; readonly line: number };
    readonly items: readonly { readonly label: string; readonly text?: string | null }[];
  }[];
}

interface Envelope {
  readonly documents: readonly Document[];
  readonly failures: readonly { readonly path: string; readonly code: string }[];
}

function parseEnvelope(stdout: string): Envelope {
  const envelope: unknown = JSON.parse(stdout);
  expectSchema(envelope);
  return envelope as Envelope;
}

describe('results', () => {
  test('tell where and since when a practice is carried out, and what it brought', async () => {
    const report = [
      '柳河县桥东镇推行“三清”工作法',
      '(2020年5月12日)',
      '2018年以来,桥东镇推行“三清”工作法,做到账目清、实物清、去向清。',
      '截至目前,化解误会86起,投入资金3万元,群众满意率达98.5%以上。',
    ].join('\n');
    const { status, stdout } = await runProgram(['extract', '-'], { input: report });
    expect(status).toBe(0);
    const [document] = parseEnvelope(stdout).documents;
    expect(document).toMatchObject({ date: '2020-05-12' });
    expect(document!.frameworks).toMatchObject([
      {
        name: '三清',
        place: '柳河县桥东镇',
        date: '2018',
        outcomes: [
          { text: '化解误会86起', value: 86, unit: '起', approximate: false, quote: '化解误会86起' },
          { text: '群众满意率达98.5%以上', value: 98.5, unit: '%', approximate: true, span: { line: 4 } },
        ],
      },
    ]);
    // The table stays as it is.
    const table = await runProgram(['extract', '-', '--format', 'table'], { input: report });
    expect(table.stdout).not.toMatch(/86|98\.5/);
  });

  test('a folder of encodings gives the same frameworks', async () => {
    const folder = createFolder({
      '1.txt': SIMPLIFIED_REPORT,
      '2.txt': `\uFEFF${SIMPLIFIED_REPORT}`,
      '3.txt': encodeText(SIMPLIFIED_REPORT, 'gb18030'),
      '4.txt': encodeText(TRADITIONAL_REPORT, 'big5'),
      '5.txt': encodeText(`\uFEFF${SIMPLIFIED_REPORT}`, 'utf-16le'),
      '6.txt': encodeText(SIMPLIFIED_REPORT, 'utf-16be'),
    });
    const { status, stdout, stderr } = await runProgram(['extract', '.'], { cwd: folder });
    expect(stderr).toMatch(/^workmethod: 6 documents, 6 frameworks, \d+ mentions\n$/);
    expect(status).toBe(0);
    const { documents } = parseEnvelope(stdout);
    expect(documents.map((document) => [document.id, document.encoding])).toEqual([
      ['./1.txt', 'utf-8'],
      ['./2.txt', 'utf-8'],
      ['./3.txt', 'gb18030'],
      ['./4.txt', 'big5'],
      ['./5.txt', 'utf-16le'],
      ['./6.txt', 'utf-16be'],
    ]);
    for (const { frameworks } of documents) {
      expect(frameworks.map(({ name, found }) => [name, found])).toEqual([['四清', 4]]);
      expect(frameworks[0]?.items.map((item) => item.label)).toEqual(['底数清', '问题清', '责任清', '结果清']);
    }
  });

  test('spans cut exactly the quote out of what read prints', async () => {
    const folder = createFolder({
      'a.txt': encodeText(`一𠀀\n${SIMPLIFIED_REPORT}`.replace('𠀀', '乙'), 'gb18030'),
      'b.txt': `😀\n${SIMPLIFIED_REPORT}`,
    });
    const { documents } = parseEnvelope((await runProgram(['extract', folder])).stdout);
    for (const { id, frameworks } of documents) {
      const source = [...(await runProgram(['read', id])).stdout];
      expect(frameworks).not.toEqual([]);
      for (const { span, quote } of frameworks) {
        expect(source.slice(span.start, span.end).join('')).toBe(quote);
        expect(source.slice(0, span.start).join('').split('\n')).toHaveLength(span.line);
      }
    }
  });

  test('the same input gives the same bytes, whatever --jobs is and however paths are given', async () => {
    const cwd = createFolder({ 'r/a.txt': SIMPLIFIED_REPORT, 'r/b.txt': TRADITIONAL_REPORT, 'r/c.txt': '' });
    const runs = [['r'], ['r/b.txt', 'r/c.txt', 'r/a.txt'], ['r/*.txt'], ['r', '--jobs', '8'], ['r/', 'r/a.txt']];
    const outputs = await Promise.all(
      runs.map(async (args) => (await runProgram(['extract', ...args], { cwd })).stdout),
    );
    expect(new Set(outputs).size).toBe(1);
  });

  test('JSON lines: a document or a failure a line', async () => {
    const cwd = createFolder({
      'a.jsonl': `${JSON.stringify({ id: 'x', text: SIMPLIFIED_REPORT })}\nnonsense\n${JSON.stringify({ text: '无' })}\n`,
    });
    const { status, stdout, stderr } = await runProgram(['extract', 'a.jsonl', '--format', 'jsonl'], { cwd });
    expect(status).toBe(3);
    const lines = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    for (const line of lines) expectSchema(line, 'line');
    expect(lines.map((line) => line.id ?? [line.path, line.failure.code])).toEqual([
      'x',
      ['a.jsonl:2', 'invalid-json'],
      'a.jsonl#3',
    ]);
    expect(stderr).toContain('workmethod: a.jsonl:2: the line is not a JSON object\n');
  });

  test('--text adds the body of each member', async () => {
    const run = await runProgram(['extract', '--text'], { input: SIMPLIFIED_REPORT });
    const [framework] = parseEnvelope(run.stdout).documents[0]!.frameworks;
    expect(framework?.items[1]?.text).toContain('每周召开一次碰头会');
  });

  test('--min-confidence leaves the doubtful ones out', async () => {
    const input = `${SIMPLIFIED_REPORT}\n我们有三点体会:领导重视,群众参与,坚持不懈。还要抓好两个环节。`;
    const { stdout } = await runProgram(['extract', '--min-confidence', '0.6'], { input });
    const { frameworks } = parseEnvelope(stdout).documents[0]!;
    expect(frameworks.map((framework) => framework.name)).toContain('四清');
    for (const { confidence } of frameworks) expect(confidence).toBeGreaterThanOrEqual(0.6);
  });

  test('shards together are the whole', async () => {
    const files = Object.fromEntries(Array.from({ length: 12 }, (_, i) => [`${i}.txt`, `${i}`]));
    const cwd = createFolder({ ...files, 'empty.txt': '' });
    const shards = await Promise.all(
      ['1/3', '2/3', '3/3'].map((shard) => runProgram(['extract', '.', '--shard', shard], { cwd })),
    );
    const envelopes = shards.map((run) => parseEnvelope(run.stdout));
    expect(envelopes.flatMap(({ documents }) => documents.map((document) => document.id)).sort()).toEqual(
      Object.keys(files)
        .map((name) => `./${name}`)
        .sort(),
    );
    expect(envelopes.flatMap(({ failures }) => failures)).toHaveLength(1);
  });

  test('the table is for people', async () => {
    const { stdout } = await runProgram(['extract', '--format', 'table'], {
      input: SIMPLIFIED_REPORT,
      env: { FORCE_COLOR: '1' },
    });
    expect(stdout).toMatch(/^四清 +工作法 +counted +4\/4 +\d+ +底数清 {2}问题清 {2}责任清 {2}结果清$/m);
    expect(stdout).not.toContain('\u001b');
  });

  test('control characters of a document stay out of every output', async () => {
    const hostile = '推行“两\u001b[31m清”工作法:\u0007账目清、\u009b物品清。\u202e\0';
    const input = `${hostile}\n=cmd|' /C calc'!A0\n${SIMPLIFIED_REPORT}`;
    for (const format of ['json', 'jsonl', 'table']) {
      const { status, stdout, stderr } = await runProgram(['extract', '--text', '--format', format], { input });
      expect(status).toBe(0);
      expect(stdout + stderr).not.toMatch(/[^\P{Cc}\n]|\u202e/u);
    }
  });
});

describe('failures', () => {
  test('some inputs failed: the others are there, status 3', async () => {
    const cwd = createFolder({ 'a.txt': SIMPLIFIED_REPORT, 'b.txt': '', 'c.txt': new Uint8Array(64) });
    const { status, stdout, stderr } = await runProgram(['extract', '.', 'gone.txt'], { cwd });
    expect(status).toBe(3);
    const { documents, failures } = parseEnvelope(stdout);
    expect(documents).toHaveLength(1);
    expect(failures.map(({ path, code }) => [path, code])).toEqual([
      ['./b.txt', 'empty'],
      ['./c.txt', 'binary'],
      ['gone.txt', 'not-found'],
    ]);
    for (const { path } of failures) expect(stderr).toContain(`workmethod: ${path}: `);
    expect(stderr).toContain('3 failed');
  });

  test('nothing could be done: status 2, and an earlier file stays', async () => {
    const cwd = createFolder({ 'out.json': 'earlier' });
    const { status } = await runProgram(['extract', 'gone.txt', '-o', 'out.json'], { cwd });
    expect(status).toBe(2);
    expect(readFileSync(`${cwd}/out.json`, 'utf8')).toBe('earlier');
    expect(readdirSync(cwd)).toEqual(['out.json']);
  });

  test('a folder without readable files says what is read', async () => {
    const cwd = createFolder({ 'a.png': 'x' });
    const { status, stderr } = await runProgram(['extract', '.'], { cwd });
    expect(status).toBe(2);
    expect(stderr).toMatch(/^workmethod: \.: no files to read \(read are \.txt .*1 other entry passed over\n$/);
  });

  test('--quiet keeps errors only', async () => {
    const cwd = createFolder({ 'a.txt': Buffer.from(SIMPLIFIED_REPORT).subarray(0, -2), 'b.txt': '' });
    const loud = await runProgram(['extract', '.'], { cwd });
    expect(loud.stderr).toContain('workmethod: ./a.txt: warning: the file ends in the middle of a character');
    const quiet = await runProgram(['extract', '.', '--quiet'], { cwd });
    expect(quiet.stderr).toBe('workmethod: ./b.txt: the file is empty\n');
    expect(quiet.stdout).toBe(loud.stdout);
  });

  test('a name with control characters is told without them', async () => {
    const cwd = createFolder({ 'a\u001b[31m.txt': '' });
    expect((await runProgram(['extract', '.'], { cwd })).stderr).not.toContain('\u001b');
  });
});

describe('output', () => {
  test('-o writes a file whole, which a later walk does not read', async () => {
    const cwd = createFolder({ 'a.txt': SIMPLIFIED_REPORT });
    const args = ['extract', '.', '--format', 'jsonl', '-o', 'out.jsonl'];
    const first = await runProgram(args, { cwd });
    expect([first.status, first.stdout]).toEqual([0, '']);
    const written = readFileSync(`${cwd}/out.jsonl`, 'utf8');
    await runProgram(args, { cwd });
    expect(readFileSync(`${cwd}/out.jsonl`, 'utf8')).toBe(written);
    expect(readdirSync(cwd).sort()).toEqual(['a.txt', 'out.jsonl']);
  });

  test('-o /dev/stdout writes behind what a redirected file holds', async () => {
    const cwd = createFolder({ 'a.txt': SIMPLIFIED_REPORT });
    const shell = '{ echo first; workmethod extract a.txt --format jsonl --quiet -o /dev/stdout; } > out.jsonl';
    expect((await runShell(shell, { cwd })).stderr).toBe('');
    expect(readFileSync(`${cwd}/out.jsonl`, 'utf8')).toMatch(/^first\n\{.*\}\n$/);
  });

  test('a reader that goes away ends the program quietly', async () => {
    const line = `${JSON.stringify({ text: SIMPLIFIED_REPORT })}\n`;
    const cwd = createFolder({ 'a.jsonl': line.repeat(3000) });
    const { stdout, stderr } = await runShell(
      '{ workmethod extract a.jsonl --format jsonl; echo "status $?" >&2; } | head -n 1',
      { cwd },
    );
    expect(stdout.split('\n')).toHaveLength(2);
    expect(stderr).toBe('status 0\n');
  });

  test.each(['SIGINT', 'SIGTERM'] as const)('%s leaves nothing half-written', async (signal) => {
    const lines = `${JSON.stringify({ text: SIMPLIFIED_REPORT })}\n`.repeat(60_000);
    const cwd = createFolder({ 'a.jsonl': lines });
    const child = spawn(process.execPath, [PROGRAM, 'extract', 'a.jsonl', '--format', 'jsonl', '-o', 'out.jsonl'], {
      cwd,
    });
    const closed = once(child, 'close');
    while (!readdirSync(cwd).some((name) => name.endsWith('.tmp')))
      await new Promise((resume) => setTimeout(resume, 20));
    child.kill(signal);
    expect(await closed).toEqual([null, signal]);
    expect(readdirSync(cwd)).toEqual(['a.jsonl']);
  });
});
