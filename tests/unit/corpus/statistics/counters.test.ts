import { describe, expect, test } from 'vitest';
import {
  CollocateCounter,
  type CollocateOptions,
  DispersionCounter,
  DiversityCounter,
  FrameworkCounter,
  ItemCounter,
  type ItemOptions,
  KeynessCounter,
  type KeynessOptions,
  OverviewCounter,
  type PlacedDocument,
  TrendCounter,
} from '../../../../src/corpus/statistics/public-statistics.js';
import { NO_FILTER, ofCharacters, ofTokens } from '../../../support/build-countable.js';

const ALL = { minFrequency: 1, top: null, filter: NO_FILTER } as const;

function countItems(documents: readonly PlacedDocument[], options: Partial<ItemOptions> = {}) {
  const counter = new ItemCounter({ ...ALL, n: 1, grouping: null, sort: 'frequency', joint: ' ', ...options });
  for (const document of documents) counter.add(document);
  const { rows, corpus } = counter.finish();
  return { corpus, rows: [...rows], items: [...rows].map(({ item, frequency }) => `${item} ${frequency}`) };
}

describe('words', () => {
  test('are counted with the documents that have them', () => {
    const { corpus, rows } = countItems([ofTokens('修 渠 ， 修 路'), ofTokens('修 桥')]);
    expect(corpus).toMatchObject({ documents: 2, tokens: 6 });
    expect(rows[0]).toEqual({ item: '修', frequency: 3, perMillion: 500_000, documents: 2 });
    expect(rows.map(({ item }) => item)).toEqual(['修', '桥', '渠', '路']);
  });

  test('that are left out of the list stay among the tokens', () => {
    const filter = { stopwords: new Set(['修']), takesTag: null };
    const { rows } = countItems([ofTokens('修 渠 修 路')], { filter });
    expect(rows.map(({ item, perMillion }) => [item, perMillion])).toEqual([
      ['渠', 250_000],
      ['路', 250_000],
    ]);
  });

  test('are told apart by part of speech, and listed by it', () => {
    const filter = { stopwords: null, takesTag: (tag: string) => tag.startsWith('v') };
    const { rows } = countItems([ofTokens('发展/vn 很/d 快/a 发展/v 经济/n 发展/vn')], { filter });
    expect(rows.map(({ item, partOfSpeech, frequency }) => [item, partOfSpeech, frequency])).toEqual([
      ['发展', 'vn', 2],
      ['发展', 'v', 1],
    ]);
  });

  test('come by part of the corpus, each with its own top', () => {
    const documents = [ofTokens('渠 渠 路', { id: 'b', year: 2020 }), ofTokens('桥 桥 路', { id: 'a', year: 2019 })];
    const { rows } = countItems(documents, { grouping: 'year', top: 1 });
    expect(rows.map(({ group, item, perMillion }) => [group, item, Math.round(perMillion)])).toEqual([
      ['2019', '桥', 666667],
      ['2020', '渠', 666667],
    ]);
  });

  test('with the same frequency as the last of the top are cut by name', () => {
    expect(countItems([ofTokens('丙 乙 甲 丁 丁')], { top: 2 }).items).toEqual(['丁 2', '丙 1']);
    expect(countItems([ofTokens('丙 乙 甲 丁 丁')], { top: 2, sort: 'item' }).items).toEqual(['丁 2', '丙 1']);
  });
});

describe('n-grams', () => {
  test('do not reach over signs or the ends of sentences', () => {
    const { items } = countItems([ofTokens('修 好 渠 ， 修 好 路 。 修 桥')], { n: 2 });
    expect(items).toEqual(['修 好 2', '修 桥 1', '好 渠 1', '好 路 1']);
  });

  test('with a stop word at an edge are left out, inside they stay', () => {
    const filter = { stopwords: new Set(['的']), takesTag: null };
    expect(countItems([ofTokens('发展 的 道路')], { n: 2, filter }).items).toEqual([]);
    expect(countItems([ofTokens('发展 的 道路')], { n: 3, filter }).items).toEqual(['发展 的 道路 1']);
  });
});

