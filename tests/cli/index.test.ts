import { readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { findInputs } from '../../src/pipeline/read/find-inputs.js';
import { DEFAULT_READ_OPTIONS } from '../../src/pipeline/read/format-reader.js';
import { openCorpusIndex } from '../../src/store/corpus-index.js';
import { openCorpusStore } from '../../src/store/corpus-store.js';
import { currentSettings } from '../../src/store/current-settings.js';
import { openDatabase } from '../../src/store/open-database.js';
import { encodeText } from '../support/encode-text.js';
import { queryDatabase, readCorpusLines } from '../support/read-corpus.js';
import { runProgram } from '../support/run-program.js';
import { SIMPLIFIED_REPORT, TRADITIONAL_REPORT, TWO_NAMES } from '../support/sample-texts.js';
import { createFolder } from '../support/temporary-folder.js';

const NOISY = SIMPLIFIED_REPORT.replace('底数清、', '底(dǐ)数 清、').replace('河湾镇党委', '河湾镇党\n委');

/** All that reading meets: encodings, formats, bundles of records, and inputs that cannot be read. */
const MIXED = {
  'reports/a.txt': SIMPLIFIED_REPORT,
  'reports/b-gbk.txt': encodeText(NOISY, 'gb18030'),
  'reports/c-big5.txt': encodeText(TRADITIONAL_REPORT, 'big5'),
  'reports/d.md': `# 标题\n\n${TWO_NAMES}`,
  'reports/e.txt': '',
  'reports/f.jsonl': [
    JSON.stringify({ region: '河湾', id: 'x', text: TRADITIONAL_REPORT, year: 2023 }),
    'nonsense',
    JSON.stringify({ id: 'x', text: `𠮷\u0000${NOISY}` }),
    '{"id":"\\ud842","text":"半个\\ud842字:三清,账目清、实物清、去向清。"}',
    JSON.stringify({ text: '只有一行', id: 'a\u0000b' }),
  ].join('\n'),
  'reports/g.txt': Uint8Array.from([0, 1, 2, 3, 255, 0, 7, 8]),
  'reports/notes.csv': 'a,b',
  'reports/𠮷.txt': SIMPLIFIED_REPORT,
  'reports/\uFF21.txt': TWO_NAMES,
};

async function index(cwd: string, ...args: string[]) {
  const { status, stdout, stderr } = await runProgram(['index', ...args, '-o', 'corpus.db'], { cwd });
  expect(stdout).toBe('');
  return { status, stderr, summary: stderr.trimEnd().split('\n').at(-1) };
}

function createReports(count: number): Record<string, string> {
  return Object.fromEntries(
    Array.from({ length: count }, (_, i) => [
      `reports/${String(i).padStart(3, '0')}.txt`,
      `第${i}号简报\n${TWO_NAMES}`,
    ]),
  );
}

test('holds what extract finds in the same paths, byte for byte and in the same order', async () => {
  const cwd = createFolder(MIXED);
  const { status, summary } = await index(cwd, 'reports');
  expect([status, summary]).toEqual([
    3,
    'workmethod: 10 documents (10 added), 9 files read, 3 failed, 1 file passed over',
  ]);
  // One file, to be copied or sent.
  expect(readdirSync(cwd).sort()).toEqual(['corpus.db', 'reports']);
  const extracted = await runProgram(['extract', 'reports', '--format', 'jsonl'], { cwd });
  expect(readCorpusLines(join(cwd, 'corpus.db'))).toEqual(extracted.stdout.trimEnd().split('\n'));
});

test('is plain tables to other programs', async () => {
  const cwd = createFolder({ 'a.txt': SIMPLIFIED_REPORT, 'b.txt': `${TRADITIONAL_REPORT}按照「三不讓」的要求。` });
  await index(cwd, 'a.txt', 'b.txt');
  const query = (sql: string) => queryDatabase(join(cwd, 'corpus.db'), sql);
  expect(query('PRAGMA integrity_check')).toEqual([['ok']]);
  expect(query("SELECT framework_name, ordinal, label, line FROM framework_members WHERE path = 'b.txt'")).toEqual([
    ['四清', 1, '底数清', 4],
    ['四清', 2, '问题清', 5],
    ['四清', 3, '责任清', 6],
    ['四清', 4, '结果清', 7],
  ]);
  // Spans count code points of the source, as in all results.
  expect(
    query(
      `SELECT f.quote = substr(t.source, f.span_start + 1, f.span_end - f.span_start), f.found, f.complete
       FROM frameworks f JOIN texts t USING (document)`,
    ),
  ).toEqual([
    [1, 4, 1],
    [1, 4, 1],
  ]);
  expect(query("SELECT path, name FROM name_occurrences WHERE kind = 'mention'")).toEqual([['b.txt', '三不让']]);
  expect(query('SELECT path, level, heading FROM document_outline')).toContainEqual([
    'a.txt',
    0,
    '河湾镇推行“四清”工作法的做法',
  ]);
  expect(
    query(
      'SELECT path FROM documents WHERE id IN (SELECT rowid FROM bigrams WHERE bigrams MATCH \'"干部" AND "部逐"\')',
    ),
  ).toEqual([['a.txt'], ['b.txt']]);
});

describe('run again', () => {
  test('opens what changed, takes out what is gone, and keeps the order', async () => {
    const files = createReports(300);
    const cwd = createFolder(files);
    await index(cwd, 'reports');
    expect((await index(cwd, 'reports')).summary).toBe('workmethod: 300 documents (300 unchanged), 0 files read');
    for (const name of ['003', '150', '299']) writeFileSync(join(cwd, `reports/${name}.txt`), SIMPLIFIED_REPORT);
    expect((await index(cwd, 'reports')).summary).toBe(
      'workmethod: 300 documents (3 changed, 297 unchanged), 3 files read',
    );
    rmSync(join(cwd, 'reports/000.txt'));
    const count = (word: string) =>
      queryDatabase(join(cwd, 'corpus.db'), `SELECT count(*) FROM bigrams WHERE bigrams MATCH '${word}'`)[0]![0];
    expect(count('第0')).toBe(1);
    writeFileSync(join(cwd, 'reports/100a.txt'), TRADITIONAL_REPORT);
    expect((await index(cwd, 'reports')).summary).toBe(
      'workmethod: 300 documents (1 added, 1 removed, 299 unchanged), 1 file read',
    );
    expect([count('底数'), count('第0')]).toEqual([4, 0]);
    for (const letter of 'edcba') writeFileSync(join(cwd, `reports/00${letter}.txt`), `${letter}:${TWO_NAMES}`);
    expect((await index(cwd, 'reports')).summary).toBe(
      'workmethod: 305 documents (5 added, 300 unchanged), 5 files read',
    );
    const extracted = await runProgram(['extract', 'reports', '--format', 'jsonl'], { cwd });
    expect(readCorpusLines(join(cwd, 'corpus.db'))).toEqual(extracted.stdout.trimEnd().split('\n'));
  });

  test('leaves the database alone where nothing changed', async () => {
    const cwd = createFolder(createReports(3));
    await index(cwd, 'reports');
    const before = readFileSync(join(cwd, 'corpus.db'));
    const { mtimeMs } = statSync(join(cwd, 'corpus.db'));
    await index(cwd, 'reports');
    expect(readFileSync(join(cwd, 'corpus.db')).equals(before)).toBe(true);
    expect(statSync(join(cwd, 'corpus.db')).mtimeMs).toBe(mtimeMs);
  });

  test('takes a file that was only touched for what it is', async () => {
    const cwd = createFolder(createReports(3));
    await index(cwd, 'reports');
    utimesSync(join(cwd, 'reports/001.txt'), 1e9, 1e9);
    expect((await index(cwd, 'reports')).summary).toBe('workmethod: 3 documents (3 unchanged), 1 file read');
    expect((await index(cwd, 'reports')).summary).toBe('workmethod: 3 documents (3 unchanged), 0 files read');
  });

  test('sees a change behind the same size and time; --rehash opens every file', async () => {
    const cwd = createFolder(createReports(3));
    const path = join(cwd, 'reports/001.txt');
    utimesSync(path, 1e9, 1e9);
    await index(cwd, 'reports');
    const { size } = statSync(path);
    writeFileSync(path, readFileSync(path, 'utf8').replaceAll('石', '山').replace('1', '7'));
    utimesSync(path, 1e9, 1e9);
    expect(statSync(path).size).toBe(size);
    expect((await index(cwd, 'reports')).summary).toBe('workmethod: 3 documents (1 changed, 2 unchanged), 1 file read');
    expect((await index(cwd, 'reports', '--rehash')).summary).toBe(
      'workmethod: 3 documents (3 unchanged), 3 files read',
    );
  });

  test('analyzes only the records of a JSON lines file that are new', async () => {
    const record = (id: string, text = `${id}:${TWO_NAMES}`) => JSON.stringify({ id, text });
    const cwd = createFolder({ 'a.jsonl': ['1', '2', '2', '3'].map((id) => record(id)).join('\n') });
    await index(cwd, 'a.jsonl');
    writeFileSync(
      join(cwd, 'a.jsonl'),
      [record('0'), record('2'), record('3', SIMPLIFIED_REPORT), record('2')].join('\n'),
    );
    expect((await index(cwd, 'a.jsonl')).summary).toBe(
      'workmethod: 4 documents (1 added, 1 changed, 1 removed, 2 unchanged), 1 file read',
    );
    const extracted = await runProgram(['extract', 'a.jsonl', '--format', 'jsonl'], { cwd });
    expect(readCorpusLines(join(cwd, 'corpus.db'))).toEqual(extracted.stdout.trimEnd().split('\n'));
  });

  test('without paths reads what it was made from, as it was read', async () => {
    const cwd = createFolder({ 'a.jsonl': JSON.stringify({ body: SIMPLIFIED_REPORT }), 'b.jsonl': '' });
    await index(cwd, 'a.jsonl', '--text-field', 'body');
    expect((await index(cwd)).summary).toBe('workmethod: 1 document (1 unchanged), 0 files read');
    const other = await index(cwd, '--text-field', 'text2');
    expect([other.status, other.stderr]).toEqual([
      2,
      expect.stringContaining('--text-field needs the paths it is for'),
    ]);
  });

  test('tells failures again, and reads a file that can be read by then', async () => {
    const cwd = createFolder({ 'a.txt': SIMPLIFIED_REPORT, 'b.txt': '' });
    await index(cwd, 'a.txt', 'b.txt', 'c.txt');
    const again = await index(cwd);
    expect(again.status).toBe(3);
    expect(again.stderr).toBe(
      'workmethod: b.txt: the file is empty\nworkmethod: c.txt: no such file or folder\n' +
        'workmethod: 1 document (1 unchanged), 0 files read, 2 failed\n',
    );
    writeFileSync(join(cwd, 'c.txt'), TWO_NAMES);
    expect((await index(cwd)).summary).toBe('workmethod: 2 documents (1 added, 1 unchanged), 1 file read, 1 failed');
  });

  test('reads everything again where it is to be read otherwise', async () => {
    const cwd = createFolder(createReports(2));
    await index(cwd, 'reports');
    const { stderr } = await index(cwd, 'reports', '--encoding', 'gbk');
    expect(stderr).toContain('workmethod: other options: everything is read again\n');
    expect(queryDatabase(join(cwd, 'corpus.db'), 'SELECT DISTINCT encoding FROM documents')).toEqual([['gb18030']]);
    const database = openDatabase(join(cwd, 'corpus.db'));
    database.execute("UPDATE meta SET value = '0.0.1' WHERE key = 'program_version'");
    database.close();
    const version = await index(cwd);
    expect(version.stderr).toContain('workmethod: another version of workmethod: everything is read again\n');
    expect(version.summary).toBe('workmethod: 2 documents (2 renewed), 2 files read');
  });

  test('holds what the paths of the last run hold, and nothing where all of it failed', async () => {
    const cwd = createFolder({ 'a.txt': SIMPLIFIED_REPORT, 'b.txt': TWO_NAMES });
    await index(cwd, 'a.txt');
    expect((await index(cwd, 'b.txt')).summary).toBe('workmethod: 1 document (1 added, 1 removed), 1 file read');
    const before = readCorpusLines(join(cwd, 'corpus.db'));
    expect((await index(cwd, 'gone.txt')).status).toBe(2);
    expect(readCorpusLines(join(cwd, 'corpus.db'))).toEqual(before);
  });
});

test('reads standard input', async () => {
  const cwd = createFolder();
  const { status } = await runProgram(['index', '-o', 'corpus.db'], { cwd, input: encodeText(TWO_NAMES, 'gb18030') });
  expect(status).toBe(0);
  const store = openCorpusStore(join(cwd, 'corpus.db'));
  const [stored] = [...store.documents()];
  expect(stored).toMatchObject({ source: { id: '-', path: null, text: TWO_NAMES, encoding: 'gb18030' } });
  store.close();
});

describe('what cannot be done is told', () => {
  const other = (cwd: string, sql: string) => {
    const database = openDatabase(join(cwd, 'corpus.db'), { create: true });
    database.execute(sql);
    database.close();
  };

  test('where something else stands', async () => {
    const cwd = createFolder({
      'a.txt': TWO_NAMES,
      'corpus.db': 'this is a text, and longer than the header of a database is'.repeat(9),
    });
    const text = readFileSync(join(cwd, 'corpus.db'), 'utf8');
    expect((await index(cwd, 'a.txt')).stderr).toBe(
      'workmethod: -o corpus.db: is no corpus database; name one made by workmethod index, or another file\n',
    );
    expect(readFileSync(join(cwd, 'corpus.db'), 'utf8')).toBe(text);
    rmSync(join(cwd, 'corpus.db'));
    other(cwd, 'CREATE TABLE notes (text)');
    expect((await index(cwd, 'a.txt')).stderr).toContain('a database of another program');
    rmSync(join(cwd, 'corpus.db'));
    await index(cwd, 'a.txt');
    other(cwd, 'PRAGMA user_version = 99');
    expect((await index(cwd, 'a.txt')).stderr).toContain('made by a newer version of workmethod');
    expect(() => openCorpusStore(join(cwd, 'corpus.db'))).toThrow('made by a newer version');
  });

  test('where nothing can be written', async () => {
    const cwd = createFolder({ 'a.txt': TWO_NAMES, 'corpus.db/b.txt': '' });
    expect((await index(cwd, 'a.txt')).stderr).toContain('is a folder; name a file in it');
    const { status, stderr } = await runProgram(['index', 'a.txt', '-o', 'none/corpus.db'], { cwd });
    expect([status, stderr]).toEqual([
      2,
      'workmethod: -o none/corpus.db: its folder does not exist; create it first\n',
    ]);
    expect((await runProgram(['index', 'a.txt'], { cwd })).stderr).toContain('name the database: workmethod index');
  });

  test('where nothing can be read, and no database is left', async () => {
    const cwd = createFolder({ 'a.csv': '' });
    expect((await index(cwd, 'a.csv', 'b.txt')).status).toBe(2);
    expect((await index(cwd, '.')).stderr).toContain('no files to read');
    expect(readdirSync(cwd)).toEqual(['a.csv']);
  });

  test('where another run writes', async () => {
    const cwd = createFolder({ 'a.txt': TWO_NAMES });
    const first = openCorpusIndex(join(cwd, 'corpus.db'));
    const { inputs } = await findInputs([join(cwd, 'a.txt')]);
    for await (const step of first.update(inputs, currentSettings(['a.txt'], DEFAULT_READ_OPTIONS)))
      if (step.kind === 'document') break;
    const { status, stderr } = await index(cwd, 'a.txt');
    expect([status, stderr]).toEqual([
      2,
      'workmethod: -o corpus.db: another run of workmethod index is writing to it; wait until it is done\n',
    ]);
    first.abandon();
    expect(readdirSync(cwd)).toEqual(['a.txt']);
    await index(cwd, 'a.txt');
    const second = openCorpusIndex(join(cwd, 'corpus.db'));
    for await (const step of second.update([], currentSettings([], DEFAULT_READ_OPTIONS)))
      expect(step.kind).toBe('removed');
    second.abandon();
    expect((await index(cwd, 'a.txt')).summary).toBe('workmethod: 1 document (1 unchanged), 0 files read');
  });

  test('where a command takes reports and is given a database', async () => {
    const cwd = createFolder({ 'a.txt': TWO_NAMES });
    await index(cwd, 'a.txt');
    for (const command of ['extract', 'normalize', 'segment', 'read']) {
      const { status, stderr } = await runProgram([command, 'corpus.db'], { cwd });
      expect([status, stderr]).toEqual([
        2,
        expect.stringContaining('corpus.db: a database and no report; search and stats take'),
      ]);
    }
  });
});

test('without paths it is brought up to date only from the folder it was made in', async () => {
  const cwd = createFolder({ 'one/x/a.txt': '第一年', 'two/x/a.txt': '第二年' });
  const one = { cwd: join(cwd, 'one') };
  const two = { cwd: join(cwd, 'two') };
  expect((await runProgram(['index', 'x', '-o', '../corpus.db'], one)).status).toBe(0);
  const elsewhere = await runProgram(['index', '-o', '../corpus.db'], two);
  expect(elsewhere.status).toBe(2);
  expect(elsewhere.stderr).toContain('was made of x in ');
  expect((await runProgram(['index', '-o', '../corpus.db'], one)).stderr).toContain('1 unchanged');
});

test('where nothing can be read the database stays, and that is told', async () => {
  const cwd = createFolder({ 'x/a.txt': '第一年' });
  await runProgram(['index', 'x', '-o', 'corpus.db'], { cwd });
  rmSync(join(cwd, 'x'), { recursive: true });
  const { status, stderr } = await runProgram(['index', '-o', 'corpus.db'], { cwd });
  expect(stderr).toContain('nothing could be read; corpus.db is left as it was');
  expect(status).toBe(2);
});
