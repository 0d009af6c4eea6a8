import { describe, expect, test } from 'vitest';
import type { Enumeration } from '../../../src/model/outline.js';
import type { Span } from '../../../src/model/span.js';
import { normalizeDocument } from '../../../src/pipeline/normalize/normalize-document.js';
import { parseDocument } from '../../../src/pipeline/parse/parse-document.js';
import { buildSource } from '../../support/build-extraction.js';

function parse(source: string) {
  const document = normalizeDocument(buildSource(source));
  const { text } = document;
  const outline = parseDocument(document);
  const slice = ({ start, end }: Span) => text.slice(start, end);
  return { ...outline, text, slice, lists: outline.enumerations.map((list) => labelsOf(list, slice)) };
}

function labelsOf({ members }: Enumeration, slice: (span: Span) => string): string[] {
  return members.map(({ ordinal, label }) => `${ordinal} ${slice(label)}`);
}

describe('lists', () => {
  test('on lines of their own: the heading is the label, its commas kept', () => {
    expect(parse('一、走出大院,走进小院\n走访记录写了三本。\n二、放下架子\n和村民一起下地。\n').lists).toEqual([
      ['1 走出大院,走进小院', '2 放下架子'],
    ]);
  });

  test('inside a paragraph: the clause after the mark', () => {
    expect(parse('做法有三条。一是走访,问需求。二是调解,化矛盾。三是回访,看效果。').lists).toEqual([
      ['1 走访', '2 调解', '3 回访'],
    ]);
  });

  test('a heading that runs on into its text ends at its full stop', () => {
    expect(
      parse('一、建强队伍。全镇招了二十名网格员,人人持证。\n二、健全制度。每周例会一次,轮流主持。\n').lists,
    ).toEqual([['1 建强队伍', '2 健全制度']]);
  });

  test('where newlines were lost', () => {
    expect(parse('一是健全机构。设了办公室。二是落实经费。列入预算。三是加强考核。按月通报。').lists).toEqual([
      ['1 健全机构', '2 落实经费', '3 加强考核'],
    ]);
  });

  test('首先, 其次, 再次, 最后', () => {
    expect(parse('首先摸底数,其次建台账,再次定责任,最后抓验收。').lists).toEqual([
      ['1 摸底数', '2 建台账', '3 定责任', '4 抓验收'],
    ]);
  });

  test('最后 closes a list of any length', () => {
    expect(parse('首先,摸底数。其次,建台账。最后,抓验收。').lists).toEqual([['1 摸底数', '2 建台账', '3 抓验收']]);
  });

  test('一本是, 另一本是', () => {
    expect(
      parse('桌上有两本账,一本是民情账,另一本是收支账。').enumerations.map(({ members }) => members.length),
    ).toEqual([2]);
  });

  test('第一步, 第二步', () => {
    expect(parse('第一步:摸底数\n第二步:建台账\n第三步:抓验收\n').lists).toEqual([
      ['1 摸底数', '2 建台账', '3 抓验收'],
    ]);
  });

  test('a number is missing', () => {
    expect(parse('一、甲事\n做好了。\n二、乙事\n做好了。\n四、丁事\n做好了。\n').lists).toEqual([
      ['1 甲事', '2 乙事', '4 丁事'],
    ]);
  });

  test('a number stands twice', () => {
    expect(parse('一、甲事\n做好了。\n二、乙事\n做好了。\n二、丙事\n做好了。\n三、丁事\n做好了。\n').lists).toEqual([
      ['1 甲事', '2 乙事', '2 丙事', '3 丁事'],
    ]);
  });

  test('the first number is lost', () => {
    expect(parse('开头没有编号。\n二、乙事\n做好了。\n三、丙事\n做好了。\n').lists).toEqual([['2 乙事', '3 丙事']]);
  });

  test('numbers begin again in the next section', () => {
    expect(parse('一、春季\n(一)播种\n(二)施肥\n二、秋季\n(一)收割\n(二)入库\n').lists).toEqual([
      ['1 春季', '2 秋季'],
      ['1 播种', '2 施肥'],
      ['1 收割', '2 入库'],
    ]);
  });

  test('numbers begin again in the next paragraph', () => {
    expect(parse('夏天:一是防汛,二是防暑。\n冬天:一是防冻,二是防火。\n').lists).toEqual([
      ['1 防汛', '2 防暑'],
      ['1 防冻', '2 防火'],
    ]);
  });

  test('one list inside a member of another', () => {
    const { lists } = parse('一是抓学习。二是抓作风。三是抓落实。做到两个到位:一是人员到位,二是经费到位。');
    expect(lists[0]!.slice(0, 3)).toEqual(['1 抓学习', '2 抓作风', '3 抓落实']);
    expect(lists[1]).toEqual(['1 人员到位', '2 经费到位']);
  });

  test('three levels of headings', () => {
    const { enumerations, slice } = parse('一、甲\n(一)乙\n1.丙\n2.丁\n(二)戊\n二、己\n');
    expect(enumerations.map((list) => labelsOf(list, slice))).toEqual([
      ['1 甲', '2 己'],
      ['1 乙', '2 戊'],
      ['1 丙', '2 丁'],
    ]);
  });

  test('a mark alone is no list', () => expect(parse('一、只有一条\n没有第二条。\n').lists).toEqual([]));

  test('a quoted sign ends no label', () => {
    expect(parse('推行“早排查;晚调度”的做法:一是推行“日会商;周通报”,二是推行“月评议”。').lists).toEqual([
      ['1 推行“日会商;周通报”', '2 推行“月评议”'],
    ]);
  });

  test('a dash ends the label', () => {
    expect(parse('一、走访——问需于民\n每周一次。\n二、会商——问计于民\n每月一次。\n').lists).toEqual([
      ['1 走访', '2 会商'],
    ]);
  });

  // A short last member looks like a heading, and what follows the list like the text below it.
  test.fails('the last member of one-line members is one line', () => {
    const { enumerations, slice } = parse('须做到:\n1.早到\n2.早查\n3.早报\n以上规定从下月起执行。\n');
    expect(slice(enumerations[0]!.members.at(-1)!.body)).toBe('早报');
  });

  test('two members in one line', () => {
    expect(parse('一是走访,二是调解。').lists).toEqual([['1 走访', '2 调解']]);
  });

  // A first mark in mid-clause opens no list.
  test.fails('a list that begins in mid-clause', () => {
    expect(parse('主要原因一是人手少,二是路程远。').lists).toEqual([['1 人手少', '2 路程远']]);
  });

  test('a stage is no member', () => {
    expect(parse('第一阶段动员\n全员参加。\n第二阶段实施\n分组进行。\n').lists).toEqual([]);
  });
});

