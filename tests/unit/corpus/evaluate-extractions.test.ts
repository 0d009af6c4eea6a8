import { describe, expect, test } from 'vitest';
import { evaluateExtractions, nameDocument } from '../../../src/corpus/evaluate/evaluate-extractions.js';
import type { GoldFramework } from '../../../src/corpus/evaluate/gold-document.js';
import type { PredictedFramework } from '../../../src/corpus/evaluate/predicted-document.js';
import {
  buildGold,
  buildPrediction,
  buildGivenFramework as given,
  buildGoldFramework as gold,
} from '../../support/build-evaluation.js';

const FOUR = ['底数清', '问题清', '责任清', '结果清'];

function evaluate(annotated: readonly GoldFramework[], found: readonly PredictedFramework[]) {
  return evaluateExtractions([buildGold(annotated)], [buildPrediction(found)], { withMisses: true });
}

/** Right in the partial and in the strict score, given, annotated. */
function figures({
  partial,
  strict,
  given,
  annotated,
}: Readonly<Record<'partial' | 'strict', { right: number }>> & Readonly<Record<'given' | 'annotated', number>>) {
  return [partial.right, strict.right, given, annotated];
}

describe('frameworks and members', () => {
  test.each([
    ['as annotated', gold('四清', FOUR), given('四清', FOUR), [1, 1, 1, 1], [4, 4, 4, 4], 1],
    ['with its method noun', gold('四清', FOUR), given('四清工作法', FOUR), [1, 0, 1, 1], [4, 4, 4, 4], 1],
    [
      'under another name',
      gold('四清', FOUR, { aliases: ['四明'] }),
      given('四明', FOUR),
      [1, 0, 1, 1],
      [4, 4, 4, 4],
      1,
    ],
    [
      'in other characters',
      gold('四清', FOUR),
      given('“四清”', ['底數清', '問題清', '責任 清', '結果清']),
      [1, 1, 1, 1],
      [4, 4, 4, 4],
      1,
    ],
    [
      'worded differently',
      gold('四清', FOUR),
      given('四清', ['底数清楚', ...FOUR.slice(1)]),
      [1, 0, 1, 1],
      [4, 3, 4, 4],
      1,
    ],
    ['half of the members', gold('四清', FOUR), given('四清', FOUR.slice(2)), [1, 0, 1, 1], [2, 2, 2, 4], 0],
    ['less than half', gold('四清', FOUR), given('四清', FOUR.slice(3)), [0, 0, 1, 1], [1, 1, 1, 4], 0],
    ['a member more', gold('四清', FOUR), given('四清', [...FOUR, '总结']), [1, 0, 1, 1], [4, 4, 5, 4], 0],
    ['another number', gold('四清', FOUR), given('四清', FOUR, { declared: 5 }), [1, 1, 1, 1], [4, 4, 4, 4], 0],
    ['another pattern', gold('四清', FOUR), given('四清', FOUR, { pattern: 'paired' }), [1, 1, 1, 1], [4, 4, 4, 4], 0],
    ['another name', gold('四清', FOUR), given('四明', FOUR), [0, 0, 1, 1], [0, 0, 4, 4], 0],
    ['without annotated members', gold('四清', []), given('四清', FOUR), [1, 0, 1, 1], [0, 0, 4, 0], 0],
  ] as const)('%s', (_, annotated, found, frameworks, members, perfect) => {
    const { totals } = evaluate([annotated], [found]);
    expect(figures(totals.frameworks)).toEqual(frameworks);
    expect(figures(totals.members)).toEqual(members);
    expect(totals.perfect.right).toBe(perfect);
  });

  test('precision, recall and F1', () => {
    const annotated = [gold('四清', FOUR), gold('三有', ['有人', '有账', '有钱']), gold('两查', ['查账', '查物'])];
    const { frameworks } = evaluate(annotated, [given('四清', FOUR), given('五有', ['有人', '有账'])]).totals;
    expect(frameworks.partial).toEqual({ right: 1, precision: 1 / 2, recall: 1 / 3, f1: 0.4 });
  });

  test('of several that bear one name those with most members in common go together', () => {
    const annotated = [gold('四清', FOUR), gold('四清', ['账清', '物清', '人清', '事清'])];
    const found = [given('四清', ['账清', '物清', '人清', '事清']), given('四清', FOUR)];
    expect(figures(evaluate(annotated, found).totals.frameworks)).toEqual([2, 2, 2, 2]);
  });

  test('lists and optional ones count nowhere else, found or missed', () => {
    const list = gold('三点', ['甲', '乙', '丙'], { tier: 'list' });
    const optional = gold('五多', ['会多'], { optional: true });
    const missed = evaluate([list, optional], []).totals;
    const found = evaluate([list, optional], [given('三点体会', []), given('三点', []), given('五多', [])]).totals;
    expect([missed.lists, found.lists]).toEqual([
      { found: 0, annotated: 1 },
      { found: 1, annotated: 1 },
    ]);
    expect(figures(missed.frameworks)).toEqual([0, 0, 0, 0]);
    // 三点体会 is another name.
    expect(figures(found.frameworks)).toEqual([0, 0, 1, 0]);
    expect(evaluate([list, optional], []).documents[0]?.misses?.map(({ kind }) => kind)).toEqual(['missed-list']);
  });

  test('by pattern: the annotated one, for what nobody annotated its own', () => {
    const annotated = [gold('四清', FOUR), gold('五访五解', ['晨访/解急'], { pattern: 'paired' })];
    const found = [
      given('四清', FOUR, { pattern: 'compound' }),
      given('12345', [], { pattern: 'compound' }),
      given('三好', [], { pattern: '?' }),
    ];
    const { patterns } = evaluate(annotated, found);
    expect(Object.entries(patterns).map(([name, scores]) => [name, ...figures(scores.frameworks)])).toEqual([
      ['counted', 1, 1, 1, 1],
      ['paired', 0, 0, 0, 1],
      ['compound', 0, 0, 1, 0],
      ['labelled', 0, 0, 0, 0],
      ['other', 0, 0, 1, 0],
    ]);
  });
});

