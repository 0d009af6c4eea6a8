import fc from 'fast-check';

/** Texts made of the pieces that reports are made of, in any order: what marks, names, lists and lines do to each other. */
const numbers = fc.constantFrom(...'一二三四五六七八九十两双百千零〇廿壹贰0123456789①②⑴⒈Ⅰ'.match(/./gu)!);
const heads = fc.constantFrom(
  '清',
  '到位',
  '结合',
  '个方面',
  '项制度',
  '诊',
  '治',
  '步',
  '级',
  '字',
  '心',
  '一批',
  '位一体',
  'N',
);
const names = fc.constantFrom(
  '“三清”工作法',
  '“六诊六治”',
  '“12345”',
  '“1+3+N”模式',
  '“四则运算法”',
  '“望闻问切”工作法',
  '一三四工作法',
  '三个结合',
  '两查三改',
  '一看二问三查',
  '“两查三改',
  '三查”',
  '「三清」',
  '五个一批',
  '十三项制度',
  '十二五',
);
const marks = fc.constantFrom(
  ...['一、', '二、', '三、', '(一)', '(二)', '1.', '2.', '3.', '一是', '二是', '三是', '①', '②', '③'],
  ...['首先', '其次', '再次', '最后', '第一步,', '第二步,', '第一,', '第二,', '一方面', '另一方面', '其一,', '其二,'],
  ...['一本是', '另一本是', '第一篇:', '第二篇:', '篇1', '【篇一】', '## 一、', '第一条 ', '一要', '二要'],
);
const words = fc.constantFrom(
  ...['账目清', '实物清', '去向清', '查安全', '改现场', '热心', '耐心', '县', '镇', '村', '走访群众', '学校', '做加法'],
  ...[
    '河湾镇党委推行',
    '坚持',
    '按照',
    '包括',
    '即',
    '就是',
    '分别是',
    '等',
    '为主要内容的',
    '和',
    '以及',
    '的',
    '共识',
  ],
);
const signs = fc.constantFrom(
  ...[
    '、',
    '、',
    '、',
    '，',
    ',',
    '。',
    '。',
    '；',
    '：',
    '“',
    '”',
    '(',
    ')',
    '（',
    '）',
    '"',
    '——',
    '!',
    '…',
    '\n',
    '\n',
    '\n\n',
  ],
  ...[' ', '　', '\t', '\r\n', '\ud842', '\udfb7', '\u2028', '\u0000', '😀', 'a', '<', '|'],
);
const pieces = fc.oneof(numbers, heads, names, marks, { weight: 3, arbitrary: words }, { weight: 2, arbitrary: signs });

export const mixedTexts = fc.array(pieces, { maxLength: 60, size: 'max' }).map((parts) => parts.join(''));

const clauses = fc.array(words, { minLength: 1, maxLength: 4 }).map((parts) => parts.join(''));
const lists = fc.array(words, { minLength: 2, maxLength: 5 }).map((parts) => parts.join('、'));
const digits = '一二三四五六七八九十';

/** Lines of a list in one numbering, in running text or on lines of their own. */
const numbered = fc
  .tuple(
    fc.array(clauses, { minLength: 1, maxLength: 6 }),
    fc.constantFrom('{}、', '({})', '{}是', '第{},', '第{}步,', '{}.'),
    fc.constantFrom('\n', '。', '；', '。\n今年以来做得更好。\n'),
  )
  .map(([items, mark, end]) => items.map((item, i) => mark.replace('{}', digits.charAt(i)) + item + end).join(''));
const sentences = fc
  .tuple(
    clauses,
    names,
    fc.constantFrom('，', '：', '，即', '（', '。', '——', ''),
    lists,
    fc.constantFrom('。\n', '）。', '\n', '等。'),
  )
  .map((parts) => parts.join(''));

/** Texts with the shape of reports: bundles of articles with headings, names, lists and sentences. */
export const reportTexts = fc
  .array(
    fc.oneof(
      numbered,
      sentences,
      clauses.map((line) => `${line}\n`),
      fc.integer({ min: 1, max: 9 }).map((i) => `\n第${digits.charAt(i - 1)}篇：经验\n`),
      { weight: 1, arbitrary: mixedTexts },
    ),
    { maxLength: 12, size: 'max' },
  )
  .map((parts) => parts.join(''));

const figures = fc.constantFrom(
  ...[
    '12起',
    '3.2万余元',
    '98.5%',
    '85%-90%',
    '三百余起',
    '百分之九十八',
    '2,640件',
    '第3期',
    '1至3月',
    '5次/人',
    '0539-6123456',
  ],
  ...[
    '六成',
    '十个百分点',
    '从12起下降到3起',
    '30%',
    '近200户',
    '9999999999999999起',
    '2019年3月',
    '〇',
    '万',
    '%',
    '12345热线',
  ],
);
const verbs = fc.constantFrom(
  ...[
    '化解',
    '满意率达',
    '下降',
    '投入',
    '挽回损失',
    '力争',
    '今年以来,',
    '先后',
    '要求',
    '“三清”推行后',
    '较去年提升',
    '整改',
  ],
);
const openings = fc.constantFrom(
  ...[
    '柳河县石桥镇',
    '2018年以来,石桥镇推行',
    '自二〇一九年三月起实施',
    '2019-03-01\n',
    '',
    '民国108年起,推动',
    '某县推行',
  ],
);

/** Reports that tell dates, places and figures around a framework. */
export const tellingTexts = fc
  .tuple(
    openings,
    fc.constantFrom(
      '“三清”：账目清、实物清、去向清。\n',
      '“三清”工作法。\n一是账目清。',
      '做法\n坚持账目清、实物清、去向清“三清”。\n',
    ),
    fc.array(
      fc.oneof(
        fc.tuple(verbs, figures).map((parts) => parts.join('')),
        fc.tuple(verbs, words, figures, words).map((parts) => parts.join('')),
        fc.constantFrom('。二是实物清。', '三是去向清。', '\n', ',', '、', '。', '😀', '(dá)'),
      ),
      { maxLength: 20, size: 'max' },
    ),
  )
  .map(([opening, name, rest]) => opening + name + rest.join(''));

/** Any string at all, lone surrogates included. */
export const anyTexts = fc.string({ unit: 'binary', maxLength: 200 });
