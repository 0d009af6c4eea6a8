/**
 * Fits the weights of `data/frameworks/link-weights.tsv`: logistic regression over the links that are proposed in annotated reports.
 *
 *   npm run fit -- [--gold FOLDER --text FOLDER]… [--only REGEX] [--strength N] [--write]
 *
 * Without folders: `tests/gold/reports`. A link is right when at least three quarters of its members are those of the annotated framework of
 * that name, wrong when at most two fifths are; links between are left out. Weights are drawn towards their present values (`--strength`,
 * the L2 penalty); plain gradient descent from there, so the same input gives the same weights.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { createContext, listStretches } from '../dist/pipeline/extract/article-context.js';
import { findFormulas } from '../dist/pipeline/extract/find-formulas.js';
import { linkFrameworks } from '../dist/pipeline/extract/link-frameworks.js';
import { normalizeDocument } from '../dist/pipeline/normalize/normalize-document.js';
import { parseDocument } from '../dist/pipeline/parse/parse-document.js';

const WEIGHTS = fileURLToPath(new URL('../data/frameworks/link-weights.tsv', import.meta.url));
const REPORTS = fileURLToPath(new URL('gold/reports', import.meta.url));
const ROUNDS = 4000;
const RIGHT = 0.75;
const WRONG = 0.4;

/** @typedef {{ label: string }} Item */
/** @typedef {{ name: string, aliases?: string[], pattern: string, items: Item[] }} GoldFramework */
/** @typedef {{ right: boolean, features: readonly (readonly [string, number])[] }} Example */

const { values } = parseArgs({
  options: {
    gold: { type: 'string', multiple: true },
    text: { type: 'string', multiple: true },
    only: { type: 'string' },
    strength: { type: 'string', default: '0.002' },
    write: { type: 'boolean', default: false },
  },
});

/** @param {string} text */
function normalize(text) {
  const source = { id: '', path: null, text, format: 'txt', encoding: 'utf-8', sha256: '', diagnostics: [] };
  return normalizeDocument(source);
}

/** What two wordings are compared by: simplified, without signs. @param {string} wording */
function plain(wording) {
  return normalize(wording.normalize('NFKC')).text.replace(/[\s\p{P}\p{S}]/gu, '');
}

/** @param {string} a @param {string} b */
function sameWording(a, b) {
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  return short === long || (short.length >= 2 && long.includes(short) && short.length / long.length >= 0.2);
}

/** How many members agree, in order. @param {string[]} gold @param {string[]} given */
function countAligned(gold, given) {
  /** @type {number[]} */
  let row = new Array(given.length + 1).fill(0);
  for (const one of gold) {
    const next = [0];
    for (const [j, other] of given.entries()) {
      const diagonal = (row[j] ?? 0) + 1;
      next.push(sameWording(one, other) ? diagonal : Math.max(next[j] ?? 0, row[j + 1] ?? 0));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}

/** @param {string} name */
function nameKey(name) {
  return plain(name).replace(/^([一二两三四五六七八九十百\d]+)[个项条大种点]/u, '$1');
}

/** The share of members that are right, or null for a link that is neither right nor wrong. @param {any} candidate @param {GoldFramework[]} gold @param {string} text */
function judge(candidate, gold, text) {
  const key = nameKey(candidate.formula.name);
  const meant = gold.filter(({ name, aliases }) =>
    [name, ...(aliases ?? [])].some((one) => nameKey(one).startsWith(key)),
  );
  if (candidate.kind === 'name') return meant.some(({ pattern }) => pattern === 'compound');
  const given = candidate.members.map((/** @type {any} */ { label }) => plain(text.slice(label.start, label.end)));
  const share = Math.max(
    0,
    ...meant.map(({ items }) => {
      return (
        countAligned(
          items.map(({ label }) => plain(label)),
          given,
        ) / Math.max(items.length, given.length)
      );
    }),
  );
  return share >= RIGHT ? true : share <= WRONG ? false : null;
}

/** @param {string} file @param {GoldFramework[]} gold @returns {Example[]} */
function listExamples(file, gold) {
  const document = normalize(readFileSync(file, 'utf8').replace(/^\uFEFF/, ''));
  const outline = parseDocument(document);
  return listStretches(outline, document.text.length).flatMap((stretch) => {
    const formulas = findFormulas(document.text, stretch.span.start, stretch.span.end);
    const { entries } = linkFrameworks(createContext(document.text, outline, stretch, formulas));
    return entries.flatMap(({ candidates }) =>
      candidates.flatMap((candidate) => {
        const right = judge(candidate, gold, document.text);
        return right === null ? [] : [{ right, features: [['bias', 1], ...candidate.features] }];
      }),
    );
  });
}

function readExamples() {
  const only = values.only === undefined ? null : new RegExp(values.only, 'u');
  const texts = values.text ?? [REPORTS];
  return (values.gold ?? [REPORTS]).flatMap((folder) =>
    readdirSync(folder)
      .filter((name) => name.endsWith('.gold.json') && (only === null || only.test(name)))
      .sort()
      .flatMap((name) => {
        const report = `${basename(name, '.gold.json')}.txt`;
        const file = texts.map((text) => join(text, report)).find((path) => existsSync(path));
        const { frameworks } = JSON.parse(readFileSync(join(folder, name), 'utf8'));
        return file === undefined ? [] : listExamples(file, frameworks);
      }),
  );
}

/** @param {readonly Example[]} examples @param {ReadonlyMap<string, number>} start @param {number} strength */
function fitWeights(examples, start, strength) {
  const weights = new Map(start);
  for (let round = 0; round < ROUNDS; round++) {
    const gradient = new Map(
      [...weights].map(([name, weight]) => [name, strength * (weight - (start.get(name) ?? 0))]),
    );
    for (const { right, features } of examples) {
      const error = (probability(features, weights) - Number(right)) / examples.length;
      for (const [name, value] of features) gradient.set(name, (gradient.get(name) ?? 0) + error * value);
    }
    for (const [name, slope] of gradient) weights.set(name, (weights.get(name) ?? 0) - slope);
  }
  return weights;
}

/** @param {Example['features']} features @param {ReadonlyMap<string, number>} weights */
function probability(features, weights) {
  const score = features.reduce((sum, [name, value]) => sum + (weights.get(name) ?? 0) * value, 0);
  return 1 / (1 + Math.exp(-score));
}

const lines = readFileSync(WEIGHTS, 'utf8').split('\n');
const isRow = (/** @type {string} */ line) => line !== '' && !line.startsWith('#') && !line.startsWith('feature\t');
const present = new Map(lines.filter(isRow).map((line) => [line.split('\t')[0] ?? '', Number(line.split('\t')[1])]));
const examples = readExamples();
const fitted = fitWeights(examples, present, Number(values.strength));
const agreeing = examples.filter(({ right, features }) => probability(features, fitted) >= 0.5 === right).length;
console.log(`${examples.length} links, ${examples.filter(({ right }) => right).length} right`);
console.log(`${((100 * agreeing) / examples.length).toFixed(1)} % told apart`);
for (const [name, weight] of fitted) {
  const before = present.get(name)?.toFixed(2) ?? '–';
  if (before !== weight.toFixed(2)) console.log(`${name}\t${before} → ${weight.toFixed(2)}`);
}
if (values.write) {
  const written = lines.map((line) => {
    const [name = '', , ...rest] = line.split('\t');
    return isRow(line) ? [name, (fitted.get(name) ?? 0).toFixed(2), ...rest].join('\t') : line;
  });
  writeFileSync(WEIGHTS, written.join('\n'));
}