describe('fields', () => {
  const article = { index: 2, heading: '第二篇:村务公开的做法' };
  const parent = given('一二', []);
  const groups = [{ count: 4, head: '清' }];
  test.each([
    ['name', {}, { name: '四清法' }, [1, 0]],
    ['pattern', {}, { pattern: 'labelled' }, [0, 0]],
    ['declared', {}, { declared: null }, [0, 0]],
    ['groups', { groups }, { groups }, [1, 1]],
    ['groups', { groups }, { groups: [{ count: 4, head: '清账' }] }, [1, 0]],
    ['groups', { groups }, { groups: [{ count: 5, head: '清' }] }, [0, 0]],
    ['category', { category: '工作法' }, { category: '工作法' }, [1, 1]],
    ['category', { category: '工作法' }, { category: '法' }, [0, 0]],
    ['parent', { parent: '一二' }, { parent: '一二' }, [1, 1]],
    ['parent', { parent: '一二工程' }, { parent: '一二' }, [1, 0]],
    ['parent', { parent: '一二' }, {}, [0, 0]],
    ['article', { article: '第二篇:村务公开的做法' }, { article: 2 }, [1, 1]],
    ['article', { article: '村务公开' }, { article: 2 }, [1, 0]],
    ['article', {}, { article: 2 }, [0, 0]],
    ['article', {}, {}, [1, 1]],
    ['holder', { holder: '河湾镇' }, { holder: '河灣鎮' }, [1, 1]],
    ['holder', { holder: '河湾镇' }, { holder: '河湾镇党委' }, [1, 0]],
    ['holder', { holder: '河湾镇' }, {}, [0, 0]],
  ] as const)('%s: %j beside %j', (field, annotated, found, right) => {
    const { totals } = evaluateExtractions(
      [buildGold([gold('四清', FOUR, annotated)], { articles: ['第二篇:村务公开的做法'] })],
      [buildPrediction([given('四清', FOUR, found), parent], { articles: [article] })],
    );
    const { compared, partial, strict } = totals.fields[field];
    expect([compared, partial.right, strict.right]).toEqual([1, ...right]);
  });

  test('pairs go by the number of the member', () => {
    const annotated = gold('三问三定', ['问甲/定甲', '问乙/定乙', '问丙/定丙']);
    const found = given('三问三定', ['问甲/定甲', '问丙/定丙', '问丙/定丙了']);
    expect(evaluate([annotated], [found]).totals.fields.pair).toEqual({
      compared: 3,
      partial: { right: 2, share: 2 / 3 },
      strict: { right: 1, share: 1 / 3 },
    });
  });

  test('what is nowhere to be compared has no share', () => {
    const { fields } = evaluate([gold('四清', FOUR)], []).totals;
    expect(fields.holder).toEqual({
      compared: 0,
      partial: { right: 0, share: null },
      strict: { right: 0, share: null },
    });
  });
});

