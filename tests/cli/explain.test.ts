import { describe, expect, test } from 'vitest';
import type { ExtractionRecord } from '../../src/render/extraction-record.js';
import { expectSchema } from '../support/check-schema.js';
import { PROGRAM, runProgram, runShell } from '../support/run-program.js';
import { SIMPLIFIED_REPORT, TRADITIONAL_REPORT } from '../support/sample-texts.js';
import { createFolder } from '../support/temporary-folder.js';

/** A name with two lists near it, and one without any. */
const TWO_LISTS = [
  '东岗镇实行“三查”制度,把隐患、纠纷、困难查在前头。',
  '“三查”怎么做?每月查一次山塘、查一次道路、查一次学校,查出的问题当月整改。',
  '落实“三会一课”。',
  '',
].join('\n');

function parse(stdout: string): readonly ExtractionRecord[] {
  const envelope = JSON.parse(stdout);
  expectSchema(envelope);
  return envelope.documents;
}

describe('JSON', () => {
  test('each name with its list, and what counted adds up to the confidence that results show', async () => {
    const { stdout } = await runProgram(['extract', '--explain'], { input: SIMPLIFIED_REPORT });
    const [{ frameworks, explanation }] = parse(stdout) as [ExtractionRecord];
    const [framework] = frameworks;
    const explained = explanation!.names.find((name) => name.framework === framework!.id)!;
    expect(explained.name).toBe(framework!.name);
    expect(explained.places.map(({ rule, quote }) => [rule, quote])).toEqual([
      ['quoted-name', '“四清”工作法'],
      ['quoted-name', '“四清”工作法'],
    ]);
    const { chosen } = explained;
    expect(chosen!.members.map(({ label, span }) => [label, span])).toEqual(
      framework!.items.map(({ label, span }) => [label, span]),
    );
    expect(chosen!.confidence).toBe(framework!.confidence);
    const sum = chosen!.features.reduce((total, { contribution }) => total + contribution, 0);
    expect(sum).toBeCloseTo(chosen!.score, 2);
    expect(1 / (1 + Math.exp(-sum))).toBeCloseTo(framework!.confidence, 2);
  });

  test('JSON lines hold the same', async () => {
    const cwd = createFolder({ 'a.txt': SIMPLIFIED_REPORT, 'b.txt': '' });
    const run = await runProgram(['extract', '.', '--explain', '--format', 'jsonl'], { cwd });
    const lines = run.stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    for (const line of lines) expectSchema(line, 'line');
    const [document] = parse((await runProgram(['extract', '.', '--explain'], { cwd })).stdout);
    expect(lines[0]).toEqual(document);
  });

  test('without asking there is none, and all else is the same', async () => {
    const cwd = createFolder({ 'a.txt': SIMPLIFIED_REPORT, 'b.txt': TRADITIONAL_REPORT, 'c.txt': TWO_LISTS });
    const plain = parse((await runProgram(['extract', '.'], { cwd })).stdout);
    const explained = parse((await runProgram(['extract', '.', '--explain'], { cwd })).stdout);
    for (const document of plain) expect(document).not.toHaveProperty('explanation');
    expect(explained.map(({ explanation, ...rest }) => rest)).toEqual(plain);
  });

  test('places count code points of the source', async () => {
    const input = `😀\n${TRADITIONAL_REPORT}`;
    const [{ explanation }] = parse((await runProgram(['extract', '--explain'], { input })).stdout) as [
      ExtractionRecord,
    ];
    const characters = [...input];
    const [name] = explanation!.names;
    expect(name!.name).toBe('四清');
    for (const { span, quote } of name!.places) {
      expect(quote).toBe('「四清」工作法');
      expect(characters.slice(span.start, span.end).join('')).toBe(quote);
    }
    const cut = name!.chosen!.members.map(({ span }) => characters.slice(span.start, span.end).join(''));
    expect(cut).toEqual(['底數清', '問題清', '責任清', '結果清']);
  });

  test('a framework that --min-confidence leaves out says so', async () => {
    const args = ['extract', '--explain', '--min-confidence', '1'];
    const [{ frameworks, explanation }] = parse((await runProgram(args, { input: TWO_LISTS })).stdout) as [
      ExtractionRecord,
    ];
    expect(frameworks).toEqual([]);
    expect(explanation!.names.map(({ reason }) => reason)).toContain('min-confidence');
    for (const { framework } of explanation!.names) expect(framework).toBeNull();
  });
});

