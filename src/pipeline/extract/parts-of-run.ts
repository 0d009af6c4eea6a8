import { SENTENCE_END } from '../../language/characters.js';
import { findOutside } from '../../language/clauses.js';
import { createSpan, type Span } from '../../model/span.js';
import type { Formula } from './formula.js';
import { headAgreement, labelAgreement, meanHeadAgreement } from './head-agreement.js';
import type { Run } from './split-list.js';

/** 既是宣传员，又是调解员，还是守护员和监督员，每月碰一次头: the first clauses end with the head, the last of them holds two. */
export function bearingStart(text: string, formula: Formula, { separator, elements }: Run): Run | null {
  const head = formula.groups[0]?.head ?? '';
  if (formula.pattern !== 'counted' || head === '' || formula.declared < 3) return null;
  const stop = elements.findIndex(({ end }) => !text.startsWith(head, end - head.length));
  const bearing = stop < 0 ? elements : elements.slice(0, stop);
  return bearing.length === formula.declared - 1 && bearing.length < elements.length
    ? { separator, elements: bearing, enclosed: false }
    : null;
}

/** a、b和c共同看一个病、管一本账: 和 joins the last two of a list; what stands behind it belongs to the sentence. */
export function closedByConjunction(text: string, { separator, elements }: Run): Run | null {
  const at = elements.findIndex(({ start, end }, i) => i > 0 && /[和与及]/u.test(text.slice(start + 1, end - 1)));
  return at < 1 || at === elements.length - 1
    ? null
    : { separator, elements: elements.slice(0, at + 1), enclosed: false };
}

/** As many elements in a row as the formula asks for, each of which shows its head, where others stand around them. */
export function agreeingWindow(text: string, formula: Formula, run: Run): Span[] | null {
  const n = formula.declared;
  if (n < 2 || run.elements.length <= n) return null;
  const wording = (span: Span) => text.slice(span.start, span.end);
  const agrees = (span: Span, i: number): boolean => {
    if (formula.shape === 'labels') return labelAgreement(wording(span), formula.labels[i]) === 1;
    if (formula.pattern === 'counted') return headAgreement(wording(span), formula.groups[0]!.head) >= 0.8;
    if (formula.pattern === 'paired') {
      return formula.groups.every((group) => headAgreement(wording(span), group.head) >= 0.8);
    }
    return false;
  };
  for (let i = 0; i + n <= run.elements.length; i++) {
    const window = run.elements.slice(i, i + n);
    if (window.every(agrees) && meanHeadAgreement(text, formula, window) >= 0.8) return window;
  }
  return null;
}

/** A region without any separator may still be two members joined by 和. */
export function withSingle(text: string, runs: readonly Run[], start: number, end: number): Run[] {
  const stop = findOutside(text, start, end, SENTENCE_END);
  const clause = text.slice(start, stop);
  if (clause.length > 80) return [...runs];
  const pieces = clause.split(/[,，;；:：]/u);
  const result = [...runs];
  let offset = start;
  for (const piece of pieces) {
    if (/[和与及并同]/u.test(piece) && !piece.includes('、') && piece.length >= 3) {
      result.push({ separator: 'enumeration', elements: [createSpan(offset, offset + piece.length)], enclosed: false });
    }
    offset += piece.length + 1;
  }
  return result;
}
