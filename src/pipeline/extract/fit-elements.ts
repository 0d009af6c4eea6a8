import { CLAUSE_END, CLOSE_BRACKET, flagsAt, OPEN_BRACKET } from '../../language/characters.js';
import { closeOf, findOutside } from '../../language/clauses.js';
import { createSpan, type Span } from '../../model/span.js';
import { median } from './alike-elements.js';
import { type Run, splitAtConjunction, unquote } from './split-list.js';
import { MAX_ELEMENT, trimLead, withoutAspect } from './trim-lead.js';
import { endsAlike, isLinkWord, stripTail, trimTrail, withoutCopula } from './trim-trail.js';
import { isMarkNumber, withoutAdding, withoutCount, withoutMarks } from './without-marks.js';

/** On which side of its name a list stands. */
export type Side = 'before' | 'after';

/**
 * The `count` elements of a run that stand nearest to the name: its first ones after the name, its last ones before it. The element at
 * the open edge is freed of the words of the sentence around it. Null where the run has not so many.
 * @param whole whether an element of several clauses is taken whole, as pairs need it, and not called by its first
 */
export function fitElements(text: string, run: Run, count: number, side: Side, whole = false): Span[] | null {
  if (run.elements.length < count - 1) return null;
  const marked = run.elements.filter((element, i) => i > 0 || !isMarkNumber(text, element));
  let elements = withoutCount(text, withoutMarks(text, marked));
  if (elements.length === 0) return null;
  if (side === 'before') while (elements.length > count && isLinkWord(text, elements.at(-1)!)) elements.pop();
  if (side === 'before' || elements.length === count || elements.length === count - 1) {
    const last = elements.at(-1)!;
    if (side === 'before' || elements.length <= count) {
      const stripped = stripTail(text, side === 'before' ? createSpan(last.start, withoutCopula(text, last)) : last);
      elements[elements.length - 1] = endsAlike(text, last, elements.at(-2), stripped.end) ? last : stripped;
    }
  }
  if (elements.length === count - 1) {
    const split = splitLast(text, elements);
    if (split === null) return null;
    elements = split;
  }
  if (elements.length < count) return null;
  elements = side === 'before' ? elements.slice(-count) : elements.slice(0, count);
  if (!whole && (run.separator === 'semicolon' || run.separator === 'sentence')) {
    elements = elements.map((element) => firstClause(text, element));
  }
  if (side === 'after') elements[count - 1] = trimTrail(text, elements[count - 1]!, elements.slice(0, -1));
  elements[0] = withoutAspect(text, trimLead(text, elements[0]!, elements.slice(1)));
  const clean = withoutExplanations(text, withoutAdding(text, elements)).map((element) => unquote(text, element));
  return clean.every((element) => element.end > element.start && element.end - element.start <= MAX_ELEMENT)
    ? clean
    : null;
}

/** 登记是前提，分办是关键，督办是保障，反馈是目的: each is told what it is to the whole. */
const ROLE =
  /^([^是，,]{2,10})是(?:前提|关键|保障|保证|目的|目标|基础|核心|根本|重点|抓手|支撑|动力|方向|灵魂|底线|手段|途径|载体|要害|起点|落脚点|出发点|根基|主线|龙头|本钱|本分)$/u;
const LONGEST_TOLD = 20;

/** 定点——工装上影子板；定容——…, 动手（园艺）、动脚（健走）: where every element says behind a dash or in brackets what it means, without that. */
function withoutExplanations(text: string, elements: readonly Span[]): readonly Span[] {
  const roles = elements.map(({ start, end }) => {
    const role = ROLE.exec(text.slice(start, Math.min(end, start + LONGEST_TOLD)));
    return role === null ? 0 : role[1]!.length;
  });
  if (elements.length >= 3 && roles.every((length) => length > 0))
    return elements.map(({ start }, i) => createSpan(start, start + roles[i]!));
  const dashes = elements.map(({ start, end }) => text.slice(start, end).indexOf('——'));
  if (dashes.every((at) => at > 0)) return elements.map(({ start }, i) => createSpan(start, start + dashes[i]!));
  const brackets = elements.map(({ start, end }) => openOfLast(text, start, end));
  if (elements.length < 2 || !brackets.every((at) => at > 0)) return elements;
  return elements.map(({ start }, i) => createSpan(start, brackets[i]!));
}

/** An abbreviation in brackets, 工程（Engineering）, may be what is counted. */
function isExplained(text: string, open: number, end: number): boolean {
  return !/[A-Za-z]/.test(text.slice(open, end));
}

/** Where the bracket opens that ends a stretch, or -1. */
function openOfLast(text: string, start: number, end: number): number {
  if (!(flagsAt(text, end - 1) & CLOSE_BRACKET)) return -1;
  for (let i = end - 2; i > start; i--)
    if (flagsAt(text, i) & OPEN_BRACKET) return closeOf(text, i, end) === end && isExplained(text, i, end) ? i : -1;
  return -1;
}

/** A member of several clauses is called by its first. */
export function firstClause(text: string, { start, end }: Span): Span {
  let stop = findOutside(text, start, end, CLAUSE_END);
  // 特，重困职工，由段领导包保: one character is no clause.
  if (stop - start === 1) stop = findOutside(text, stop + 1, end, CLAUSE_END);
  return createSpan(start, stop - start >= 2 ? stop : end);
}

/** a、b和c has two elements; the last is two. */
export function splitLast(text: string, elements: readonly Span[]): Span[] | null {
  if (elements.length === 0) return null;
  const others = elements.slice(0, -1);
  const split = splitAtConjunction(text, elements.at(-1)!, median(others.map((span) => span.end - span.start)));
  return split === null ? null : [...others, ...split];
}
