import {
  BLANK,
  CLOSE_QUOTE,
  DIGIT,
  HAN,
  LATIN,
  NEWLINE,
  NUMERAL,
  OPEN_BRACKET,
  OPEN_QUOTE,
  consistsOf,
  flagsAt,
} from '../../language/characters.js';
import { closeOf } from '../../language/clauses.js';
import { readNumeral } from '../../language/numerals.js';
import type { FormulaGroup, NumberFormula, Pattern } from '../../model/framework.js';
import { createSpan, spansOverlap } from '../../model/span.js';
import { loadFrameworkRules } from '../../resources/framework-rules.js';
import { methodNounAfter, methodNounAtEnd } from './method-noun.js';
import { compactName, type NameReading, readName } from './read-name.js';

/** A formula with what linking needs to know about its name. */
export interface Formula extends NumberFormula {
  /** How many members the name promises. */
  readonly declared: number;
  readonly shape: NameReading['shape'] | 'labels';
  readonly classifier: string | null;
  /** For a label set, one per member: 加, 减 … or the characters of the name. */
  readonly labels: readonly string[];
  /** Whether a sign closes the name where it is quoted. */
  readonly closed: boolean;
  /** A fixed phrase that names a set only where its members stand beside it (三心二意). */
  readonly idiom: boolean;
}

const MAX_QUOTED = 40;
/** Characters that end an unquoted name: function words that no head contains. */
const NAME_STOPS = '的和与及等是为在了并以就都也而或把将被让给即均由向从于';

/** Every number formula of the stretch `[start, end)`, in order of place. */
export function findFormulas(text: string, start: number, end: number): Formula[] {
  const formulas: Formula[] = [];
  for (let i = start; i < end; i++) {
    const flags = flagsAt(text, i);
    if (flags & OPEN_QUOTE || text.charCodeAt(i) === 0x22) {
      const quoted = text.charAt(i) === '《' ? null : readQuoted(text, i, end);
      if (quoted !== null) {
        formulas.push(quoted);
        i = Math.max(i, quoted.nameSpan.end - 1);
      }
    } else if (flags & (NUMERAL | DIGIT)) {
      const plain = isFigure(text, i) ? null : readUnquoted(text, i, end);
      if (plain !== null) {
        formulas.push(plain);
        i = plain.nameSpan.end - 1;
      } else {
        while (flagsAt(text, i + 1) & DIGIT) i++;
      }
    }
  }
  return addKnownNames(text, start, end, cutToKnownNames(formulas));
}

/** Names are sought by their wording only while they are few. */
const MAX_SOUGHT = 60;

/**
 * The groups of a quoted compound where they stand alone and by their form would count as amounts: 说三句话 of “一线两帽三句话”, 三建夯基础 of
 * “三建四帮五联”.
 */
function addKnownNames(text: string, start: number, end: number, formulas: Formula[]): Formula[] {
  const groups = formulas.flatMap(namedGroups).filter(({ declared }) => declared >= 2);
  const sought = new Map(groups.map((group) => [group.name, group]));
  if (sought.size === 0 || sought.size > MAX_SOUGHT) return formulas;
  const added: Formula[] = [];
  for (const [name, group] of sought) {
    for (let at = text.indexOf(name, start); at >= 0 && at < end; at = text.indexOf(name, at + 1)) {
      const span = createSpan(at, at + name.length);
      if (flagsAt(text, at - 1) & (NUMERAL | DIGIT) || formulas.some((other) => spansOverlap(other.span, span))) continue;
      added.push({ ...group, span, nameSpan: span, quoted: false, closed: false });
    }
  }
  return [...formulas, ...added].sort((a, b) => a.span.start - b.span.start);
}

/** 134.9万亿元, 2,640件, 8.9%: most numbers of a report are figures, which the sign behind them tells at once. */
function isFigure(text: string, start: number): boolean {
  if ((flagsAt(text, start) & DIGIT) === 0) return false;
  let end = start + 1;
  while (flagsAt(text, end) & DIGIT) end++;
  const next = flagsAt(text, end);
  return end - start > 6 || (next & (HAN | OPEN_QUOTE)) === 0 || '万亿元年月日%％'.includes(text.charAt(end));
}

