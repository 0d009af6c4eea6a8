import { Converter } from 'opencc-js/t2cn';
import { describe, expect, test } from 'vitest';
import type { NormalizedDocument } from '../../src/model/document.js';
import { LONGEST_WORD } from '../../src/pipeline/normalize/convert-characters.js';
import { listChanges } from '../../src/pipeline/normalize/list-changes.js';
import { normalizeDocument } from '../../src/pipeline/normalize/normalize-document.js';
import { isPinyinSyllable } from '../../src/pipeline/normalize/pinyin-syllables.js';
import { readTable } from '../../src/resources/read-table.js';

function normalize(text: string, format = 'txt'): NormalizedDocument {
  return normalizeDocument({
    id: 'a.txt',
    path: 'a.txt',
    text,
    format,
    encoding: 'utf-8',
    sha256: '',
    diagnostics: [],
  });
}

function becomes(cases: readonly (readonly [string, string])[]): void {
  test.each(cases)('%j → %j', (before, after) => expect(normalize(before).text).toBe(after));
}

function stays(cases: readonly string[], format = 'txt'): void {
  test.each(cases)('%j stays', (text) => expect(normalize(text, format).text).toBe(text));
}

/** Where `part` of the normalized text stands in the source, as text. */
function sourceOf(document: NormalizedDocument, part: string): string {
  const start = document.text.indexOf(part);
  const span = document.offsets.toSource({ start, end: start + part.length });
  return document.source.text.slice(span.start, span.end);
}

describe('script', () => {
  becomes([
    ['縣機關總結報告', '县机关总结报告'],
    ['乾隆年間的渠,乾燥的風', '乾隆年间的渠,干燥的风'],
    ['皇后在後方', '皇后在后方'],
    ['瞭望臺上一目瞭然', '瞭望台上一目了然'],
  ]);
  stays(['陕西乾县的著作', '机器一打坏就修,土坏不了', '发展生产,搞活经济']);

  test('a word with no traditional character in it does not count in a simplified text', () => {
    expect(normalize('机器一打坏張师傅就修').text).toBe('机器一打坏张师傅就修');
  });

  test('words that only meet in the converted text are converted as well (么麽 → 幺麽)', () => {
    const once = normalize('這們個為對開，麼麽些族項鍊').text;
    expect(once).toBe('这们个为对开，幺麽些族项链');
    expect(normalize(once).text).toBe(once);
  });

  test('a word is seen through noise, blanks and line breaks', () => {
    expect(normalize('乾(qián)隆年間').text).toBe('乾隆年间');
  });

  test('a character that becomes one beyond the Basic Multilingual Plane keeps its neighbours in place', () => {
    const document = normalize('甲㜢乙');
    expect(document.text).toBe('甲𡞱乙');
    expect(sourceOf(document, '𡞱')).toBe('㜢');
    expect(sourceOf(document, '乙')).toBe('乙');
    expect(listChanges(document)).toEqual([{ rule: 'script', span: { start: 1, end: 2 }, before: '㜢', after: '𡞱' }]);
  });

  test.each([
    ['为人民办实事', 'simplified'],
    ['為人民辦實事', 'traditional'],
    ['为人民办实事，為人民辦實事', 'mixed'],
    ['山水', 'simplified'],
    ['', 'simplified'],
    [`${'我们为群众办实事。'.repeat(20)}作者：張國強`, 'simplified'],
    ['臺東縣政府於里長會議後，請各里轉知住戶領取宣導單', 'traditional'],
  ])('%j is %s', (text, script) => expect(normalize(text).script).toBe(script));

  test('agrees with the converter of opencc-js', () => {
    const convert = Converter({ from: 't', to: 'cn' });
    const text =
      '後來乾縣的幹部瞭解到,這裡的藉口與狼藉,都因為鍾先生的鬧鐘發出巨響。徵收與宮商角徵羽,豈是一回事?髮型發明,麵條面子。';
    const expected = convert(text);
    expect(normalize(text).text).toBe(expected);
    expect(normalize('車').text).toBe(convert('車'));
  });

  test('no word of the dictionary is longer than the conversion looks back', async () => {
    const { default: entries } = await import('opencc-js/dict/TSPhrases');
    const longest = Math.max(...(entries as string).split('|').map((entry) => entry.indexOf(' ')));
    expect(longest).toBeLessThanOrEqual(LONGEST_WORD);
  });
});

describe('width', () => {
  becomes([
    ['２０２４年ＡＢｃ', '2024年ABc'],
    ['１＋３＋Ｎ,达９８％', '1+3+N,达98%'],
  ]);
  stays(['一、甲，乙。（丙）：“丁”；戊．']);
});

