import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { expectSchema } from '../support/check-schema.js';
import { encodeText } from '../support/encode-text.js';
import { runProgram, runShell } from '../support/run-program.js';
import { SIMPLIFIED_REPORT, TRADITIONAL_REPORT } from '../support/sample-texts.js';
import { createFolder } from '../support/temporary-folder.js';

const FOUR = {
  name: '四清',
  category: '工作法',
  pattern: 'counted',
  tier: 'core',
  groups: [{ count: 4, head: '清' }],
  declared: 4,
  items: ['底数清', '问题清', '责任清', '结果清'].map((label) => ({ label })),
  quote: '推行“四清”工作法的做法',
  holder: '河湾镇党委',
};
const MISSING = {
  name: '三有',
  pattern: 'counted',
  declared: 2,
  items: [{ label: '有人' }, { label: '有账' }],
  quote: '二是问题清',
};

function annotate(doc: string, frameworks: readonly unknown[] = [FOUR]): string {
  return JSON.stringify({ doc, frameworks, mentions: [] });
}

/** The figures the tests look at; the whole is checked against the schema. */
interface Evaluation {
  readonly totals: { readonly documents: number; readonly withoutPrediction: number } & Figures;
  readonly documents: readonly ({
    readonly doc: string;
    readonly predicted: boolean;
    readonly misses?: unknown[];
  } & Figures)[];
  readonly unannotated: readonly string[];
  readonly failures: readonly { readonly path: string; readonly code: string; readonly message: string }[];
}

interface Figures {
  readonly frameworks: {
    readonly given: number;
    readonly annotated: number;
    readonly partial: { readonly right: number };
  };
  readonly spans: { readonly checked: number; readonly wrong: number };
}

async function evaluate(args: readonly string[], options: Parameters<typeof runProgram>[1]) {
  const { status, stdout, stderr } = await runProgram(['eval', '--format', 'json', ...args], options);
  if (stdout === '') return { status, stderr, evaluation: null };
  const evaluation: unknown = JSON.parse(stdout);
  expectSchema(evaluation, 'evaluation');
  return { status, stderr, evaluation: evaluation as Evaluation };
}

