/**
 * A small corpus of invented words for comparing figures with other tools: frequencies fall as in natural text, and neighbours
 * prefer each other. The same each time.
 */

const WORDS = [...'田水路桥山林村户粮仓渠灯井墙窗门车船马牛羊麦稻豆'].flatMap((first, i, all) => [
  first,
  first + all[(i * 7 + 3) % all.length],
  first + all[(i * 5 + 1) % all.length],
]);
const TOKENS = 4000;
const PARTS = 12;

/** @returns {{ parts: string[][] }} parts of unequal size */
export function makeSampleCorpus() {
  let state = 20261121;
  const random = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
  /** @type {string[][]} */
  const parts = Array.from({ length: PARTS }, () => []);
  let previous = 0;
  for (let i = 0; i < TOKENS; i += 1) {
    const rank = Math.floor(WORDS.length ** random()) - 1;
    const chosen = random() < 0.3 ? (previous * 3 + 1) % WORDS.length : rank;
    previous = chosen;
    // Later parts are longer, and the last words of the list come more often there.
    const part = Math.floor(Math.sqrt(i / TOKENS) * PARTS);
    const word = WORDS[random() < 0.1 ? Math.min(WORDS.length - 1, chosen + part) : chosen];
    if (word !== undefined) parts[part]?.push(word);
  }
  // A last word of its own, so that every other one has a right neighbour.
  parts.at(-1)?.push('终');
  return { parts };
}
