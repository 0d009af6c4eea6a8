import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { VERSION } from '../../src/version.js';
import { PROGRAM, runProgram, runShell } from '../support/run-program.js';
import { SIMPLIFIED_REPORT } from '../support/sample-texts.js';
import { createFolder } from '../support/temporary-folder.js';

describe('help', () => {
  const commands = ['extract', 'normalize', 'eval', 'read', 'schema'];

  test('the version is the one of the package', async () => {
    const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
    expect(VERSION).toBe(version);
    expect(await runProgram(['--version'])).toEqual({ status: 0, stdout: `${version}\n`, stderr: '' });
  });

  test('names every command', async () => {
    const { status, stdout } = await runProgram(['--help']);
    expect(status).toBe(0);
    for (const command of commands) expect(stdout).toMatch(new RegExp(`^ {2}${command} `, 'm'));
  });

  test('without a command it is what you get, with status 2', async () => {
    const { status, stdout, stderr } = await runProgram([]);
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toContain('Usage: workmethod');
  });

  test.each([[[]], ...commands.map((command) => [[command]])])('the examples of %j --help work', async (command) => {
    const record = JSON.stringify({ id: '2024-7', text: SIMPLIFIED_REPORT });
    const cwd = createFolder({
      'reports/gbk.txt': SIMPLIFIED_REPORT,
      'corpus.jsonl': `${record}\n`,
      'annotated/gbk.txt': SIMPLIFIED_REPORT,
      'annotated/gbk.gold.json': JSON.stringify({ doc: 'gbk.txt', frameworks: [] }),
    });
    const { stdout: help } = await runProgram([...command, '--help']);
    const examples = help
      .split('Examples:\n')[1]!
      .split('\n')
      .filter((line) => /\bworkmethod /.test(line) && !line.startsWith('  #'));
    expect(examples.length).toBeGreaterThan(1);
    for (const example of examples) {
      const { status, stdout, stderr } = await runShell(example, { cwd });
      expect(status, `${example}\n${stderr}`).toBe(0);
      if (!example.includes(' -o ')) expect(stdout, example).not.toBe('');
    }
  });
});

describe('wrong usage is status 2 and says what to type', () => {
  test.each([
    [['exract', 'x'], /unknown command 'exract'\s+\(Did you mean extract\?\)/],
    [['extract', '--fromat', 'json'], /unknown option '--fromat'\s+\(Did you mean --format\?\)/],
    [['extract', '--format', 'yaml'], /Allowed choices are json, jsonl, table/],
    [['extract', '.', '--min-confidence', '2'], /--min-confidence takes a number from 0 to 1, not '2'/],
    [['extract', '.', '--min-confidence', 'high'], /not 'high'/],
    [['extract', '.', '--jobs', '0'], /--jobs takes a whole number from 1 to 1024, not '0'/],
    [['extract', '.', '--shard', '4/3'], /--shard takes I\/N/],
    [['extract', '.', '--shard', '0/3'], /--shard takes I\/N/],
    [['extract', '.', '--encoding', 'klingon'], /unknown encoding 'klingon'; known are utf-8/],
    [['extract', ''], /a path is empty/],
    [['extract', '.', '-o', 'no/such/out.json'], /-o no\/such\/out.json: its folder does not exist/],
    [['extract', '.', '-o', '.'], /is a folder; name a file in it/],
    [['eval'], /name the folder with your annotations .*workmethod eval --gold annotated\//],
    [['eval', '--gold', 'gone'], /--gold gone: no such file or folder/],
    [['eval', '--gold', '.'], /--gold \.: no annotations in it \(files named NAME\.gold\.json/],
    [['eval', '--gold', '.', '--min-confidence', '2'], /--min-confidence takes a number from 0 to 1/],
    [['.'], /name a command before the paths: workmethod extract \./],
  ])('%j', async (args, message) => {
    const { status, stdout, stderr } = await runProgram(args, { cwd: createFolder({ 'a.txt': 'x' }) });
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(/^workmethod: /);
    expect(stderr).toMatch(message);
  });

  test('a full disk is told', async () => {
    const { status, stderr } = await runShell('workmethod extract --quiet > /dev/full', { input: SIMPLIFIED_REPORT });
    expect([status, stderr]).toEqual([2, 'workmethod: ENOSPC: no space left on device, write\n']);
  });
});

describe.skipIf(process.platform !== 'linux')('on a terminal', () => {
  const onTerminal = (command: string) => `script -qec ${JSON.stringify(command)} /dev/null`;
  const program = `'${process.execPath}' '${PROGRAM}'`;

  test('without paths it says what to type', async () => {
    const { status, stdout } = await runShell(onTerminal(`${program} extract`));
    expect(status).toBe(2);
    expect(stdout).toContain('workmethod extract reports/');
  });

  test.each([
    ['', true],
    [' --no-color', false],
  ])('table%s: colours %s', async (flag, coloured) => {
    const cwd = createFolder({ 'a.txt': `${SIMPLIFIED_REPORT}\u001b[7m` });
    const { stdout } = await runShell(onTerminal(`${program} extract a.txt --format table${flag}`), {
      cwd,
      env: { TERM: 'xterm', NO_COLOR: '' },
    });
    expect(stdout.includes('\u001b[1m')).toBe(coloured);
    expect(stdout).not.toContain('\u001b[7m');
    const plain = await runShell(onTerminal(`${program} extract a.txt --format table`), {
      cwd,
      env: { TERM: 'xterm', NO_COLOR: '1' },
    });
    expect(plain.stdout).not.toContain('\u001b');
  });

  test('progress is shown when results go elsewhere, and wiped', async () => {
    const cwd = createFolder({ 'a.txt': SIMPLIFIED_REPORT });
    const loud = await runShell(onTerminal(`${program} extract a.txt > out.json`), { cwd });
    expect(loud.stdout).toContain('1 done, a.txt\r\u001b[2Kworkmethod: 1 document, ');
    const quiet = await runShell(onTerminal(`${program} extract a.txt --quiet > out.json`), { cwd });
    expect(quiet.stdout).toBe('');
  });

  test('read shows no control characters', async () => {
    const cwd = createFolder({ 'a.txt': '甲\u001b[31m乙\n' });
    expect((await runShell(onTerminal(`${program} read a.txt`), { cwd })).stdout).toBe('甲\uFFFD[31m乙\r\n');
  });
});
