import { spawn } from 'node:child_process';
import { existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { extractDocument, readDocuments, type SourceDocument, toExtractionRecord } from '../../src/index.js';
import { renderJsonValue } from '../../src/render/json-value.js';
import { openCorpusStore } from '../../src/store/corpus-store.js';
import { Random } from '../support/random.js';
import { queryDatabase, readCorpusLines } from '../support/read-corpus.js';
import { PROGRAM } from '../support/run-program.js';
import { SIMPLIFIED_REPORT, TWO_NAMES } from '../support/sample-texts.js';
import { createFolder } from '../support/temporary-folder.js';

const MOMENTS = 20;
/** Of them, those in which there is no database yet. */
const FIRST_BUILDS = 6;
const FILES = 40;

/**
 * Starts a run and ends it with a signal after some time, or as soon as there is a database. Returns how long it ran, or null where it was ended.
 */
function runIndex(
  cwd: string,
  end: number | 'when-begun' | null,
  signal: NodeJS.Signals = 'SIGKILL',
): Promise<number | null> {
  return new Promise((settle) => {
    const started = performance.now();
    const args = ['index', join(cwd, 'reports'), '-o', 'corpus.db', '-q'];
    const child = spawn(process.execPath, [PROGRAM, ...args], { cwd });
    const isDue = () =>
      end === 'when-begun' ? existsSync(join(cwd, 'corpus.db')) : end !== null && performance.now() - started >= end;
    const timer = setInterval(() => isDue() && child.kill(signal), 1);
    child.on('close', (_, by) => {
      clearInterval(timer);
      settle(by === null ? performance.now() - started : null);
    });
  });
}

/** A sign for a version, of one character so that it is one word of the index. */
function letter(version: number): string {
  return String.fromCharCode(0x41 + version);
}

/** A version of the reports: every other one differs from version to version. */
function writeReports(cwd: string, version: number): void {
  for (let i = 0; i < FILES; i += 1) {
    const text = i % 2 === 0 ? SIMPLIFIED_REPORT : `${TWO_NAMES}第${letter(version)}版\n${SIMPLIFIED_REPORT}`;
    writeFileSync(join(cwd, `reports/${i}.txt`), text);
  }
}

async function extractLines(cwd: string): Promise<string[]> {
  const lines: string[] = [];
  for await (const source of readDocuments([join(cwd, 'reports')]))
    lines.push(renderJsonValue(toExtractionRecord(extractDocument(source as SourceDocument))));
  return lines;
}

/** What the database holds as others see it; null where it holds nothing yet. */
function readState(path: string): string[] | null {
  try {
    return readCorpusLines(path);
  } catch (error) {
    expect((error as Error).message).toMatch(/no such file|holds no corpus yet/);
    return null;
  }
}

test('a run that is killed at any moment leaves the old state or the new one, and the next run completes it', async () => {
  const cwd = createFolder({ 'reports/0.txt': TWO_NAMES });
  const database = join(cwd, 'corpus.db');
  const random = new Random(20_261_121);
  writeReports(cwd, 0);
  const firstBuild = (await runIndex(cwd, null))!;
  writeReports(cwd, 1);
  const update = (await runIndex(cwd, null))!;
  let before: string[] | null = await extractLines(cwd);
  const outcomes = { old: 0, new: 0 };
  for (let moment = 0; moment < MOMENTS; moment += 1) {
    const first = moment < FIRST_BUILDS;
    if (first) {
      rmSync(database);
      before = null;
    }
    writeReports(cwd, moment + 2);
    const after = await extractLines(cwd);
    // From when the program has been loaded to a little behind its end.
    await runIndex(cwd, (0.15 + 0.9 * random.next()) * (first ? firstBuild : update));
    const state = readState(database);
    expect([before, after]).toContainEqual(state);
    outcomes[JSON.stringify(state) === JSON.stringify(after) ? 'new' : 'old'] += 1;
    if (state !== null) expect(queryDatabase(database, 'PRAGMA integrity_check')).toEqual([['ok']]);
    expect(await runIndex(cwd, null)).not.toBeNull();
    expect(readCorpusLines(database)).toEqual(after);
    const word = `${letter(moment + 2)}版`;
    expect(queryDatabase(database, `SELECT count(*) FROM bigrams WHERE bigrams MATCH '${word}'`)).toEqual([
      [FILES / 2],
    ]);
    before = after;
  }
  // Killed before anything is done or when all is done proves little.
  expect(outcomes.old).toBeGreaterThan(2);
}, 180_000);

test.each(['SIGINT', 'SIGTERM'] as const)('%s leaves no beginning of a database behind', async (signal) => {
  const cwd = createFolder({ 'reports/0.txt': TWO_NAMES });
  writeReports(cwd, 0);
  expect(await runIndex(cwd, 'when-begun', signal)).toBeNull();
  expect(readdirSync(cwd)).toEqual(['reports']);
});

describe('who reads meanwhile', () => {
  test('goes on in the state that was there, and does not hold the writer up', async () => {
    const cwd = createFolder({ 'reports/0.txt': TWO_NAMES });
    const database = join(cwd, 'corpus.db');
    writeReports(cwd, 0);
    await runIndex(cwd, null);
    const before = await extractLines(cwd);
    const store = openCorpusStore(database);
    const documents = store.documents();
    const first = documents.next().value!;
    writeReports(cwd, 1);
    expect(await runIndex(cwd, null)).not.toBeNull();
    const seen = [first, ...documents].map((stored) => ('code' in stored ? '' : stored.recordJson()));
    expect(seen).toEqual(before);
    expect([...store.candidates([[`第${letter(1)}版`]])]).toEqual([]);
    store.close();
    expect(readCorpusLines(database)).toEqual(await extractLines(cwd));
  });
});