describe('collocates', () => {
  function count(text: string, options: Partial<CollocateOptions> = {}) {
    const counter = new CollocateCounter({
      ...ALL,
      node: { text: '渠', oneToken: true },
      window: { left: 1, right: 1 },
      sort: 'frequency',
      ...options,
    });
    counter.add(ofTokens(text));
    const { rows, more } = counter.finish();
    return { rows, more, near: rows.map(({ collocate, frequency }) => `${collocate} ${frequency}`) };
  }

  test('stand within the window and the sentence, over signs', () => {
    expect(count('先 修 渠 ， 再 铺 路 。 渠 修 好').near).toEqual(['修 2', '再 1']);
    expect(count('先 修 渠 ， 再 铺 路', { window: { left: 0, right: 2 } }).near).toEqual(['再 1', '铺 1']);
  });

  test('in two windows count once, and so does their place', () => {
    const { near, more } = count('渠 边 渠');
    expect(near).toEqual(['边 1']);
    expect(more).toMatchObject({ nodeFrequency: 2, windowTokens: 1 });
  });

  test('are expected as often as the windows are of the corpus', () => {
    // 3 nodes with 2 places each, 12 tokens; 修 stands 4 times in all.
    const { rows } = count('修 渠 修 。 长 渠 修 。 长 渠 宽 。 修 路 桥');
    expect(rows.find(({ collocate }) => collocate === '修')).toMatchObject({
      frequency: 3,
      nodeFrequency: 3,
      collocateFrequency: 4,
      expected: 2,
      mutualInformation: Math.log2(3 / 2),
      logDice: 14 + Math.log2(6 / 7),
    });
  });

  test('of a phrase stand around all its tokens', () => {
    const node = { text: '乡村振兴', oneToken: false };
    const text = '推进 乡村 振兴 战略 。 推进 乡村振兴 工作 。 乡村 ， 振兴';
    expect(count(text, { node }).near).toEqual(['推进 2', '工作 1', '战略 1']);
    expect(count(text, { node: { text: '乡村振兴', oneToken: true } }).near).toEqual(['工作 1', '推进 1']);
  });

  test('of a word that is not there are none', () => {
    expect(count('修 路').rows).toEqual([]);
  });
});

describe('keyness', () => {
  function compare(sides: readonly [string, 'target' | 'reference', number?][], options: Partial<KeynessOptions> = {}) {
    const counter = new KeynessCounter({ ...ALL, grouping: null, sort: 'logLikelihood', smoothing: 1, ...options });
    for (const [text, side, year] of sides) counter.add({ ...ofTokens(text, { year: year ?? null }), side });
    const { rows, ...sizes } = counter.finish();
    return { rows: [...rows], ...sizes };
  }

  test('begins with what the target has more of and ends with what it has less of', () => {
    const { rows, corpus, reference } = compare([
      ['新 新 新 渠 渠 路', 'target'],
      ['旧 旧 旧 渠 路 路', 'reference'],
    ]);
    expect(rows.map(({ item }) => item)).toEqual(['新', '渠', '路', '旧']);
    expect([corpus.tokens, reference?.tokens]).toEqual([6, 6]);
    expect(rows[0]).toMatchObject({ targetFrequency: 3, referenceFrequency: 0, percentDifference: null });
    expect(rows[0]!.logRatio).toBeCloseTo(Math.log2(6), 12);
  });

  test('keeps the top of either end', () => {
    const sides = [
      ['甲 甲 甲 乙 乙 丙', 'target'],
      ['丁 丁 丁 戊 戊 丙', 'reference'],
    ] as const;
    for (const sort of ['logLikelihood', 'logRatio', 'percentDifference', 'simpleMaths'] as const) {
      const { rows } = compare([...sides.map(([text, side]): [string, typeof side] => [text, side])], { top: 1, sort });
      // What only the target has differs without bound: 甲 and 乙 are equals in %DIFF.
      const first = sort === 'percentDifference' ? ['乙', '甲'] : ['甲'];
      expect(first).toContain(rows[0]!.item);
      if (sort !== 'percentDifference') expect(rows.at(-1)!.item).toBe('丁');
    }
  });

  test('by part compares each with all the others', () => {
    const { rows, reference } = compare(
      [
        ['甲 甲 丙', 'target', 2019],
        ['乙 乙 丙', 'target', 2020],
        ['乙 丙 丙', 'target', 2021],
      ],
      { grouping: 'year', top: 1 },
    );
    expect(reference).toBeUndefined();
    expect(rows.map(({ group, item }) => `${group} ${item}`)).toEqual([
      '2019 甲',
      '2019 乙',
      '2020 乙',
      '2020 甲',
      '2021 丙',
      '2021 甲',
    ]);
    expect(rows[0]).toMatchObject({ targetFrequency: 2, referenceFrequency: 0, targetPerMillion: (2 / 3) * 1e6 });
  });

  test('of one part alone is nothing', () => {
    expect(compare([['甲 乙', 'target', 2019]], { grouping: 'year' }).rows).toEqual([]);
  });
});

