/**
 * How fast words are counted with their part of speech: `workmethod stats words --pos all` beside jieba for Python doing the same.
 */
import { spawnSync } from 'node:child_process';
import { closeSync, openSync, readSync, statSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { summarize } from './measure-process.js';

/** The rival takes half a minute for each megabyte, so it is given the beginning of the corpus. */
const RIVAL_MEGABYTES = 1;
const MOST_MEGABYTES = 60;
const INTERPRETERS = ['/usr/bin/python3', 'python3'];

/** @typedef {import('./measure-words.js').MeasureInTurn} MeasureInTurn */
/** @typedef {import('./measure-words.js').WordFigures} WordFigures */

/**
 * @param {readonly string[]} files @param {string} program @param {string} folder for the beginning of the corpus
 * @param {number} rounds @param {MeasureInTurn} measureInTurn @returns {Promise<WordFigures | null>}
 */
export async function measureStatistics(files, program, folder, rounds, measureInTurn) {
  const sizes = files.map((file) => ({ file, megabytes: statSync(file).size / 1e6 }));
  const chosen = sizes
    .filter(({ megabytes }) => megabytes <= MOST_MEGABYTES)
    .sort((a, b) => b.megabytes - a.megabytes)[0];
  if (chosen === undefined) return null;
  const { file, megabytes } = chosen;
  const counting = ['stats', 'words', file, '--pos', 'all', '--format', 'csv', '--quiet'];
  const rivals = [{ name: 'workmethod stats --pos', command: [process.execPath, program, ...counting], megabytes }];
  const python = INTERPRETERS.find((name) => spawnSync(name, ['-c', 'import jieba'], { stdio: 'ignore' }).status === 0);
  if (python !== undefined) {
    const part = copyBeginning(file, `${folder}beginning.jsonl`);
    const script = fileURLToPath(new URL('count_words.py', import.meta.url));
    rivals.push({ name: 'jieba.posseg', command: [python, script, part], megabytes: statSync(part).size / 1e6 });
  }
  const runs = await measureInTurn(rivals, rounds);
  const speeds = runs.map(({ name, figures }, i) => {
    const peaks = figures.flatMap(({ peakMegabytes }) => peakMegabytes ?? []);
    return {
      name,
      megabytesPerSecond: summarize(figures.map(({ seconds }) => (rivals[i]?.megabytes ?? 0) / seconds)),
      peakMegabytes: peaks.length === 0 ? null : summarize(peaks),
    };
  });
  const [own, other] = speeds.map(({ megabytesPerSecond }) => megabytesPerSecond.median);
  return { corpus: file, megabytes, speeds, ratio: own === undefined || other === undefined ? null : own / other };
}

/** The first whole lines. @param {string} file @param {string} copy */
function copyBeginning(file, copy) {
  const bytes = Buffer.alloc(RIVAL_MEGABYTES * 1e6);
  const from = openSync(file, 'r');
  const read = bytes.subarray(0, readSync(from, bytes));
  closeSync(from);
  writeFileSync(copy, read.subarray(0, read.lastIndexOf(0x0a) + 1));
  return copy;
}