/** 五种本领关 beside 五种本领, 一巡二查三清四护守住 … beside 一巡二查三清四护: a name without a closing quote that goes on where a known name ends is that name. */
function cutToKnownNames(formulas: readonly Formula[]): Formula[] {
  const known = new Map<string, Formula>();
  for (const formula of formulas) {
    for (const group of namedGroups(formula)) known.set(group.name, group);
  }
  for (const formula of formulas) known.set(formula.name, formula);
  return formulas.map((formula) => {
    if (formula.quoted && formula.closed) return formula;
    for (let length = formula.name.length - 1; length >= 2; length--) {
      const shorter = known.get(formula.name.slice(0, length));
      if (shorter === undefined || shorter === formula || shorter.shape === 'labels' || shorter.declared < 2) continue;
      if (formula.groups.length > 1 && shorter.groups.length < 2) continue;
      if (length === 2 && !shorter.quoted) continue;
      const end = formula.nameSpan.start + length;
      return {
        ...shorter,
        span: createSpan(formula.span.start, end),
        nameSpan: createSpan(formula.nameSpan.start, end),
        quoted: formula.quoted,
      };
    }
    return formula;
  });
}

/** The groups of a quoted compound as names: 三建, 四帮, 五联. */
function namedGroups(formula: Formula): Formula[] {
  if (formula.groups.length < 2 || !formula.quoted || formula.shape !== 'groups') return [];
  const parts = formula.name.match(/[一二两三四五六七八九十]+[^一二两三四五六七八九十]+/gu) ?? [];
  if (parts.length !== formula.groups.length) return [];
  return parts.map((name, i) => ({
    ...formula,
    name,
    pattern: 'counted',
    groups: [formula.groups[i]!],
    declared: formula.groups[i]!.count ?? 0,
    category: null,
    classifier: null,
    idiom: false,
  }));
}

/** “六融入”工作法, “四则运算法”, 「三心二意」, an unclosed “一巡二查三清 */
function readQuoted(text: string, open: number, limit: number): Formula | null {
  let close = closeOf(text, open, Math.min(limit, open + MAX_QUOTED));
  if (close < 0 && text.charCodeAt(open) === 0x22) return null;
  const unclosed = close < 0;
  if (unclosed) {
    close = open + 1;
    while (flagsAt(text, close) & (HAN | DIGIT) && !NAME_STOPS.includes(text.charAt(close))) close++;
  }
  const inside = createSpan(open + 1, unclosed ? close : close - 1);
  const raw = text.slice(inside.start, inside.end);
  if (raw.length > MAX_QUOTED || !/[一二三四五六七八九十百两双\dNX\u4e00-\u9fff]/.test(raw)) return null;
  const content = compactName(raw);
  if (
    raw.includes('、') &&
    !raw.split('、').every((part) => leadLength(compactName(part)) === 0 && /^[一二两双三四五六七八九十\d]/.test(part))
  ) {
    return null; // a quoted list: “盯住两个群体、守牢三道防线”
  }
  if (/^[一二两三四五六七八九十\d]{1,2}$/.test(content) && flagsAt(text, close) & HAN) {
    return readQuotedNumber(text, open, inside.start, close, limit);
  }
  const after = methodNounAfter(text, close, limit);
  return readLabelSet(open, close, inside, content, after) ?? readQuotedName(text, open, close, inside, content, after);
}

/** “2”条渠道: only the number is quoted. */
function readQuotedNumber(text: string, open: number, start: number, close: number, limit: number): Formula | null {
  if (isAmount(text, close)) return null;
  const end = phraseEnd(text, close, limit);
  const split = splitName(compactName(text.slice(start, end)));
  if (split === null || split.reading.groups[0]!.head === null) return null;
  return createFormula(split.reading, {
    span: createSpan(open, end),
    nameSpan: createSpan(start, nameEnd(text, start, end, split)),
    category: split.noun,
    quoted: false,
    closed: false,
  });
}

type NounAfter = { noun: string; end: number } | null;

function readQuotedName(
  text: string,
  open: number,
  close: number,
  inside: { start: number; end: number },
  content: string,
  after: NounAfter,
): Formula | null {
  const split = splitName(content);
  if (split === null) return null;
  const { reading, lead, noun } = split;
  if (isExcludedQuoted(text, reading, close, after)) return null;
  const nameStart = lead === 0 ? inside.start : inside.start + offsetOf(text, inside.start, inside.end, lead);
  return createFormula(reading, {
    span: createSpan(lead === 0 ? open : nameStart, noun === null && after !== null ? after.end : close),
    nameSpan: createSpan(nameStart, inside.end),
    category: noun ?? (reading.head1Noun ? null : (after?.noun ?? null)),
    quoted: true,
    closed: '”」』’"'.includes(text.charAt(close - 1)),
  });
}