describe('dispersion', () => {
  test('is over the parts in their order, those without tokens left out', () => {
    const counter = new DispersionCounter({
      items: [
        { text: '渠', oneToken: true },
        { text: '桥', oneToken: true },
      ],
      grouping: 'year',
      sort: null,
    });
    for (const [text, year] of [
      ['渠 路 渠 路', 2020],
      ['路 路 路 渠', 2018],
      ['', 2019],
    ] as const)
      counter.add(ofTokens(text, { year }));
    const { rows, more } = counter.finish();
    expect(more).toEqual({
      parts: [
        { name: '2018', tokens: 4 },
        { name: '2020', tokens: 4 },
      ],
    });
    expect(rows[0]).toMatchObject({ item: '渠', frequency: 3, range: 2, frequencies: [1, 2] });
    expect(rows[1]).toMatchObject({ item: '桥', frequency: 0, range: 0, juillandD: null, averageReducedFrequency: 0 });
  });

  test('two documents of one id are two parts', () => {
    const counter = new DispersionCounter({
      items: [{ text: '渠', oneToken: true }],
      grouping: 'document',
      sort: null,
    });
    for (const text of ['渠 路', '路 路']) counter.add(ofTokens(text, { id: 'same' }));
    expect(counter.finish().more.parts).toEqual([
      { name: 'same', tokens: 2 },
      { name: 'same', tokens: 2 },
    ]);
  });
});

test('diversity reads the documents of a folder as one text', () => {
  const documents = [
    ofTokens('甲 乙', { path: 'a/1.txt' }),
    ofTokens('甲 丙', { path: 'b/1.txt' }),
    ofTokens('甲 乙', { path: 'a/2.txt' }),
  ];
  const counter = new DiversityCounter({ grouping: 'folder', movingWindow: 100, top: null, sort: null });
  for (const document of documents) counter.add(document);
  expect(counter.finish().rows).toEqual([
    { document: 'a', tokens: 4, types: 2, typeTokenRatio: 0.5, movingAverageTypeTokenRatio: 0.5, hdD: null },
    { document: 'b', tokens: 2, types: 2, typeTokenRatio: 1, movingAverageTypeTokenRatio: 1, hdD: null },
  ]);
});

describe('overview', () => {
  const BUNDLE = '第一篇：修渠\n坚持“三清”：账目清、实物清、去向清。\n第二篇：铺路\n村里铺路。\n';

  test('counts articles of a bundle apart', () => {
    const counter = new OverviewCounter('article');
    counter.add(ofCharacters(BUNDLE, { id: 'bundle.txt', path: 'bundle.txt' }));
    const { rows, corpus } = counter.finish();
    expect(rows.map(({ group, frameworks }) => [group, frameworks])).toEqual([
      ['bundle.txt#1', 1],
      ['bundle.txt#2', 0],
    ]);
    expect(corpus.characters).toBe(BUNDLE.replace(/\s/g, '').length);
    expect(rows.reduce((sum, { characters }) => sum + characters, 0)).toBe(corpus.characters);
    expect(rows.reduce((sum, { tokens }) => sum + tokens, 0)).toBe(corpus.tokens);
  });

  test('counts what occurs once, and sentences that say something', () => {
    const counter = new OverviewCounter(null);
    counter.add(ofTokens('甲 乙 甲 。 ， 。 丙', { year: 2020 }));
    expect(counter.finish()).toMatchObject({
      rows: [{ documents: 1, sentences: 2, tokens: 4, types: 3, hapaxLegomena: 2, tokensPerSentence: 2 }],
      more: { years: [{ year: 2020, documents: 1 }] },
    });
  });
});

