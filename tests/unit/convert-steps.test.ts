import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compileStep } from '../../src/pipeline/normalize/conversion-step.js';
import { convertSteps } from '../../src/pipeline/normalize/convert-steps.js';
import { addEdit, createEditList, type Edits, SCRIPT } from '../../src/pipeline/normalize/edits.js';
import { loadSteps } from '../../src/pipeline/normalize/load-steps.js';
import { mergeEdits } from '../../src/pipeline/normalize/merge-edits.js';
import { OPENCC_CONFIGS, type OpenccConfig } from '../../src/pipeline/normalize/opencc-configs.js';

const rank = (...entries: [string, string][]) => ({ entries, rewords: false });

describe('one step', () => {
  const convert = (text: string, ...ranks: ReturnType<typeof rank>[]) =>
    convertSteps(text, { segmentation: null, steps: [compileStep(ranks)] }).text;

  test('the longest word of a rank wins', () => {
    expect(convert('甲乙丙', rank(['甲乙', '1'], ['甲乙丙', '2'], ['甲', '3']))).toBe('2');
  });

  test('a match in an earlier rank goes before a longer one in a later', () => {
    expect(convert('甲乙丙', rank(['甲乙', '1']), rank(['甲乙丙', '2']))).toBe('1丙');
    expect(convert('甲乙丙', rank(['甲', '1']), rank(['甲乙丙', '2']))).toBe('1乙丙');
  });

  test('of two entries for one word the first counts', () => {
    expect(convert('甲乙丙', rank(['甲乙', '1'], ['甲乙', '2'], ['丙', '3'], ['丙', '4']))).toBe('13');
  });

  test('what describes a character is not converted, an unfinished description is', () => {
    expect(convert('甲⿰甲甲甲', rank(['甲', '乙']))).toBe('乙⿰甲甲乙');
    expect(convert('甲⿲甲甲', rank(['甲', '乙']))).toBe('乙⿲乙乙');
  });

  test('no word reaches over the edge of a segment', () => {
    const steps = [compileStep([rank(['丁', '甲'])]), compileStep([rank(['甲乙', '一'], ['乙丙', '二'])])];
    expect(convertSteps('丁乙丙', { segmentation: null, steps }).text).toBe('一丙');
    expect(convertSteps('丁乙丙', { segmentation: compileStep([rank(['乙丙', ''])]), steps }).text).toBe('甲二');
    const longer = [compileStep([rank(['甲乙丙', '三'])])];
    expect(convertSteps('甲乙丙', { segmentation: compileStep([rank(['甲乙', ''])]), steps: longer }).text).toBe(
      '甲乙丙',
    );
  });
});

describe("OpenCC's configurations", () => {
  // Written for this test; what is expected is what OpenCC's dictionaries say.
  test.each<[OpenccConfig, string, string]>([
    ['s2t', '皇后以后在里面干活', '皇后以後在裏面幹活'],
    ['t2s', '乾隆皇帝的後宮', '乾隆皇帝的后宫'],
    ['s2tw', '里面的台灯', '裡面的檯燈'],
    ['tw2s', '裡面的檯燈', '里面的台灯'],
    ['s2twp', '软件和鼠标', '軟體和滑鼠'],
    ['tw2sp', '軟體和滑鼠', '软件和鼠标'],
    ['s2hk', '这里的卫生', '這裏的衞生'],
    ['hk2s', '這裏的衞生', '这里的卫生'],
    ['t2tw', '這裏', '這裡'],
    ['tw2t', '這裡', '這裏'],
    ['t2hk', '衛生', '衞生'],
    ['hk2t', '衞生', '衛生'],
    ['t2jp', '廣澤', '広沢'],
    ['jp2t', '広沢', '廣澤'],
  ])('%s: %s → %s', async (config, before, after) => {
    expect(convertSteps(before, await loadSteps(OPENCC_CONFIGS[config])).text).toBe(after);
  });

  test('a million of whatever is awkward takes no more than a moment', async () => {
    const steps = await loadSteps(OPENCC_CONFIGS.s2twp);
    for (const piece of ['⿰', '⿲', '干', '一', '\ud840', '软件', '中华人民']) {
      const begin = performance.now();
      convertSteps(piece.repeat(1_000_000 / piece.length), steps);
      expect([piece, performance.now() - begin < 10_000]).toEqual([piece, true]);
    }
  });
});

test('merged edits do what the rounds do one after the other', () => {
  /** Replaces stretches by as many digits as the seeds say. */
  const edit = (text: string, seeds: readonly number[], sign: string) => {
    const edits = createEditList();
    let result = '';
    let from = 0;
    for (const seed of seeds) {
      const start = from + (seed % 4);
      const end = start + 1 + ((seed >> 2) % 3);
      if (end > text.length) break;
      const length = (seed >> 4) % 4;
      addEdit(edits, start, end, SCRIPT, length);
      result += text.slice(from, start) + sign.repeat(length);
      from = end;
    }
    return { edits: edits as Edits, text: result + text.slice(from) };
  };
  const seeds = fc.array(fc.nat(255), { maxLength: 8 });
  fc.assert(
    fc.property(fc.string({ maxLength: 40 }), seeds, seeds, (text, a, b) => {
      const first = edit(text, a, '1');
      const second = edit(first.text, b, '2');
      const merged = mergeEdits(first.edits, second.edits);
      // What stands outside of the merged edits is the same in both texts; they end where the texts end.
      let from = 0;
      let shift = 0;
      for (let k = 0; k < merged.starts.length; k++) {
        const start = merged.starts[k]!;
        expect(start).toBeGreaterThanOrEqual(from);
        expect(second.text.slice(from + shift, start + shift)).toBe(text.slice(from, start));
        from = merged.ends[k]!;
        shift += merged.lengths[k]! - (from - start);
      }
      expect(second.text.slice(from + shift)).toBe(text.slice(from));
    }),
    { numRuns: 5000 },
  );
});
