/**
 * How fast a corpus is stored and asked, as whole processes.
 *
 *   npm run bench:store -- [--files N] [--seed N] [--rounds N]
 *
 * A folder of invented reports of some 5 KB (see generate-reports.js) is kept in `.bench/`. Measured are `workmethod index` for all of it, again, and with one
 * file in a hundred changed, beside `workmethod extract`; then phrases of 2 to 8 characters, cut from the reports at random, each asked by a process that opens the
 * database, finds the documents and restores their texts.
 */
import { spawnSync } from 'node:child_process';
import { appendFileSync, existsSync, mkdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { openCorpusStore } from '../../dist/store/corpus-store.js';
import { generateReports } from './generate-reports.js';
import { measureProcess, summarize } from './measure-process.js';

const FOLDER_SIZE = 200;
const SHORTEST = 1500;
const PHRASES_PER_LENGTH = 5;
const program = fileURLToPath(new URL('../../bin/workmethod.js', import.meta.url));
const store = new URL('../../dist/store/corpus-store.js', import.meta.url).href;
const bench = fileURLToPath(new URL('../../.bench/', import.meta.url));

/** @param {string} folder @param {number} i */
function pathOf(folder, i) {
  return `${folder}/${String(Math.floor(i / FOLDER_SIZE)).padStart(4, '0')}/${String(i).padStart(6, '0')}.txt`;
}

/** @param {number} files @param {number} seed */
function prepareFolder(files, seed) {
  const folder = `${bench}store-${files}-seed${seed}`;
  if (existsSync(folder)) return folder;
  const unfinished = `${folder}.tmp`;
  rmSync(unfinished, { recursive: true, force: true });
  let i = 0;
  for (const line of generateReports(seed, Number.POSITIVE_INFINITY)) {
    if (i % FOLDER_SIZE === 0)
      mkdirSync(`${unfinished}/${String(i / FOLDER_SIZE).padStart(4, '0')}`, { recursive: true });
    writeFileSync(pathOf(unfinished, i), JSON.parse(line).text.slice(0, SHORTEST + ((i * 7919) % 500)));
    i += 1;
    if (i === files) break;
  }
  renameSync(unfinished, folder);
  return folder;
}

/** @param {string} name @param {readonly string[]} args */
async function measureRun(name, args) {
  const { seconds, peakMegabytes } = await measureProcess([process.execPath, program, ...args, '--quiet']);
  const peak = peakMegabytes === null ? '–' : `${peakMegabytes.toFixed(0)} MB`;
  console.log(`  ${name.padEnd(34)}${seconds.toFixed(2).padStart(8)} s   peak ${peak}`);
}

/** Phrases of each length with the number of documents that hold them. @param {string} database @param {number} seed */
function choosePhrases(database, seed) {
  const corpus = openCorpusStore(database);
  /** @type {string[]} */
  const texts = [];
  for (const stored of corpus.documents()) if (!('code' in stored)) texts.push(stored.document().text);
  corpus.close();
  let state = seed;
  const next = (/** @type {number} */ limit) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fff_ffff;
    return (state >> 8) % limit;
  };
  return Array.from({ length: 7 * PHRASES_PER_LENGTH }, (_, i) => {
    const text = texts[next(texts.length)] ?? '';
    const length = 2 + Math.floor(i / PHRASES_PER_LENGTH);
    const phrase = text.slice(next(text.length - length)).slice(0, length);
    return { phrase, documents: texts.filter((other) => other.includes(phrase)).length };
  });
}

/** @param {string} database @param {number} seed @param {number} rounds */
async function measurePhrases(database, seed, rounds) {
  const ask = `
    const { openCorpusStore } = await import(${JSON.stringify(store)});
    const [database, phrase] = process.argv.slice(-2);
    const corpus = openCorpusStore(database);
    let hits = 0;
    for (const stored of corpus.candidates([[phrase]])) if (!('code' in stored)) hits += stored.document().text.split(phrase).length - 1;
    corpus.close();`;
  console.log(`  phrases (${rounds} rounds each)`.padEnd(36), 'documents    ms min    median');
  for (const { phrase, documents } of choosePhrases(database, seed)) {
    const times = [];
    const command = [process.execPath, '--input-type=module', '-e', ask, '--', database, phrase];
    for (let round = 0; round <= rounds; round += 1) times.push((await measureProcess(command)).seconds * 1000);
    const { min, median } = summarize(times.slice(1));
    console.log(
      `  ${JSON.stringify(phrase).padEnd(32)}${String(documents).padStart(12)}${min.toFixed(0).padStart(10)}${median.toFixed(0).padStart(10)}`,
    );
  }
}

const { values } = parseArgs({
  options: {
    files: { type: 'string', default: '20000' },
    seed: { type: 'string', default: '7' },
    rounds: { type: 'string', default: '5' },
  },
});
const [files, seed, rounds] = [Number(values.files), Number(values.seed), Number(values.rounds)];
mkdirSync(bench, { recursive: true });
const folder = prepareFolder(files, seed);
const database = `${folder}.db`;
rmSync(database, { force: true });
const bytes = Array.from({ length: files }, (_, i) => statSync(pathOf(folder, i)).size).reduce(
  (sum, size) => sum + size,
  0,
);
console.log(`${files} files, ${(bytes / 1e6).toFixed(1)} MB`);
await measureRun('extract', ['extract', folder, '--format', 'jsonl', '-o', '/dev/null']);
await measureRun('index', ['index', folder, '-o', database]);
console.log(`  the database has ${(statSync(database).size / 1e6).toFixed(1)} MB`);
await measureRun('index, nothing changed', ['index', folder, '-o', database]);
for (let i = 0; i < files; i += 100) appendFileSync(pathOf(folder, i), '\n');
await measureRun('index, 1 % changed', ['index', folder, '-o', database]);
spawnSync('sync');
await measurePhrases(database, seed, rounds);
