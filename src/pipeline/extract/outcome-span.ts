import { flagsAt, HAN, OPEN_QUOTE } from '../../language/characters.js';
import { closeOf } from '../../language/clauses.js';
import { createSpan, type Span } from '../../model/span.js';
import type { OutcomeRules, TellingKind } from '../../resources/outcome-rules.js';
import type { Figure } from './read-figure.js';

/** A word of the table before a figure. */
export interface Telling {
  readonly start: number;
  readonly end: number;
  readonly kind: TellingKind;
  readonly word: string;
}

/** Between the word and its figure stands no more than this: 化解(各类邻里纠纷)86起. */
export const MAX_OBJECT = 16;
/** Behind the figure: 解决12个(住户念叨已久的难题). */
const MAX_TAIL = 20;
/** 住户满意率由71%升至92%: what changed, and from where. */
const MAX_SUBJECT = 40;

/** The stretch that tells the outcome, or null where the figure tells none. */
export function outcomeSpan(
  text: string,
  telling: Telling,
  figure: Figure,
  clause: Span,
  rules: OutcomeRules,
): Span | null {
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