describe('for people', () => {
  test('the list, its rival and why it lost', async () => {
    const { stdout } = await runProgram(['extract', '--explain', '-f', 'table'], { input: TWO_LISTS });
    expect(stdout).toMatch(/^三查 {2}framework 1, score \+\d\.\d\d, confidence \d\.\d\d$/m);
    expect(stdout).toMatch(/^ {2}read {8}“三查”制度 {2}line 1: a name in quotes$/m);
    expect(stdout).toMatch(/^ {2}members {5}查一次山塘 {2}查一次道路 {2}查一次学校$/m);
    expect(stdout).toMatch(/^ {2}found as {4}members [^\n]*\n? *[^\n]*\(line \d; the name in line \d\)$/m);
    expect(stdout).toMatch(/^ {2}because {6}[+-]\d\.\d\d {2}[\d.]+ × [+-]\d\.\d\d +\S+ +\S/m);
    expect(stdout).toMatch(/ bias +what a link starts from$/m);
    expect(stdout).toMatch(/^ {2}rejected[ 1]{4}(?:the score is too low|another list of this name scores higher)$/m);
    expect(stdout).toMatch(/^ {2}members {5}隐患 {2}纠纷 {2}困难/m);
    expect(stdout).toMatch(/^三会一课 {2}mention: none of the lists near it carries it out$/m);
  });

  test('--explain-name: that name alone, in either script, and only the documents that have it', async () => {
    const cwd = createFolder({ 'a.txt': SIMPLIFIED_REPORT, 'b.txt': TRADITIONAL_REPORT, 'c.txt': TWO_LISTS });
    const args = ['extract', '.', '--format', 'table', '--explain-name'];
    const { stdout, stderr } = await runProgram([...args, '會一課'], { cwd });
    expect(stdout.match(/^\S.*\.txt/gm)).toEqual(['./c.txt']);
    expect(stdout).toContain('三会一课  mention');
    expect(stdout).not.toContain('三查');
    expect(stderr).toMatch(/, 1 name explained\n$/);
    const none = await runProgram([...args, '九宫格'], { cwd });
    expect([none.status, none.stdout]).toEqual([0, '']);
    expect(none.stderr).toMatch(/, 0 names explained\n$/);
  });

  test('--explain takes no path for a name', async () => {
    const cwd = createFolder({ 'a.txt': SIMPLIFIED_REPORT });
    const { status, stdout } = await runProgram(['extract', '--explain', 'a.txt'], { cwd });
    expect([status, parse(stdout).map(({ id }) => id)]).toEqual([0, ['a.txt']]);
  });

  test.each(['', '”', ' '])('--explain-name needs something to look for, not %j', async (name) => {
    const { status, stderr } = await runProgram(['extract', '--explain-name', name], { input: SIMPLIFIED_REPORT });
    expect(status).toBe(2);
    expect(stderr).toContain('--explain-name takes a name or a part of one');
  });

  test.each(['json', 'jsonl', 'table'])('control characters of a document stay out of %s', async (format) => {
    const input =
      '\u001b[2J推行“三\u202e清”:账\u0007目清、实\u009b物清、去向清。\n“三查”工作法:查\u001b[31m人、查车、查\0路。\n';
    const args = ['extract', '--explain', '--format', format];
    const { status, stdout, stderr } = await runProgram(args, { input });
    expect(status).toBe(0);
    expect(stdout).toContain('三查');
    expect(stdout + stderr).not.toMatch(/[^\P{Cc}\n]|\u202e/u);
  });

  test.skipIf(process.platform !== 'linux')('is what a terminal gets, and only a terminal', async () => {
    const cwd = createFolder({ 'a.txt': SIMPLIFIED_REPORT });
    const extract = `'${process.execPath}' '${PROGRAM}' extract a.txt --quiet`;
    const onTerminal = (line: string) => runShell(`script -qec ${JSON.stringify(line)} /dev/null`, { cwd });
    expect((await onTerminal(`${extract} --explain --no-color`)).stdout).toContain('\n四清  framework 1, score');
    expect((await onTerminal(`${extract} --explain --format json`)).stdout).toContain('"explanation":');
    expect((await onTerminal(extract)).stdout).toContain('"schema": "workmethod.extraction/1"');
    expect((await onTerminal(`${extract} --explain | cat`)).stdout).toContain('"explanation":');
  });
});
