import { describe, expect, test } from 'vitest';
import { expectSchema } from '../support/check-schema.js';
import { encodeText } from '../support/encode-text.js';
import { type ProgramRun, runProgram, runShell } from '../support/run-program.js';
import { createFolder } from '../support/temporary-folder.js';

const REPORTS = {
  'reports/2018/a.txt': '村里修渠。修渠要快，修路也要快。改革要深化。\n',
  'reports/2020/b.txt': '仓库推行“三清”工作法：账目清、实物清、去向清。改革要深化，改革开放要坚持。\n',
  'reports/notes.txt': '粮站修桥。\n',
};

const MIN_1 = ['--min-frequency', '1'];

interface Printed {
  readonly what: string;
  readonly corpus: { readonly documents: number; readonly tokens: number; readonly characters: number };
  readonly reference?: { readonly documents: number };
  readonly segmenter: { readonly name: string } | null;
  readonly options: Readonly<Record<string, unknown>>;
  readonly rows: readonly Readonly<Record<string, unknown>>[];
  readonly undated: readonly string[];
  readonly failures: readonly { readonly code: string }[];
}

async function print(args: readonly string[], cwd: string): Promise<Printed & { readonly run: ProgramRun }> {
  const run = await runProgram(['stats', ...args, '--format', 'json'], { cwd });
  const printed = JSON.parse(run.stdout) as Printed;
  expectSchema(printed, 'stats');
  return { ...printed, run };
}

describe('JSON', () => {
  test.each([
    [['overview', 'reports']],
    [['reports', '--by', 'folder']],
    [['words', 'reports', '--pos', 'all']],
    [['words', 'reports', '--by', 'year']],
    [['ngrams', 'reports', '-n', '3', '--min-frequency', '1']],
    [['collocates', '改革', 'reports', '--min-frequency', '1']],
    [['keyness', 'reports/2018', '--reference', 'reports/2020']],
    [['keyness', 'reports', '--by', 'document', '--pos', 'NOUN,v']],
    [['dispersion', '改革,修渠', 'reports']],
    [['diversity', 'reports']],
    [['frameworks', 'reports']],
    [['trend', '改革,修渠', 'reports']],
    [['trend', 'reports']],
  ])('of %j is what the schema says', async (args) => {
    const { run, rows, segmenter } = await print(args, createFolder(REPORTS));
    expect(run.status).toBe(0);
    expect(rows.length).toBeGreaterThan(0);
    expect(segmenter?.name).toBe('nodejieba');
  });

  test('of words has every token', async () => {
    const { rows, corpus } = await print(['words', 'reports'], createFolder(REPORTS));
    expect(rows.reduce((sum, { frequency }) => sum + Number(frequency), 0)).toBe(corpus.tokens);
    expect(rows.find(({ item }) => item === '三清工作法' || item === '三清')).toBeDefined();
    expect(rows.map(({ item }) => item)).not.toContain('。');
  });

  test('has the fields of rows in their order', async () => {
    const { rows } = await print(['collocates', '改革', 'reports', '--min-frequency', '1'], createFolder(REPORTS));
    expect(Object.keys(rows[0]!).join(' ')).toBe(
      'collocate frequency nodeFrequency collocateFrequency expected logDice mutualInformation tScore logLikelihood',
    );
  });

  test('of an empty list is still whole', async () => {
    const { rows, run } = await print(['collocates', '火星', 'reports'], createFolder(REPORTS));
    expect([rows, run.status]).toEqual([[], 0]);
  });
});

