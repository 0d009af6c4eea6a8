/**
 * The measures of `workmethod stats` beside those of other tools, over the same tokens.
 *
 *   npm run agreement -- [--markdown]
 *
 * What is not installed is skipped (Debian, Ubuntu: python3-nltk, python3-scipy, r-base-core, r-cran-jsonlite; from PyPI lexicalrichness, from CRAN tlda). Fails
 * where a figure differs in its first six digits.
 */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import * as workmethod from '../../dist/index.js';
import { makeSampleCorpus } from './sample-corpus.js';

const LARGEST_DIFFERENCE = 1e-6;
const CHI_SQUARES = [0.001, 0.5, 1, 3.84, 6.63, 10.83, 15.13, 50, 200, 700, 1300];
const WINDOWS = [25, 100, 500];
/** Table 1 of Dunning (1993) begins with words of a corpus of 31,777: 110, 2442, 111, 29114. */
const TABLES = [
  [110, 2442, 111, 29114],
  [29, 13, 123, 31612],
  [1, 0, 0, 30000],
];
/** Frequency and size of two corpora. */
const KEYNESS = [
  [35, 112289776, 263, 1559716979],
  [120, 50000, 30, 80000],
  [5, 1000, 0, 2000],
];
const PYTHONS = ['/usr/bin/python3', 'python3'];

/** @typedef {Record<string, number>} Scores */
/** @typedef {{ tool: string, command: readonly string[], versions: readonly string[] }} Rival */

const { parts } = makeSampleCorpus();
const tokens = parts.flat();
const words = [...new Set(tokens)];
const sizes = parts.map((part) => part.length);
const dispersed = ['田', '水', '田桥', words.at(-3) ?? ''].filter((word) => tokens.includes(word));
const pairs = listPairs();
const request = {
  tokens,
  pairs,
  sizes,
  windows: WINDOWS,
  chiSquares: CHI_SQUARES,
  tables: TABLES,
  keyness: KEYNESS,
  dispersion: Object.fromEntries(dispersed.map((word) => [word, parts.map((part) => count(part, word))])),
};

/** @param {readonly string[]} list @param {string} word */
function count(list, word) {
  return list.filter((token) => token === word).length;
}

/** The most frequent pairs of neighbours, and some that stand together once. */
function listPairs() {
  /** @type {Map<string, [string, string]>} */
  const found = new Map();
  for (let i = 0; i + 1 < tokens.length; i += 1) {
    const pair = /** @type {[string, string]} */ (tokens.slice(i, i + 2));
    found.set(pair.join(' '), pair);
  }
  const all = [...found.values()];
  return [...all.slice(0, 12), ...all.slice(-4, -1)];
}

/** One document, a sentence a part, without any sign. @returns {workmethod.PlacedDocument} */
function asDocument() {
  const sentence = { tokens, tags: null, afterSign: tokens.map((_, i) => i === 0), start: 0 };
  const document = { source: { id: 'sample', path: null }, text: '', sentences: () => [sentence], articles: () => [] };
  return /** @type {never} */ ({ document, year: null });
}

/** @returns {Scores} */
function ownScores() {
  /** @type {Scores} */
  const scores = {};
  for (const [node, collocate] of pairs) {
    const filter = { stopwords: null, takesTag: null };
    const options = {
      window: { left: 0, right: 1 },
      filter,
      minFrequency: 1,
      top: null,
      sort: /** @type {const} */ ('logDice'),
    };
    const counter = new workmethod.CollocateCounter({ node: { text: node, oneToken: true }, ...options });
    counter.add(asDocument());
    const row = [...counter.finish().rows].find((found) => found.collocate === collocate);
    if (row === undefined) throw new Error(`${node} ${collocate} was not counted`);
    scores[`mutual information ${node} ${collocate}`] = row.mutualInformation;
    scores[`t-score ${node} ${collocate}`] = row.tScore;
    scores[`G2 ${node} ${collocate}`] = row.logLikelihood;
    scores[`logDice ${node} ${collocate}`] = row.logDice;
  }
  for (const [a, c, b, d] of /** @type {[number, number, number, number][]} */ (KEYNESS)) {
    const counts = { targetFrequency: a, targetTokens: c, referenceFrequency: b, referenceTokens: d };
    scores[`keyness G2 ${a}/${c} ${b}/${d}`] = workmethod.keynessLogLikelihood(counts);
  }
  for (const x of CHI_SQUARES) scores[`p of ${formatG(x)}`] = workmethod.chiSquareTail(x);
  for (const cells of /** @type {[number, number, number, number][]} */ (TABLES)) {
    const [frequency, o12, o21, o22] = cells;
    scores[`G2 of ${cells.join(' ')}`] = workmethod.collocateLogLikelihood({
      frequency,
      windowTokens: frequency + o12,
      collocateFrequency: frequency + o21,
      nodeFrequency: frequency + o12,
      tokens: frequency + o12 + o21 + o22,
    });
  }
  return { ...scores, ...ownDiversity(), ...ownDispersion() };
}

