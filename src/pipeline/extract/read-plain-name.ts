import {
  CLOSE_QUOTE,
  DIGIT,
  flagsAt,
  HAN,
  NEWLINE,
  NUMERAL,
  OPEN_BRACKET,
  OPEN_QUOTE,
} from '../../language/characters.js';
import { closeOf } from '../../language/clauses.js';
import { readNumeral } from '../../language/numerals.js';
import { createSpan } from '../../model/span.js';
import { loadFrameworkRules } from '../../resources/framework-rules.js';
import { isAmount, isCongress, isInScale, isNumberStart } from './amounts.js';
import { isAnnounced } from './announcement.js';
import { createFormula, type Formula, isIdiom } from './formula.js';
import { methodNounAfter, methodNounAtEnd } from './method-noun.js';
import { nameEnd, phraseEnd } from './name-end.js';
import { compactName, readName } from './read-name.js';
import { type SplitName, splitName } from './split-name.js';

/** 四级化解体系, 三个结合, 12项服务内容, 六诊六治工作法, 三重一大 */
export function readPlainName(text: string, start: number, limit: number): Formula | null {
  if (isLoneOne(text, start) || !isNumberStart(text, start) || opensWord(text, start)) return null;
  const numeral = readNumeral(text, start);
  if (numeral === null || numeral.kind === 'formal') return null;
  if (numeral.value === null || numeral.digits.length > 1) {
    const code = readUnquotedDigits(text, start, numeral.end, limit);
    if (code !== null || numeral.value === null) return code;
  }
  if (
    numeral.value === null ||
    numeral.value > 99 ||
    isAmount(text, numeral.end) ||
    isCongress(text, start, numeral.end) ||
    isInScale(text, start, numeral.end)
  )
    return null;
  // Two things are 两; 二 is an order (二楼) unless it is one of several numbers or stands alone (Ⅱ.二查).
  const second = text.slice(start, numeral.end) === '二';
  const end = phraseEnd(text, numeral.end, limit);
  const phrase = compactName(text.slice(start, end));
  const announced = isAnnounced(text, end);
  const alone = isAloneInLine(text, start, end);
  if (phrase.length < 3 && !(phrase.length === 2 && (alone || announced))) return null;
  const split = withoutThing(splitName(cutAtGenericHead(phrase, numeral.end - start)));
  if (split === null || split.lead !== 0) return null;
  // 三类不同的做法: how the things counted differ is no name of theirs.
  if (split.reading.groups.at(-1)!.head?.startsWith('不同') === true) return null;
  // 四项约定十周年
  if (split.reading.groups.length > 1 && split.reading.groups.some(({ head }) => head?.startsWith('周年') === true))
    return null;
  if (second && split.reading.groups.length === 1 && (!alone || phrase.endsWith('部曲'))) return null;
  // 双塘县开展三联三促: a place.
  if (text.charAt(start) === '双' && (split.reading.groups[0]!.head?.length ?? 0) >= 3) return null;
  const close = unopenedClose(text, start, end, limit);
  if (close === end && isExcludedPlain(text, split, end, announced)) return null;
  return createFormula(split.reading, {
    span: createSpan(start, close),
    nameSpan: createSpan(start, nameEnd(text, start, end, split)),
    category: split.noun,
    quoted: close > end,
    closed: close > end,
    doubtful: phrase.length < 3 && !alone,
    rule: 'plain-name',
  });
}

/** Things that bear the name of a practice. */
const BEARERS = /(?:记录|记录本|台账|档案|手册|清单|专栏|展板|系统|小程序|纪实簿|心得|体会|心得体会)[上里中内]?$/u;

/** 三会一课记录本: what bears the name of a compound is no part of it. */
function withoutThing(split: SplitName | null): SplitName | null {
  const heads = split?.reading.groups.map(({ head }) => head?.length ?? 0) ?? [];
  if (split === null || heads.length < 2 || split.noun !== null || heads.some((length) => length === 0)) return split;
  const usual = Math.max(...heads.slice(0, -1));
  const over = heads.at(-1)! - usual;
  if (usual > 2 || over < 2 || !BEARERS.test(split.reading.name)) return split;
  const reading = readName(split.reading.name.slice(0, -over));
  return reading === null || reading.groups.length !== heads.length ? split : { ...split, reading, endsInNoun: false };
}

