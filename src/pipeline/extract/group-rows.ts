import { ENUMERATION_COMMA, flagsAt } from '../../language/characters.js';
import { CLAUSE_STOP, findOutside, sentenceEnd, sentenceStart } from '../../language/clauses.js';
import { createSpan, lowerBound, type Span } from '../../model/span.js';
import { type ArticleContext, paragraphAt, paragraphIndexAt } from './article-context.js';
import { firstClause, splitLast } from './fit-elements.js';
import type { Formula } from './formula.js';
import { groupAgreement, leastAgreement } from './group-agreement.js';
import { holdsMarks } from './marked-members.js';
import { bare, createMember, type MemberDraft } from './member-draft.js';
import { findRuns, type Run, unquote } from './split-list.js';
import { trimLead } from './trim-lead.js';
import { stripTail } from './trim-trail.js';
import { withoutCue } from './without-cue.js';

/** Members that agree with the groups of a compound, one with each. */
export interface GroupRow {
  readonly members: readonly MemberDraft[];
  readonly agreement: number;
  /** Code units between the name and the nearest of them. */
  readonly distance: number;
}

/** So many lists before and after the name, headings and paragraphs below it are looked at. */
const LISTS_BEFORE = 30;
const LISTS_AFTER = 120;
const HEADINGS = 150;
const PARAGRAPHS = 12;
const SURE_DISTANCE = 12;

/** Every row of neighbouring elements, list members, headings or paragraph openings that agree with the groups, one with each. */
export function findGroupRows(context: ArticleContext, formula: Formula): GroupRow[] {
  const inline = inlineRows(context, formula);
  // Right beside the name, with every number and head: nothing elsewhere words the groups better.
  if (inline.some(({ agreement, distance }) => agreement === 1 && distance <= SURE_DISTANCE)) return inline;
  return [...inline, ...listRows(context, formula), ...headingRows(context, formula)];
}

/** The windows of a row of units in which each unit agrees with its group. */
function agreeingWindows(
  text: string,
  formula: Formula,
  units: readonly MemberDraft[],
): { members: MemberDraft[]; agreement: number }[] {
  const { groups } = formula;
  const least = leastAgreement(formula);
  const windows: { members: MemberDraft[]; agreement: number }[] = [];
  for (let i = 0; i + groups.length <= units.length; i++) {
    let possible = groups.length;
    for (let k = 0; k < groups.length && possible >= least * groups.length; k++) {
      const { start, end } = units[i + k]!.label;
      // What holds the whole name is about it, and no group of it.
      if (end - start >= formula.name.length && text.slice(start, end).includes(formula.name)) possible = 0;
      possible -= 1 - groupAgreement(text.slice(start, end), groups[k]!, formula.shape === 'steps');
    }
    const agreement = possible / groups.length;
    if (agreement >= least) windows.push({ members: units.slice(i, i + groups.length), agreement });
  }
  return windows;
}

/** Elements of the sentences around the name. */
function inlineRows(context: ArticleContext, formula: Formula): GroupRow[] {
  const { text } = context;
  const { start, end } = formula.span;
  const n = formula.groups.length;
  const paragraph = paragraphAt(context, start).span;
  const before = sentenceStart(text, start, Math.max(paragraph.start, start - 500));
  let after = sentenceEnd(text, end, Math.min(paragraph.end, end + 600));
  if (after - end < 200) after = sentenceEnd(text, after, Math.min(paragraph.end, after + 400));
  const rows: GroupRow[] = [];
  // a、“一X一Y”、b: the name is one of the row.
  const isSign = (at: number) => (flagsAt(text, at) & ENUMERATION_COMMA) !== 0;
  for (const [from, to] of [
    [isSign(start - 1) ? start : before, start],
    [end, isSign(end) ? end : after],
  ] as const) {
    for (const run of findRuns(text, from, to, n - 1)) {
      const elements = fitUnits(text, run, n);
      if (elements === null) continue;
      const units = trimEdges(text, elements).map(bare);
      for (const window of agreeingWindows(text, formula, units)) {
        const labels = window.members.map(({ label }) => label);
        // Part of a row has edges of its own.
        const members = labels.length < units.length ? trimEdges(text, labels).map(bare) : window.members;
        // （一）用好一种方法；（二）…: the list that the marks number words them better.
        if (holdsMarks(context.markStarts, labels)) continue;
        const distance = from === end ? members[0]!.label.start - end : start - members.at(-1)!.label.end;
        rows.push({ members, agreement: window.agreement, distance });
      }
    }
  }
  return rows;
}

/** The elements of a run, called by their first clause where they have several; the last one is two where one is wanting (a、b和c). */
function fitUnits(text: string, run: Run, count: number): readonly Span[] | null {
  const clauses = run.separator === 'semicolon' || run.separator === 'sentence';
  const elements = clauses ? run.elements.map((element) => firstClause(text, element)) : run.elements;
  return elements.length >= count ? elements : splitLast(text, elements);
}

/** The elements without quotes around them; the first without the sentence before it, the last without what leads over to the name. */
function trimEdges(text: string, elements: readonly Span[]): Span[] {
  const trimmed = elements.map((span) => unquote(text, span));
  trimmed[0] = unquote(text, withoutCue(text, trimmed[0]!));
  trimmed[0] = trimLead(text, trimmed[0]!, trimmed.slice(1));
  const last = trimmed.length - 1;
  trimmed[last] = stripTail(text, trimmed[last]!);
  return trimmed;
}

/** Members of numbered lists around the name. */
function listRows({ text, enumerations }: ArticleContext, formula: Formula): GroupRow[] {
  const at = lowerBound(enumerations, formula.span.start);
  const rows: GroupRow[] = [];
  for (const enumeration of enumerations.slice(Math.max(0, at - LISTS_BEFORE), at + LISTS_AFTER)) {
    if (enumeration.span.end < formula.span.start || enumeration.members.length < formula.groups.length) continue;
    const units = enumeration.members.map(({ label, body }) => createMember(unquote(text, label), body, null));
    const distance = Math.max(0, enumeration.span.start - formula.span.end);
    for (const window of agreeingWindows(text, formula, units))
      rows.push({ members: window.members, agreement: window.agreement, distance });
  }
  return rows;
}

/** Headings of one level, and first clauses of paragraphs, below the name. */
function headingRows(context: ArticleContext, formula: Formula): GroupRow[] {
  const { text, sections, paragraphs } = context;
  const first = lowerBound(sections, formula.span.end);
  const below = sections.slice(first, first + HEADINGS);
  const series: MemberDraft[][] = [...new Set(below.map(({ level }) => level))].map((level) =>
    below
      .filter((section) => section.level === level)
      .map(({ heading, span }) => createMember(heading, createSpan(heading.start, span.end), null)),
  );
  const at = paragraphIndexAt(paragraphs, formula.span.start) + 1;
  const headings = new Map(sections.map(({ heading, span }) => [span.start, heading]));
  const openings = paragraphs.slice(at, at + PARAGRAPHS + formula.groups.length).map(({ span }) => {
    const stop = findOutside(text, span.start, span.end, CLAUSE_STOP);
    return createMember(createSpan(span.start, Math.max(stop, span.start + 1)), span, null);
  });
  // What marks number is called by its heading where that will do.
  series.push(
    openings.map((opening) => {
      const heading = headings.get(opening.label.start);
      return heading === undefined ? opening : createMember(heading, opening.body, null);
    }),
    openings,
  );
  return series.flatMap((units) =>
    agreeingWindows(text, formula, units).map((window): GroupRow => {
      return { ...window, distance: window.members[0]!.label.start - formula.span.end };
    }),
  );
}