describe('units', () => {
  test('characters need no engine, and numbers stay whole', async () => {
    const cwd = createFolder({ 'a.txt': '增长5.3%，T恤①😀。\n' });
    const { rows, segmenter, corpus } = await print(['words', 'a.txt', '--unit', 'char'], cwd);
    expect(segmenter).toBeNull();
    expect(rows.map(({ item }) => item).sort()).toEqual(['5.3%', 'T', '增', '恤', '长']);
    expect(corpus).toEqual({ documents: 1, tokens: 5, characters: 12 });
  });

  test('a word of several characters is found among characters', async () => {
    const { rows } = await print(['dispersion', '修渠', 'reports', '--unit', 'char'], createFolder(REPORTS));
    expect(rows).toMatchObject([{ item: '修渠', frequency: 2, range: 1 }]);
  });

  test.each(['nodejieba', 'jieba-wasm'])('words are cut by %s, which is named', async (name) => {
    const { segmenter } = await print(['words', 'reports', '--segmenter', name], createFolder(REPORTS));
    expect(segmenter).toMatchObject({ name });
  });

  test('words of the user stay whole', async () => {
    const cwd = createFolder({ ...REPORTS, 'own.txt': '村里修渠\n' });
    const { rows } = await print(['words', 'reports', '--dictionary', 'own.txt'], cwd);
    expect(rows.map(({ item }) => item)).toContain('村里修渠');
  });

  test('traditional and simplified forms are one', async () => {
    const cwd = createFolder({ 'a.txt': '全面深化改革，推進經濟體制改革。\n' });
    for (const word of ['经济体制', '經濟體制']) {
      const { rows } = await print(['dispersion', word, 'a.txt'], cwd);
      expect(rows).toMatchObject([{ item: '经济体制', frequency: 1 }]);
    }
  });
});

describe('operands', () => {
  test.each([
    ['collocates', 'collocate'],
    ['dispersion', 'item'],
    ['trend', 'item'],
  ])('the first of %s is the word where a folder of its name exists', async (what, field) => {
    const cwd = createFolder({ ...REPORTS, '改革/2019/c.txt': '推行“四清”工作法。\n' });
    const { rows, corpus } = await print([what, '改革', 'reports', ...(what === 'collocates' ? MIN_1 : [])], cwd);
    expect(corpus.documents).toBe(what === 'trend' ? 2 : 3);
    expect(rows.every((row) => field in row)).toBe(true);
    expect(rows.length).toBeGreaterThan(0);
  });

  test.each(['./reports', 'reports', 'reports/'])('of trend %s alone is a path', async (path) => {
    const { rows, corpus } = await print(['trend', path], createFolder(REPORTS));
    expect(corpus.documents).toBe(2);
    expect(rows[0]).not.toHaveProperty('item');
  });

  test.each(['改革,修渠', '改革，修渠', '改革、修渠'])('%s are two words', async (words) => {
    for (const what of ['dispersion', 'trend']) {
      const { rows } = await print([what, words, 'reports'], createFolder(REPORTS));
      expect([...new Set(rows.map(({ item }) => item))].sort()).toEqual(['修渠', '改革']);
    }
  });
});

describe('what is compared', () => {
  test('with is every path behind --reference', async () => {
    const args = ['keyness', 'reports/2018', '--reference', 'reports/2020', 'reports/notes.txt'];
    const { corpus, reference, run } = await print(args, createFolder(REPORTS));
    expect([corpus.documents, reference?.documents]).toEqual([1, 2]);
    expect(run.stderr).not.toContain('warning');
  });

  test('is told where one file is in both', async () => {
    const args = ['keyness', 'reports', '--reference', './reports/notes.txt', '--reference', 'reports/2018'];
    const { reference, run } = await print(args, createFolder(REPORTS));
    expect(reference?.documents).toBe(2);
    expect(run.stderr).toContain('warning: 2 files in both the target and the reference (./reports/notes.txt, ');
  });

  test('stands in neither list of a table where it is as frequent in both', async () => {
    const cwd = createFolder({ 'a.txt': '修渠。修桥。\n', 'b.txt': '修渠。开会。\n', 'c.txt': '修渠。修桥。\n' });
    const { stdout } = await runProgram(['stats', 'keyness', 'a.txt', '--reference', 'b.txt'], { cwd });
    expect(stdout).toMatch(/More in the target .*修桥.*More in the reference .*开会/s);
    expect(stdout).not.toContain('修渠');
    const same = await runProgram(['stats', 'keyness', 'a.txt', '--reference', 'c.txt'], { cwd });
    expect(same.stdout).not.toContain('More in');
    expect(same.stdout).toContain('as frequent in the target as in the reference');
  });
});

