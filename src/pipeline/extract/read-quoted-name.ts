import { CLOSE_QUOTE, DIGIT, flagsAt, HAN, NUMERAL, OPEN_QUOTE } from '../../language/characters.js';
import { closeOf } from '../../language/clauses.js';
import { createSpan, type Span } from '../../model/span.js';
import { loadFrameworkRules } from '../../resources/framework-rules.js';
import { isAmount } from './amounts.js';
import { isAnnounced } from './announcement.js';
import { createFormula, type Formula, isIdiom } from './formula.js';
import { methodNounAfter } from './method-noun.js';
import { nameEnd, phraseEnd } from './name-end.js';
import { type NounAfter, readLabelSet } from './read-label-set.js';
import { compactName, type NameReading, readName } from './read-name.js';
import { leadLength, type SplitName, splitName, splitParts } from './split-name.js';

const MAX_QUOTED = 40;

/** “六融入”工作法, “四则运算法”, 「三心二意」, an unclosed “一巡二查三清 */
export function readQuoted(text: string, open: number, limit: number): Formula | null {
  let close = closeOf(text, open, Math.min(limit, open + MAX_QUOTED));
  if (close < 0 && text.charCodeAt(open) === 0x22) return null;
  const unclosed = close < 0;
  if (unclosed) {
    close = open + 1;
    const { nameStops } = loadFrameworkRules();
    while (flagsAt(text, close) & (HAN | DIGIT) && !nameStops.includes(text.charAt(close))) close++;
  }
  const inside = createSpan(open + 1, unclosed ? close : close - 1);
  const raw = text.slice(inside.start, inside.end);
  if (raw.length > MAX_QUOTED || !/[一二三四五六七八九十百两双\dNX\u4e00-\u9fff]/.test(raw)) return null;
  // Most quotes hold no number: only a short one may be a set of labels.
  if (raw.length > MAX_LABELS && !holdsNumber(raw)) return null;
  if (DATE_OR_TIMES.test(raw)) return null;
  const content = compactName(raw);
  const parts = partsOf(raw);
  if (
    parts.length > 1 &&
    !parts.every((part) => leadLength(compactName(part)) === 0 && STARTS_WITH_NUMBER.test(part))
  ) {
    return null; // a quoted list: “盯住两个群体、守牢三道防线”
  }
  if (/^[一二两三四五六七八九十\d]{1,2}$/.test(content) && flagsAt(text, close) & HAN) {
    return readQuotedNumber(text, open, inside.start, close, limit);
  }
  const after = methodNounAfter(text, close, limit);
  const joint = after === null ? jointVerbAfter(text, close) : null;
  const labelled = readLabelSet(open, close, inside, content, after, joint !== null);
  if (labelled !== null) return labelled;
  if (joint !== null) {
    const together = readTogether(text, createSpan(open, close + joint.length), inside, content, joint);
    if (together !== null) return together;
  }
  const split = splitParts(parts.map(compactName)) ?? splitName(content);
  return split === null ? null : readQuotedName(text, open, close, inside, split, after);
}

/** “四个百分百、三个零容忍”; with commas only where each part is short and opens with a number, as clauses seldom do. */
function partsOf(raw: string): readonly string[] {
  const sign = raw.includes('、') ? '、' : /[，,]/u;
  const parts = raw.replace(/[（(][^（()）]*[）)]/gu, '').split(sign);
  return sign === '、' || parts.every((part) => part.length <= MAX_PART && STARTS_WITH_NUMBER.test(part))
    ? parts
    : [raw];
}

const MAX_PART = 6;

/** No set of labels has a longer name, its method noun counted in. */
const MAX_LABELS = 16;

function holdsNumber(wording: string): boolean {
  for (let i = 0; i < wording.length; i++) {
    if (flagsAt(wording, i) & (NUMERAL | DIGIT) || 'NXnx'.includes(wording.charAt(i))) return true;
  }
  return false;
}

/** “5·12”, “7×24小时” */
const DATE_OR_TIMES = /^[一二两三四五六七八九十]{1,2}点半|^\d{1,2}[·•・.．]\d{1,2}$|\d[×xX*]\d/u;

const STARTS_WITH_NUMBER = /^[一二两双三四五六七八九十\d]/;

/** “三权”分置 at the end of a clause or before a function word: the verb belongs to the name, unless that has one (“三结合”对接). */
function jointVerbAfter(text: string, close: number): string | null {
  const { jointVerbs, nameStops } = loadFrameworkRules();
  const verb = jointVerbs.longestAt(text, close);
  if (verb === null || jointVerbs.longestAt(text, close - 3) !== null) return null;
  const next = close + verb.length;
  const ends =
    (flagsAt(text, next) & HAN) === 0 || (nameStops.includes(text.charAt(next)) && text.charAt(next) !== '了');
  return ends ? verb : null;
}