/** Where the `count`-th character that is kept by `compactName` stands, relative to `start`. */
function offsetOf(text: string, start: number, end: number, count: number): number {
  let kept = 0;
  for (let i = start; i < end; i++) {
    if (kept === count && compactName(text.charAt(i)) !== '') return i - start;
    if (compactName(text.charAt(i)) !== '') kept++;
  }
  return 0;
}

interface SplitName {
  readonly reading: NameReading & { readonly head1Noun: boolean };
  /** Characters of a lead word before the number (起身三部曲). */
  readonly lead: number;
  readonly noun: string | null;
}

/** Parts a phrase into lead word, name and method noun. */
function splitName(phrase: string): SplitName | null {
  const lead = leadLength(phrase);
  const rest = phrase.slice(lead);
  const noun = methodNounAtEnd(rest);
  if (noun !== null && noun.start >= 2) {
    const bare = readName(rest.slice(0, noun.start));
    if (bare !== null && !keepsNoun(bare, noun.noun))
      return { reading: { ...bare, head1Noun: false }, lead, noun: noun.noun };
  }
  const reading = readName(rest);
  if (reading === null) return null;
  return { reading: { ...reading, head1Noun: noun !== null }, lead, noun: null };
}

/** 六大工程, 五条标准: what is counted is the noun itself, so it stays in the name. 五个一 needs none. */
function keepsNoun(bare: NameReading, noun: string): boolean {
  if (bare.groups.length !== 1 || bare.shape === 'plus') return false;
  const head = bare.groups[0]!.head;
  if (head === null) return true;
  if (head.length === 1 && loadFrameworkRules().classifiers.has(head)) return !noun.endsWith('法');
  if (bare.classifier === null) return false;
  return !head.startsWith('一') && loadFrameworkRules().classifiers.get(bare.classifier) === false;
}

function leadLength(phrase: string): number {
  for (let i = 0; i < phrase.length; i++) {
    if (flagsAt(phrase, i) & (NUMERAL | DIGIT) || 'NX'.includes(phrase.charAt(i))) return i <= 6 ? i : 0;
  }
  return 0;
}

function isExcludedQuoted(text: string, reading: NameReading, close: number, after: NounAfter): boolean {
  const rules = loadFrameworkRules();
  if (reading.groups.every((group) => group.count === 1) && reading.groups.length < 3) return true;
  if (rules.wordsAfter.longestAt(text, close) !== null) return true;
  const [first] = reading.groups;
  if (reading.shape === 'bare') return after === null && reading.name.length < 3;
  if (reading.groups.length > 1) return false;
  if (first!.head === '五' || /^[十]?[一二三四五六七八九十]五$/.test(reading.name)) return true; // plan periods: 十三五
  if (reading.shape === 'plus' || after !== null) return false;
  return rules.units.has(first!.head ?? '') && reading.classifier === null;
}

/** “望闻问切”服务法, “四则运算法” */
function readLabelSet(
  open: number,
  close: number,
  inside: { start: number; end: number },
  content: string,
  after: NounAfter,
): Formula | null {
  const { labelSets } = loadFrameworkRules();
  for (const [name, labels] of labelSets) {
    if (!content.startsWith(name)) continue;
    const noun = content.slice(name.length);
    if (noun !== '' && methodNounAtEnd(noun) === null) continue;
    const numeral = readNumeral(name, 0);
    const groups: FormulaGroup[] =
      numeral?.value == null ? [] : [{ count: numeral.value, head: name.slice(numeral.end).replace(/^则/, '') }];
    return labelFormula(name, labels, groups, open, close, inside, noun === '' ? after : { noun, end: close });
  }
  if (after === null || content.length < 2 || content.length > 8 || !consistsOf(content, HAN)) return null;
  if (/[一二三四五六七八九十两双百千]/.test(content)) return null;
  return labelFormula(content, [...content], [], open, close, inside, after);
}

