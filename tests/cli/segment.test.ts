import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { expectSchema } from '../support/check-schema.js';
import { encodeText } from '../support/encode-text.js';
import { runProgram, runShell } from '../support/run-program.js';
import { createFolder } from '../support/temporary-folder.js';

const REPORT = '仓库月报\n一、入库\n本月入库三百件。账都记了吗？记了。\n三、出库\n出库😀二百件。\n';

interface Line {
  readonly id?: string;
  readonly document?: string;
  readonly index?: number;
  readonly text?: string;
  readonly blank?: boolean;
  readonly partOfSpeech?: string;
  readonly span?: { readonly start: number; readonly end: number; readonly line: number };
  readonly segmenter?: {
    readonly name: string;
    readonly version: string;
    readonly dictionary: readonly object[];
  } | null;
  readonly warnings?: readonly { readonly code: string; readonly span: object | null }[];
  readonly failure?: { readonly code: string };
  readonly heading?: { readonly text: string; readonly parent: number | null; readonly extent: object } | null;
}

function readLines(stdout: string): Line[] {
  return stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Line);
}

const words = (lines: readonly Line[]) =>
  lines.filter(({ text, blank }) => text !== undefined && !blank).map(({ text }) => text);

test('prints sentences with their spans by default', async () => {
  const { status, stdout, stderr } = await runProgram(['segment', 'a.txt'], { cwd: createFolder({ 'a.txt': REPORT }) });
  expect(stdout).toBe(
    [
      ['# a.txt'],
      [0, 5, '仓库月报'],
      [5, 10, '一、入库'],
      [10, 18, '本月入库三百件。'],
      [18, 24, '账都记了吗？'],
      [24, 28, '记了。'],
      [28, 33, '三、出库'],
      [33, 41, '出库😀二百件。'],
    ]
      .map((cells) => `${cells.join('\t')}\n`)
      .join(''),
  );
  expect([status, stderr]).toEqual([0, 'workmethod: 1 document\n']);
});

test('prints the outline and tells faults of its numbers, with exit status 0', async () => {
  const cwd = createFolder({ 'a.txt': REPORT });
  const text = await runProgram(['segment', 'a.txt', '--unit', 'section'], { cwd });
  expect(text.stdout).toBe('# a.txt\n0\t5\t仓库月报\n5\t28\t  一、 入库\n28\t41\t  三、 出库\n');
  expect([text.status, text.stderr]).toEqual([
    0,
    'workmethod: a.txt: warning: the heading number 三、 leaves out 2\nworkmethod: 1 document\n',
  ]);
  const [head, ...units] = readLines(
    (await runProgram(['segment', 'a.txt', '-u', 'section', '-f', 'jsonl'], { cwd })).stdout,
  );
  expect(head).toMatchObject({
    id: 'a.txt',
    unit: 'section',
    length: 41,
    segmenter: null,
    warnings: [{ code: 'numbering-gap', span: { start: 28, end: 30, line: 4 } }],
  });
  expect(units[2]).toMatchObject({
    document: 'a.txt',
    index: 3,
    span: { start: 28, end: 41, line: 4 },
    text: '三、出库\n出库😀二百件。\n',
    heading: {
      text: '出库',
      mark: '三、',
      number: 3,
      scheme: 'chinese-comma',
      level: 1,
      parent: 1,
      extent: { start: 28, end: 41 },
    },
  });
});

