import {
  CLAUSE_END,
  CLOSE_BRACKET,
  DIGIT,
  ENUMERATION_COMMA,
  flagsAt,
  HAN,
  NEWLINE,
  NUMERAL,
  OPEN_BRACKET,
  OPEN_QUOTE,
  SENTENCE_END,
  skipBlanks,
} from '../../language/characters.js';
import { closeOf, sentenceEnd } from '../../language/clauses.js';
import type { Outcome } from '../../model/framework.js';
import { createSpan, type Span } from '../../model/span.js';
import { loadOutcomeRules, type OutcomeRules, type TellingKind } from '../../resources/outcome-rules.js';
import type { WordIndex } from '../../resources/word-index.js';
import { type Figure, readFigure } from './read-figure.js';

/** An outcome with the place of the word that tells it. */
export interface ToldOutcome {
  readonly outcome: Outcome;
  readonly verb: number;
  readonly figure: number;
  readonly sentence: Span;
}

type Told = Omit<ToldOutcome, 'sentence'>;

/** A word of the table before a figure. */
interface Telling {
  readonly start: number;
  readonly end: number;
  readonly kind: TellingKind;
  readonly word: string;
}

const CLAUSE_SIGNS = CLAUSE_END | SENTENCE_END | NEWLINE | ENUMERATION_COMMA | OPEN_BRACKET | CLOSE_BRACKET;
/** Between the word and its figure stands no more than this: 化解(各类邻里纠纷)86起. */
const MAX_OBJECT = 16;
/** Behind the figure: 解决12个(住户念叨已久的难题). */
const MAX_TAIL = 20;
/** 住户满意率由71%升至92%: what changed, and from where. */
const MAX_SUBJECT = 40;

/** The outcomes that a paragraph tells, in order. What it intends, demands or denies is none. */
export function readOutcomes(text: string, paragraph: Span): ToldOutcome[] {
  const told: ToldOutcome[] = [];
  const rules = loadOutcomeRules();
  let sentence = createSpan(paragraph.start, paragraph.start);
  let before = paragraph.start;
  for (let i = before; i < paragraph.end; i++) {
    if ((flagsAt(text, i) & (DIGIT | NUMERAL)) === 0) continue;
    const { start, end } = clauseAround(text, i, before, paragraph.end);
    const found = readClause(text, skipBlanks(text, start, end), end, rules);
    if (found.length > 0) {
      sentence = sentenceAround(text, sentence, start, paragraph.end);
      addIntended(told, found, text, sentence, start, end, rules);
    }
    before = end + 1;
    i = end;
  }
  return told;
}

/** The clause that a number stands in first, within `[from, limit)`. */
function clauseAround(text: string, number: number, from: number, limit: number): Span {
  let start = number;
  while (start > from && (flagsAt(text, start - 1) & CLAUSE_SIGNS) === 0) start--;
  let end = number + 1;
  while (end < limit && ((flagsAt(text, end) & CLAUSE_SIGNS) === 0 || isThousandsComma(text, end))) end++;
  return createSpan(start, end);
}

/** The sentence that `offset` stands in, sought from one before it on. */
function sentenceAround(text: string, before: Span, offset: number, limit: number): Span {
  let { start, end } = before;
  while (end <= offset && end < limit) {
    start = end;
    end = Math.max(start + 1, sentenceEnd(text, start, limit));
  }
  return createSpan(start, end);
}

/** What a clause tells that is neither of the past before the practice, nor intended, nor a change of the work put in. */
function addIntended(
  told: ToldOutcome[],
  found: readonly Told[],
  text: string,
  sentence: Span,
  start: number,
  end: number,
  rules: OutcomeRules,
): void {
  if (tellsPast(text, start, end, rules)) return;
  const plan = findWord(text, sentence.start, sentence.end, rules.plans, rules.plain) ?? sentence.end;
  for (const { outcome, verb, figure } of found) {
    // 投入200万元,比上年增加30%: a change without a subject is told of what stands before it.
    const ofWork = lacksSubject(outcome.text) && lastTelling(text, sentence.start, start, rules) === 'work';
    if (figure < plan && !ofWork) told.push({ outcome, verb, figure, sentence });
  }
}