test('mentions: by name; doubtful ones and names of frameworks are neither right nor wrong', () => {
  const mention = (name: string) => ({ name, occurrences: [{ start: 0, end: 1, line: 7 }] });
  const { totals, documents } = evaluateExtractions(
    [buildGold([gold('四清', FOUR)], { mentions: ['三不让', '五个一', '四清', '六保'], optionalMentions: ['双减'] })],
    [buildPrediction([], { mentions: ['三不讓', '五个一工程', '双减', '四清工作法', '七进', '七进'].map(mention) })],
    { withMisses: true },
  );
  expect(figures(totals.mentions)).toEqual([2, 1, 3, 3]);
  expect(documents[0]?.misses?.slice(1).map(({ kind, name, line }) => [kind, name, line])).toEqual([
    ['missed-mention', '六保', null],
    ['extra-mention', '七进', 7],
  ]);
});

describe('calibration', () => {
  test('bins hold their lower edge, the last one both; lists are left out', () => {
    const annotated = [gold('四清', FOUR), gold('三点', ['甲'], { tier: 'list' })];
    const confidences = [0, 0.49, 0.5, 0.6, 0.79, 0.9, 1];
    const found = confidences.map((confidence, i) => given(`${i + 2}好`, [], { confidence }));
    const { calibration } = evaluate(annotated, [
      given('四清', FOUR, { confidence: 0.95 }),
      given('三点', [], { confidence: 0.55 }),
      ...found,
    ]);
    expect(calibration.map(({ from, to, given, right, share }) => [from, to, given, right, share])).toEqual([
      [0, 0.5, 2, 0, 0],
      [0.5, 0.6, 1, 0, 0],
      [0.6, 0.7, 1, 0, 0],
      [0.7, 0.8, 1, 0, 0],
      [0.8, 0.9, 0, 0, null],
      [0.9, 1, 3, 1, 1 / 3],
    ]);
  });

  test('frameworks without confidence have a bin of their own', () => {
    const { calibration } = evaluate([gold('四清', FOUR)], [given('四清', FOUR, { confidence: null })]);
    expect(calibration.at(-1)).toEqual({ from: null, to: null, given: 1, right: 1, share: 1 });
  });
});

describe('documents', () => {
  test('meet by file name, records of JSON lines by id', () => {
    expect(nameDocument({ id: 'x', path: 'r/a.txt', format: 'txt' })).toBe('a.txt');
    expect(nameDocument({ id: 'r/a.txt', path: null, format: null })).toBe('a.txt');
    expect(nameDocument({ id: '2024/7', path: 'r/corpus.jsonl', format: 'jsonl' })).toBe('2024/7');
  });

  test('without result everything counts as missed; without annotation nothing does', () => {
    const { totals, documents, unannotated } = evaluateExtractions(
      [buildGold([gold('四清', FOUR)], { mentions: ['六保'] })],
      [buildPrediction([given('四清', FOUR)], { path: 'b.txt' })],
    );
    expect([totals.documents, totals.withoutPrediction, documents[0]?.predicted]).toEqual([1, 1, false]);
    expect(figures(totals.frameworks)).toEqual([0, 0, 0, 1]);
    expect(figures(totals.mentions)).toEqual([0, 0, 0, 1]);
    expect(unannotated).toEqual(['b.txt']);
  });

  test('of two results for one document the last one counts', () => {
    const results = [buildPrediction([]), buildPrediction([given('四清', FOUR)])];
    expect(evaluateExtractions([buildGold([gold('四清', FOUR)])], results).totals.frameworks.partial.right).toBe(1);
  });
});

