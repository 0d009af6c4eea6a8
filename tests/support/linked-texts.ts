import { Converter } from 'opencc-js/cn2t';

const converter = Converter({ from: 'cn', to: 'tw' });

/** A report of an invented township. */
export const REPORT = [
  '柳河镇推行“三亮”工作法 服务群众更贴心',
  '来源：柳河镇党政办',
  '柳河镇党委从去年秋天起推行“三亮”工作法：亮身份、亮承诺、亮结果，让办事的群众找得到人、问得清事。',
  '一是亮身份。窗口干部胸前挂牌，桌上放一张写有姓名和电话的卡片，群众一眼就认得出来。',
  '二是亮承诺。每个岗位把能办的事、要带的材料、几天办完写在墙上，说到就要做到。',
  '三是亮结果。事情办完当天发一条短信，没有办成的写明原因，并说清下一步找谁。',
  '半年下来，大厅里的投诉从每月十一件降到两件，跑第二趟的人少了七成。',
].join('\n');

/** The same as a county paper printed it: another title and source line, in traditional characters, without the last paragraph. */
export const REPRINT = toTraditional(
  ['柳河：窗口三件小事赢得民心', '来源：县报　编辑：小周', ...REPORT.split('\n').slice(2, -1)].join('\n'),
);

/** Another office that took the practice over. */
export const FOLLOWER = [
  '石塘街道便民大厅今年的几点变化',
  '石塘街道到外镇学习之后，也开展“三亮”行动，即党员亮身份、岗位亮承诺、办件亮结果，给六个窗口换了新桌牌。',
  '老人不会填表的，由志愿者代写；腿脚不便的，社工带着平板上门，国庆前后共上门四十多次。',
].join('\n');

/** A school with a practice of the same name. */
export const NAMESAKE = [
  '青坝中学把课堂摊开给家长看',
  '青坝中学在校园里推行“三亮”：亮教案、亮作业、亮成绩单。老师每周三下午把教案摆在走廊的长桌上，家长可以随时翻看。',
].join('\n');

export function toTraditional(text: string): string {
  return converter(text).replace(/“/g, '「').replace(/”/g, '」');
}