/** 比上年增加30%, 同比下降12起 */
function lacksSubject(wording: string): boolean {
  return /^(?:由|从|比|较|同比|环比|年均|平均|分别|增长|增加|上升|提高|下降|减少)/u.test(wording);
}

/** What the last of the telling words of a clause tells; a change goes on with what was told before. */
function lastTelling(text: string, start: number, end: number, { telling, kinds }: OutcomeRules): TellingKind | null {
  let last: TellingKind | null = null;
  for (let i = start; i < end; i++) {
    const word = telling.longestAt(text, i);
    if (word === null) continue;
    const kind = kinds.get(word)!;
    if (kind !== 'rise' && kind !== 'fall') last = kind;
    i += word.length - 1;
  }
  return last;
}

/** Commas inside 2,640 part no clauses. */
function isThousandsComma(text: string, at: number): boolean {
  const sign = text.charCodeAt(at);
  if ((sign !== 0x2c && sign !== 0xff0c) || (flagsAt(text, at - 1) & DIGIT) === 0) return false;
  return /^\d{3}(?!\d)/u.test(text.slice(at + 1, at + 5));
}

/** The place of the first of the words in a stretch, or null; where one begins a plain word (计划生育) it does not count. */
export function findWord(text: string, start: number, end: number, words: WordIndex, plain: WordIndex): number | null {
  for (let i = words.firstIn(text, start, end); i < end; i = words.firstIn(text, i + 1, end)) {
    if (plain.longestAt(text, i) === null) return i;
  }
  return null;
}

/** 推行前每年有120起; but not 比推行前减少30起. */
function tellsPast(text: string, start: number, end: number, { pasts, plain }: OutcomeRules): boolean {
  const at = findWord(text, start, end, pasts, plain);
  return at !== null && !'比较由从同与'.includes(text.charAt(at - 1) || ' ');
}

function readClause(text: string, start: number, end: number, rules: OutcomeRules): readonly Told[] {
  let told: Told[] | null = null;
  let telling: Telling | null = null;
  let from = start;
  // Before any telling word, and far behind one, a figure tells nothing.
  for (let i = rules.telling.firstIn(text, start, end); i < end; i++) {
    if (flagsAt(text, i) & (DIGIT | NUMERAL)) {
      if (telling === null) continue;
      if (i - telling.end > MAX_OBJECT) telling = null;
      const figure = telling === null ? null : readFigure(text, i, end);
      if (telling === null || figure === null) continue;
      i = figure.end - 1;
      const span = outcomeSpan(text, telling, figure, createSpan(from, end), rules);
      if (span !== null) {
        told ??= [];
        told.push({ outcome: toOutcome(text, span, figure), verb: telling.start, figure: figure.start });
        from = span.end;
        i = Math.max(i, span.end - 1);
      }
      // One word tells one figure: in 解决12个村3000人 the second is part of what the first counts.
      if (span !== null || telling.kind === 'result') telling = null;
      continue;
    }
    const word = rules.telling.longestAt(text, i);
    if (word === null) continue;
    telling = { start: i, end: i + word.length, kind: rules.kinds.get(word)!, word };
    i = telling.end - 1;
  }
  return told ?? NOTHING_TOLD;
}

const NOTHING_TOLD: readonly Told[] = [];

function toOutcome(text: string, span: Span, { value, unit, approximate }: Figure): Outcome {
  return { text: text.slice(span.start, span.end).replace(/\s+/gu, ''), value, unit, approximate, span };
}

