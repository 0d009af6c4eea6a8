import { readFileSync } from 'node:fs';
import { posix } from 'node:path';

/**
 * @typedef {object} FunctionCost
 * @property {string} name
 * @property {string} place file and line
 * @property {number} milliseconds spent in the function itself, not in what it calls
 * @property {number} share of the whole run
 */

/**
 * The costliest functions of a `.cpuprofile`, by their own time.
 * @param {string} path @param {number} count
 * @returns {FunctionCost[]}
 */
export function listCostliest(path, count) {
  /** @type {{ nodes: { id: number, callFrame: { functionName: string, url: string, lineNumber: number } }[], samples: number[], timeDeltas: number[] }} */
  const profile = JSON.parse(readFileSync(path, 'utf8'));
  /** @type {Map<number, string>} */
  const keys = new Map();
  for (const { id, callFrame } of profile.nodes) {
    const { functionName, url, lineNumber } = callFrame;
    keys.set(id, `${functionName || '(anonymous)'}\t${shorten(url)}${url === '' ? '' : `:${lineNumber + 1}`}`);
  }
  /** @type {Map<string, number>} */
  const times = new Map();
  let total = 0;
  for (const [i, id] of profile.samples.entries()) {
    const key = keys.get(id) ?? '';
    const microseconds = profile.timeDeltas[i] ?? 0;
    times.set(key, (times.get(key) ?? 0) + microseconds);
    total += microseconds;
  }
  const costs = [...times].map(([key, microseconds]) => {
    const [name = '', place = ''] = key.split('\t');
    return { name, place, milliseconds: microseconds / 1000, share: microseconds / total };
  });
  return costs.sort((a, b) => b.milliseconds - a.milliseconds).slice(0, count);
}

/** `file:///…/dist/pipeline/parse/find-marks.js` → `dist/pipeline/parse/find-marks.js` @param {string} url */
function shorten(url) {
  if (url === '' || url.startsWith('node:')) return url;
  return /(?:dist|node_modules)\/.*$/.exec(url)?.[0] ?? posix.basename(url);
}
