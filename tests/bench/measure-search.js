import { closeSync, existsSync, mkdirSync, openSync, renameSync, writeFileSync, writeSync } from 'node:fs';
import { generateReports } from './generate-reports.js';
import { isInstalled, summarize } from './measure-process.js';

/** As many files as a province's reports of some years, of the usual length. */
const FILES = 20_000;
const CHARACTERS_PER_FILE = 1700;
const FILES_PER_FOLDER = 200;
const LARGE_BYTES = 1e9;
/** Stands in every second report. */
const FREQUENT = '信访';
/** Stands in one. */
const RARE = '鸬鹚';

/** @typedef {import('./measure-process.js').ProcessFigures} ProcessFigures */
/** @typedef {{ name: string, command: readonly string[] }} Rival */
/** @typedef {(rivals: readonly Rival[], rounds: number) => Promise<(Rival & { figures: ProcessFigures[] })[]>} MeasureInTurn */
/** @typedef {{ name: string, milliseconds: { min: number, median: number, max: number } }} SearchTime */
/** @typedef {{ corpus: string, phrase: string, times: SearchTime[], timesRipgrep: number | null, timesExact: number }} SearchFigures */

/**
 * `workmethod search` beside ripgrep on the same bytes: whole processes, lines with their numbers.
 * @param {string} folder for the corpora @param {number} seed @param {string} program @param {number} rounds @param {MeasureInTurn} measureInTurn
 * @returns {Promise<SearchFigures[]>}
 */
export async function measureSearch(folder, seed, program, rounds, measureInTurn) {
  const { many, large } = prepareCorpora(folder, seed);
  const ripgrep = await isInstalled('rg');
  const figures = [];
  for (const corpus of [many, large]) {
    for (const phrase of [RARE, FREQUENT]) {
      const search = [process.execPath, program, 'search', '--quiet', phrase, corpus];
      const rivals = [
        { name: 'workmethod search', command: search },
        { name: 'workmethod search --exact', command: [...search, '--exact'] },
      ];
      if (ripgrep) rivals.push({ name: 'rg -n', command: ['rg', '-n', phrase, corpus] });
      const runs = await measureInTurn(rivals, rounds);
      const times = runs.map(({ name, figures }) => {
        return { name, milliseconds: summarize(figures.map(({ seconds }) => seconds * 1000)) };
      });
      const [any, exact, rg] = times.map(({ milliseconds }) => milliseconds.median);
      figures.push({
        corpus: corpus.replace(folder, '.bench/'),
        phrase,
        times,
        timesRipgrep: any === undefined || rg === undefined ? null : any / rg,
        timesExact: (any ?? 0) / (exact ?? 1),
      });
    }
  }
  return figures;
}

/** Many small files, and one large one of the same texts; made once for each seed. @param {string} folder @param {number} seed */
function prepareCorpora(folder, seed) {
  const many = `${folder}search-${FILES}-seed${seed}`;
  const large = `${folder}search-large-seed${seed}.txt`;
  if (existsSync(many) && existsSync(large)) return { many, large };
  const texts = [...takeTexts(seed)];
  for (const [i, text] of texts.entries()) {
    const part = `${many}.tmp/${String(Math.floor(i / FILES_PER_FOLDER)).padStart(3, '0')}`;
    mkdirSync(part, { recursive: true });
    writeFileSync(`${part}/${String(i).padStart(5, '0')}.txt`, text);
  }
  const all = Buffer.from(texts.join(''));
  const file = openSync(`${large}.tmp`, 'w');
  for (let written = 0; written < LARGE_BYTES; written += all.length) writeSync(file, all);
  closeSync(file);
  renameSync(`${large}.tmp`, large);
  renameSync(`${many}.tmp`, many);
  return { many, large };
}

/** @param {number} seed */
function* takeTexts(seed) {
  let pool = '';
  let count = 0;
  for (const line of generateReports(seed, Number.MAX_SAFE_INTEGER)) {
    pool += `${JSON.parse(line).text}\n`;
    while (pool.length > CHARACTERS_PER_FILE) {
      const text = pool.slice(0, CHARACTERS_PER_FILE);
      pool = pool.slice(CHARACTERS_PER_FILE);
      yield count === FILES / 2 ? `${text}${RARE}\n` : `${text}\n`;
      count += 1;
      if (count === FILES) return;
    }
  }
}

/** @param {readonly SearchFigures[]} figures @param {(name: string, cells: readonly string[]) => string} renderRow */
export function renderSearch(figures, renderRow) {
  const lines = [];
  for (const { corpus, phrase, times, timesRipgrep, timesExact } of figures) {
    lines.push(`search for ${phrase} in ${corpus}`, renderRow('', ['ms min', 'median', 'max']));
    for (const { name, milliseconds } of times) {
      lines.push(
        renderRow(
          name,
          [milliseconds.min, milliseconds.median, milliseconds.max].map((value) => value.toFixed(0)),
        ),
      );
    }
    const beside =
      timesRipgrep === null ? 'ripgrep is not installed' : `${timesRipgrep.toFixed(2)} times the time of ripgrep`;
    lines.push(`  ${beside}, ${timesExact.toFixed(2)} times that of --exact`, '');
  }
  return lines;
}
