import { describe, expect, test } from 'vitest';
import {
  averageReducedFrequency,
  chiSquareTail,
  collocateLogLikelihood,
  countRange,
  deviationOfProportions,
  deviationOfProportionsNorm,
  expectedFrequency,
  hypergeometricDiversity,
  juillandD,
  keynessLogLikelihood,
  logDice,
  logRatio,
  MovingAverageRatio,
  mutualInformation,
  percentDifference,
  simpleMaths,
  tScore,
} from '../../../../src/corpus/statistics/public-statistics.js';

/** Whether two figures agree in their first ten digits. */
function expectClose(ours: number | null, theirs: number, digits = 10): void {
  expect(Math.abs(ours! - theirs) / Math.abs(theirs)).toBeLessThan(10 ** -digits);
}

describe('the probability of a chi-square', () => {
  // R 4.2: pchisq(x, 1, lower.tail = FALSE)
  test.each([
    [1e-10, 0.999992021154392],
    [0.1, 0.751829634045849],
    [1, 0.317310507862914],
    [2, 0.157299207050284],
    [3.841458820694124, 0.05],
    [7.9, 0.00494347973622824],
    [8.1, 0.00442652585791983],
    [30, 4.3204630578275e-8],
    [100, 1.52397060483211e-23],
    [690, 4.46984137818312e-152],
    [1370, 6.94293736464362e-300],
  ])('of %d', (x, p) => expectClose(chiSquareTail(x), p, 12));

  test('is 1 for 0 and 0 for what is beyond all numbers', () => {
    expect([chiSquareTail(0), chiSquareTail(1e6), chiSquareTail(Number.POSITIVE_INFINITY)]).toEqual([1, 0, 0]);
  });
});

describe('association', () => {
  // Dunning (1993), table 1: log-likelihood of word pairs in 31,777 words.
  test.each([
    [270.72, 110, 2442, 111, 29114],
    [263.9, 29, 13, 123, 31612],
    [256.84, 31, 23, 139, 31584],
  ])('G² is %d, as Dunning has it', (published, o11, o12, o21, o22) => {
    const counts = {
      frequency: o11,
      windowTokens: o11 + o12,
      nodeFrequency: o11 + o12,
      collocateFrequency: o11 + o21,
      tokens: o11 + o12 + o21 + o22,
    };
    expect(collocateLogLikelihood(counts)).toBeCloseTo(published, 2);
  });

  test('G² of independent words is 0', () => {
    const counts = { frequency: 4, windowTokens: 20, nodeFrequency: 20, collocateFrequency: 20, tokens: 100 };
    expect(collocateLogLikelihood(counts)).toBeCloseTo(0, 12);
    expect(mutualInformation(counts)).toBe(0);
    expect(tScore(counts)).toBe(0);
  });

  test('logDice is 13 for 10 together of 20 and 20, and 14 where two words are never apart', () => {
    const counts = { frequency: 10, nodeFrequency: 20, collocateFrequency: 20, windowTokens: 20, tokens: 1000 };
    expect(logDice(counts)).toBe(13);
    expect(logDice({ ...counts, frequency: 20 })).toBe(14);
  });

  // Manning & Schütze (1999), section 5.3.1: new companies, 8 of 15,828 and 4,675 among 14,307,668 words: t is 0.999932.
  test('the t-score of new companies', () => {
    const counts = {
      frequency: 8,
      nodeFrequency: 15828,
      windowTokens: 15828,
      collocateFrequency: 4675,
      tokens: 14307668,
    };
    expect(tScore(counts)).toBeCloseTo(0.999932, 3);
    expectClose(expectedFrequency(counts), 5.1718, 4);
  });

  // Manning & Schütze (1999), table 5.14: Ayatollah Ruhollah, 42 and 20, together 20, in 14,307,668 words: 18.38.
  test('the mutual information of Ayatollah Ruhollah', () => {
    const counts = { frequency: 20, nodeFrequency: 42, windowTokens: 42, collocateFrequency: 20, tokens: 14307668 };
    expect(mutualInformation(counts)).toBeCloseTo(18.38, 2);
  });
});