function labelFormula(
  name: string,
  labels: readonly string[],
  groups: readonly FormulaGroup[],
  open: number,
  close: number,
  inside: { start: number; end: number },
  after: NounAfter,
): Formula {
  return {
    span: createSpan(open, after === null ? close : after.end),
    nameSpan: createSpan(inside.start, inside.end),
    name,
    pattern: 'labelled',
    groups,
    category: after?.noun ?? null,
    quoted: true,
    closed: true,
    declared: labels.length,
    shape: 'labels',
    classifier: null,
    labels,
    idiom: false,
  };
}

/** 四级化解体系, 三个结合, 12项服务内容, 六诊六治工作法, 三重一大 */
function readUnquoted(text: string, start: number, limit: number): Formula | null {
  if (!isNumberStart(text, start)) return null;
  const numeral = readNumeral(text, start);
  if (numeral === null || numeral.kind === 'formal') return null;
  if (numeral.value === null || numeral.digits.length > 1) {
    const code = readUnquotedDigits(text, start, numeral.end, limit);
    if (code !== null || numeral.value === null) return code;
  }
  if (numeral.value === null || numeral.value > 99 || isAmount(text, numeral.end) || isCongress(text, numeral.end)) return null;
  // Two things are 两; 二 is an order (二楼) unless it is one of several numbers or stands alone (Ⅱ.二查).
  const second = text.slice(start, numeral.end) === '二';
  const end = phraseEnd(text, numeral.end, limit);
  const phrase = compactName(text.slice(start, end));
  if (phrase.length < 3 && !(phrase.length === 2 && isAloneInLine(text, start, end))) return null;
  const split = splitName(cutAtGenericHead(phrase, numeral.end - start));
  if (split === null || split.lead !== 0) return null;
  if (second && split.reading.groups.length === 1 && !isAloneInLine(text, start, end)) return null;
  const close = unopenedClose(text, start, end, limit);
  if (close === end && isExcludedPlain(text, split, end)) return null;
  return createFormula(split.reading, {
    span: createSpan(start, close),
    nameSpan: createSpan(start, nameEnd(text, start, end, split)),
    category: split.noun,
    quoted: close > end,
    closed: close > end,
  });
}

/** 三条渠道予以, 三个渠道筹集: what follows a head that counts anything is no part of it. */
function cutAtGenericHead(phrase: string, from: number): string {
  const { classifiers, genericHeads } = loadFrameworkRules();
  if (classifiers.get(phrase.charAt(from)) !== false) return phrase;
  const head = phrase.slice(from + 1, from + 3);
  return head.length === 2 && genericHeads.has(head) && methodNounAtEnd(phrase) === null
    ? phrase.slice(0, from + 3)
    : phrase;
}

function nameEnd(text: string, start: number, end: number, split: SplitName): number {
  if (split.noun !== null) return end - split.noun.length;
  return compactName(text.slice(start, end)).length === split.reading.name.length
    ? end
    : start + split.reading.name.length;
}

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

/** 二十大, 十六大精神, 三中全会: the number of a congress or plenary session. */
function isCongress(text: string, from: number): boolean {
  if (text.startsWith('中全会', from) || text.startsWith('届', from)) return true;
  return text.charAt(from) === '大' && '十'.includes(text.charAt(from - 2)) && text.charAt(from - 1) !== '' && !isClassified(text, from);
}

/** 十二大工程 counts; 十二大精神, 十二大以来 do not. */
function isClassified(text: string, from: number): boolean {
  const noun = methodNounAfter(text, from + 1, Math.min(text.length, from + 5));
  return noun !== null && noun.noun !== '精神' && noun.noun !== '要求';
}

/** Ⅱ.二查 … : a two-character name without quotes must be all there is between two signs. */
function isAloneInLine(text: string, start: number, end: number): boolean {
  return (flagsAt(text, start - 1) & HAN) === 0 && (flagsAt(text, end) & HAN) === 0;
}

function isNumberStart(text: string, start: number): boolean {
  const before = flagsAt(text, start - 1);
  if (before & (NUMERAL | DIGIT | LATIN)) return false;
  if ('.．,%-+/:：~～'.includes(text.charAt(start - 1)) && flagsAt(text, start - 2) & DIGIT) return false;
  const { wordsBefore } = loadFrameworkRules();
  if ('前后'.includes(text.charAt(start - 1)) && '之以'.includes(text.charAt(start - 2))) return true; // 操作之前四必问
  return !wordsBefore.has(text.charAt(start - 1)) && !wordsBefore.has(text.slice(Math.max(0, start - 2), start));
}

