import type { Span } from '../../model/span.js';
import { belongsElsewhere } from './belongs-elsewhere.js';
import { countsPromised, countsToTry } from './counts-to-try.js';
import { firstClause, fitElements, type Side } from './fit-elements.js';
import type { Formula } from './formula.js';
import { isCharacterCount, meanHeadAgreement } from './head-agreement.js';
import { bare, createProposal, type LinkKind, type Proposal } from './member-draft.js';
import { agreeingWindow, bearingStart, closedByConjunction, withSingle } from './parts-of-run.js';
import { findRuns, type Run } from './split-list.js';
import { breaksOff, isChance } from './stands-by-chance.js';
import { withCommaLists } from './with-comma-lists.js';

function totalLength(elements: readonly Span[]): number {
  return elements.reduce((sum, { start, end }) => sum + end - start, 0);
}

/**
 * Clauses are worth a closer look only where half of them show a character of the head, or where three or more in a row have one length.
 */
function mayBeMembers(text: string, formula: Formula, { elements }: Run): boolean {
  if (formula.pattern === 'compound') return false;
  const heads = formula.shape === 'labels' ? formula.labels : formula.groups.map((group) => group.head ?? '');
  let showing = 0;
  let alike = 1;
  let longest = 1;
  for (const [i, { start, end }] of elements.entries()) {
    if (heads.some((head) => holdsEdgeOf(text, start, end, head))) showing++;
    const before = elements[i - 1];
    alike = before !== undefined && before.end - before.start === end - start ? alike + 1 : 1;
    longest = Math.max(longest, alike);
  }
  return showing * 2 >= Math.min(formula.declared, elements.length) || longest >= 3;
}

/** Whether the first or last character of the head stands in a stretch. */
function holdsEdgeOf(text: string, start: number, end: number, head: string): boolean {
  const first = head.charCodeAt(0);
  const last = head.charCodeAt(head.length - 1);
  for (let i = start; i < end; i++) {
    const code = text.charCodeAt(i);
    if (code === first || code === last) return true;
  }
  return false;
}

/** Every way the runs of a region give the members the formula asks for. */
export function proposeRegion(
  text: string,
  formula: Formula,
  start: number,
  end: number,
  side: Side,
  kind: LinkKind,
  distance: number,
  anchored: boolean,
): Proposal[] {
  const proposals: Proposal[] = [];
  if (end - start < 2) return proposals;
  const promised = countsPromised(formula);
  const fewest = Math.min(...promised);
  const led = kind === 'cue' || kind === 'weak-cue' || kind === 'bracket';
  const found = findRuns(text, start, end, Math.max(2, led || fewest >= 4 ? fewest - 2 : fewest - 1));
  const listed = withCommaLists({ text, formula, side, kind, end }, found);
  const runs = fewest === 2 ? withSingle(text, listed, start, end) : listed;
  for (const run of runs) {
    const gap = side === 'after' ? run.elements[0]!.start - start : end - run.elements.at(-1)!.end;
    if (run.separator === 'sentence' && kind !== 'cue' && kind !== 'near') continue;
    if (anchored && gap > 24) continue;
    const separator = run.separator;
    const closed = side === 'after' && separator === 'enumeration' ? closedByConjunction(text, run) : null;
    if (closed !== null) {
      for (const count of promised) {
        const elements = count === closed.elements.length + 1 ? fitElements(text, closed, count, side) : null;
        const parting = { separator, whole: true, enclosed: false };
        if (elements !== null) proposals.push(createProposal(kind, elements.map(bare), distance + gap, parting));
      }
    }
    const bearing = side === 'after' && separator === 'comma' ? bearingStart(text, formula, run) : null;
    if (bearing !== null) {
      const elements = fitElements(text, bearing, formula.declared, side);
      const parting = { separator: 'enumeration', whole: true, enclosed: false } as const;
      if (elements !== null) proposals.push(createProposal(kind, elements.map(bare), distance + gap, parting));
    }
    if (!led && (separator === 'comma' || separator === 'sentence') && !mayBeMembers(text, formula, run)) continue;
    const counts = countsToTry(text, formula, run, kind);
    for (const count of counts) {
      const fitted = fitElements(text, run, count, side, formula.pattern === 'paired');
      if (fitted === null) continue;
      const elements =
        formula.pattern === 'paired' ? fitted.map((element) => pairedClause(text, formula, element)) : fitted;
      if (isCharacterCount(formula) && totalLength(elements) !== formula.declared) continue;
      const far = kind === 'before' && (gap > 6 || breaksOff(text, elements.at(-1)!.end, end));
      if (kind === 'following' && belongsElsewhere(text, formula, run)) continue;
      if (!led && isChance(text, formula, run, elements, { kind, far, gap, end })) continue;
      const whole = run.elements.length <= count;
      const enclosed = run.enclosed && whole && kind !== 'bracket';
      const parting = { separator, whole, enclosed };
      proposals.push(createProposal(far ? 'near' : kind, elements.map(bare), distance + Math.max(0, gap), parting));
    }
    // Where the whole run is taken although the report miscounts it, no part of it is better.
    const miscounted = counts.length === 1 && counts[0] !== formula.declared && !isCharacterCount(formula);
    const window = miscounted ? null : agreeingWindow(text, formula, run);
    if (window !== null) {
      const parting = { separator, whole: false, enclosed: false };
      proposals.push(createProposal(kind === 'before' ? 'near' : kind, window.map(bare), distance + gap, parting));
    }
  }
  return proposals;
}

/** 定时限保进度，从一月起倒排工期: the first clause of an element, where that shows both heads. */
function pairedClause(text: string, formula: Formula, element: Span): Span {
  const clause = firstClause(text, element);
  return meanHeadAgreement(text, formula, [clause]) > 0 ? clause : element;
}
