import { sentenceEnd, sentenceStart } from '../../language/clauses.js';
import { createSpan, lowerBound, type Span } from '../../model/span.js';
import { type ArticleContext, paragraphAt } from './article-context.js';
import type { Formula } from './formula.js';
import { headAgreement } from './head-agreement.js';
import { bare, createMember, type MemberDraft } from './member-draft.js';
import { findRuns, unquote } from './split-list.js';
import { trimLead } from './trim-lead.js';

/** The members of all groups of a compound told in one list, in the order of the groups. */
export interface FlatGroups {
  /** Those of each group. */
  readonly groups: readonly (readonly MemberDraft[])[];
  /** Code units between the name and the nearest of them. */
  readonly distance: number;
}

/** No report tells more in one list. */
const MOST = 16;
/** So many lists below the name are looked at, and so many code units of its sentences. */
const LISTS_BELOW = 20;
const REACH = 500;

/**
 * “三不一多”：未知链接不点击、陌生来电不轻信、个人信息不透露、转账汇款多核实。 As many elements as the groups count together, each with the head of its group;
 * null where there is no such list.
 */
export function findFlatGroups(context: ArticleContext, formula: Formula): FlatGroups | null {
  const { groups, shape, pattern } = formula;
  if (pattern !== 'compound' || shape !== 'groups') return null;
  const total = groups.reduce((sum, { count }) => sum + (count ?? MOST), 0);
  if (total > MOST || total === groups.length) return null;
  for (const { units, distance } of lists(context, formula, total)) {
    const parted = partByGroup(context.text, formula, units);
    if (parted !== null) return { groups: parted, distance };
  }
  return null;
}

interface FlatList {
  readonly units: readonly MemberDraft[];
  readonly distance: number;
}

/** Lists of just so many elements around the name: in its sentence and the next, in the one before, numbered below it. */
function lists({ text, ...context }: ArticleContext, formula: Formula, total: number): FlatList[] {
  const { start, end } = formula.span;
  const paragraph = paragraphAt({ text, ...context }, start).span;
  const limit = Math.min(paragraph.end, end + REACH);
  const after = sentenceEnd(text, Math.min(limit, sentenceEnd(text, end, limit) + 1), limit);
  const before = sentenceStart(text, start, Math.max(paragraph.start, start - REACH));
  const found: FlatList[] = [];
  for (const [from, to] of [
    [end, after],
    [before, start],
  ] as const) {
    for (const { elements, separator } of findRuns(text, from, to, total)) {
      if (elements.length !== total || separator === 'sentence') continue;
      const labels = elements.map((element) => unquote(text, element));
      labels[0] = trimLead(text, labels[0]!, labels.slice(1));
      const distance = from === end ? labels[0]!.start - end : start - labels.at(-1)!.end;
      found.push({ units: labels.map(bare), distance });
    }
  }
  const first = lowerBound(context.enumerations, end);
  for (const { members, span } of context.enumerations.slice(first, first + LISTS_BELOW)) {
    if (members.length !== total) continue;
    const units = members.map(({ label, body }) => createMember(unquote(text, label), body, null));
    found.push({ units, distance: span.start - end });
  }
  return found;
}

/** The elements group by group, or null where one does not show the head of its group. */
function partByGroup(text: string, { groups }: Formula, units: readonly MemberDraft[]): MemberDraft[][] | null {
  const parted: MemberDraft[][] = [];
  let from = 0;
  for (const { count, head } of groups) {
    const members = units.slice(from, from + (count ?? 0));
    const shows = ({ label }: MemberDraft) => headAgreement(wordingOf(text, label), head) >= LEAST_SHOWN;
    if (head === null || !members.every(shows)) return null;
    parted.push(members);
    from += members.length;
  }
  return parted;
}

const LEAST_SHOWN = 0.8;

function wordingOf(text: string, { start, end }: Span): string {
  return text.slice(start, end);
}

/** From the first to the last of some members, with what carries them out. */
export function stretchOf(members: readonly MemberDraft[]): Span {
  const last = members.at(-1)!;
  return createSpan(members[0]!.label.start, last.body?.end ?? last.label.end);
}
