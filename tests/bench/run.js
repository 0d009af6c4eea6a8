/**
 * How fast the program is, as whole processes.
 *
 *   npm run bench -- [--size MB[,MB…]] [--rounds N] [--seed N] [--corpus FILE] [--only WHAT] [--profile] [--json]
 *
 * `workmethod extract` with one job and `workmethod normalize` beside `opencc` (which only converts characters), in turn, after a warm-up; `workmethod segment
 * --unit word` beside jieba for Python, `workmethod stats words --pos all` beside its tagger; `workmethod search` beside ripgrep (`--only search` measures nothing else); and the start-up of `workmethod --help` beside that of Node itself. Corpora are invented (see generate-reports.js) and kept in `.bench/`, or FILE is used.
 * `--profile` leaves `.bench/extract.cpuprofile` and lists the costliest functions instead.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, renameSync, statSync, writeSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { generateReports } from './generate-reports.js';
import { isInstalled, measureProcess, summarize } from './measure-process.js';
import { measureSearch, renderSearch } from './measure-search.js';
import { measureStatistics } from './measure-statistics.js';
import { measureWords } from './measure-words.js';
import { listCostliest } from './summarize-profile.js';

const MEGABYTE = 1e6;
const STARTS = 20;
const COSTLIEST = 25;
const OPENCC = 'opencc t2s';
const PROFILE = 'extract.cpuprofile';
const program = fileURLToPath(new URL('../../bin/workmethod.js', import.meta.url));
const folder = fileURLToPath(new URL('../../.bench/', import.meta.url));
const node = process.execPath;

/** @typedef {{ min: number, median: number, max: number }} Summary */
/** @typedef {{ name: string, megabytesPerSecond: Summary, peakMegabytes: Summary | null, timesOpencc: number | null }} Speed */
/** @typedef {{ corpus: string, megabytes: number, speeds: Speed[] }} CorpusFigures */
/** @typedef {import('./measure-words.js').WordFigures} WordFigures */
/** @typedef {{ rounds: number, opencc: boolean, corpora: CorpusFigures[], words: WordFigures | null, statistics: WordFigures | null, search: import('./measure-search.js').SearchFigures[], startup: { help: Summary, node: Summary, ratio: number } }} Figures */

/** @param {string} file */
function normalizeCommand(file) {
  return [program, 'normalize', file, '--quiet'];
}

/** @param {string} file */
function extractCommand(file) {
  return [program, 'extract', file, '--format', 'jsonl', '--quiet', '--jobs', '1'];
}

/** The invented corpus of a size; made once for each generator and seed. @param {number} megabytes @param {number} seed */
function prepareCorpus(megabytes, seed) {
  const hash = createHash('sha256');
  for (const name of ['generate-reports.js', 'report-vocabulary.js']) {
    hash.update(readFileSync(new URL(name, import.meta.url)));
  }
  const path = `${folder}reports-${megabytes}mb-seed${seed}-${hash.digest('hex').slice(0, 8)}.jsonl`;
  if (existsSync(path)) return path;
  const file = openSync(`${path}.tmp`, 'w');
  for (const line of generateReports(seed, megabytes * MEGABYTE)) writeSync(file, line);
  closeSync(file);
  renameSync(`${path}.tmp`, path);
  return path;
}

/** @param {string} file @param {number} rounds @param {boolean} withOpencc @returns {Promise<CorpusFigures>} */
async function measureCorpus(file, rounds, withOpencc) {
  const megabytes = statSync(file).size / MEGABYTE;
  const rivals = [
    { name: 'workmethod extract', command: [node, ...extractCommand(file)] },
    { name: 'workmethod normalize', command: [node, ...normalizeCommand(file)] },
  ];
  if (withOpencc) {
    rivals.push({ name: OPENCC, command: ['opencc', '-c', 't2s', '-i', file, '-o', '/dev/null'] });
  }
  const runs = await measureInTurn(rivals, rounds);
  const speedOf = (/** @type {typeof runs[number]} */ { figures }) =>
    summarize(figures.map(({ seconds }) => megabytes / seconds));
  const opencc = runs.find(({ name }) => name === OPENCC);
  const speeds = runs.map((run) => {
    const peaks = run.figures.flatMap(({ peakMegabytes }) => peakMegabytes ?? []);
    const compared = opencc === undefined || run === opencc ? null : speedOf(run).median / speedOf(opencc).median;
    return {
      name: run.name,
      megabytesPerSecond: speedOf(run),
      peakMegabytes: peaks.length === 0 ? null : summarize(peaks),
      timesOpencc: compared,
    };
  });
  return { corpus: file.replace(folder, '.bench/'), megabytes, speeds };
}

