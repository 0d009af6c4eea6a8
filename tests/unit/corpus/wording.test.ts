import { describe, expect, test } from 'vitest';
import { alignMembers } from '../../../src/corpus/evaluate/align-members.js';
import { toNameKey } from '../../../src/corpus/evaluate/name-key.js';
import { isExactWording, isSimilarWording, toPlainText, toWording } from '../../../src/corpus/evaluate/wording.js';

describe('what of a wording counts', () => {
  test.each([
    ['放下“架子”、走出 院子', '放下架子走出院子'],
    ['責(zé)任清', '责任清'],
    ['１＋３＋Ｎ', '13N'],
    ['資源清單', '资源清单'],
    // One by one, so that 乾隆 kept in one text and 干隆 made in another come out alike.
    ['乾隆', '干隆'],
    // Its simplified form lies beyond the Basic Multilingual Plane.
    ['嗰', '嗰'],
    ['——', ''],
  ])('%s → %s', (text, plain) => {
    expect(toPlainText(text)).toBe(plain);
  });
});

describe('the same wording', () => {
  test.each([
    ['底数清', '底 数 清', true, true],
    ['底數清', '底数清', true, true],
    // One holds the other, and is at least a fifth of it.
    ['热心', '立案窗口热心接', false, true],
    ['热心', '立案窗口的工作人员热心接待', false, false],
    ['心', '热心', false, false],
    // Three of five bigrams on either side: 0.6; one of two on either side: 0.5.
    ['提高服务水平', '提升服务水平', false, true],
    ['账目清', '账目明', false, false],
    ['', '', false, false],
    ['“”', '底数清', false, false],
  ])('%s, %s: strict %s, partial %s', (a, b, strict, partial) => {
    for (const [x, y] of [[a, b] as const, [b, a] as const]) {
      expect(isExactWording(toWording(x), toWording(y))).toBe(strict);
      expect(isSimilarWording(toWording(x), toWording(y))).toBe(partial);
    }
  });
});

describe('the same name', () => {
  test.each([
    ['“四清”工作法', '四清'],
    ['四清工作法机制', '四清'],
    ['三个结合', '三结合'],
    ['三個結合', '三结合'],
    ['12345', '12345'],
    ['双随机、一公开', '双随机一公开'],
    // The head is itself a method noun.
    ['六项机制', '六机制'],
    ['三大行动', '三行动'],
    ['机制', '机制'],
    // 管理法 goes as a whole, not 法 alone.
    ['四色管理法', '四色'],
  ])('%s is %s', (name, key) => {
    expect(toNameKey(name)).toBe(key);
  });

  test('a long run of method nouns takes linear time', () => {
    const started = performance.now();
    expect(toNameKey(`四清${'法'.repeat(200_000)}`)).toBe('四清');
    expect(performance.now() - started).toBeLessThan(2000);
  });
});

describe('members in order', () => {
  const align = (annotated: string[], given: string[]) => {
    return alignMembers(annotated.map(toWording), given.map(toWording), isSimilarWording);
  };

  test.each([
    [['甲清', '乙清', '丙清'], ['甲清', '乙清', '丙清'], 3],
    [['甲清', '乙清', '丙清'], ['丙清', '甲清', '乙清'], 2],
    [['甲清', '乙清', '丙清'], ['总则', '乙清', '附则', '丙清'], 2],
    [['甲清'], [], 0],
    [['甲清'], ['甲清', '甲清'], 1],
  ])('%j beside %j: %i', (annotated, given, count) => {
    expect(align(annotated, given)).toHaveLength(count);
  });

  test('pairs do not cross', () => {
    expect(align(['甲清', '乙清', '丙清'], ['乙清', '丙清', '甲清'])).toEqual([
      [1, 0],
      [2, 1],
    ]);
  });
});
