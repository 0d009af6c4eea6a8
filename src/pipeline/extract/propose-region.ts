import type { Span } from '../../model/span.js';
import { belongsElsewhere, breaksOff, standsByChance } from './belongs-elsewhere.js';
import { countsPromised, countsToTry } from './counts-to-try.js';
import { firstClause, fitElements, type Side } from './fit-elements.js';
import type { Formula } from './formula.js';
import { isCharacterCount, meanHeadAgreement } from './head-agreement.js';
import { bare, createProposal, type LinkKind, type Proposal } from './member-draft.js';
import { agreeingWindow, bearingStart, closedByConjunction, withSingle } from './parts-of-run.js';
import { findRuns, type Run } from './split-list.js';
import { withCommaLists } from './with-comma-lists.js';

/** A stretch of text beside a name in which its members may stand. */
interface Region {
  readonly text: string;
  readonly formula: Formula;
  readonly start: number;
  readonly end: number;
  readonly side: Side;
  readonly kind: LinkKind;
  /** Code units between the name and the region. */
  readonly distance: number;
  /** Whether a word or bracket says that members follow. */
  readonly led: boolean;
}

/** In a region that begins with the list no more code units stand before it. */
const ANCHORED_GAP = 24;
/** A list before a name touches it with no more between them. */
const TOUCHING = 6;

/**
 * Every way the runs of a region give the members the formula asks for.
 * @param distance code units between the name and the region
 * @param anchored whether the region begins with the list
 */
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
  const led = kind === 'cue' || kind === 'weak-cue' || kind === 'bracket';
  const region: Region = { text, formula, start, end, side, kind, distance, led };
  const promised = countsPromised(formula);
  for (const run of runsOf(region, Math.min(...promised))) {
    const { separator } = run;
    const gap = side === 'after' ? run.elements[0]!.start - start : end - run.elements.at(-1)!.end;
    if (separator === 'sentence' && kind !== 'cue' && kind !== 'near') continue;
    if (anchored && gap > ANCHORED_GAP) continue;
    if (side === 'after') proposeBeginning(region, run, gap, promised, proposals);
    if (!led && (separator === 'comma' || separator === 'sentence') && !mayBeMembers(text, formula, run)) continue;
    proposeFitting(region, run, gap, proposals);
  }
  return proposals;
}

/** The runs of a region that are long enough for the fewest members the name may mean. */
function runsOf({ text, formula, start, end, side, kind, led }: Region, fewest: number): readonly Run[] {
  const found = findRuns(text, start, end, Math.max(2, led || fewest >= 4 ? fewest - 2 : fewest - 1));
  const listed = withCommaLists({ text, formula, side, kind, end }, found);
  return fewest === 2 ? withSingle(text, listed, start, end) : listed;
}

/** Members that are only the beginning of a run behind the name, where its wording tells that they end there. */
function proposeBeginning(region: Region, run: Run, gap: number, promised: readonly number[], into: Proposal[]): void {
  const { text, formula, side, kind, distance } = region;
  const { separator } = run;
  const closed = separator === 'enumeration' ? closedByConjunction(text, run) : null;
  if (closed !== null) {
    for (const count of promised) {
      const elements = count === closed.elements.length + 1 ? fitElements(text, closed, count, side) : null;
      const parting = { separator, whole: true, enclosed: false };
      if (elements !== null) into.push(createProposal(kind, elements.map(bare), distance + gap, parting));
    }
  }
  const bearing = separator === 'comma' ? bearingStart(text, formula, run) : null;
  if (bearing === null) return;
  const elements = fitElements(text, bearing, formula.declared, side);
  const parting = { separator: 'enumeration', whole: true, enclosed: false } as const;
  if (elements !== null) into.push(createProposal(kind, elements.map(bare), distance + gap, parting));
}

/** Members at the end of a run that is next to the name, as many as the name may mean; or amid it, where they show the head. */
function proposeFitting(region: Region, run: Run, gap: number, into: Proposal[]): void {
  const { text, formula, kind, distance } = region;
  const { separator } = run;
  const counts = countsToTry(text, formula, run, kind);
  for (const count of counts) {
    const elements = fitRun(region, run, count);
    if (elements === null) continue;
    const far = kind === 'before' && (gap > TOUCHING || breaksOff(text, elements.at(-1)!.end, region.end));
    if (kind === 'following' && belongsElsewhere(text, formula, run)) continue;
    if (!region.led && standsByChance(text, formula, run, elements, { kind, far, gap, end: region.end })) continue;
    const whole = run.elements.length <= count;
    const parting = { separator, whole, enclosed: run.enclosed && whole && kind !== 'bracket' };
    into.push(createProposal(far ? 'near' : kind, elements.map(bare), distance + Math.max(0, gap), parting));
  }
  // Where the whole run is taken although the report miscounts it, no part of it is better.
  const miscounted = counts.length === 1 && counts[0] !== formula.declared && !isCharacterCount(formula);
  const window = miscounted ? null : agreeingWindow(text, formula, run);
  if (window === null) return;
  const parting = { separator, whole: false, enclosed: false };
  into.push(createProposal(kind === 'before' ? 'near' : kind, window.map(bare), distance + gap, parting));
}

/** So many members of a run; of pairs their first clauses, of characters just as many as the name counts. */
function fitRun({ text, formula, side }: Region, run: Run, count: number): Span[] | null {
  const paired = formula.pattern === 'paired';
  const fitted = fitElements(text, run, count, side, paired);
  if (fitted === null) return null;
  const elements = paired ? fitted.map((element) => pairedClause(text, formula, element)) : fitted;
  return isCharacterCount(formula) && totalLength(elements) !== formula.declared ? null : elements;
}

/** 定时限保进度，从一月起倒排工期: the first clause of an element, where that shows both heads. */
function pairedClause(text: string, formula: Formula, element: Span): Span {
  const clause = firstClause(text, element);
  return meanHeadAgreement(text, formula, [clause]) > 0 ? clause : element;
}

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