/**
 * A B A B …, so that a machine that slows down slows both. The first run of each is not counted.
 * @param {readonly { name: string, command: readonly string[] }[]} rivals @param {number} rounds
 */
async function measureInTurn(rivals, rounds) {
  const runs = rivals.map((rival) => ({
    ...rival,
    figures: /** @type {import('./measure-process.js').ProcessFigures[]} */ ([]),
  }));
  for (let round = 0; round <= rounds; round += 1) {
    for (const { command, figures } of runs) {
      const figure = await measureProcess(command);
      if (round > 0) figures.push(figure);
    }
  }
  return runs;
}

async function measureStartup() {
  const runs = await measureInTurn(
    [
      { name: 'help', command: [node, program, '--help'] },
      { name: 'node', command: [node, '-e', '0'] },
    ],
    STARTS,
  );
  const [help, bare] = runs.map(({ figures }) => summarize(figures.map(({ seconds }) => seconds * 1000)));
  if (help === undefined || bare === undefined) throw new Error('nothing was measured');
  return { help, node: bare, ratio: help.median / bare.median };
}

/** @param {string} file */
function profile(file) {
  const flags = ['--cpu-prof', `--cpu-prof-dir=${folder}`, `--cpu-prof-name=${PROFILE}`];
  const { status } = spawnSync(node, [...flags, ...extractCommand(file)], { stdio: ['ignore', 'ignore', 'inherit'] });
  if (status !== 0) throw new Error(`workmethod ended with ${status}`);
  return listCostliest(`${folder}${PROFILE}`, COSTLIEST);
}

/** @param {Figures} figures */
function renderFigures({ rounds, opencc, corpora, words, statistics, search, startup }) {
  const lines = [];
  for (const { corpus, megabytes, speeds } of corpora) {
    lines.push(...renderSpeeds(corpus, megabytes, speeds, rounds));
    for (const { name, timesOpencc } of speeds) {
      if (timesOpencc !== null) lines.push(`  ${name} runs at ${timesOpencc.toFixed(2)} times the speed of opencc`);
    }
    lines.push('');
  }
  if (words !== null) {
    lines.push(...renderSpeeds(words.corpus, words.megabytes, words.speeds, rounds));
    if (words.ratio === null)
      lines.push('jieba for Python is not installed (Debian, Ubuntu: apt install python3-jieba)');
    else lines.push(`  words are cut at ${words.ratio.toFixed(2)} times the speed of python3 -m jieba`);
    lines.push('');
  }
  if (statistics !== null) {
    lines.push(...renderSpeeds(statistics.corpus, statistics.megabytes, statistics.speeds, rounds));
    if (statistics.ratio !== null)
      lines.push(
        `  words are counted with part of speech at ${statistics.ratio.toFixed(0)} times the speed of jieba.posseg`,
      );
    lines.push('');
  }
  lines.push(...renderSearch(search, renderRow));
  if (!opencc)
    lines.push('opencc is not installed, so nothing was compared with it (Debian, Ubuntu: apt install opencc)', '');
  lines.push(`start-up (${STARTS} runs)`);
  lines.push(renderRow('', ['ms min', 'median', 'max']));
  for (const [name, { min, median, max }] of Object.entries({
    'workmethod --help': startup.help,
    'node -e 0': startup.node,
  })) {
    lines.push(
      renderRow(
        name,
        [min, median, max].map((value) => value.toFixed(1)),
      ),
    );
  }
  lines.push(`  ${startup.ratio.toFixed(2)} times the start-up of Node`);
  return lines.join('\n');
}