describe('articles', () => {
  const bundle = '经验选编\n第一篇:走访经验\n一、甲\n二、乙\n第二篇:调解经验\n一、丙\n二、丁\n';

  test('begin at their headings and reach to the next', () => {
    const { articles, slice } = parse(bundle);
    expect(articles.map(({ index, heading }) => [index, slice(heading)])).toEqual([
      [1, '第一篇:走访经验'],
      [2, '第二篇:调解经验'],
    ]);
    expect(slice(articles[0]!.span)).toBe('第一篇:走访经验\n一、甲\n二、乙');
  });

  test('no list goes on from one into the other', () => {
    expect(parse(bundle).lists).toEqual([
      ['1 甲', '2 乙'],
      ['1 丙', '2 丁'],
    ]);
  });

  test.each([
    ['篇1:甲\n正文。\n篇2:乙\n正文。\n', [1, 2]],
    ['【篇一】甲\n正文。\n【篇二】乙\n正文。\n', [1, 2]],
    ['范文一:甲\n正文。\n范文二:乙\n正文。\n', [1, 2]],
    ['案例1:甲\n正文。\n案例2:乙\n正文。\n', [1, 2]],
    ['第3篇 甲\n正文。\n', [3]],
    ['正文里说第三篇写得好。\n', []],
    ['一篇2000字的报道\n正文。\n', []],
  ])('%j', (text, indexes) => expect(parse(text).articles.map(({ index }) => index)).toEqual(indexes));
});

describe('sections', () => {
  test('numbered and plain headings with their levels', () => {
    const { sections, slice } = parse(
      '一、春季\n(一)播种\n选好种子,适时下地。\n(二)施肥\n少量多次。\n二、秋季\n颗粒归仓。\n',
    );
    expect(sections.map(({ heading, level }) => [slice(heading), level])).toEqual([
      ['春季', 0],
      ['播种', 1],
      ['施肥', 1],
      ['秋季', 0],
    ]);
  });

  test('each reaches to the next of its level', () => {
    const { sections, slice } = parse('一、春季\n(一)播种\n选种。\n(二)施肥\n少量。\n二、秋季\n归仓。\n');
    expect(slice(sections[0]!.span).trimEnd()).toBe('一、春季\n(一)播种\n选种。\n(二)施肥\n少量。');
    expect(slice(sections[1]!.span).trimEnd()).toBe('(一)播种\n选种。');
  });

  test('a short line before a paragraph is a heading', () => {
    const { sections, slice } = parse(
      '入户走访\n网格员每周走访十户人家,把问题记在本子上。\n集中会商\n每周五下午开会,能办的当场定下来。\n',
    );
    expect(sections.map(({ heading }) => slice(heading))).toEqual(['入户走访', '集中会商']);
  });
});

describe('titles', () => {
  test.each([
    ['走访工作的做法\n今年以来,全镇走访了三千户。\n', '走访工作的做法'],
    ['第一篇:走访的做法\n正文写在这里。\n', '走访的做法'],
    [
      '返回首页\n设为首页 | 加入收藏\n登录 | 注册\n网站地图 | 联系我们\n走访工作的做法\n全镇走访了三千户。\n',
      '走访工作的做法',
    ],
    ['今年以来,全镇走访了三千户。\n', null],
  ])('%j', (text, title) => {
    const outline = parse(text);
    expect(outline.title === null ? null : outline.slice(outline.title)).toBe(title);
  });
});

test('paragraphs are lines without their outer blanks, blank lines left out', () => {
  const { paragraphs, slice } = parse('　　甲 \n\n \n乙\n');
  expect(paragraphs.map(({ span, index }) => [index, slice(span)])).toEqual([
    [0, '甲'],
    [1, '乙'],
  ]);
});
