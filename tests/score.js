/**
 * Scores `workmethod extract` on a folder of reports with gold beside them, and compares with the floor.
 *
 *   npm run score -- FOLDER [--raise] [--misses]
 *
 * FOLDER holds corpus/{seeds,web,written}, gold/ and eval/score.mjs. `--raise` writes what is higher now into score-floor.json and
 * lowers nothing. `--misses` lists what was missed in the tuned half; the other half is set aside, so that nobody tunes to it.
 * Exit status: 0 no figure below its floor, 1 one is, 2 the score could not be made.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const PROGRAM = fileURLToPath(new URL('../bin/workmethod.js', import.meta.url));
const FLOOR_FILE = new URL('score-floor.json', import.meta.url);
const CORPORA = ['seeds', 'web', 'written'];
const HALVES = { all: null, tuned: '^(0|[WB]\\d[13579])', aside: '^[WB]\\d[02468]' };
const LARGEST_OUTPUT = 2 ** 30;

/** @typedef {keyof typeof HALVES} Half */
/** @typedef {Readonly<Record<string, number | null>>} Figures */
/** @typedef {{ least: Record<string, number>, most: Record<string, number> }} Floor */

/** @type {Readonly<Record<string, string>>} */
const LABELS = {
  frameworks: 'frameworks F1',
  members: 'members F1',
  perfect: 'perfect',
  mentions: 'mentions F1',
  pattern: '  pattern',
  declared: '  declared',
  groups: '  groups',
  category: '  category',
  parent: '  parent',
  article: '  article',
  holder: '  holder',
  pair: '  pair',
};
const COUNTS = { wrongSpans: 'wrong spans', documentsWithoutPrediction: 'without prediction' };
const GAPS = { frameworksGap: 'frameworks', membersGap: 'members' };

class ScoreError extends Error {}

/** @param {string} command @param {readonly string[]} args @param {string} [input] */
function run(command, args, input = '') {
  const { status, stdout, stderr, error } = spawnSync(command, args, {
    input,
    encoding: 'utf8',
    maxBuffer: LARGEST_OUTPUT,
  });
  if (error) throw error;
  if (status !== 0) throw new ScoreError(`${[command, ...args].join(' ')}\nended with ${status}:\n${stderr}`);
  return stdout;
}

/**
 * What the scorer says, as plain figures by name. Null where the gold has nothing to compare.
 * @param {any} score what `score.mjs --json` printed
 * @returns {Figures}
 */
function listFigures(score) {
  /** @type {Record<string, number | null>} */
  const figures = {
    frameworks: score.frameworks.f1,
    members: score.members.f1,
    perfect: score.perfect.share,
    mentions: score.mentions.f1,
    wrongSpans: score.spans.wrong,
    documentsWithoutPrediction: score.documents_without_prediction,
  };
  for (const [field, { share }] of Object.entries(score.fields)) figures[field] = share;
  return figures;
}

/** @param {Readonly<Record<Half, Figures>>} scores @param {Floor} floor */
function renderTable(scores, floor) {
  const halves = /** @type {Half[]} */ (Object.keys(HALVES));
  const lines = [formatRow('', [...halves, 'floor'])];
  for (const [name, label] of Object.entries(LABELS)) {
    const values = [...halves.map((half) => scores[half][name] ?? null), floor.least[name] ?? null];
    lines.push(formatRow(label, values.map(formatShare)));
  }
  for (const [name, label] of Object.entries(COUNTS)) {
    const values = [...halves.map((half) => scores[half][name] ?? null), floor.most[name] ?? null];
    lines.push(
      formatRow(
        label,
        values.map((value) => String(value ?? '–')),
      ),
    );
  }
  return lines.join('\n');
}

/** @param {string} label @param {readonly string[]} cells */
function formatRow(label, cells) {
  return label.padEnd(20) + cells.map((cell) => cell.padStart(9)).join('');
}

/** @param {number | null} share */
function formatShare(share) {
  return share === null ? '–' : `${(100 * share).toFixed(1)} %`;
}

/**
 * One sentence for each figure on the wrong side of its floor.
 * @param {Readonly<Record<Half, Figures>>} scores @param {Floor} floor
 */