describe('what is scored', () => {
  const files = {
    'annotated/a.gold.json': annotate('a.txt'),
    'annotated/b.gold.json': annotate('b.txt', [FOUR, MISSING]),
    'annotated/a.txt': encodeText(SIMPLIFIED_REPORT, 'gb18030'),
    'annotated/b.txt': TRADITIONAL_REPORT,
    'annotated/without-gold.txt': SIMPLIFIED_REPORT,
  };

  test('the reports beside the annotations', async () => {
    const { status, stderr, evaluation } = await evaluate(['--gold', 'annotated'], { cwd: createFolder(files) });
    expect([status, stderr]).toEqual([0, 'workmethod: 2 annotated, 2 with results\n']);
    expect(evaluation?.totals).toMatchObject({
      documents: 2,
      withoutPrediction: 0,
      frameworks: { annotated: 3, given: 2, partial: { right: 2, precision: 1, recall: 2 / 3 }, strict: { right: 2 } },
      spans: { checked: 10, wrong: 0 },
    });
    expect(
      evaluation?.documents.map(({ doc, frameworks }) => [doc, frameworks.partial.right, frameworks.annotated]),
    ).toEqual([
      ['a.txt', 1, 1],
      ['b.txt', 1, 2],
    ]);
  });

  test('the same whether reports are named, extracted before, or come as JSON lines on standard input', async () => {
    const cwd = createFolder(files);
    const plain = await runProgram(['eval', '--gold', 'annotated', '--format', 'json'], { cwd });
    await runProgram(['extract', 'annotated/a.txt', 'annotated/b.txt', '-o', 'results.json'], { cwd });
    await runProgram(['extract', 'annotated/a.txt', 'annotated/b.txt', '--format', 'jsonl', '-o', 'results.jsonl'], {
      cwd,
    });
    const gold = 'workmethod eval --gold annotated --format json';
    const runs = [
      `${gold} annotated/a.txt annotated/b.txt`,
      `${gold} results.json`,
      `${gold} results.jsonl`,
      `${gold} --predictions results.json annotated/[ab].txt`,
      `${gold} --predictions - < results.jsonl`,
      `${gold} --gold annotated/a.gold.json --gold annotated -o out.json && cat out.json`,
    ];
    for (const run of runs.slice(0, 5)) expect((await runShell(run, { cwd })).stdout, run).toBe(plain.stdout);
    // A file of annotations that is named twice counts once.
    expect((await runShell(runs[5]!, { cwd })).stdout).toBe(plain.stdout);
  });

  test('spans of results are checked where the texts are known', async () => {
    const cwd = createFolder(files);
    await runShell(
      'workmethod extract annotated/a.txt -o right.json; sed "s/底数清/底数明/g" right.json > wrong.json',
      { cwd },
    );
    await runShell('mkdir gold; mv annotated/*.gold.json gold', { cwd });
    const spans = async (...args: string[]) => {
      return (await evaluate(['--gold', 'gold/a.gold.json', ...args], { cwd })).evaluation?.totals.spans;
    };
    expect(await spans('right.json')).toEqual({ checked: 0, wrong: 0 });
    expect(await spans('right.json', 'annotated')).toEqual({ checked: 5, wrong: 0 });
    expect(await spans('wrong.json', 'annotated')).toEqual({ checked: 5, wrong: 1 });
  });

  test('reports without annotation are passed over and named', async () => {
    const { status, stderr, evaluation } = await evaluate(['--gold', 'annotated', 'annotated'], {
      cwd: createFolder(files),
    });
    expect([status, evaluation?.unannotated]).toEqual([0, ['without-gold.txt']]);
    expect(stderr).toContain('1 without annotation passed over');
  });

  test('records of a JSON lines corpus meet their annotation by id', async () => {
    const cwd = createFolder({
      'gold/x.gold.json': annotate('2024/7'),
      'corpus.jsonl': `${JSON.stringify({ id: '2024/7', text: SIMPLIFIED_REPORT })}\n${JSON.stringify({ id: '8', text: '无' })}\n`,
    });
    const { status, evaluation } = await evaluate(['--gold', 'gold', 'corpus.jsonl'], { cwd });
    expect([status, evaluation?.totals.frameworks.partial.right, evaluation?.unannotated]).toEqual([0, 1, ['8']]);
  });

  test('--min-confidence scores the sure ones only, in reports and in results', async () => {
    const cwd = createFolder(files);
    await runProgram(['extract', 'annotated', '-o', 'results.json'], { cwd });
    const results = JSON.parse(readFileSync(`${cwd}/results.json`, 'utf8'));
    const confidence = 0.7;
    for (const { frameworks } of results.documents)
      for (const framework of frameworks) framework.confidence = confidence;
    writeFileSync(`${cwd}/results.json`, JSON.stringify(results));
    const given = async (least: number, ...paths: string[]) => {
      const { evaluation } = await evaluate(['--gold', 'annotated', '--min-confidence', `${least}`, ...paths], { cwd });
      return evaluation?.totals.frameworks.given;
    };
    expect(await given(0.1)).toBe(2);
    expect(await given(1)).toBe(0);
    expect(await given(confidence, 'results.json')).toBe(2);
    expect(await given(confidence + 0.001, 'results.json')).toBe(0);
  });

  test('results without confidence are left out by --min-confidence, which is told', async () => {
    const bare = { path: 'a.txt', frameworks: [{ ...FOUR, confidence: undefined }] };
    const cwd = createFolder({ ...files, 'bare.json': JSON.stringify([bare]) });
    const { stderr, evaluation } = await evaluate(
      ['--gold', 'annotated/a.gold.json', 'bare.json', '--min-confidence', '0.5'],
      { cwd },
    );
    expect(evaluation?.totals.frameworks.given).toBe(0);
    expect(stderr).toContain('bare.json: warning: --min-confidence leaves out 1 framework that carries no confidence');
  });
});