test('a practice counts its name where its members are listed, other documents count as mentions', async () => {
  const cwd = createFolder({
    'a.txt': '推行“三清”工作法：账目清、实物清、去向清。三清要坚持，三清见效。\n',
    'b.txt': '今年继续推行“三清”工作法。\n',
  });
  const run = await print(['frameworks', '.'], cwd);
  expect(run.rows).toMatchObject([{ name: '三清', documents: 1, occurrences: 3 }]);
  expect(run).toMatchObject({ mentions: [{ name: '三清', documents: 1, occurrences: 1 }] });
  const { stdout } = await runProgram(['stats', 'frameworks', '.'], { cwd });
  expect(stdout).toContain('Named without members, not counted above (occurrences/documents)\n三清 1/1');
});

describe('notes on standard error', () => {
  test.each([
    ['collocates 火星 reports', '火星 does not occur'],
    ['collocates 改革 reports --min-frequency 9', '改革 occurs 2 times; nothing of the list stands near it 9 times'],
    ['words reports --years 2030', 'no report of 2030'],
  ])('of %s', async (line, note) => {
    const { stderr, status } = await runShell(`workmethod stats ${line}`, { cwd: createFolder(REPORTS) });
    expect(stderr).toContain(`workmethod: ${note}`);
    expect(status).toBe(0);
  });

  test('are not there for what is found', async () => {
    const { stderr } = await runShell('workmethod stats collocates 改革 reports --min-frequency 1', {
      cwd: createFolder(REPORTS),
    });
    expect(stderr).toBe('workmethod: 3 documents\n');
  });
});

describe('lists', () => {
  test('leave out stop words: those of the program, or of a file', async () => {
    const cwd = createFolder({ ...REPORTS, 'stop.txt': '# 自己的\n要\t助词\r\n改革\n' });
    const all = (await print(['words', 'reports'], cwd)).rows.map(({ item }) => item);
    const own = (await print(['words', 'reports', '--stopwords', 'stop.txt'], cwd)).rows.map(({ item }) => item);
    const usual = (await print(['words', 'reports', '--stopwords', 'default'], cwd)).rows.map(({ item }) => item);
    expect(all.filter((item) => !own.includes(item)).sort()).toEqual(['改革', '要']);
    expect(all.filter((item) => !usual.includes(item))).toContain('要');
    expect(usual).toContain('改革');
  });

  test('take parts of speech by their beginning', async () => {
    const { rows } = await print(['words', 'reports', '--pos', 'v'], createFolder(REPORTS));
    expect(rows.every(({ partOfSpeech }) => String(partOfSpeech).startsWith('v'))).toBe(true);
    expect(rows.length).toBeGreaterThan(0);
  });

  test('are sorted and cut as asked', async () => {
    const { rows } = await print(['words', 'reports', '--sort', 'item', '--top', '3'], createFolder(REPORTS));
    const items = rows.map(({ item }) => String(item));
    expect(items).toEqual([...items].sort());
    expect(items).toHaveLength(3);
  });
});

describe('years', () => {
  test('come from folders; reports without one are told', async () => {
    const { rows, undated, run } = await print(['trend', '改革', 'reports'], createFolder(REPORTS));
    expect(rows.map(({ year, documents, frequency }) => [year, documents, frequency])).toEqual([
      [2018, 1, 1],
      [2019, 0, 0],
      [2020, 1, 2],
    ]);
    expect(undated).toEqual(['reports/notes.txt']);
    expect(run.stderr).toContain('1 left out because nothing tells their year (reports/notes.txt)');
  });

  test('choose the reports, and those to compare with', async () => {
    const args = ['keyness', 'reports', '--years', '2020-', '--reference-years', '-2018'];
    const { corpus, reference, undated } = await print(args, createFolder(REPORTS));
    expect([corpus.documents, reference?.documents, undated.length]).toEqual([1, 1, 1]);
  });

  test('are those of a field of the record', async () => {
    const cwd = createFolder({
      'a.jsonl': '{"id":"x","text":"修渠","when":2011}\n{"id":"y","text":"修渠修渠","when":"2013年"}\n',
    });
    const { rows } = await print(['trend', '修渠', 'a.jsonl', '--date-field', 'when'], cwd);
    expect(rows.map(({ year, frequency }) => [year, frequency])).toEqual([
      [2011, 1],
      [2012, 0],
      [2013, 2],
    ]);
  });
});