describe('inserted pinyin', () => {
  becomes([
    ['引導(dǎo)群眾', '引导群众'],
    ['環(huán)境與聯(lián)合', '环境与联合'],
    ['醫(yi) 療服務(wu) 體(ti) 系', '医疗服务体系'],
    ['道（lù）路', '道路'],
    ['ɡ写的管(ɡuǎn)理', 'ɡ写的管理'],
    ['旅(lǚ)店,绿(lv)化,女(nü)工,律(lu:)师', '旅店,绿化,女工,律师'],
    ['导(da\u030co)航', '导航'],
    ['导(Dǎo)航', '导航'],
    ['行(xíng)(háng)业', '行业'],
    ['全宽（ｈｕａｎ）字', '全宽字'],
    ['最后一个字有音(yīn)', '最后一个字有音'],
    ['𠮷(jí)祥', '𠮷祥'],
  ]);
  stays([
    '处女座(Virgo)的人,总值(GDP)增长,应用(App)上线',
    '该年(2021)起,计划(an 8-step plan)推行',
    '选项(a)与选项(e),方案(B)',
    '代号(QI)与词语(abc),按键(shift)',
    'app(dǎo)不在汉字之后',
    '导(dǎo',
    '说明(da\no)完',
  ]);

  test('belongs to the character before it, the blank after it does not', () => {
    const document = normalize('服務(wu) 人民(mín) 做實(shí)事');
    expect(document.text).toBe('服务人民做实事');
    expect(sourceOf(document, '服务')).toBe('服務(wu)');
    expect(sourceOf(document, '服')).toBe('服');
    expect(sourceOf(document, '人民')).toBe('人民(mín)');
    expect(sourceOf(document, '做')).toBe('做');
    expect(sourceOf(document, '务人')).toBe('務(wu) 人');
    expect(document.changeCounts.noise).toBe(3);
  });

  test('a blank between two titles stays where the noise of the text leaves none', () => {
    expect(normalize('建設(shè)家(jiā)園(yuán) 共享成果').text).toBe('建设家园 共享成果');
  });

  test('goes where it lost its letters with tone marks, in a text that shows it', () => {
    expect(normalize('健(jin)全档(dng)案,稳(wn)定队(du)伍,团(tun)结向(xing)前(q?n)').text).toBe(
      '健全档案,稳定队伍,团结向前',
    );
    expect(normalize('健(ji?n)全档(d?ng)案,稳(w?n)定').text).toBe('健全档案,稳定');
  });

  test('stays where few brackets look like it', () => {
    const text = '高度(cm)、重量(kg)、面积(sq)和药量(mg),另见档案(dng)';
    expect(normalize(text).text).toBe(text);
  });

  test('every row of the table is a syllable', () => {
    const rows = readTable('structure/pinyin-syllables.tsv', ['syllable', 'example']);
    expect(rows.length).toBeGreaterThan(400);
    expect(new Set(rows.map((row) => row.cells.syllable)).size).toBe(rows.length);
    for (const { cells } of rows) {
      const { syllable, example } = cells as { syllable: string; example: string };
      expect(syllable).toMatch(/^[a-zü]{1,6}$/);
      expect(example).toMatch(/^\p{Script=Han}$/u);
      expect(isPinyinSyllable(syllable)).toBe(syllable.length > 1);
      if (syllable.length > 1) expect(normalize(`某(${syllable})字`).text).toBe('某字');
    }
  });
});

describe('stray blanks', () => {
  becomes([
    ['今年在路口制作 警示牌,效果很好。', '今年在路口制作警示牌,效果很好。'],
    ['各村不断推进 “五有” 建设,成效明显。', '各村不断推进“五有”建设,成效明显。'],
    ['六 诊 六 治', '六诊六治'],
    ['通 知', '通知'],
    ['通　　　知', '通知'],
    ['共走访 37 户，解决问题 12 个。', '共走访37户，解决问题12个。'],
    ['零\u200b宽字\ufeff符', '零宽字符'],
    ['软\u00ad连字符', '软连字符'],
    ['一、 抓好安全,确保稳定。', '一、抓好安全,确保稳定。'],
    ['当 前 形 势 复 杂 , 任 务 重 。', '当前形势复杂 , 任务重。'],
  ]);
  stays([
    '推行五步工作法 全面治理河道',
    '写好“加减乘除”四道题 乡村教育焕新颜',
    '姓名 职务 电话',
    '    缩进的段落,照旧。  ',
    '　　缩进的段落,照旧。',
    '使用 Excel 表格,遵循 GB 18030,含扩展。',
    '电话010 8888 6666,随时联系。',
    '第一条 为了加强管理,制定本办法。',
    '3 组织实施,明确分工。',
    '前一段已经说完。　　后一段另起一行,换行丢了。',
    '| 项 目 | 内 容 |',
    'plain English, with blanks.',
  ]);

  test('code in Markdown stays', () => {
    const text = '```\n变 量 = 一 二 三\n```';
    expect(normalize(text, 'md').text).toBe(text);
    expect(normalize(text).text).not.toBe(text);
  });

  test('a removed blank belongs to no character', () => {
    const document = normalize('在路口制作 警示牌,效果很好。');
    expect(sourceOf(document, '制作')).toBe('制作');
    expect(sourceOf(document, '警示牌')).toBe('警示牌');
    expect(sourceOf(document, '制作警示牌')).toBe('制作 警示牌');
  });
});

