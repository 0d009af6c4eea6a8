import { consistsOf, DIGIT, flagsAt, HAN, NUMERAL, OPEN_QUOTE } from '../../language/characters.js';
import { closeOf } from '../../language/clauses.js';
import { loadFrameworkRules } from '../../resources/framework-rules.js';
import { methodNounAfter, methodNounAtEnd } from './method-noun.js';
import { compactName } from './read-name.js';
import type { SplitName } from './split-name.js';

/** Characters that end an unquoted name: function words that no head contains. */
export const NAME_STOPS = '的和与及等是为在了并以就都也而或把将被让给即均由向从于';

/** Where an unquoted name ends: at the first sign or function word, after a method noun, before a name of its own. */
export function phraseEnd(text: string, from: number, limit: number): number {
  const { classifiers, titleTails } = loadFrameworkRules();
  let end = classifiers.has(text.charAt(from)) ? from + 1 : from;
  while (end < limit && end - from < 16) {
    const flags = flagsAt(text, end);
    if (flags & OPEN_QUOTE && isQuotedHead(text, end)) {
      end = closeOf(text, end, limit);
      continue;
    }
    if (
      (text.startsWith('进行', end) && text.charAt(end + 2) !== '动') ||
      (text.charAt(end) === '共' && flagsAt(text, end + 1) & DIGIT)
    )
      break;
    if (end - from >= 2 && titleTails.longestAt(text, end) !== null) break;
    if ((flags & (HAN | NUMERAL)) === 0 || (NAME_STOPS.includes(text.charAt(end)) && !isInsideWord(text, end))) break;
    end++;
    if (end - from >= 2) {
      const noun = methodNounAtEnd(text.slice(from, end));
      if (noun !== null && noun.noun.length >= 2 && noun.start >= 1 && nounEndsHere(text, end, noun.noun)) return end;
    }
  }
  return end;
}

/** 三个平等, 四种行为, 三级把关: a function character that only makes a word with its neighbour. */
function isInsideWord(text: string, at: number): boolean {
  const { functionWords } = loadFrameworkRules();
  return functionWords.has(text.slice(at - 1, at + 1)) || functionWords.has(text.slice(at, at + 2));
}

const STRONG_NOUN = /(?:法|机制|制度|工程|体系|模式)$/u;

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
  return STRONG_NOUN.test(noun) || (flagsAt(text, end) & HAN) === 0 || NAME_STOPS.includes(text.charAt(end));
}

/** Where the name of a phrase ends, its method noun left out. */
export function nameEnd(text: string, start: number, end: number, split: SplitName): number {
  if (split.noun !== null) return end - split.noun.length;
  return compactName(text.slice(start, end)).length === split.reading.name.length
    ? end
    : start + split.reading.name.length;
}
