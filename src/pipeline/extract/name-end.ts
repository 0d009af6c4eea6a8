import { consistsOf, DIGIT, flagsAt, HAN, NUMERAL, OPEN_QUOTE } from '../../language/characters.js';
import { closeOf } from '../../language/clauses.js';
import { loadFrameworkRules } from '../../resources/framework-rules.js';
import { methodNounAfter, methodNounAtEnd } from './method-noun.js';
import { compactName } from './read-name.js';
import type { SplitName } from './split-name.js';

/** Where an unquoted name ends: at the first sign or function word, after a method noun, before a name of its own. */
export function phraseEnd(text: string, from: number, limit: number): number {
  const { classifiers, headWords, nameStops, titleTails } = loadFrameworkRules();
  let end = classifiers.has(text.charAt(from)) ? from + 1 : from;
  // 三个及时: what is counted begins with a function character.
  if (text.charAt(from) === '个') end += headWords.longestAt(text, end)?.length ?? 0;
  while (end < limit && end - from < 16) {
    const flags = flagsAt(text, end);
    if (flags & OPEN_QUOTE && isQuotedHead(text, end)) {
      end = closeOf(text, end, limit);
      continue;
    }
    if (end > from && leavesName(text, from, end)) break;
    if (
      (text.startsWith('进行', end) && text.charAt(end + 2) !== '动') ||
      (text.charAt(end) === '共' && flagsAt(text, end + 1) & DIGIT)
    )
      break;
    if (end - from >= 2 && titleTails.longestAt(text, end) !== null) break;
    if ((flags & (HAN | NUMERAL)) === 0 || (nameStops.includes(text.charAt(end)) && !isInsideWord(text, end))) break;
    end++;
    if (endsInKind(text, from, end)) return end;
    if (end - from >= 2) {
      const noun = methodNounAtEnd(text.slice(from, end));
      if (noun !== null && noun.noun.length >= 2 && noun.start >= 1 && nounEndsHere(text, end, noun.noun)) return end;
    }
  }
  return end;
}

/** 两步来设想, 两个阶级之间, 八个城市中: what stands around a name's set, or is done with it. */
function leavesName(text: string, from: number, at: number): boolean {
  // 三支队伍管起来
  if (text.startsWith('起来', at + 1) && at - from >= 3) return true;
  // 四类逐户登记
  if (text.charAt(at) === '逐' && at - from >= 1 && '户一个项件级村人条'.includes(text.charAt(at + 1) || ' '))
    return true;
  // 两张照片放在一起
  if (text.charAt(at + 1) === '在' && '放站住设建贴挂写印存摆坐落'.includes(text.charAt(at)) && at - from >= 2)
    return true;
  // 两个基本点统一于实践
  if (text.startsWith('统一于', at) && at - from >= 2) return true;
  // 四项措施跟得紧
  if (text.charAt(at + 1) === '得' && at - from >= 3 && (flagsAt(text, at + 3) & HAN) === 0) return true;
  const next = text.charAt(at + 1);
  const character = text.charAt(at);
  if (character === '之') return '间中内下'.includes(next || ' ');
  if (character !== '来' && character !== '中') return false;
  if (isInsideWord(text, at)) return false;
  return character === '来'
    ? (flagsAt(text, at + 1) & HAN) !== 0
    : (flagsAt(text, at + 1) & HAN) === 0 || '有的'.includes(next);
}

/** 五字诀推进, 起身三部曲走进: such a noun ends the name, unless a method noun follows it. */
function endsInKind(text: string, from: number, end: number): boolean {
  return (
    end - from >= 2 &&
    /(?:诀|宫格|部曲)$/u.test(text.slice(Math.max(from, end - 2), end)) &&
    methodNounAfter(text, end, Math.min(text.length, end + 4)) === null
  );
}

/** 三个平等, 四种行为, 三级把关: a function character that only makes a word with its neighbour. */
function isInsideWord(text: string, at: number): boolean {
  const { functionWords } = loadFrameworkRules();
  return functionWords.has(text.slice(at - 1, at + 1)) || functionWords.has(text.slice(at, at + 2));
}

/** 两“降”三“升”, 四个“口”: the head alone is quoted. */
export function isQuotedHead(text: string, open: number): boolean {
  const close = closeOf(text, open, Math.min(text.length, open + 6));
  if (close < 0 || !consistsOf(text.slice(open + 1, close - 1), HAN)) return false;
  const before = text.charAt(open - 1);
  return (flagsAt(text, open - 1) & NUMERAL) !== 0 || loadFrameworkRules().classifiers.get(before) === false;
}

/** 工作 in 工作法, 管理 in 管理模式, 网络 in 网络组织: the noun goes on. A 工作法 or 机制 ends the name whatever follows. */
function nounEndsHere(text: string, end: number, noun: string): boolean {
  if (methodNounAfter(text, end, Math.min(text.length, end + 2)) !== null || text.charAt(end) === '法') return false;
  const { methodNouns, nameStops } = loadFrameworkRules();
  if (methodNouns.closing.has(noun) || noun.endsWith('法')) return true;
  return (flagsAt(text, end) & HAN) === 0 || nameStops.includes(text.charAt(end));
}

/** Where the name of a phrase ends, its method noun left out. */
export function nameEnd(text: string, start: number, end: number, split: SplitName): number {
  if (split.noun !== null) return end - split.noun.length;
  return compactName(text.slice(start, end)).length === split.reading.name.length
    ? end
    : start + split.reading.name.length;
}
