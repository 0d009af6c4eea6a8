import {
  CLOSE_QUOTE,
  consistsOf,
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
import { withoutRest } from './without-rest.js';

/** 四级化解体系, 三个结合, 12项服务内容, 六诊六治工作法, 三重一大 */
export function readPlainName(text: string, start: number, limit: number): Formula | null {
  if (isLoneOne(text, start) || !isNumberStart(text, start) || opensWord(text, start)) return null;
  // 摸索出一套三先三后: the measure of what follows.
  if (
    text.charAt(start) === '一' &&
    loadFrameworkRules().classifiers.has(text.charAt(start + 1)) &&
    (flagsAt(text, start + 2) & NUMERAL) !== 0
  )
    return null;
  const numeral = readNumeral(text, start);
  if (numeral === null || numeral.kind === 'formal') return null;
  if (numeral.value === null || numeral.digits.length > 1) {
    const code = readUnquotedDigits(text, start, numeral.end, limit);
    if (code !== null || numeral.value === null) return code;
  }
  if (numeral.value > 99 || isAmount(text, numeral.end)) return null;
  if (isCongress(text, start, numeral.end) || isInScale(text, start, numeral.end)) return null;
  // Two things are 两; 二 is an order (二楼) unless it is one of several numbers or stands alone (Ⅱ.二查).
  const second = text.slice(start, numeral.end) === '二';
  const end = withSecond(text, start, numeral.end, phraseEnd(text, numeral.end, limit), limit);
  const phrase = compactName(text.slice(start, end));
  const announced = isAnnounced(text, end);
  const alone = isAloneInLine(text, start, end);
  if (phrase.length < 3 && !(phrase.length === 2 && (alone || announced))) return null;
  const whole = splitName(cutAtGenericHead(phrase, numeral.end - start));
  // In mid-clause numbers in a row are amounts, but for 落实四不两直检查.
  const midClause =
    (flagsAt(text, start - 1) & HAN) !== 0 && loadFrameworkRules().leads.longestAt(text, start) === null;
  const split = midClause ? whole : withoutRest(whole);
  if (split === null || split.lead !== 0 || isNoName(text, start, split)) return null;
  if (second && split.reading.groups.length === 1 && (!alone || phrase.endsWith('部曲'))) return null;
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

/** What only reads like a name, whatever stands around it. */
function isNoName(text: string, start: number, { reading: { groups } }: SplitName): boolean {
  // 三类不同的做法: how the things counted differ is no name of theirs.
  if (groups.at(-1)!.head?.startsWith('不同') === true) return true;
  // 四项约定十周年
  if (groups.length > 1 && groups.some(({ head }) => head?.startsWith('周年') === true)) return true;
  // 双塘县开展三联三促: a place.
  return text.charAt(start) === '双' && (groups[0]!.head?.length ?? 0) >= 3;
}

/** 双随机、一公开检查: a second number whose head is as long, and on which the sentence goes on without a sign, belongs to the name. */
function withSecond(text: string, start: number, from: number, end: number, limit: number): number {
  const length = end - from;
  if (
    text.charAt(start) !== '双' ||
    text.charAt(end) !== '、' ||
    length < 2 ||
    length > 3 ||
    loadFrameworkRules().classifiers.has(text.charAt(from))
  )
    return end;
  const second = readNumeral(text, end + 1);
  if (second === null || second.value === null || second.value > 9 || second.end - end !== 2) return end;
  const to = second.end + length;
  const goesOn = to < limit && consistsOf(text.slice(second.end, to + 1), HAN);
  return goesOn && !loadFrameworkRules().classifiers.has(text.charAt(second.end)) && from - start === 1 ? to : end;
}

/** 三条渠道予以, 三个渠道筹集: what follows a head that counts anything is no part of it. */
function cutAtGenericHead(phrase: string, from: number): string {
  const { classifiers, genericHeads, jointVerbs } = loadFrameworkRules();
  // 三务公开栏
  const joint = classifiers.has(phrase.charAt(from)) ? null : jointVerbs.longestAt(phrase, from + 1);
  if (joint !== null && methodNounAtEnd(phrase) === null) return phrase.slice(0, from + 1 + joint.length);
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
