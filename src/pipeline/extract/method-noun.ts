import { flagsAt, HAN, NUMERAL, OPEN_QUOTE } from '../../language/characters.js';
import { loadFrameworkRules } from '../../resources/framework-rules.js';

const MAX_MODIFIER = 6;

/** The method noun that `phrase` ends in and where it begins, or null: 四级化解体系 → 体系 at 4. */
export function methodNounAtEnd(phrase: string): { noun: string; start: number } | null {
  const { methodNouns } = loadFrameworkRules();
  const act = phrase.endsWith('法') ? /[^一二三四五六七八九十两\d]([\u4e00-\u9fff]{2}法)$/u.exec(phrase) : null;
  if (act !== null && act[1] !== undefined && !/^[个项条大种]/u.test(act[1]) && !methodNouns.all.has(act[1].slice(1))) {
    return { noun: act[1], start: phrase.length - 3 };
  }
  const noun = methodNouns.ending.longestAt(phrase, phrase.length);
  return noun === null ? null : { noun, start: phrase.length - noun.length };
}

/**
 * The method noun after a quoted name: 的 and a modifier of a few characters may stand between (“八有”的建设标准, “三分”联动机制).
 * @param from just after the closing quote
 */
export function methodNounAfter(text: string, from: number, limit: number): { noun: string; end: number } | null {
  const { methodNouns, objectVerbs } = loadFrameworkRules();
  const start = from + /^(?:的|[一二三四五六七八九十\d]+[字步项个])?/u.exec(text.slice(from, from + 5))![0].length;
  if (start === from && objectVerbs.longestAt(text, start) !== null) return null;
  for (let modifier = 0; modifier <= MAX_MODIFIER; modifier++) {
    const at = start + modifier;
    if (modifier > 0 && !isModifier(text, at - 1)) return null;
    const noun = methodNouns.beginning.longestAt(text, at);
    if (noun === null || at + noun.length > limit) continue;
    if (noun === '法') {
      // 调解法: the act before 法 belongs to the noun.
      return modifier >= 2 ? { noun: text.slice(at - 2, at + 1), end: at + 1 } : { noun, end: at + 1 };
    }
    if (noun.length === 2 && methodNounContinues(text, at + noun.length)) continue;
    return { noun, end: at + noun.length };
  }
  return null;
}

/** 管理法, 服务法, 工作法: a noun of two characters that 法 follows is not yet the whole. */
function methodNounContinues(text: string, at: number): boolean {
  return (
    text.charAt(at) === '法' ||
    text.startsWith('模式', at) ||
    text.startsWith('机制', at) ||
    text.startsWith('体系', at)
  );
}

function isModifier(text: string, index: number): boolean {
  const flags = flagsAt(text, index);
  if (flags & (NUMERAL | OPEN_QUOTE)) return false;
  return (flags & HAN) !== 0 && !'的是在为和与及等了着把将让使即指、'.includes(text.charAt(index));
}
