import { describe, expect, test } from 'vitest';
import { findReprints } from '../../../src/corpus/find-reprints.js';
import { countShared, sketchText } from '../../../src/corpus/text-sketch.js';
import { normalizeDocument } from '../../../src/pipeline/normalize/normalize-document.js';
import { buildSource } from '../../support/build-extraction.js';
import { FOLLOWER, NAMESAKE, REPORT, REPRINT, toTraditional } from '../../support/linked-texts.js';

function isReprint(a: string, b: string): boolean {
  const [first, second] = findReprints([a, b].map((text) => sketchText(normalizeDocument(buildSource(text)).text)));
  return first === second;
}

const lines = REPORT.split('\n');
/** What every monthly brief of one office begins and ends with. */
const FRAME = [
  '本期简报由县政府督查室编印，发至各乡镇、各街道和县直各部门，请结合实际认真学习借鉴，有关情况及时反馈。',
  '各单位要提高认识，压实责任，主要负责人亲自过问，分管负责人具体抓，确保件件有着落、事事有回音。',
];

describe('a reprint', () => {
  test.each([
    ['the same text', REPORT],
    ['in the other script', toTraditional(REPORT)],
    ['another title', ['窗口里的三件小事', ...lines.slice(1)].join('\n')],
    ['another title and source line, the last paragraph cut, in the other script', REPRINT],
    ['half-width marks, other line breaks', lines.join('\n\n').replaceAll('，', ',').replaceAll('：', ':')],
    ['with a note of the editor', `${REPORT}\n编者按：小事见真章，欢迎各地来稿。`],
  ])('%s', (_why, text) => {
    expect(isReprint(REPORT, text)).toBe(true);
    expect(isReprint(text, REPORT)).toBe(true);
  });

  test('of a text too short to judge is its equal alone', () => {
    expect(isReprint('做到底数清、问题清、责任清。', '做到底数清，问题清，责任清。')).toBe(true);
    expect(isReprint('做到底数清、问题清、责任清。', '做到底数清、问题清、责任清、结果清。')).toBe(false);
  });
});

describe('no reprint', () => {
  test.each([
    ['another report with the same practice', REPORT, FOLLOWER],
    ['another report with a practice of the same name', FOLLOWER, NAMESAKE],
    [
      'two briefs of one office in the same frame',
      [FRAME[0], ...lines.slice(2, 5), FRAME[1]].join('\n'),
      [FRAME[0], FOLLOWER, FRAME[1]].join('\n'),
    ],
    ['a quotation', REPORT, lines[2]!],
    ['texts without words', '……', '！！'],
  ])('%s', (_why, a, b) => expect(isReprint(a, b)).toBe(false));
});

describe('the sketch', () => {
  /** Different shingles throughout. */
  const long = (from: number, to: number) =>
    Array.from({ length: to - from }, (_, i) =>
      String.fromCharCode(0x4e00 + ((from + i) % 7919), 0x4e00 + ((from + i) % 7907)),
    ).join('');

  test('estimates what long texts share', () => {
    const [a, b] = [sketchText(long(0, 6000)), sketchText(long(2000, 8000))];
    expect(a.shingles).toBe(11_996);
    expect(countShared(a, b) / a.shingles).toBeGreaterThan(0.6);
    expect(countShared(a, b) / a.shingles).toBeLessThan(0.73);
  });

  test('takes bounded memory and counts a repeated text once', () => {
    const sketch = sketchText('一县一策'.repeat(1_000_000));
    expect(sketch.shingles).toBe(4);
    expect(sketchText('一县一策'.repeat(3))).toEqual(sketch);
  });

  test('estimates how many shingles a very long text has', () => {
    let seed = 1;
    const codes = Array.from({ length: 3_000_000 }, () => {
      seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
      return 0x4e00 + (seed >>> 20);
    });
    const text = Array.from({ length: 3000 }, (_, i) =>
      String.fromCharCode(...codes.slice(i * 1000, (i + 1) * 1000)),
    ).join('');
    expect(sketchText(text).shingles / 3_000_000).toBeCloseTo(1, 1);
  });
});