describe('with the text', () => {
  const text = '😀题\n推行“四清”工作法\n还有六保。';
  const span = { start: 5, end: 9, line: 2 };
  const texts = new Map([['a.txt', text]]);
  const check = (fields: Partial<PredictedFramework>) => {
    const predictions = [buildPrediction([given('四清', [], fields)])];
    return evaluateExtractions([buildGold([])], predictions, { texts, withMisses: true });
  };

  test.each([
    ['right', { span, quote: '“四清”' }, 0],
    ['another text', { span, quote: '四清' }, 1],
    ['beyond the end', { span: { ...span, end: 900 }, quote: '“四清”工作法\n还有六保。' }, 1],
    ['empty', { span: { ...span, end: 5 }, quote: '' }, 1],
    ['no span', { quote: '“四清”' }, 1],
    ['no quote', { span }, 1],
  ])('a span that is %s', (_, fields, wrong) => {
    expect(check(fields).totals.spans).toEqual({ checked: 1, wrong });
  });

  test('spans are not checked without it', () => {
    expect(evaluate([], [given('四清', FOUR)]).totals.spans).toEqual({ checked: 0, wrong: 0 });
  });

  test('missed names have a line', () => {
    const annotated = buildGold([gold('四清', FOUR, { quote: '行“四清”工' })], { mentions: ['六保', '七进'] });
    const { documents } = evaluateExtractions([annotated], [buildPrediction([])], { texts, withMisses: true });
    expect(documents[0]?.misses?.map(({ name, line }) => [name, line])).toEqual([
      ['四清', 2],
      ['六保', 3],
      ['七进', null],
    ]);
  });
});

describe('misses', () => {
  test('members and fields that are not as annotated, in order', () => {
    const annotated = gold('四清', FOUR, { holder: '河湾镇' });
    const found = given('四清', ['总则', '底数清', '责任清楚', '结果清'], { holder: '河湾镇党委', declared: 4 });
    const [miss] = evaluate([annotated], [found]).documents[0]!.misses!;
    expect(miss).toMatchObject({ kind: 'different-framework', name: '四清', confidence: 0.9, members: [] });
    expect(
      miss!.differences.map(({ field, member, annotated, given, partial }) => [
        field,
        member,
        annotated,
        given,
        partial,
      ]),
    ).toEqual([
      ['member', 1, null, '总则', false],
      ['member', 2, '问题清', null, false],
      ['member', 3, '责任清', '责任清楚', true],
      ['holder', null, '河湾镇', '河湾镇党委', true],
    ]);
  });

  test('missed, named with too few members, not annotated', () => {
    const annotated = [gold('四清', FOUR), gold('三有', ['有人', '有账', '有钱'])];
    const found = [given('三有', ['有人']), given('两查', ['查账', '查物'])];
    const misses = evaluate(annotated, found).documents[0]!.misses!;
    expect(
      misses.map(({ kind, name, members, differences }) => [kind, name, members.length, differences.length]),
    ).toEqual([
      ['missed-framework', '四清', 4, 0],
      ['missed-framework', '三有', 0, 3],
      ['extra-framework', '两查', 2, 0],
    ]);
  });

  test('nothing where all is as annotated, and only on request', () => {
    expect(evaluate([gold('四清', FOUR)], [given('四清', FOUR)]).documents[0]?.misses).toEqual([]);
    expect(evaluateExtractions([buildGold([])], [])).not.toHaveProperty('documents.0.misses');
  });
});