function findShortfalls(scores, floor) {
  const shortfalls = [];
  for (const [name, least] of Object.entries(floor.least)) {
    const value = scores.all[name] ?? null;
    if (value !== null && value < least) {
      shortfalls.push(`${nameFigure(name)}: ${formatShare(value)}, the floor is ${formatShare(least)}`);
    }
  }
  for (const [name, label] of Object.entries(COUNTS)) {
    const value = scores.all[name] ?? 0;
    const most = floor.most[name] ?? 0;
    if (value > most) shortfalls.push(`${label}: ${value}, at most ${most}`);
  }
  for (const [name, figure] of Object.entries(GAPS)) {
    const gap = measureGap(scores, figure);
    const most = floor.most[name];
    if (most !== undefined && gap > most) {
      shortfalls.push(
        `${nameFigure(figure)}: the tuned half is ${formatShare(gap)} ahead of the other, at most ${formatShare(most)}`,
      );
    }
  }
  return shortfalls;
}

/** @param {string} name */
function nameFigure(name) {
  return (LABELS[name] ?? name).trim();
}

/** How far the tuned half is ahead. @param {Readonly<Record<Half, Figures>>} scores @param {string} figure */
function measureGap(scores, figure) {
  return (scores.tuned[figure] ?? 0) - (scores.aside[figure] ?? 0);
}

/**
 * The floor with present figures where they are higher, cut (not rounded) to three places.
 * @param {Figures} figures @param {Floor} floor
 * @returns {Floor}
 */
function raiseFloor(figures, floor) {
  const least = Object.entries(floor.least).map(([name, value]) => {
    const present = Math.floor(1000 * (figures[name] ?? 0)) / 1000;
    return [name, Math.max(value, present)];
  });
  return { ...floor, least: Object.fromEntries(least) };
}

function main() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { raise: { type: 'boolean', default: false }, misses: { type: 'boolean', default: false } },
  });
  const [folder] = positionals;
  if (folder === undefined || positionals.length > 1) {
    throw new ScoreError('name one folder with corpus/, gold/ and eval/: npm run score -- FOLDER [--raise] [--misses]');
  }
  const scorer = join(folder, 'eval/score.mjs');
  if (!existsSync(scorer)) throw new ScoreError(`${folder}: there is no eval/score.mjs in it`);
  const corpora = CORPORA.map((name) => join(folder, 'corpus', name)).filter((path) => existsSync(path));
  const extraction = run(process.execPath, [PROGRAM, 'extract', ...corpora, '--format', 'json', '--quiet']);
  const texts = corpora.flatMap((path) => ['--text', path]);
  /** @param {string | null} only @param {readonly string[]} flags */
  const score = (only, flags) => {
    const chosen = only === null ? [] : ['--only', only];
    return run(
      process.execPath,
      [scorer, '--gold', join(folder, 'gold'), '--pred', '-', ...texts, ...chosen, ...flags],
      extraction,
    );
  };
  const scores = /** @type {Record<Half, Figures>} */ (
    Object.fromEntries(
      Object.entries(HALVES).map(([half, only]) => [half, listFigures(JSON.parse(score(only, ['--json'])))]),
    )
  );
  if (values.misses) console.log(score(HALVES.tuned, ['--misses']));
  const floor = /** @type {Floor} */ (JSON.parse(readFileSync(FLOOR_FILE, 'utf8')));
  console.log(renderTable(scores, floor));
  const shortfalls = findShortfalls(scores, floor);
  for (const shortfall of shortfalls) console.log(`below the floor: ${shortfall}`);
  if (values.raise) {
    writeFileSync(FLOOR_FILE, `${JSON.stringify(raiseFloor(scores.all, floor), null, 2)}\n`);
    console.log('tests/score-floor.json: figures that are higher now are the new floor');
  }
  return shortfalls.length > 0 ? 1 : 0;
}

try {
  process.exitCode = main();
} catch (error) {
  console.error(error instanceof ScoreError ? `score: ${error.message}` : error);
  process.exitCode = 2;
}