/** 12345工作法, 一三四工作法: digits without quotes are a name only before a method noun. */
function readUnquotedDigits(text: string, start: number, end: number, limit: number): Formula | null {
  const name = text.slice(start, end);
  const reading = readName(name);
  if (reading === null || reading.shape !== 'bare' || name.length < 3) return null;
  const noun = methodNounAfter(text, end, limit);
  if (noun === null || !noun.noun.endsWith('法')) return null;
  return createFormula(reading, {
    span: createSpan(start, noun.end),
    nameSpan: createSpan(start, end),
    category: noun.noun,
    quoted: false,
    closed: false,
  });
}

function isAmount(text: string, from: number): boolean {
  const { units } = loadFrameworkRules();
  if (/^字(?:诀|经|歌|口诀|真言|方针|原则|工作)/u.test(text.slice(from, from + 4))) return false;
  for (let length = 4; length >= 1; length--) {
    if (units.has(text.slice(from, from + length))) return true;
  }
  if (flagsAt(text, from) & OPEN_QUOTE) return !isQuotedHead(text, from);
  return (flagsAt(text, from) & HAN) === 0;
}

/** Where an unquoted name ends: at the first sign or function word, after a method noun, before a name of its own. */
function phraseEnd(text: string, from: number, limit: number): number {
  let end = loadFrameworkRules().classifiers.has(text.charAt(from)) ? from + 1 : from;
  while (end < limit && end - from < 16) {
    const flags = flagsAt(text, end);
    if (flags & OPEN_QUOTE && isQuotedHead(text, end)) {
      end = closeOf(text, end, limit);
      continue;
    }
    if (text.startsWith('进行', end) || (text.charAt(end) === '共' && flagsAt(text, end + 1) & DIGIT)) break;
    if ((flags & (HAN | NUMERAL)) === 0 || NAME_STOPS.includes(text.charAt(end))) break;
    end++;
    if (end - from >= 2) {
      const noun = methodNounAtEnd(text.slice(from, end));
      if (noun !== null && noun.noun.length >= 2 && noun.start >= 1 && nounEndsHere(text, end, noun.noun)) return end;
    }
  }
  return end;
}

const STRONG_NOUN = /(?:法|机制|制度|工程|体系|模式)$/u;

/** 两“降”三“升”, 四个“口”: the head alone is quoted. */
function isQuotedHead(text: string, open: number): boolean {
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

function isExcludedPlain(text: string, split: SplitName, end: number): boolean {
  const rules = loadFrameworkRules();
  const { reading } = split;
  if (reading.groups.every((group) => group.count === 1)) return reading.groups.length < 3;
  if (rules.wordsAfter.longestAt(text, end) !== null) return true;
  if (reading.groups.length > 1) return reading.groups.some((group) => (group.head?.length ?? 0) > 4);
  const head = reading.groups[0]!.head ?? '';
  if (isIdiom(reading.name, false)) return true;
  return head.length > (split.noun === null ? 5 : 8);
}

function createFormula(
  reading: NameReading,
  place: Pick<Formula, 'span' | 'nameSpan' | 'category' | 'quoted' | 'closed'>,
): Formula {
  const { groups, shape } = reading;
  const counted = groups.length === 1;
  const paired = groups.length === 2 && groups[0]!.count === groups[1]!.count && (groups[0]!.count ?? 0) > 1;
  const pattern: Pattern = counted ? 'counted' : paired && shape === 'groups' ? 'paired' : 'compound';
  return {
    ...place,
    name: reading.name,
    pattern,
    groups,
    declared: counted || pattern === 'paired' ? groups[0]!.count! : groups.length,
    shape,
    classifier: reading.classifier,
    labels: [],
    idiom: isIdiom(reading.name, place.quoted),
  };
}

function isIdiom(name: string, quoted: boolean): boolean {
  const { idioms } = loadFrameworkRules();
  if (idioms.has(name)) return true;
  if (quoted) return false;
  for (let length = 2; length < Math.min(5, name.length); length++) if (idioms.has(name.slice(0, length))) return true;
  return false;
}

/** Blanks and the quote before a name: where the text before it ends. */
export function beforeName(text: string, formula: Formula, start: number): number {
  let i = formula.span.start;
  while (i > start && flagsAt(text, i - 1) & BLANK) i--;
  return i;
}
