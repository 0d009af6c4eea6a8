import { comparePractices, type EditedSketch } from './compare-practices.js';
import type { FrameworkSketch } from './framework-sketch.js';
import { compareText, groupAlike, mixBits } from './group-alike.js';

/**
 * Which frameworks are one practice: the same name, or nearly so, with members that agree (see `comparePractices`).
 * @returns for each framework the number of its cluster; clusters are numbered in the order of their first framework
 */
export function clusterFrameworks(frameworks: readonly EditedSketch[]): number[] {
  const clusters = new Array<number>(frameworks.length).fill(0);
  let before = 0;
  // Practices of other numbers are never the same; block by block, less is in memory at a time.
  for (const block of blockByNumbers(frameworks)) {
    const items = block.map((i) => ({ ...frameworks[i]!, key: describe(frameworks[i]!) }));
    const groups = groupAlike<(typeof items)[number]>(items, {
      order: (a, b) => b.sketch.members.length - a.sketch.members.length || compareText(a.key, b.key),
      tokens: ({ sketch }) => listTokens(sketch),
      measure: comparePractices,
    });
    for (const [k, i] of block.entries()) clusters[i] = before + groups[k]!;
    before += block.length;
  }
  return renumber(clusters);
}

function blockByNumbers(frameworks: readonly EditedSketch[]): Iterable<number[]> {
  const blocks = new Map<string, number[]>();
  for (const [i, { sketch }] of frameworks.entries()) {
    const block = blocks.get(sketch.numbers);
    if (block === undefined) blocks.set(sketch.numbers, [i]);
    else block.push(i);
  }
  return blocks.values();
}

/** Everything that `comparePractices` looks at. Complete lists come before cut ones. */
function describe({ sketch, edition }: EditedSketch): string {
  const { cut, generic, informative, keys, heads, members, holder } = sketch;
  const wordings = members.map(({ wording, core }) => `${wording},${core}`);
  const evidence = informative ? [] : [holder ?? '', edition];
  return [cut ? '1' : '0', generic ? '1' : '0', ...keys, '', ...heads, '', ...wordings, ...evidence].join('\n');
}

/** The bigrams of the members under each character of the name: practices that agree share at least one. */
function listTokens({ heads, members }: FrameworkSketch): number[] {
  const characters = new Set(heads.join(''));
  // Names of numbers alone (12345) have only their like beside them.
  if (characters.size === 0) characters.add('');
  const tokens = new Set<number>();
  for (const { wording, core } of members) {
    const pieces = core.length < 2 ? [...listBigrams(wording), core, wording] : listBigrams(wording);
    for (const character of characters)
      for (const piece of pieces) if (piece !== '') tokens.add(hash(character, piece));
  }
  return [...tokens];
}

function listBigrams(wording: string): string[] {
  return Array.from({ length: Math.max(0, wording.length - 1) }, (_, i) => wording.slice(i, i + 2));
}

function hash(character: string, piece: string): number {
  let hashed = character === '' ? 0 : character.codePointAt(0)!;
  for (let i = 0; i < piece.length; i += 1) hashed = mixBits(hashed + Math.imul(piece.charCodeAt(i), 0x9e3779b1));
  return hashed;
}

function renumber(groups: readonly number[]): number[] {
  const numbers = new Map<number, number>();
  return groups.map((group) => {
    const number = numbers.get(group) ?? numbers.size;
    numbers.set(group, number);
    return number;
  });
}