function readTogether(text: string, span: Span, inside: Span, content: string, verb: string): Formula | null {
  const reading = readName(content + verb);
  if (reading === null || reading.groups.length > 1 || reading.groups[0]!.count === 1) return null;
  return createFormula(reading, {
    span,
    nameSpan: createSpan(inside.start, span.end),
    category: null,
    quoted: true,
    closed: flagsAt(text, inside.end) !== 0,
    rule: 'quoted-name',
  });
}

/** “2”条渠道: only the number is quoted. */
function readQuotedNumber(text: string, open: number, start: number, close: number, limit: number): Formula | null {
  if (isAmount(text, close)) return null;
  const end = phraseEnd(text, close, limit);
  const split = splitName(compactName(text.slice(start, end)));
  if (split === null || (split.reading.groups[0]?.head ?? null) === null) return null;
  return createFormula(split.reading, {
    span: createSpan(open, end),
    nameSpan: createSpan(start, nameEnd(text, start, end, split)),
    category: split.noun,
    quoted: false,
    closed: false,
    rule: 'quoted-number',
  });
}

function readQuotedName(
  text: string,
  open: number,
  close: number,
  inside: Span,
  split: SplitName,
  after: NounAfter,
): Formula | null {
  const { reading, lead, noun } = split;
  const announced = isAnnounced(text, close);
  const named = after !== null || noun !== null;
  // “一策一码”制度: two single things are a set only where both stand beside the name.
  const twoOnes =
    reading.groups.length === 2 && reading.groups.every(({ count, head }) => count === 1 && head?.length === 1);
  // “三期”保护: with a unit for its head it is a name only where its members stand beside it.
  const unit = reading.groups[0]?.head?.length === 1 && isUnit(text, reading, close) && !named && !announced;
  if (isExcludedQuoted(text, reading, close, named || announced) && !twoOnes && !unit) return null;
  const nameStart = lead === 0 ? inside.start : inside.start + offsetOf(text, inside.start, inside.end, lead);
  return createFormula(reading, {
    span: createSpan(lead === 0 ? open : nameStart, noun === null && after !== null ? after.end : close),
    nameSpan: createSpan(nameStart, inside.end),
    category: noun ?? (split.endsInNoun ? null : (after?.noun ?? null)),
    quoted: true,
    closed: '”」』’"'.includes(text.charAt(close - 1)),
    // “冬病夏治三伏贴”: behind other words a fixed phrase is one, whatever goes on behind it.
    doubtful:
      (lead > 0 && isIdiom(reading.name, false)) ||
      twoOnes ||
      unit ||
      (!named && announced && isExcludedQuoted(text, reading, close, false)),
    rule: 'quoted-name',
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

function isExcludedQuoted(text: string, reading: NameReading, close: number, named: boolean): boolean {
  const rules = loadFrameworkRules();
  if (reading.groups.every((group) => group.count === 1) && reading.groups.length < 3) return true;
  if (rules.wordsAfter.longestAt(text, close) !== null) return true;
  // “二次创业” is the second time; what is quoted as said (唱完一句，吃了两粒) names nothing.
  if (/^二[次期]|了(?![解结却])/u.test(reading.name)) return true;
  const [first] = reading.groups;
  if (reading.shape === 'bare') return !named && reading.name.length < 3;
  if (reading.groups.length > 1) return false;
  if (first!.head === '五' || /^[十]?[一二三四五六七八九十]五$/.test(reading.name)) return true; // plan periods: 十三五
  return reading.shape !== 'plus' && !named && isUnit(text, reading, close);
}

/** “五包”责任, “三比”: what is also a verb names what is done. */
function isUnit(text: string, { groups, classifier }: NameReading, close: number): boolean {
  const { units } = loadFrameworkRules();
  const head = groups[0]?.head ?? '';
  return (
    groups.length === 1 &&
    units.all.has(head) &&
    !units.verbs.has(head) &&
    classifier === null &&
    !besideName(text, close)
  );
}

/** “三零”“三省”服务: a name in quotes right before or behind tells that this is one too. */
function besideName(text: string, close: number): boolean {
  const open = Math.max(text.lastIndexOf('“', close - 1), text.lastIndexOf('「', close - 1));
  const next = flagsAt(text, close) & OPEN_QUOTE && flagsAt(text, close + 1) & NUMERAL;
  return Boolean(next) || (flagsAt(text, open - 1) & CLOSE_QUOTE) !== 0;
}