describe('tables', () => {
  test('are aligned with Chinese widths, and say what was counted', async () => {
    const { stdout, stderr } = await runProgram(['stats', 'words', 'reports', '--top', '2'], {
      cwd: createFolder(REPORTS),
    });
    expect(stdout).toMatch(/^3 documents, \d+ tokens, \d+ characters\nsegmenter nodejieba /);
    const [head, ...rows] = stdout.split('\n').slice(3, 6);
    expect(head).toMatch(/^item +frequency +per million +documents$/);
    expect(rows[0]).toContain('█'.repeat(20));
    expect(stderr).toBe('workmethod: 3 documents\n');
  });

  test('of collocates name the node, and one is no plural', async () => {
    const cwd = createFolder({ 'a.txt': '修渠。\n' });
    const { stdout } = await runProgram(['stats', 'collocates', '修渠', 'a.txt'], { cwd });
    expect(stdout).toMatch(/^1 document, 1 token, 3 characters\n/);
    expect(stdout).toContain('near 修渠, 1 occurrence (5 to the left, 5 to the right)');
  });

  test.each([
    'overview',
    'keyness --by year',
    'dispersion 改革',
    'frameworks',
    'trend',
    'trend 改革',
    'collocates 改革',
    'diversity',
  ])('show %s', async (line) => {
    const { stdout, status } = await runShell(`workmethod stats ${line} reports --no-color`, {
      cwd: createFolder(REPORTS),
    });
    expect(status).toBe(0);
    expect(stdout.split('\n').length).toBeGreaterThan(5);
    expect(stdout).not.toMatch(/NaN|undefined|null|Infinity|\[object/);
  });
});

describe('CSV', () => {
  test('has a line of names, every digit, and no formulas', async () => {
    const cwd = createFolder({ 'a.txt': '修渠。\n', 'own.txt': '=修渠 5 n\n-修桥 5 n\n' });
    const run = await runProgram(['stats', 'words', 'a.txt', '--format', 'csv'], { cwd });
    expect(run.stdout).toBe('item,frequency,perMillion,documents\r\n修渠,1,1000000,1\r\n');
    const text = createFolder({ 'a.txt': '有=修渠和-修桥。\n', 'own.txt': '=修渠 5 n\n-修桥 5 n\n' });
    const { stdout } = await runProgram(['stats', 'words', 'a.txt', '--dictionary', 'own.txt', '-f', 'csv'], {
      cwd: text,
    });
    expect(stdout).toContain("\r\n'=修渠,1,");
    expect(stdout).toContain("\r\n'-修桥,1,");
  });

  test('of frameworks has the members in one cell; of nothing the names of the fields', async () => {
    const cwd = createFolder(REPORTS);
    const { stdout } = await runProgram(['stats', 'frameworks', 'reports', '--format', 'csv'], { cwd });
    expect(stdout).toBe(
      'name,category,declared,documents,occurrences,members\r\n三清,工作法,3,1,1,账目清；实物清；去向清\r\n',
    );
    const none = await runProgram(['stats', 'frameworks', 'reports/2018', '--format', 'csv'], { cwd });
    expect(none.stdout).toBe('name,category,declared,documents,occurrences,members\r\n');
  });
});

test('any order of the paths and any number of jobs give the same bytes', async () => {
  const cwd = createFolder(REPORTS);
  const outputs = await Promise.all(
    [
      ['reports/2018', 'reports/2020', 'reports/notes.txt'],
      ['reports/notes.txt', 'reports/2020', 'reports/2018', '--jobs', '4'],
      ['reports'],
    ].map(
      async (paths) => (await runProgram(['stats', 'dispersion', '改革,修渠', ...paths, '-f', 'json'], { cwd })).stdout,
    ),
  );
  expect(new Set(outputs).size).toBe(1);
});

describe('hostile input', () => {
  const HOSTILE = {
    'blank/a.txt': ' \n\n',
    'one/a.txt': '渠',
    'signs/a.txt': '。。。，，①②③★★★😀\n',
    'steering/a.txt': '修渠\u001b[31m红\u0007\u202e字。\n',
    'names/a.txt': 'constructor __proto__ toString .* [a-z]+ $1 修渠 constructor\n',
  };

  const WHATS = [
    'words',
    'ngrams',
    'collocates 渠',
    'keyness --by document',
    'dispersion 渠',
    'diversity',
    'frameworks',
    'overview',
  ];

  test.each(Object.keys(HOSTILE))('%s counts like any other text', async (path) => {
    const cwd = createFolder(HOSTILE);
    const runs = WHATS.map((what) => runShell(`workmethod stats ${what} ${path} --unit char --format json`, { cwd }));
    for (const { status, stdout, stderr } of await Promise.all(runs)) {
      // A node that does not occur is told before.
      const notes = stderr.replace(/^workmethod: 渠 (?:does not occur|occurs .*)\n/, '');
      expect([status, notes]).toEqual([0, 'workmethod: 1 document\n']);
      expectSchema(JSON.parse(stdout), 'stats');
    }
  });

  test.each(WHATS)('a table of %s is safe on a terminal', async (what) => {
    const { status, stdout } = await runShell(`workmethod stats ${what} . --unit char`, { cwd: createFolder(HOSTILE) });
    expect(status).toBe(0);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are looked for
    expect(stdout).not.toMatch(/NaN|Infinity|undefined|\u001b|\u0007|\u202e/);
  });

  test('words that look like expressions or like what objects have are words', async () => {
    const cwd = createFolder(HOSTILE);
    const { rows } = await print(['words', 'names'], cwd);
    expect(rows[0]).toMatchObject({ item: 'constructor', frequency: 2 });
    const dispersion = await print(['dispersion', 'constructor,__proto__,a.c', 'names', '--unit', 'char'], cwd);
    expect(dispersion.rows.map(({ frequency }) => frequency)).toEqual([2, 1, 0]);
    expect((await print(['trend', 'c.nstructor', 'names', '--date-field', 'x'], cwd)).rows).toEqual([]);
  });

  test('a broken file is named, and the others count', async () => {
    const cwd = createFolder({ ...REPORTS, 'reports/c.txt': new Uint8Array([0, 1, 2, 255, 254, 0, 0, 0]) });
    const { run, failures, corpus } = await print(['words', 'reports'], cwd);
    expect([run.status, failures.length, corpus.documents]).toEqual([3, 1, 3]);
    expect(run.stderr).toContain('reports/c.txt');
  });

  test('nothing readable ends with status 2 and leaves an older result', async () => {
    const cwd = createFolder({ 'a.txt': '', 'out.json': 'old' });
    const { status } = await runProgram(['stats', 'words', 'a.txt', '-f', 'json', '-o', 'out.json'], { cwd });
    expect(status).toBe(2);
    expect((await runShell('cat out.json', { cwd })).stdout).toBe('old');
  });

  test('standard input and other encodings are read', async () => {
    const cwd = createFolder();
    const input = encodeText('村里修渠，修渠。\n', 'gb18030');
    const { stdout } = await runProgram(['stats', 'words', '-', '-f', 'csv', '--encoding', 'gb18030'], { cwd, input });
    expect(stdout).toContain('修渠,2,');
  });
});

describe('wrong usage', () => {
  test.each([
    ['word reports', "'word' is neither a statistic (overview, words,"],
    ['collocates', 'collocates needs a word before the paths'],
    ['collocates reports', 'collocates needs a word before the paths'],
    ['dispersion ，， reports', 'is no word'],
    ["collocates '.*' reports", "'.*' is no word"],
    ["trend '.*' reports", "'.*' is no word"],
    ['collocates 修渠，改革 reports', "'修渠，改革': signs are no tokens"],
    ['collocates reports/ reports', "'reports/': signs are no tokens"],
    ['keyness reports', 'keyness needs something to compare with'],
    ['keyness reports --years 2000- --reference-years -2010', 'overlap'],
    ['keyness reports --reference reports --by year', '--by compares each part with the others'],
    ['words reports --window 5:5', '--window is for stats collocates, not for words'],
    ['words reports --unit char --pos n', '--pos is for words'],
    ['words reports --pos 名词', '--pos takes tags'],
    ['words reports --pos NOUNS', '--pos NOUNS: no tag'],
    ['words reports --sort logDice', '--sort of words takes frequency, documents, item'],
    ['words reports --pos foo', '--pos foo: no tag of a word; known are a, ad,'],
    ['words reports --stopwords none.txt', '--stopwords none.txt: no such file'],
    ['words reports --dictionary none.txt', '--dictionary none.txt: no such file'],
    ['keyness --reference reports/2018 reports/2020', 'name the paths of the target before --reference'],
    ['keyness reports --reference none', 'the reference is empty, no report in none'],
    ['keyness none --reference reports', 'the target is empty, no report in none'],
    ['keyness reports --years 2030 --reference-years 2018', 'the target is empty, no report of 2030 in reports'],
    [
      'keyness reports --years 2018 --reference-years 1900-1910',
      'the reference is empty, no report of 1900-1910 in reports',
    ],
    ['keyness reports --reference signs.txt', 'the reference is empty, no token in 1 report in signs.txt'],
    ['collocates 改革 reports --window 5', '--window takes L:R'],
    ['collocates 改革 reports --window 0:0', '--window takes L:R'],
    ['trend reports --years 2010-2000', '--years takes a year or a range'],
    ['ngrams reports -n 0', '-n takes a whole number'],
    ['words reports --top 0', '--top takes a whole number'],
    ['words no-such-folder/', 'no-such-folder/'],
  ])('stats %s', async (line, message) => {
    const { status, stderr, stdout } = await runShell(`workmethod stats ${line}`, {
      cwd: createFolder({ ...REPORTS, 'signs.txt': '。。①\n' }),
    });
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toContain(message);
    expect(stderr).not.toContain('a mistake of the program');
  });
});

test('a corpus database gives what its folder gives', async () => {
  const cwd = createFolder({
    'a.txt': '做到“三清”：账目清、实物清、去向清。\n2021年3月1日\n',
    'b.txt': encodeText('倉庫月報。帳目清。', 'big5'),
  });
  await runProgram(['index', 'a.txt', 'b.txt', '-o', 'corpus.db'], { cwd });
  for (const what of [['words'], ['frameworks'], ['diversity'], ['trend', '清']]) {
    const args = ['--unit', 'char', '--format', 'json'];
    const folder = await runProgram(['stats', ...what, 'a.txt', 'b.txt', ...args], { cwd });
    const stored = await runProgram(['stats', ...what, 'corpus.db', ...args], { cwd });
    expect([stored.status, stored.stdout]).toEqual([folder.status, folder.stdout]);
    expect(stored.stdout).toMatch(/"documents":[12]/);
  }
});

test('a concordance of a character has as many lines as the character occurs', async () => {
  const cwd = createFolder(REPORTS);
  const { rows } = await print(['words', 'reports', '--unit', 'char'], cwd);
  const frequent = rows.filter(({ frequency }) => Number(frequency) >= 2);
  expect(frequent.length).toBeGreaterThan(3);
  for (const { item, frequency } of frequent.slice(0, 5)) {
    const { stdout } = await runProgram(['search', String(item), 'reports', '--kwic'], { cwd });
    expect(stdout.trimEnd().split('\n')).toHaveLength(Number(frequency));
  }
});
