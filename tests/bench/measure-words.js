/**
 * How fast words are cut: `workmethod segment --unit word` beside the command line of jieba for Python, over the same file.
 */
import { spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { summarize } from './measure-process.js';

/** Larger corpora take the rival minutes for each round. */
const MOST_MEGABYTES = 60;
/** Debian's packages for Python are those of its own interpreter, which need not be the first in the path. */
const INTERPRETERS = ['/usr/bin/python3', 'python3'];

/** @typedef {{ name: string, command: readonly string[] }} Rival */
/** @typedef {{ min: number, median: number, max: number }} Summary */
/** @typedef {{ name: string, megabytesPerSecond: Summary, peakMegabytes: Summary | null }} Speed */
/** @typedef {{ corpus: string, megabytes: number, speeds: Speed[], ratio: number | null }} WordFigures */
/** @typedef {(rivals: readonly Rival[], rounds: number) => Promise<readonly { name: string, figures: import('./measure-process.js').ProcessFigures[] }[]>} MeasureInTurn */

/**
 * The largest of the corpora that the rival gets through in time.
 * @param {readonly string[]} files @param {string} program @param {number} rounds @param {MeasureInTurn} measureInTurn
 * @returns {Promise<WordFigures | null>}
 */
export async function measureWords(files, program, rounds, measureInTurn) {
  const sizes = files.map((file) => ({ file, megabytes: statSync(file).size / 1e6 }));
  const chosen = sizes
    .filter(({ megabytes }) => megabytes <= MOST_MEGABYTES)
    .sort((a, b) => b.megabytes - a.megabytes)[0];
  if (chosen === undefined) return null;
  const { file, megabytes } = chosen;
  /** @type {Rival[]} */
  const rivals = [
    { name: 'workmethod words', command: [process.execPath, program, 'segment', file, '--unit', 'word', '--quiet'] },
  ];
  const python = INTERPRETERS.find((name) => spawnSync(name, ['-c', 'import jieba'], { stdio: 'ignore' }).status === 0);
  if (python !== undefined)
    rivals.push({ name: 'python3 -m jieba', command: [python, '-m', 'jieba', '-q', '-d', ' ', file] });
  const speeds = (await measureInTurn(rivals, rounds)).map(({ name, figures }) => {
    const peaks = figures.flatMap(({ peakMegabytes }) => peakMegabytes ?? []);
    return {
      name,
      megabytesPerSecond: summarize(figures.map(({ seconds }) => megabytes / seconds)),
      peakMegabytes: peaks.length === 0 ? null : summarize(peaks),
    };
  });
  const [own, other] = speeds.map(({ megabytesPerSecond }) => megabytesPerSecond.median);
  return { corpus: file, megabytes, speeds, ratio: own === undefined || other === undefined ? null : own / other };
}
