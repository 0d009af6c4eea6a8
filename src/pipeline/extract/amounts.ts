import {
  CLAUSE_END,
  DIGIT,
  ENUMERATION_COMMA,
  flagsAt,
  HAN,
  LATIN,
  NEWLINE,
  NUMERAL,
  OPEN_QUOTE,
  SENTENCE_END,
} from '../../language/characters.js';
import { loadFrameworkRules } from '../../resources/framework-rules.js';
import { isQuotedHead } from './name-end.js';

/** 134.9万亿元, 2,640件, 8.9%: most numbers of a report are figures, which the sign behind them tells at once. */
export function isFigure(text: string, start: number): boolean {
  if ((flagsAt(text, start) & DIGIT) === 0) return false;
  let end = start + 1;
  while (flagsAt(text, end) & DIGIT) end++;
  const next = flagsAt(text, end);
  return end - start > 6 || (next & (HAN | OPEN_QUOTE)) === 0 || '万亿元年月日%％'.includes(text.charAt(end));
}

/** Signs that stand for a zero in years: 二○一八年. */
const ZERO_SIGNS = '○Ｏ';

/** Whether a number of a name may begin here: not inside another number, not after 第, 每, 约, 共 … */
export function isNumberStart(text: string, start: number): boolean {
  const before = flagsAt(text, start - 1);
  const sign = text.charAt(start - 1);
  if (before & (NUMERAL | DIGIT | LATIN) || ZERO_SIGNS.includes(sign || ' ')) return false;
  if ('.．,%-+/:：~～'.includes(sign) && flagsAt(text, start - 2) & DIGIT) return false;
  const { wordsBefore, wordsBeforeOne } = loadFrameworkRules();
  // 操作之前四必问, 门前三包, 班前四查
  if ('前后中'.includes(sign || ' ') && '之以门班岗会课诊工事灾庭汛战餐饭睡'.includes(text.charAt(start - 2) || ' '))
    return true;
  if ('下面列'.includes(sign || ' ') && /[以如]下$|下[面列]$/u.test(text.slice(Math.max(0, start - 2), start)))
    return true; // 抓好以下五项工作
  // 以上三项措施, not 九成以上三年
  if (sign === '上' && text.charAt(start - 2) === '以' && !(flagsAt(text, start - 3) & (HAN | DIGIT | LATIN)))
    return true;
  if (sign === '下' && '立定订留写签'.includes(text.charAt(start - 2) || ' ')) return true; // 立下三项规矩
  if (sign === '之' && (text.startsWith('百分之', start - 3) || text.startsWith('千分之', start - 3))) return false;
  if (isListBefore(text, start)) return true;
  if (text.charAt(start) === '一' && wordsBeforeOne.has(text.charAt(start - 1))) return false;
  return !wordsBefore.has(text.charAt(start - 1)) && !wordsBefore.has(text.slice(Math.max(0, start - 2), start));
}

/** 看守工、巡守工、抢险队员这三类人员: 这 points back at a list, which the number then counts. */
function isListBefore(text: string, start: number): boolean {
  if (text.charAt(start - 1) !== '这') return false;
  for (let i = start - 2; i >= 0 && i > start - LIST_REACH; i--) {
    const flags = flagsAt(text, i);
    if (flags & ENUMERATION_COMMA || '和与同'.includes(text.charAt(i))) return true;
    if (flags & (CLAUSE_END | SENTENCE_END | NEWLINE)) return false;
  }
  return false;
}

const LIST_REACH = 20;

/** 三天, 5公里, 两户: a unit follows, so this is an amount; or nothing that could be counted does. */
export function isAmount(text: string, from: number): boolean {
  // 四点一 is a fraction.
  if (text.charAt(from) === '点' && flagsAt(text, from + 1) & (NUMERAL | DIGIT)) return true;
  if (text.charAt(from) === '字' && CHARACTER_COUNT.test(text.slice(from, from + 4))) return false;
  const { units, methodNouns } = loadFrameworkRules();
  const unit = units.beginning.longestAt(text, from);
  if (unit !== null) {
    return !units.verbs.has(unit) || (methodNouns.beginning.longestAt(text, from + unit.length)?.length ?? 0) < 2;
  }
  // 两场硬仗 may name a set; 2场 is an amount.
  if (flagsAt(text, from - 1) & DIGIT && '篇场封盏门首'.includes(text.charAt(from))) return true;
  const flags = flagsAt(text, from);
  return flags & OPEN_QUOTE ? !isQuotedHead(text, from) : (flags & HAN) === 0;
}

/** 四字诀, 十六字方针 */
const CHARACTER_COUNT = /^字(?:诀|经|歌|口诀|真言|方针|原则|工作)/u;

/** 三级、四级、五级干部: one of a row of ranks. */
export function isInScale(text: string, start: number, end: number): boolean {
  const unit = text.charAt(end);
  const before =
    text.charAt(start - 1) === '、' && text.charAt(start - 2) === unit && flagsAt(text, start - 3) & NUMERAL;
  const after = text.charAt(end + 1) === '、' && flagsAt(text, end + 2) & NUMERAL && text.charAt(end + 3) === unit;
  return Boolean(before || after);
}

/** 二十大, 十六大精神, 三中全会: the number of a congress or plenary session. 十二大工程 counts. */
export function isCongress(text: string, start: number, end: number): boolean {
  if (text.startsWith('中全会', end) || text.charAt(end) === '届') return true;
  if (text.charAt(end) === '中' && /^中(?:[、，和及]|全会)/u.test(text.slice(end, end + 3))) return true;
  if (text.charAt(end) !== '大') return false;
  if (/^大(?:以来|报告|精神|路线|党章)/u.test(text.slice(end, end + 3))) return true;
  if (!text.slice(start, end).includes('十')) return false;
  return !/^(?:工程|行动|措施|举措|任务|体系|制度|机制|标准|工作)/u.test(text.slice(end + 1, end + 3));
}