/** 三条渠道予以, 三个渠道筹集: what follows a head that counts anything is no part of it. */
function cutAtGenericHead(phrase: string, from: number): string {
  const { classifiers, genericHeads } = loadFrameworkRules();
  // 八项规定精神
  const rules = phrase.charAt(from) === '项' ? RULES_AND_MORE.exec(phrase) : null;
  if (rules !== null) return rules[1]!;
  if (classifiers.get(phrase.charAt(from)) !== false) return phrase;
  const head = phrase.slice(from + 1, from + 3);
  return head.length === 2 && genericHeads.has(head) && methodNounAtEnd(phrase) === null
    ? phrase.slice(0, from + 3)
    : phrase;
}

const RULES_AND_MORE = /^(.{2,8}(?:规定|准则|纪律|禁令))(?:精神|及|实施细则|的)/u;

/** 两个走进(近)”: a quote whose opening sign is lost closes the name; where it ends, or `end` where there is none. */
function unopenedClose(text: string, start: number, end: number, limit: number): number {
  let i = end;
  if (flagsAt(text, i) & OPEN_BRACKET) {
    const close = closeOf(text, i, Math.min(limit, i + 6));
    if (close > 0) i = close;
  }
  if (!'”」』'.includes(text.charAt(i)) || i >= limit) return end;
  for (let k = start - 1; k > start - 16; k--) {
    const flags = flagsAt(text, k);
    if (flags & OPEN_QUOTE) return end; // it was opened: the quote is no name
    if (flags & (CLOSE_QUOTE | NEWLINE)) break;
  }
  return i + 1;
}

/** 一定, 一致, 一贯: no number begins here. */
function opensWord(text: string, start: number): boolean {
  return (
    text.charAt(start) === '一' &&
    loadFrameworkRules().wordsWithNumeral.has(text.slice(start, start + 2)) &&
    !'一一单二双三两'.includes(text.charAt(start + 2))
  );
}

/** 一个, 一些, 进一步: by far the most numerals. One thing is no set; 一岗双责 has another number close behind. */
function isLoneOne(text: string, start: number): boolean {
  if (text.charAt(start) !== '一') return false;
  for (let i = start + 1; i <= start + 5; i++) {
    if (flagsAt(text, i) & (NUMERAL | DIGIT | OPEN_QUOTE)) return false;
  }
  return true;
}

/** Ⅱ.二查 … : a two-character name without quotes must be all there is between two signs. */
function isAloneInLine(text: string, start: number, end: number): boolean {
  return (flagsAt(text, start - 1) & HAN) === 0 && (flagsAt(text, end) & HAN) === 0;
}

/** 12345工作法, 一三四工作法: digits without quotes are a name only before a method noun. */
function readUnquotedDigits(text: string, start: number, end: number, limit: number): Formula | null {
  if (end - start < 3 || end - start > 6) return null;
  const noun = methodNounAfter(text, end, limit);
  if (noun === null || !noun.noun.endsWith('法')) return null;
  const reading = readName(text.slice(start, end));
  if (reading === null || reading.shape !== 'bare') return null;
  return createFormula(reading, {
    span: createSpan(start, noun.end),
    nameSpan: createSpan(start, end),
    category: noun.noun,
    quoted: false,
    closed: false,
    rule: 'unquoted-digits',
  });
}

function isExcludedPlain(text: string, split: SplitName, end: number, announced: boolean): boolean {
  const rules = loadFrameworkRules();
  const { reading } = split;
  if (reading.groups.every((group) => group.count === 1)) return reading.groups.length < 3;
  if (rules.wordsAfter.longestAt(text, end) !== null) return true;
  if (reading.groups.length > 1) return reading.groups.some((group) => (group.head?.length ?? 0) > 4);
  const head = reading.groups[0]!.head ?? '';
  if (isIdiom(reading.name, false) && !announced) return true;
  return head.length > (split.noun === null ? 5 : 8);
}