describe('trend', () => {
  test('has the years with nothing, too, and finds a phrase within words', () => {
    const counter = new TrendCounter(['改革', '渠']);
    counter.add(ofTokens('改革开放 改革', { year: 2018 }));
    counter.add(ofTokens('渠 渠', { year: 2021 }));
    const { rows } = counter.finish();
    expect(rows.map(({ item, year, documents, frequency }) => [item, year, documents, frequency])).toEqual([
      ['改革', 2018, 1, 2],
      ['改革', 2019, 0, 0],
      ['改革', 2020, 0, 0],
      ['改革', 2021, 1, 0],
      ['渠', 2018, 1, 0],
      ['渠', 2019, 0, 0],
      ['渠', 2020, 0, 0],
      ['渠', 2021, 1, 2],
    ]);
    expect(rows[0]!.perMillion).toBe(1e6);
  });

  test('without a phrase counts frameworks; without a year nothing', () => {
    const counter = new TrendCounter([]);
    counter.add(ofCharacters('坚持“三清”：账目清、实物清、去向清。\n', { year: 2020 }));
    counter.add(ofCharacters('坚持“三清”：账目清、实物清、去向清。\n'));
    expect(counter.finish().rows).toEqual([{ year: 2020, documents: 1, frequency: 1, perMillion: expect.any(Number) }]);
    expect(new TrendCounter([]).finish().rows).toEqual([]);
  });
});

describe('frameworks', () => {
  function count(texts: readonly string[]) {
    const counter = new FrameworkCounter({ minFrequency: 1, top: null, sort: 'occurrences' });
    for (const [i, text] of texts.entries()) counter.add(ofCharacters(text, { id: `${i}.txt`, path: `${i}.txt` }));
    return counter.finish();
  }

  test('of several documents are one practice, with how their members vary', () => {
    const { rows, more } = count([
      '仓库推行“三清”工作法：账目清、实物清、去向清。“三清”管用。\n',
      '粮站也推行“三清”工作法：账目清、实物清、流向清。\n',
      '供销社推行“三清”工作法：账目清、实物清、去向清。\n',
    ]);
    expect(rows).toMatchObject([
      {
        name: '三清',
        category: '工作法',
        declared: 3,
        documents: 3,
        occurrences: 4,
        members: [
          { label: '账目清', frameworks: 3, variants: [] },
          { label: '实物清', frameworks: 3, variants: [] },
          { label: '去向清', frameworks: 2, variants: [{ label: '流向清', frameworks: 1 }] },
        ],
      },
    ]);
    expect(more).toMatchObject({
      numbers: [{ value: 3, practices: 1, frameworks: 3, documents: 3 }],
      patterns: [{ value: 'counted' }],
      categories: [{ value: '工作法' }],
      heads: [{ value: '清' }],
    });
  });

  test('members in another order are no variants', () => {
    const { rows } = count([
      '仓库推行“三清”工作法：账目清、实物清、去向清。\n',
      '粮站推行“三清”工作法：实物清、去向清、账目清。\n',
    ]);
    const members = rows[0]!.members.map(({ label, frameworks, variants }) => [label, frameworks, variants.length]);
    expect(members.sort()).toEqual([
      ['去向清', 2, 0],
      ['实物清', 2, 0],
      ['账目清', 2, 0],
    ]);
  });

  test('that are only named are listed apart', () => {
    const { rows, more } = count(['干部要守“三不让”。“三不让”要常讲。\n']);
    expect(rows).toEqual([]);
    expect(more.mentions).toEqual([{ name: '三不让', documents: 1, occurrences: 2 }]);
  });
});
