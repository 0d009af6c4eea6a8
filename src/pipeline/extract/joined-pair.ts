import {
  CLAUSE_END,
  COLON,
  consistsOf,
  ENUMERATION_COMMA,
  flagsAt,
  HAN,
  SENTENCE_END,
} from '../../language/characters.js';
import { createSpan, type Span } from '../../model/span.js';
import { loadFrameworkRules } from '../../resources/framework-rules.js';
import { splitAtConjunction } from './split-list.js';
import { stripTail } from './trim-trail.js';

/** No half is longer, and the halves differ by so much at most. */
const MAX_HALF = 14;
const MAX_DIFFERENCE = 4;

/** 统筹城市农村两个市场, 包括试点阶段和推广阶段两个阶段: the two things right before a number two, alike at one edge. */
export function joinedPair(text: string, from: number, to: number): [Span, Span] | null {
  return evenHalves(text, from, to) ?? conjoined(text, from, to);
}

/** Two words of one length that share their first or last character. */
function evenHalves(text: string, from: number, to: number): [Span, Span] | null {
  for (const length of [2, 3]) {
    const start = to - 2 * length;
    const words = text.slice(Math.max(from, start), to);
    if (start < from || !consistsOf(words, HAN) || /[和与及同跟]/u.test(words)) continue;
    const halves: [Span, Span] = [createSpan(start, start + length), createSpan(start + length, to)];
    if (text.slice(start, start + length) !== text.slice(start + length, to) && areAlike(text, halves)) return halves;
  }
  return null;
}

/** a和b这: what the words before a leave off at is the sentence's. */
function conjoined(text: string, from: number, to: number): [Span, Span] | null {
  const start = Math.max(from, to - 2 * MAX_HALF);
  const clause = createSpan(lastSign(text, start, to), to);
  if (clause.end - clause.start < 5) return null;
  const split = splitAtConjunction(text, stripTail(text, clause), 0);
  if (split === null) return null;
  const [left, right] = split;
  const length = right.end - right.start;
  const halvesFrom = (start: number): [Span, Span] => [createSpan(start, left.end), right];
  const edge = leftEdges(text, left, length).find((start) => areAlike(text, halvesFrom(start)));
  if (edge !== undefined) return halvesFrom(edge);
  const even = left.end - length;
  return even > left.start && shareEdge(text, halvesFrom(even), 2) ? halvesFrom(even) : null;
}

/** Where the left half may begin: at the sign before it or behind a word that leads over to it; the length of the right half first. */
function leftEdges(text: string, left: Span, length: number): number[] {
  const { leads, leadsWithin } = loadFrameworkRules();
  const edges: number[] = [];
  for (let size = Math.max(2, length - MAX_DIFFERENCE); size <= length + MAX_DIFFERENCE; size++) {
    const start = left.end - size;
    if (start < left.start) break;
    const lead = start === left.start ? '' : leads.longestAt(text, start);
    if (lead !== null && (lead.length !== 1 || leadsWithin.pair.has(lead))) edges.push(start);
  }
  return edges.sort((a, b) => Math.abs(left.end - a - length) - Math.abs(left.end - b - length));
}

/** Behind the last sign of the stretch. */
function lastSign(text: string, start: number, end: number): number {
  for (let i = end - 1; i >= start; i--) {
    if (flagsAt(text, i) & (CLAUSE_END | SENTENCE_END | COLON | ENUMERATION_COMMA)) return i + 1;
  }
  return start;
}

/** Two characters in common at an end, or one where they are about as long. */
function areAlike(text: string, halves: readonly [Span, Span]): boolean {
  const [left, right] = halves;
  const difference = Math.abs(left.end - left.start - (right.end - right.start));
  return shareEdge(text, halves, 2) || (difference <= 1 && shareEdge(text, halves, 1));
}

function shareEdge(text: string, [left, right]: readonly [Span, Span], length: number): boolean {
  return (
    text.slice(left.end - length, left.end) === text.slice(right.end - length, right.end) ||
    text.slice(left.start, left.start + length) === text.slice(right.start, right.start + length)
  );
}