/** The stretch that tells the outcome, or null where the figure tells none. */
function outcomeSpan(text: string, telling: Telling, figure: Figure, clause: Span, rules: OutcomeRules): Span | null {
  const object = text.slice(telling.end, figure.start);
  if (object.length > MAX_OBJECT || !takesUnit(telling, object, figure)) return null;
  if (isModal(text, telling.start, rules)) return null;
  // 满意率较去年的90%提高: what it is compared with. 待整改的问题12个: an attribute.
  // 治理示范村等7项: honours.
  if (/[较比由从自]|^的|等$/u.test(object) || isOfSeveral(text, clause, figure)) return null;
  if (telling.kind === 'rate' && /[拟将要须应不未]/u.test(object)) return null;
  const bare = bareObject(object);
  if (isMeans(bare, rules)) return null;
  const counted = figure.kind === 'count' || (telling.kind === 'result' && figure.kind !== 'percent');
  const end = bare === '' && counted ? tailEnd(text, figure.end, clause.end, rules) : figure.end;
  if (end > figure.end && isMeans(text.slice(figure.end, end), rules, true)) return null;
  const start =
    telling.kind === 'result' || telling.kind === 'lasting'
      ? telling.start
      : subjectStart(text, clause, telling, rules);
  return createSpan(start, end);
}

/** 办结率、满意率分别达98%、99%: which figure is whose stands in no clause. */
function isOfSeveral(text: string, { start }: Span, figure: Figure): boolean {
  return text.slice(Math.max(start, figure.start - MAX_SUBJECT), figure.start).includes('分别');
}

function takesUnit({ kind, word }: Telling, object: string, figure: Figure): boolean {
  switch (kind) {
    case 'result':
      return figure.kind !== 'times' && figure.kind !== 'time' && figure.unit !== '分';
    case 'lasting':
      return figure.kind === 'time' || figure.kind === 'measure';
    case 'fall':
      return true;
    case 'rise':
      return figure.kind !== 'count' || /(?<!达)[至到为]$/u.test(word) || /^[至到为]/u.test(object);
    case 'rate':
      return figure.kind === 'percent' && figure.unit !== '倍';
    default:
      return false;
  }
}

/** 要化解, 将减少: intended; 主要化解 is not. */
function isModal(text: string, verb: number, { modals }: OutcomeRules): boolean {
  const word = modals.ending.longestAt(text, verb);
  return word !== null && modals.all.has(word);
}

/** What stands between the word and the figure, without 了, 约 and the like. */
function bareObject(object: string): string {
  return object
    .replace(/^[了过]/u, '')
    .replace(/(?:近|约|逾|超过|超|突破|达到|达|至|到|为|共计|共|总计|合计|多达|各类|各种|了|有)+$/u, '');
}

/** 调解员12名, 下发12份整改通知书. A sign of one character counts only right behind the verb. */
function isMeans(wording: string, { means }: OutcomeRules, isTail = false): boolean {
  const word = means.longestAt(wording, wording.length);
  return word !== null && (word.length > 1 || (!isTail && word === wording));
}

/** The end of the thing counted behind the figure: 解决12个难题, 查处3起“黑车”行为; the figure's own where it does not end in reach. */
function tailEnd(text: string, from: number, limit: number, rules: OutcomeRules): number {
  const most = Math.min(limit, from + MAX_TAIL);
  let end = from;
  while (end < most && rules.telling.longestAt(text, end) === null) {
    const close = flagsAt(text, end) & OPEN_QUOTE ? closeOf(text, end, most) : -1;
    if (close < 0 && (flagsAt(text, end) & HAN) === 0) break;
    end = Math.max(close, end + 1);
  }
  if (end === most && end < limit) return from;
  while (end > from && '并且和及与而又也还'.includes(text.charAt(end - 1))) end--;
  return text.charAt(end - 1) === '的' ? from : end;
}

/** Where the wording of a change or share begins: 目前(群众满意度)达98.5%. */
function subjectStart(text: string, clause: Span, telling: Telling, { passages }: OutcomeRules): number {
  if (telling.start - clause.start > MAX_SUBJECT) return telling.start;
  let start = clause.start;
  const prefix = text.slice(start, telling.start);
  start += /^.*(?:以来|使得?|让|实现了?|确保)/u.exec(prefix)?.[0].length ?? 0;
  for (;;) {
    const lead = /^(?:其中|将|把|并且?|而且|且|也|还|则|从而|现在|年底|末|底)/u.exec(
      text.slice(start, telling.start),
    )?.[0];
    const word = lead ?? passages.longestAt(text, start);
    if (word === null || start + word.length > telling.start) return start;
    start += word.length;
  }
}
