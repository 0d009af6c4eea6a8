import { describe, expect, test } from 'vitest';
import { extractDocument } from '../../../src/pipeline/run-pipeline.js';
import { buildSource } from '../../support/build-extraction.js';

const NAMED = '坚持“三清”：账目清、实物清、去向清。';

const holdersOf = (...lines: string[]) =>
  extractDocument(buildSource(`${lines.join('\n')}\n`)).frameworks.map(({ holder }) => holder);
const holderOf = (...lines: string[]) => holdersOf(...lines)[0];

describe('an organisation is named', () => {
  test.each<[string, string[], string]>([
    ['in the byline', ['“三清”管好水', '柳河县水利局', NAMED], '柳河县水利局'],
    ['in the byline with a person', ['“三清”管好水', '柳河县水利局　周正平', NAMED], '柳河县水利局'],
    ['behind the dash of a subtitle', ['管好一渠水', '——柳河县水利局管水经验材料', NAMED], '柳河县水利局'],
    ['at the head of the title', ['柳河县水利局推行“三清”工作法', NAMED], '柳河县水利局'],
    ['behind the quote of the title', ['“三清”工作法 石桥镇管住了水', NAMED], '石桥镇'],
    ['as the subject of the lead', ['管好一渠水', `柳河县水利局有职工40人。去年以来，该局${NAMED}`], '柳河县水利局'],
    [
      'as the subject of the sentence that names the practice',
      ['管好一渠水', '渠长水远，用水难。柳河县水利局探索“三清”工作法：账目清、实物清、去向清。'],
      '柳河县水利局',
    ],
    [
      'as the author in the sentence that explains the name',
      ['“三清”工作法', '“三清”工作法，是柳河煤矿通风区摸索出来的，即账目清、实物清、去向清。'],
      '柳河煤矿通风区',
    ],
    ['in the signature', ['管好一渠水', NAMED, '柳河县水利局'], '柳河县水利局'],
    ['with its head', ['一把算盘', `算账的人是柳河县水利局局长周正平。${NAMED}`], '柳河县水利局'],
  ])('%s', (_, lines, holder) => expect(holderOf(...lines)).toBe(holder));
});

describe('the fullest form is given', () => {
  test.each<[string, string[], string]>([
    [
      'for the last words of the name',
      ['××市公安局交警支队城东大队工作汇报', `城东大队管着38条街。大队${NAMED}`],
      '××市公安局交警支队城东大队',
    ],
    ['for a short form', ['把官司了在山上', '——柳河县人民法院工作纪实', `去年，县法院${NAMED}`], '柳河县人民法院'],
    ['of a town whose 党委 is told to act', ['一片叶子', '——柳河县石桥镇茶产业调查', `镇党委${NAMED}`], '柳河县石桥镇'],
    [
      'with the unit that is told to act, where nothing but the lead has the house',
      ['把心贴近', `柳河县中医院有床位四百张。几年来，院护理部${NAMED}`],
      '柳河县中医院护理部',
    ],
    ['of a hospital whose 护理部 is told to act', ['柳河县中医院工作总结', `院护理部${NAMED}`], '柳河县中医院'],
  ])('%s', (_, lines, holder) => expect(holderOf(...lines)).toBe(holder));
});

describe('who only tells, prints or praises is not it', () => {
  test.each<[string, string[]]>([
    ['the newspaper', ['石桥镇水管站管住了水', '来源：柳河县融媒体中心　编辑：小周', `水管站${NAMED}`]],
    ['who gets a copy', ['石桥镇水管站管住了水', `水管站${NAMED}`, '报：柳河市水利局　送：柳河县财政局']],
    [
      'the editor of a newsletter',
      ['水利简报', '第3期', '柳河县水利局办公室　2023年5月8日', '石桥镇水管站管住了水', `水管站${NAMED}`],
    ],
    ['who praises', ['石桥镇水管站管住了水', '柳河县水利局授予它奖牌，柳河县财政局表彰了它。', `水管站${NAMED}`]],
    ['the page', ['首页 > 柳河县水利局 > 正文', '石桥镇水管站管住了水', `水管站${NAMED}`]],
  ])('%s', (_, lines) => expect(holderOf(...lines)).toBe('石桥镇水管站'));

  test('a speech tells others what to do', () => {
    expect(holderOf('在全县水利工作会议上的讲话', '柳河县水利局局长　周正平', `同志们，要${NAMED}`)).toBeNull();
  });
});

describe('a person', () => {
  test.each<[string, string[], string]>([
    ['portrayed', ['一盏灯', '——记上湾村村医周桂香', `她${NAMED}`], '上湾村村医周桂香'],
    [
      'who gives account of his own work',
      ['述职报告', '柳河县水利局副局长　周正平', `我${NAMED}`],
      '柳河县水利局副局长周正平',
    ],
    [
      'called by a nickname in the title',
      ['老周的“三清”', `石桥派出所民警周正平已经六十岁。老周${NAMED}老周说，老周做得到。`],
      '石桥派出所民警周正平',
    ],
    ['with a hidden name', ['一盏灯', '——记上湾村村医周××', `她${NAMED}`], '上湾村村医周××'],
  ])('%s', (_, lines, holder) => expect(holderOf(...lines)).toBe(holder));

  test('who is asked as the head of an organisation speaks for it', () => {
    expect(holderOf('把门打开', '——访柳河县妇联主席周桂香', `答：我们${NAMED}`)).toBe('柳河县妇联');
  });

  test('who made one practice of several holds that one', () => {
    const holders = holdersOf(
      '柳河县人民法院工作汇报',
      `法院${NAMED}`,
      '承办法官周××审过八百件案子，总结出“四步”：听、问、劝、结，已在全院推开。',
    );
    expect(holders).toEqual(['柳河县人民法院', '法官周××']);
  });
});

test.each([
  ['carries it out', '民警周××每天入户，坚持“四步”：听、问、劝、结，街坊都认得他。'],
  ['helped the office to it', '在民警周××带动下，所里总结出“四步”：听、问、劝、结，街坊都说好。'],
])('a person who %s did not make it', (_, sentence) => {
  expect(holderOf('石桥派出所工作汇报', sentence)).toBe('石桥派出所');
});

describe('where the report is silent', () => {
  test.each<[string, string[]]>([
    ['only a place where a visitor goes on', ['管好一渠水', `他路过柳河县水利局的门口，${NAMED}`]],
    ['no name', ['管好一渠水', NAMED]],
    ['only bare kinds', ['管好一渠水', `学校和医院都要${NAMED}`]],
    ['only a city that is passed through', ['管好一渠水', `从柳河市到桥东区，${NAMED}`]],
  ])('%s', (_, lines) => expect(holderOf(...lines)).toBeNull());
});

test('two reports of a newsletter have each their own', () => {
  const holders = holdersOf(
    '水利简报',
    '第3期',
    '石桥镇推行“三清”管水',
    `今年以来，石桥镇党委${NAMED}渠里的水一天比一天清，账也一天比一天明，村民都说好。`,
    '上湾乡：“四议”管渠',
    '去年以来，上湾乡推行“四议”：村民提议、支部商议、代表审议、大会决议。',
  );
  expect(holders).toEqual(['石桥镇党委', '上湾乡']);
});