describe('the table', () => {
  test('says in words and figures what was right', async () => {
    const cwd = createFolder({ 'a.gold.json': annotate('a.txt', [FOUR, MISSING]), 'a.txt': SIMPLIFIED_REPORT });
    const { status, stdout } = await runProgram(['eval', '--gold', '.', '--misses'], { cwd });
    expect(status).toBe(0);
    expect(stdout).toContain('a.txt\n  missed 三有 (line 5): 有人、有账\n');
    expect(stdout).toMatch(/^a\.txt +1 +2 +1 +66\.7 % +80\.0 % +– +50\.0 %$/m);
    expect(stdout).toMatch(/^counted +2 +1 +66\.7 % +66\.7 % +80\.0 % +80\.0 % +50\.0 %$/m);
    expect(stdout).toMatch(/^holder +100\.0 % +100\.0 % +1$/m);
    expect(stdout).toMatch(/^0\.9 – 1\.0 +1 +1 +100\.0 %$/m);
    expect(stdout).toMatch(/^1 annotated report\n.*\nframeworks +partial +100\.0 % +50\.0 % +66\.7 % +1 +1 +2$/m);
    expect(stdout).toMatch(/^mentions +partial +– +– +– +0 +0 +0$/m);
    expect(stdout).toContain('perfect: 1 of 2 frameworks (50.0 %)');
    expect(stdout).toContain('spans: 0 of 5 do not hold their quote');
  });

  test('misses are listed on request only', async () => {
    const cwd = createFolder({ 'a.gold.json': annotate('a.txt', [FOUR, MISSING]), 'a.txt': SIMPLIFIED_REPORT });
    expect((await runProgram(['eval', '--gold', '.'], { cwd })).stdout).not.toContain('三有');
    expect((await evaluate(['--gold', '.'], { cwd })).evaluation?.documents[0]).not.toHaveProperty('misses');
    expect((await evaluate(['--gold', '.', '--misses'], { cwd })).evaluation?.documents[0]?.misses).toHaveLength(1);
  });

  test('nothing of annotations or results steers the terminal', async () => {
    const hostile = '三\u001b[31m有\u202e\u009b';
    const framework = { ...MISSING, name: hostile, items: [{ label: hostile }], holder: hostile };
    const cwd = createFolder({
      'a.gold.json': annotate('a.txt', [framework]),
      'results.json': JSON.stringify([
        { path: 'a.txt', frameworks: [{ ...framework, items: [] }], mentions: [hostile] },
      ]),
    });
    for (const format of ['table', 'json']) {
      const { status, stdout } = await runProgram(
        ['eval', '--gold', '.', 'results.json', '--misses', '--format', format],
        { cwd },
      );
      expect(status).toBe(0);
      expect(stdout).not.toMatch(/[^\P{Cc}\n]|\u202e/u);
    }
  });
});

