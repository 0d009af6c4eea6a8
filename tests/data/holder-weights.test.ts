import { readdirSync, readFileSync } from 'node:fs';
import { beforeAll, expect, test, vi } from 'vitest';
import { extractDocument } from '../../src/pipeline/run-pipeline.js';
import { buildSource } from '../support/build-extraction.js';
import { rowsOf } from './tables.js';

/** The reasons that were weighed while the texts below were read. */
const { asked } = vi.hoisted(() => ({ asked: new Set<string>() }));

vi.mock('../../src/resources/holder-weights.js', async (importOriginal) => {
  const original = await importOriginal<typeof import('../../src/resources/holder-weights.js')>();
  class Recorder extends Map<string, number> {
    override get(reason: string): number | undefined {
      asked.add(reason);
      return super.get(reason);
    }
  }
  const weights = new Recorder(original.loadHolderWeights());
  return { ...original, loadHolderWeights: () => weights };
});

const GOLD = new URL('../gold/extract/', import.meta.url);
const rows = rowsOf('frameworks/holder-weights.tsv');
const reasons = rows.map((row) => row['reason']!);
const PRACTICE = '“三清”：账目清、实物清、去向清。';

/** What the gold cases have no text for. */
const MORE = [
  ['柳河县水利局', `坚持${PRACTICE}`],
  ['管好一渠水', '——石桥镇的做法', `石桥镇的${PRACTICE}`],
  ['“三清”工作法 石桥镇管住了水', `坚持${PRACTICE}`],
  ['水利简报', '柳河县水利局　2023年5月8日', `坚持${PRACTICE}`],
  ['管好一渠水', '来源：柳河县水利局', `县水利局坚持${PRACTICE}`],
  ['管好一渠水', '记者走进柳河县水利局，见到局长周正平。管水的是石桥镇水管站站长周桂香。', `该局坚持${PRACTICE}`],
  [
    '管好一渠水',
    '柳河县水利局有40人。海东省柳河市水多。柳河市总工会授予它奖牌。',
    `水利局坚持${PRACTICE}石桥镇水管站坚持“四勤”：腿勤、手勤、嘴勤、眼勤。`,
    '柳河县水利局',
  ],
].map((lines) => lines.join('\n'));

beforeAll(() => {
  const cases = readdirSync(GOLD).map((name) => readFileSync(new URL(`${name}/input.txt`, GOLD), 'utf8'));
  for (const text of [...cases, ...MORE]) extractDocument(buildSource(text));
});

test('every reason that is weighed has a weight', () => {
  expect([...asked].filter((reason) => !reasons.includes(reason)).sort()).toEqual([]);
});

test('every weight is that of a reason', () => {
  expect(reasons.filter((reason) => !asked.has(reason)).sort()).toEqual([]);
});

test('each weight is a number with a note', () => {
  for (const { reason, weight, note } of rows) {
    expect([reason, Number.isFinite(Number(weight)), note !== '']).toEqual([reason, true, true]);
  }
});
