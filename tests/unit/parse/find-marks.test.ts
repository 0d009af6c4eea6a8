import { describe, expect, test } from 'vitest';
import { findMarks } from '../../../src/pipeline/parse/find-marks.js';
import { findParagraphs } from '../../../src/pipeline/parse/find-paragraphs.js';

/** The marks of a text as they stand there. */
function marksOf(text: string): string[] {
  return findMarks(text, findParagraphs(text)).map(({ raw }) => raw);
}

function firstOf(text: string) {
  const mark = findMarks(text, findParagraphs(text))[0];
  return mark === undefined ? null : [mark.scheme, mark.ordinal, mark.raw];
}

describe('at the start of a line', () => {
  test.each([
    ['第三篇:邻里调解', 'article-pian', 3, '第三篇'],
    ['篇12:邻里调解', 'article-pian-after', 12, '篇12'],
    ['【第2篇】调解', 'article-bracket', 2, '【第2篇】'],
    ['第十二章 附则', 'chapter', 12, '第十二章'],
    ['第二部分 成效', 'part', 2, '第二部分'],
    ['贰、主要做法', 'formal-comma', 2, '贰、'],
    ['Ⅳ.巡查', 'roman-dot', 4, 'Ⅳ.'],
    ['二十一、结语', 'chinese-comma', 21, '二十一、'],
    ['三.结语', 'chinese-dot', 3, '三.'],
    ['（四）结语', 'chinese-paren', 4, '（四）'],
    ['(四)、结语', 'chinese-paren-comma', 4, '(四)、'],
    ['12、结语', 'arabic-comma', 12, '12、'],
    ['3.结语', 'arabic-dot', 3, '3.'],
    ['(5)结语', 'arabic-paren', 5, '(5)'],
    ['5）结语', 'arabic-half-paren', 5, '5）'],
    ['⑥结语', 'circled', 6, '⑥'],
    ['⑺结语', 'parenthesized', 7, '⑺'],
    ['⒏结语', 'full-stop', 8, '⒏'],
    ['二是走访', 'ordinal-is', 2, '二是'],
    ['三要走访', 'ordinal-wants', 3, '三要'],
    ['第二是走访', 'nth-is', 2, '第二是'],
    ['第二,走访', 'nth-comma', 2, '第二,'],
    ['第二步,走访', 'nth-step', 2, '第二步'],
    ['其二,走访', 'qi-comma', 2, '其二,'],
    ['首先是走访', 'first', 1, '首先'],
    ['其次,走访', 'second', 2, '其次'],
    ['再次,走访', 'third', 3, '再次'],
    ['一方面,走访', 'one-hand', 1, '一方面'],
    ['另一方面,走访', 'other-hand', 2, '另一方面'],
  ])('%s', (text, scheme, ordinal, raw) => expect(firstOf(text)).toEqual([scheme, ordinal, raw]));

  test('after Markdown signs and bullets', () => {
    expect(['## 一、甲', '- 1.甲', '**一、甲**', '> (一)甲', '● 一是甲'].map((text) => firstOf(text)?.[2])).toEqual([
      '一、',
      '1.',
      '一、',
      '(一)',
      '一是',
    ]);
  });

  test('after blanks, full-width ones too', () => expect(firstOf('　　一、甲')).toEqual(['chinese-comma', 1, '一、']));
});

describe('inside a paragraph', () => {
  test.each([
    ['做法如下。一是走访,二是调解。', ['一是', '二是']],
    ['做法如下:1、走访;2、调解;3、回访。', ['1、', '2、', '3、']],
    ['做法如下:(1)走访;(2)调解。', ['(1)', '(2)']],
    ['做法如下:①走访②调解③回访', ['①', '②', '③']],
    ['(已经公示)二是调解', ['二是']],
    ['“走访”二是调解', ['二是']],
    ['看材料,第一步,核对;第二步,登记。', ['第一步', '第二步']],
    ['先登记,再核实,最后归档。', ['先', '再', '最后']],
    ['先进单位,再次登记。', ['再次']],
    ['一本是台账,另一本是日记。', ['一本是', '另一本是']],
    ['首先看,其次问,再次记,最后办。', ['首先', '其次', '再次', '最后']],
    ['首先看,然后问,接着记。', ['首先', '然后', '接着']],
    ['一要看,二要问。', ['一要', '二要']],
    ['全部完成。二是调解', ['二是']],
    ['全部完成二是调解', ['二是']],
  ])('%s', (text, expected) => expect(marksOf(text)).toEqual(expected));
});

describe('what looks like a mark and is none', () => {
  test.each([
    '增长2.3个百分点',
    '促进一、二、三产业融合',
    '排名第一、第二的班组',
    '统一是基础',
    '唯一是他',
    '三星是一家企业',
    '各组织一是一、二是二',
    '统一要求',
    '紧接着办理',
    '打通最后一公里',
    '到了最后',
    '职工(12)人',
    '文章第三篇',
    '本条例第一条规定',
    '迈出第一步',
    '名次其次',
    '这一方面',
    '一百零一、',
    '三年来建成2、3个站点',
    '两、三天',
    '0.甲',
  ])('%s', (text) => expect(marksOf(text)).toEqual([]));
});

test('each mark tells whether it opens its paragraph and whether a sign stands before it', () => {
  const text = '一是走访。二是调解\n完成三是回访';
  const marks = findMarks(text, findParagraphs(text));
  expect(marks.map(({ opensParagraph, afterBoundary }) => [opensParagraph, afterBoundary])).toEqual([
    [true, true],
    [false, true],
    [false, false],
  ]);
});

test('of two patterns that fit, the longer mark', () => expect(marksOf('(一)、走访')).toEqual(['(一)、']));
test('marks do not reach over the end of their line', () => expect(marksOf('第\n一步')).toEqual([]));
test('numbers above sixty number no list', () => expect(marksOf('61、甲\n60、乙')).toEqual(['60、']));
test('no text, no marks', () => expect(marksOf('')).toEqual([]));