describe('failures', () => {
  test('annotations that are of no use: named with what to do, the others are scored, status 3', async () => {
    const cwd = createFolder({
      'a.gold.json': annotate('a.txt'),
      'a.txt': SIMPLIFIED_REPORT,
      'b.gold.json': '{"doc": "b.txt",',
      'c.gold.json': JSON.stringify({ doc: 'c.txt', frameworks: [{ ...FOUR, declared: undefined }] }),
    });
    const { status, stderr, evaluation } = await evaluate(['--gold', '.'], { cwd });
    expect(status).toBe(3);
    expect(evaluation?.totals.documents).toBe(1);
    expect(evaluation?.failures.map(({ path, code }) => [path, code])).toEqual([
      ['b.gold.json', 'invalid-json'],
      ['c.gold.json', 'invalid-gold'],
    ]);
    expect(stderr).toContain('workmethod: b.gold.json: is no JSON: ');
    expect(stderr).toContain(
      'workmethod: c.gold.json: frameworks[0] (四清): "declared" is missing; it is how many members',
    );
  });

  test('no annotation is of use: status 2', async () => {
    const cwd = createFolder({ 'b.gold.json': '[', 'b.txt': SIMPLIFIED_REPORT });
    const { status, stderr, evaluation } = await evaluate(['--gold', '.'], { cwd });
    expect([status, evaluation]).toEqual([2, null]);
    expect(stderr).toContain('b.gold.json: is no JSON');
  });

  test('an annotation without report is named, and counts as missed', async () => {
    const cwd = createFolder({
      'a.gold.json': annotate('a.txt'),
      'b.gold.json': annotate('b.txt'),
      'a.txt': SIMPLIFIED_REPORT,
    });
    const { status, stderr, evaluation } = await evaluate(['--gold', '.'], { cwd });
    expect(status).toBe(3);
    expect(stderr).toContain('workmethod: b.txt: there is no such report beside its annotation; put it there');
    expect(evaluation?.documents.map(({ doc, predicted }) => [doc, predicted])).toEqual([
      ['a.txt', true],
      ['b.txt', false],
    ]);
    expect(evaluation?.totals.frameworks).toMatchObject({ annotated: 2, partial: { right: 1 } });
    expect(evaluation?.failures).toHaveLength(1);
  });

  test('a folder is no report, whatever "doc" says', async () => {
    const cwd = createFolder({
      'a.gold.json': annotate(''),
      'b.gold.json': annotate('b.txt'),
      'b.txt': SIMPLIFIED_REPORT,
    });
    const { status, evaluation } = await evaluate(['--gold', '.'], { cwd });
    expect([status, evaluation?.totals.withoutPrediction, evaluation?.unannotated]).toEqual([3, 1, []]);
  });

  test('an annotation without result is named, and counts as missed', async () => {
    const cwd = createFolder({
      'gold/a.gold.json': annotate('a.txt'),
      'gold/b.gold.json': annotate('b.txt'),
      'results.jsonl': `${JSON.stringify({ path: 'a.txt', frameworks: [FOUR] })}\n${JSON.stringify({ path: 'c.txt', frameworks: {} })}\n`,
    });
    const { status, evaluation } = await evaluate(['--gold', 'gold', 'results.jsonl'], { cwd });
    expect(status).toBe(3);
    expect(evaluation?.totals.withoutPrediction).toBe(1);
    expect(evaluation?.failures.map(({ path, code }) => [path, code])).toEqual([
      ['results.jsonl:2', 'invalid-prediction'],
      ['b.txt', 'no-prediction'],
    ]);
  });

  test('two results of one name are told', async () => {
    const files = { 'a.gold.json': annotate('a.txt'), 'x/a.txt': SIMPLIFIED_REPORT, 'y/a.txt': '无' };
    const { status, stderr, evaluation } = await evaluate(['--gold', '.', 'x', 'y'], { cwd: createFolder(files) });
    expect([status, evaluation?.totals.frameworks.given]).toEqual([0, 0]);
    expect(stderr).toContain('a.txt: warning: more than one result bears this name; the last one is scored');
  });

  test.each([
    [['r'], /no result belongs to an annotation; .*"doc" says a\.txt, given is b\.txt/],
    [['r/none'], /r\/none: no such file or folder/],
    [['-'], /for results on standard input type --predictions -/],
    [['a.gold.json'], /a\.gold\.json: is an annotation; name it with --gold/],
    [['--predictions', 'none.json'], /none\.json: no such file or folder/],
    [['--predictions', 'r/b.txt'], /r\/b\.txt: is neither JSON nor JSON lines/],
    [['x.json'], /x\.json: has no "documents"; give what workmethod extract wrote/],
    [['x.json', '--predictions', 'y.json'], /y\.json, x\.json: one file of results can be scored at a time/],
    [['png'], /png: no files to read/],
  ])('nothing could be done: %j', async (args, message) => {
    const cwd = createFolder({
      'a.gold.json': annotate('a.txt'),
      'r/b.txt': SIMPLIFIED_REPORT,
      'x.json': '{}',
      'png/a.png': 'x',
    });
    const { status, stderr, evaluation } = await evaluate(['--gold', '.', ...args], { cwd });
    expect([status, evaluation]).toEqual([2, null]);
    expect(stderr).toMatch(message);
  });
});