describe('words', () => {
  test.each(['nodejieba', 'jieba-wasm'])('are cut by %s, which is named with version and dictionary', async (name) => {
    const cwd = createFolder({ 'a.txt': '总工会推行“五访五解”工作法。\n' });
    const args = ['segment', 'a.txt', '--unit', 'word', '--segmenter', name];
    const { stdout } = await runProgram([...args, '--format', 'jsonl'], { cwd });
    const lines = readLines(stdout);
    const version = JSON.parse(readFileSync(`node_modules/${name}/package.json`, 'utf8')).version as string;
    expect(lines[0]?.segmenter).toMatchObject({
      name,
      version,
      dictionary: [{ name: 'data/lexicon/domain-words.tsv' }],
    });
    expect(words(lines)).toEqual(['总工会', '推行', '“', '五访五解', '”', '工作法', '。']);
    expect((await runProgram(args, { cwd })).stdout).toContain(
      `# segmenter ${name} ${version}, with data/lexicon/domain-words.tsv (`,
    );
  });

  test('are those of the dictionary that is given, with their tags', async () => {
    const cwd = createFolder({
      'a.txt': '桥东驿站装了5G云桌面',
      'own.txt': '# 自己的词\r\n桥东驿站 9 ns\r\n5G云桌面\r\n',
    });
    const args = ['segment', 'a.txt', '-u', 'word', '-f', 'jsonl', '--dictionary', 'own.txt', '--pos'];
    const lines = readLines((await runProgram(args, { cwd })).stdout);
    expect(lines.slice(1).map(({ text, partOfSpeech }) => `${text}/${partOfSpeech}`)).toEqual([
      '桥东驿站/ns',
      '装/v',
      '了/ul',
      '5G云桌面/n',
    ]);
    expect(lines[0]?.segmenter?.dictionary[1]).toEqual({ name: 'own.txt', words: 2 });
  });

  test.each([
    ['甲 乙 丙 丁', 'own.txt:2: expected: word [frequency] [tag]'],
    ['', null],
  ])('of a dictionary with %j', async (line, message) => {
    const cwd = createFolder({ 'a.txt': '甲乙', 'own.txt': `甲乙\n${line}\n` });
    const { status, stderr } = await runProgram(['segment', 'a.txt', '-u', 'word', '--dictionary', 'own.txt'], { cwd });
    expect(status).toBe(message === null ? 0 : 2);
    if (message !== null) expect(stderr).toContain(message);
  });
});

test('CoNLL-U has sentences, words, spaces and offsets', async () => {
  const cwd = createFolder({ 'a b.txt': '工会 办公室。开门了\n\n　第二天 GDP增长2,640元' });
  const { stdout } = await runProgram(['segment', 'a b.txt', '--format', 'conllu', '--pos'], { cwd });
  const lines = stdout.split('\n');
  expect(lines[0]).toBe('# newdoc id = ab.txt');
  expect(lines.filter((line) => /^# (?:sent_id|text|newpar)/.test(line))).toEqual([
    '# newpar',
    '# sent_id = 1-1',
    '# text = 工会 办公室。',
    '# sent_id = 1-2',
    '# text = 开门了',
    '# newpar',
    '# sent_id = 1-3',
    '# text = 第二天 GDP增长2,640元',
  ]);
  expect(stdout).toContain(
    '1\t工会\t_\tNOUN\tn\t_\t0\troot\t_\tTokenRange=0:2\n2\t办公室\t_\tNOUN\tn\t_\t1\tdep\t_\tSpaceAfter=No|TokenRange=3:6\n',
  );
  expect(stdout).toContain('3\t。\t_\tPUNCT\tx\t_\t1\tpunct\t_\tSpaceAfter=No|TokenRange=6:7\n');
  expect(stdout).toMatch(/\t了\t_\tPART\tul\t_\t1\tdep\t_\tSpacesAfter=\\n\\n\\s\|TokenRange=9:10\n/);
  expect(stdout).toMatch(
    /\t2,640\t_\tNUM\tm\t_\t1\tdep\t_\tSpaceAfter=No\|TokenRange=\d+:\d+\n\d+\t元\t.*\tTokenRange=\d+:28\n\n$/,
  );
});

describe('what cannot be', () => {
  test.each([
    [['--unit', 'chapter'], 'Allowed choices are article, section, paragraph, sentence, word'],
    [['--pos'], '--pos is for words: add --unit word or --format conllu'],
    [['--dictionary', 'a.txt', '-u', 'section'], '--dictionary is for words'],
    [['-f', 'conllu', '-u', 'paragraph'], '--format conllu shows sentences with their words, not --unit paragraph'],
    [['-u', 'word', '--dictionary', 'gone.txt'], '--dictionary gone.txt: '],
    [['-u', 'word', '--segmenter', 'other'], 'Allowed choices are nodejieba, jieba-wasm'],
  ])('%j is told, with status 2', async (flags, message) => {
    const { status, stdout, stderr } = await runProgram(['segment', 'a.txt', ...flags], {
      cwd: createFolder({ 'a.txt': REPORT }),
    });
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toContain(message);
  });
});