describe('keyness', () => {
  const counts = (a: number, c: number, b: number, d: number) => ({
    targetFrequency: a,
    targetTokens: c,
    referenceFrequency: b,
    referenceTokens: d,
  });

  test('G² is that of SciPy (power_divergence, log-likelihood)', () => {
    expectClose(keynessLogLikelihood(counts(120, 50000, 30, 80000)), 108.332488692);
    expectClose(keynessLogLikelihood(counts(5, 1000, 0, 2000)), 10.9861228867);
  });

  test('simple maths as the handbook of Sketch Engine reckons it', () => {
    expect(simpleMaths(counts(35, 112289776, 263, 1559716979))).toBeCloseTo(1.1224, 4);
  });

  test('a larger smoothing draws the ratio to 1', () => {
    expect(simpleMaths(counts(300, 1000000, 100, 1000000), 1)).toBeCloseTo(301 / 101, 12);
    expect(simpleMaths(counts(300, 1000000, 100, 1000000), 100)).toBe(2);
  });

  test('the log ratio counts doublings, and takes ½ for 0', () => {
    expect(logRatio(counts(80, 1000, 20, 1000))).toBeCloseTo(2, 12);
    expect(logRatio(counts(8, 1000, 0, 1000))).toBeCloseTo(4, 12);
    expect(logRatio(counts(0, 1000, 8, 1000))).toBeCloseTo(-4, 12);
    expect(logRatio(counts(1, 1000, 0, 0))).toBeNull();
  });

  test('%DIFF is 100 for twice as many, and has no bound where the reference has none', () => {
    expect(percentDifference(counts(20, 1000, 20, 2000))).toBeCloseTo(100, 10);
    expect(percentDifference(counts(20, 2000, 20, 1000))).toBeCloseTo(-50, 10);
    expect(percentDifference(counts(20, 1000, 0, 1000))).toBeNull();
  });
});

describe('dispersion', () => {
  // Gries (2008, 2020): the word a in a corpus of 50 words in five parts; figures to 8 digits by the R package tlda.
  const gries = { frequencies: [1, 2, 3, 4, 5], sizes: [9, 10, 10, 10, 11] };

  test('of Gries’ example', () => {
    expect(countRange(gries)).toBe(5);
    expect(juillandD(gries)).toBeCloseTo(0.78515045, 8);
    expect(deviationOfProportions(gries)).toBeCloseTo(0.18, 12);
    expect(deviationOfProportionsNorm(gries)).toBeCloseTo(0.2195122, 7);
  });

  test('is not defined without occurrence, and hardly for one part', () => {
    const none = { frequencies: [0, 0], sizes: [5, 5] };
    expect([juillandD(none), deviationOfProportions(none), deviationOfProportionsNorm(none)]).toEqual([
      null,
      null,
      null,
    ]);
    const one = { frequencies: [3], sizes: [5] };
    expect([juillandD(one), deviationOfProportions(one), deviationOfProportionsNorm(one)]).toEqual([null, 0, null]);
  });

  test('the average reduced frequency is f where all is even, and 1.5 of three in a row in twelve', () => {
    expect(averageReducedFrequency([0, 4, 8], 12)).toBe(3);
    expect(averageReducedFrequency([3, 7, 11], 12)).toBe(3);
    expect(averageReducedFrequency([5, 6, 7], 12)).toBe(1.5);
    expect(averageReducedFrequency([7], 12)).toBe(1);
    expect(averageReducedFrequency([], 12)).toBe(0);
  });
});

describe('diversity', () => {
  function movingRatio(tokens: string, window: number): number | null {
    const moving = new MovingAverageRatio(window);
    const types = [...new Set(tokens)];
    for (const token of tokens) moving.add(types.indexOf(token));
    return moving.ratio;
  }

  test('MATTR with a window as long as the text, or longer, is TTR', () => {
    expect(movingRatio('abcabcab', 8)).toBe(3 / 8);
    expect(movingRatio('abcabcab', 500)).toBe(3 / 8);
    expect(movingRatio('', 5)).toBeNull();
  });

  test('MATTR is the mean over windows', () => {
    // aab abb bba baa → 2/3 each; aaa → 1/3
    expect(movingRatio('aabb', 3)).toBeCloseTo(2 / 3, 12);
    expect(movingRatio('aaabc', 3)).toBeCloseTo((1 / 3 + 2 / 3 + 1) / 3, 12);
    expect(movingRatio('abcabc', 1)).toBe(1);
  });

  // R: sum(1 - dhyper(0, f, n - f, 42)) / 42
  test('HD-D is that of R’s hypergeometric distribution', () => {
    const frequencies = [40, 25, 10, 10, 5, 5, 3, 1, 1];
    const spectrum = new Map(frequencies.map((f) => [f, frequencies.filter((other) => other === f).length]));
    expectClose(hypergeometricDiversity(spectrum, 100), 0.179081561369689, 12);
  });

  test('HD-D is 1 where no token comes twice, 1/42 where all are one, and nothing for short texts', () => {
    expect(hypergeometricDiversity(new Map([[1, 60]]), 60)).toBeCloseTo(1, 12);
    expect(hypergeometricDiversity(new Map([[60, 1]]), 60)).toBeCloseTo(1 / 42, 12);
    expect(hypergeometricDiversity(new Map([[1, 41]]), 41)).toBeNull();
  });
});