/**
 * @param {string} corpus @param {number} megabytes @param {number} rounds
 * @param {readonly { name: string, megabytesPerSecond: Summary, peakMegabytes: Summary | null }[]} speeds
 */
function renderSpeeds(corpus, megabytes, speeds, rounds) {
  const lines = [`${corpus.replace(folder, '.bench/')} (${megabytes.toFixed(1)} MB, ${rounds} rounds)`];
  lines.push(renderRow('', ['MB/s min', 'median', 'max', 'peak MB']));
  for (const { name, megabytesPerSecond: speed, peakMegabytes } of speeds) {
    const numbers = [speed.min, speed.median, speed.max].map((value) => value.toFixed(2));
    lines.push(renderRow(name, [...numbers, peakMegabytes === null ? '–' : peakMegabytes.max.toFixed(0)]));
  }
  return lines;
}

/** @param {string} name @param {readonly string[]} cells */
function renderRow(name, cells) {
  return `  ${name.padEnd(26)}${cells.map((cell) => cell.padStart(10)).join('')}`;
}

/** @param {import('./summarize-profile.js').FunctionCost[]} costs */
function renderCosts(costs) {
  const rows = costs.map(({ name, place, milliseconds, share }) => {
    return `${milliseconds.toFixed(0).padStart(8)} ms ${(100 * share).toFixed(1).padStart(5)} %  ${name.padEnd(28)} ${place}`;
  });
  return [...rows, `.bench/${PROFILE} opens in the developer tools of a browser`].join('\n');
}

/** @param {string} flag @param {string} value */
function readCount(flag, value) {
  const number = Number(value);
  if (!Number.isInteger(number) || number < 1)
    throw new Error(`--${flag} ${value}: a whole number from 1 on is needed`);
  return number;
}

async function main() {
  const { values } = parseArgs({
    options: {
      size: { type: 'string', default: '10,52,208' },
      rounds: { type: 'string', default: '3' },
      seed: { type: 'string', default: '1' },
      corpus: { type: 'string' },
      only: { type: 'string' },
      profile: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
    },
  });
  mkdirSync(folder, { recursive: true });
  const seed = readCount('seed', values.seed);
  const rounds = readCount('rounds', values.rounds);
  const sizes = values.size.split(',').map((size) => readCount('size', size));
  if (values.only !== undefined && values.only !== 'search')
    throw new Error(`--only ${values.only}: knows only search`);
  if (values.only === 'search') {
    const search = await measureSearch(folder, seed, program, rounds, measureInTurn);
    console.log(values.json ? JSON.stringify(search, null, 2) : renderSearch(search, renderRow).join('\n'));
    return;
  }
  if (values.corpus !== undefined && !existsSync(values.corpus))
    throw new Error(`--corpus ${values.corpus}: no such file`);
  const files = values.corpus === undefined ? sizes.map((size) => prepareCorpus(size, seed)) : [values.corpus];
  if (values.profile) {
    const costs = profile(files[0] ?? '');
    console.log(values.json ? JSON.stringify(costs, null, 2) : renderCosts(costs));
    return;
  }
  const opencc = await isInstalled('opencc');
  const corpora = [];
  for (const file of files) corpora.push(await measureCorpus(file, rounds, opencc));
  const words = await measureWords(files, program, rounds, measureInTurn);
  const statistics = await measureStatistics(files, program, folder, rounds, measureInTurn);
  const search = await measureSearch(folder, seed, program, rounds, measureInTurn);
  const figures = { rounds, opencc, corpora, words, statistics, search, startup: await measureStartup() };
  console.log(values.json ? JSON.stringify(figures, null, 2) : renderFigures(figures));
}

try {
  await main();
} catch (error) {
  console.error(`bench: ${error instanceof Error ? error.message : error}`);
  process.exitCode = 2;
}