/** A paragraph cut into lines of so many characters. */
function wrap(paragraph: string, width: number): string {
  return paragraph.match(new RegExp(`.{1,${width}}`, 'gu'))!.join('\n');
}

describe('broken lines', () => {
  const long =
    '各科室按照年初确定的目标任务逐项对照检查,把发现的问题分门别类列出清单,明确责任人和完成时限,纳入年度考核范';

  test('a long line that breaks off in running text is joined', () => {
    expect(normalize(`${long}\n围,与业务工作同部署。\n下一段。`).text).toBe(`${long}围,与业务工作同部署。\n下一段。`);
    expect(normalize(`${long}  \r\n围,与业务工作同部署。`).text).toBe(`${long}围,与业务工作同部署。`);
  });

  stays(
    [
      ...[
        '一、加强领导,落实责任。',
        '(二)加强领导,落实责任。',
        '2.加强领导,落实责任。',
        '①加强领导,落实责任。',
        '二是加强领导,落实责任。',
      ],
      ...[
        '第二,加强领导,落实责任。',
        '“五有”先行,效果明显。',
        '# 围,与业务',
        '- 围,与业务工作。',
        '　　围,与业务工作。',
        '| 围,与 |。',
        '(围,与业务工作。',
      ],
      ...['工作体会', '加强领导 落实责任', '\n围,与业务工作。', '围,与业务工作同部署'],
    ].map((next) => `${long}\n${next}`),
  );
  stays([
    `${long}。\n围,与业务工作同部署。`,
    `${long}:\n围,与业务工作同部署。`,
    `${long}。三、工作体会\n围,与业务工作同部署。`,
    `${long}\n${long}\n围,与业务工作同部署。`,
    '短行不算\n围,与业务工作同部署。',
  ]);

  const paragraphs = [
    '去年以来,河湾镇把矛盾纠纷化解作为头等大事,干部分片包户,每周入户一次,听群众讲心里话,办群众愁盼的事,全镇信访量比上一年下降了四成,群众满意度明显提高,没有发生一起越级上访。',
    '镇里还请退休教师和老党员组成调解队,谁家有了疙瘩就上门劝说,既讲法律也讲人情,三年来成功调解纠纷一百六十多件,许多多年的积怨就此化开,村里的笑声多了起来。',
  ];

  test.each([24, 30, 38])('a document wrapped at %d characters is unwrapped', (width) => {
    const heading = '二、主要成效';
    const text = [
      wrap(paragraphs[0]!, width),
      heading,
      wrap(paragraphs[1]!, width),
      '三、下步打算',
      wrap(paragraphs[0]!, width),
    ];
    expect(normalize(text.join('\n')).text).toBe(
      [paragraphs[0], heading, paragraphs[1], '三、下步打算', paragraphs[0]].join('\n'),
    );
  });

  test('parallel titles of one length are no wrapped paragraph', () => {
    const titles = [
      '坚持党建引领全面推动基层治理能力持续提升',
      '坚持问题导向着力破解群众身边的急难愁盼题',
      '坚持系统观念统筹抓好各项重点任务落地落细',
    ];
    const text = [...titles, ...titles, ...titles].join('\n');
    expect(normalize(text).text).toBe(text);
  });

  test('the removed newline belongs to no character', () => {
    const document = normalize(`${long}\n围,与业务工作同部署。`);
    expect(sourceOf(document, '考核范')).toBe('考核范');
    expect(sourceOf(document, '范围')).toBe('范\n围');
    expect(document.changeCounts).toEqual({ 'line-break': 1 });
  });
});

describe('listChanges', () => {
  test('names rule, place and wording', () => {
    const changes = listChanges(normalize('引導(dǎo)群眾 辦３件實事,很好。'));
    expect(changes).toEqual([
      { rule: 'script', span: { start: 1, end: 2 }, before: '導', after: '导' },
      { rule: 'noise', span: { start: 2, end: 7 }, before: '(dǎo)', after: '' },
      { rule: 'script', span: { start: 8, end: 9 }, before: '眾', after: '众' },
      { rule: 'whitespace', span: { start: 9, end: 10 }, before: ' ', after: '' },
      { rule: 'script', span: { start: 10, end: 11 }, before: '辦', after: '办' },
      { rule: 'width', span: { start: 11, end: 12 }, before: '３', after: '3' },
      { rule: 'script', span: { start: 13, end: 14 }, before: '實', after: '实' },
    ]);
  });

  test('an unchanged text has none', () => {
    const document = normalize('没有什么要改。');
    expect(listChanges(document)).toEqual([]);
    expect(document.changeCounts).toEqual({});
    expect(document.offsets.toSource({ start: 2, end: 4 })).toEqual({ start: 2, end: 4 });
  });
});
