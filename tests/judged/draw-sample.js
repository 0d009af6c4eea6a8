/**
 * Draws a fixed random sample of frameworks to be judged by a reader, or counts the verdicts.
 *
 *   npm run --silent judged -- draw CORPUS.jsonl --seed N --count 150 > tests/judged/NAME.json
 *   npm run --silent judged -- count tests/judged/NAME.json
 *
 * The order is that of the SHA-256 of seed, document and place, so the same corpus and seed give the same sample wherever it is drawn. The texts
 * stay out: ids, code points of the source text and verdicts are kept. Verdicts: `right`, `label` (the set and its members are right, a label is
 * cut wrong), `wrong`, or null where nobody judged yet.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const PROGRAM = fileURLToPath(new URL('../../bin/workmethod.js', import.meta.url));
const LEAST_CONFIDENCE = 0.5;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { seed: { type: 'string', default: '1' }, count: { type: 'string', default: '150' } },
});
const [what, file] = positionals;
if (file === undefined || (what !== 'draw' && what !== 'count')) {
  console.error('usage: npm run judged -- draw CORPUS.jsonl [--seed N] [--count N] | count SAMPLE.json');
  process.exitCode = 2;
} else if (what === 'draw') console.log(JSON.stringify(draw(file), null, 1));
else count(file);

/** @param {string} corpus */
function draw(corpus) {
  const args = [PROGRAM, 'extract', corpus, '--format', 'jsonl', '--quiet', '--min-confidence', `${LEAST_CONFIDENCE}`];
  const { stdout } = spawnSync(process.execPath, args, { encoding: 'utf8', maxBuffer: 2 ** 30 });
  const items = stdout
    .trim()
    .split('\n')
    .flatMap((line) => {
      const { id, frameworks } = JSON.parse(line);
      return frameworks.map((/** @type {any} */ { span, confidence, items: members }) => ({
        document: id,
        span: [span.start, span.end],
        members: members.map((/** @type {any} */ member) => [member.span.start, member.span.end]),
        confidence,
        verdict: null,
        reason: '',
      }));
    });
  /** @param {{ document: string, span: number[] }} item */
  const rank = ({ document, span }) =>
    createHash('sha256').update(`${values.seed}|${document}|${span[0]}`).digest('hex');
  const chosen = items
    .map((item) => ({ rank: rank(item), item }))
    .sort((a, b) => (a.rank < b.rank ? -1 : 1))
    .slice(0, Number(values.count))
    .map(({ item }) => item);
  const sha256 = createHash('sha256').update(readFileSync(corpus)).digest('hex');
  return { corpus: sha256, seed: values.seed, leastConfidence: LEAST_CONFIDENCE, of: items.length, items: chosen };
}

/** @param {string} sample */
function count(sample) {
  const { items } = JSON.parse(readFileSync(sample, 'utf8'));
  /** @type {Map<string, number>} */
  const verdicts = new Map();
  for (const { verdict } of items)
    verdicts.set(verdict ?? 'not judged', (verdicts.get(verdict ?? 'not judged') ?? 0) + 1);
  const right = (verdicts.get('right') ?? 0) + (verdicts.get('label') ?? 0);
  const judged = items.length - (verdicts.get('not judged') ?? 0);
  for (const [verdict, n] of verdicts) console.log(`${verdict}: ${n}`);
  console.log(`right sets: ${((100 * right) / judged).toFixed(1)} % of ${judged}`);
}