test('many documents: in order, one that fails in its place, in any encoding', async () => {
  const cwd = createFolder({
    'a.txt': encodeText('第一份。', 'gb18030'),
    'b.txt': new Uint8Array([0, 1, 2, 0, 0, 0]),
    'c.txt': '第三份。',
  });
  const { status, stdout, stderr } = await runProgram(['segment', '.', '--format', 'jsonl'], { cwd });
  expect(readLines(stdout).map(({ id, text, failure }) => id ?? text ?? failure?.code)).toEqual([
    './a.txt',
    '第一份。',
    'binary',
    './c.txt',
    '第三份。',
  ]);
  expect(status).toBe(3);
  expect(stderr).toContain('2 documents, 1 failed');
});

test('a line of text holds nothing that steers a terminal, and a closed pipe ends quietly', async () => {
  const cwd = createFolder({ 'a.txt': '甲\u001b[31m乙\u202e丙。\n'.repeat(50_000) });
  const first = await runShell('workmethod segment a.txt | head -2', { cwd });
  expect([first.stdout, first.stderr]).toEqual(['# a.txt\n0\t11\t甲\uFFFD[31m乙\uFFFD丙。\n', '']);
  const words = await runProgram(['segment', 'a.txt', '-u', 'word', '-q', '-o', 'w.txt'], { cwd });
  expect(words.status).toBe(0);
  for (const sign of ['\u001b', '\u202e']) expect(readFileSync(`${cwd}/w.txt`, 'utf8')).not.toContain(sign);
});

test('no engine is loaded where no words are asked for', async () => {
  const cwd = createFolder({ 'a.txt': REPORT, 'trace.cjs': TRACE });
  const env = { NODE_OPTIONS: `--require ${cwd}/trace.cjs` };
  const { stderr } = await runProgram(['segment', 'a.txt'], { cwd, env });
  expect(stderr).toContain('loaded: \n');
  const asked = await runProgram(['segment', 'a.txt', '-u', 'word', '--segmenter', 'jieba-wasm'], { cwd, env });
  expect(asked.stderr).toContain('loaded: jieba-wasm\n');
});

describe('where nodejieba cannot run', () => {
  const broken = {
    'a.txt': '推行工作法',
    'break.cjs': "process.dlopen = () => { throw new Error('built for another Node'); };",
  };

  test('jieba-wasm takes its place, and is named', async () => {
    const cwd = createFolder(broken);
    const env = { NODE_OPTIONS: `--require ${cwd}/break.cjs` };
    const { status, stdout } = await runProgram(['segment', 'a.txt', '-u', 'word'], { cwd, env });
    expect(status).toBe(0);
    expect(stdout).toMatch(/^# a\.txt\n# segmenter jieba-wasm .*\n0\t2\t推行\n2\t5\t工作法\n$/);
    const asked = await runProgram(['segment', 'a.txt', '-u', 'word', '--segmenter', 'nodejieba'], { cwd, env });
    expect([asked.status, asked.stdout]).toEqual([2, '']);
    expect(asked.stderr).toContain('--segmenter nodejieba: it is not installed or cannot run here; try jieba-wasm');
  });
});

/** Tells at the end which of the engines were loaded. */
const TRACE = `const { _cache } = require('module');
process.on('exit', () => {
  const loaded = ['nodejieba', 'jieba-wasm'].filter((name) => Object.keys(_cache).some((path) => path.includes('/node_modules/' + name + '/')));
  process.stderr.write('loaded: ' + loaded.join(' ') + '\\n');
});
`;

test.each([['article'], ['section'], ['paragraph'], ['sentence'], ['word', '--pos']])(
  'every line of --unit %s is what the schema says, a failure too',
  async (unit, ...flags) => {
    const noisy = '返回首页\n倉庫(cāng kù)月報\n一、入庫\n本月 入庫三百件。\n三、出庫\n二百件。\n';
    const cwd = createFolder({ 'a.txt': noisy, 'b.txt': Buffer.from([0, 1, 2, 0, 255]), 'c.txt': '记了。' });
    const { stdout } = await runProgram(['segment', '.', '--format', 'jsonl', '--unit', unit, ...flags], { cwd });
    const lines = readLines(stdout);
    expect(lines.filter(({ failure }) => failure !== undefined)).toHaveLength(1);
    expect(lines.length).toBeGreaterThanOrEqual(5);
    for (const line of lines) expectSchema(line, 'segmentation');
  },
);