/** As printf has it. @param {number} x */
function formatG(x) {
  return String(Number(x.toPrecision(6)));
}

/** @returns {Scores} */
function ownDiversity() {
  const frequencies = words.map((word) => count(tokens, word));
  const spectrum = new Map(frequencies.map((value) => [value, frequencies.filter((other) => other === value).length]));
  /** @type {Scores} */
  const scores = {
    TTR: words.length / tokens.length,
    'HD-D': workmethod.hypergeometricDiversity(spectrum, tokens.length) ?? Number.NaN,
  };
  for (const window of WINDOWS) {
    const moving = new workmethod.MovingAverageRatio(window);
    for (const token of tokens) moving.add(words.indexOf(token));
    scores[`MATTR ${window}`] = moving.ratio ?? Number.NaN;
  }
  return scores;
}

/** @returns {Scores} */
function ownDispersion() {
  /** @type {Scores} */
  const scores = {};
  for (const [item, frequencies] of Object.entries(request.dispersion)) {
    const counts = { frequencies, sizes };
    scores[`Juilland D ${item}`] = workmethod.juillandD(counts) ?? Number.NaN;
    scores[`DP ${item}`] = workmethod.deviationOfProportions(counts) ?? Number.NaN;
    scores[`DPnorm ${item}`] = workmethod.deviationOfProportionsNorm(counts) ?? Number.NaN;
  }
  return scores;
}

/** @param {string} file */
const beside = (file) => fileURLToPath(new URL(file, import.meta.url));

/** @returns {Rival[]} */
function listRivals() {
  const python = PYTHONS.find((name) => spawnSync(name, ['-c', '0']).status === 0) ?? 'python3';
  const version = (/** @type {string} */ module) => [python, '-c', `import ${module}; print(${module}.__version__)`];
  const ofR = (/** @type {string} */ name) => ['Rscript', '-e', `cat(as.character(packageVersion("${name}")))`];
  return [
    { tool: 'NLTK', command: [python, beside('nltk_scores.py')], versions: version('nltk') },
    { tool: 'SciPy', command: [python, beside('scipy_scores.py')], versions: version('scipy') },
    { tool: 'R', command: ['Rscript', beside('scores.R')], versions: ofR('MASS') },
    { tool: 'lexicalrichness', command: [python, beside('richness_scores.py')], versions: version('lexicalrichness') },
    { tool: 'tlda', command: ['Rscript', beside('dispersion.R')], versions: ofR('tlda') },
  ];
}

/** Null where the tool is not installed. @param {Rival} rival @returns {Scores | null} */
function askRival({ tool, command, versions }) {
  const [probe = '', ...probeArgs] = versions;
  const installed = spawnSync(probe, probeArgs, { encoding: 'utf8' });
  if (installed.status !== 0) return null;
  const [program = '', ...args] = command;
  const { status, stdout, stderr } = spawnSync(program, args, { input: JSON.stringify(request), encoding: 'utf8' });
  if (status !== 0) throw new Error(`${tool} ended with ${status}: ${stderr}`);
  return JSON.parse(stdout);
}

function main() {
  const { values } = parseArgs({ options: { markdown: { type: 'boolean', default: false } } });
  const own = ownScores();
  let compared = 0;
  let worst = 0;
  for (const rival of listRivals()) {
    const scores = askRival(rival);
    if (scores === null) {
      console.log(`${rival.tool} is not installed; skipped`);
      continue;
    }
    for (const [name, theirs] of Object.entries(scores)) {
      const ours = own[name];
      if (ours === undefined) throw new Error(`${rival.tool} gave ${name}, which was not asked for`);
      const difference = Math.abs(ours - theirs) / Math.max(Math.abs(theirs), Number.MIN_VALUE);
      compared += 1;
      worst = Math.max(worst, difference);
      const cells = [name, rival.tool, ours.toPrecision(12), theirs.toPrecision(12)];
      console.log(values.markdown ? `| ${cells.join(' | ')} |` : `${cells.map((cell) => cell.padEnd(28)).join('')}`);
      if (!(difference <= LARGEST_DIFFERENCE)) {
        console.log(`  they differ by ${difference}`);
        process.exitCode = 1;
      }
    }
  }
  console.log(`${compared} figures compared; the largest relative difference is ${worst.toExponential(1)}`);
}

main();
