import { DIGIT, flagsAt, HAN, NUMERAL, OPEN_QUOTE } from '../../language/characters.js';
import { readNumeral } from '../../language/numerals.js';
import type { FormulaGroup, Framework, FrameworkMember } from '../../model/framework.js';
import { createSpan, type Span, spanContains, spansOverlap } from '../../model/span.js';
import { loadFrameworkRules } from '../../resources/framework-rules.js';
import type { ArticleContext } from './article-context.js';
import type { Formula } from './formula.js';
import { isCharacterCount } from './head-agreement.js';
import type { Link } from './link-frameworks.js';
import type { MemberDraft } from './member-draft.js';
import { keyOf } from './name-entries.js';
import { Openings } from './place-bodies.js';
import { compactName } from './read-name.js';

/** A framework before it has its id: parents are named by their place in the list. */
export interface FrameworkDraft extends Omit<Framework, 'id' | 'parent' | 'members'> {
  readonly parent: FrameworkDraft | null;
  readonly members: readonly Omit<FrameworkMember, 'framework'>[];
  /** By member: the framework that it opens. */
  readonly opens: (FrameworkDraft | null)[];
  readonly list: boolean;
}

/** Makes frameworks of the links of one article: bodies, group heads, parents. In order of place. */
export function composeFrameworks(
  context: ArticleContext,
  links: readonly Link[],
  holder: string | null,
): FrameworkDraft[] {
  const openings = new Openings(context);
  const placed = links.map((link) => ({ link, members: openings.placeBodies(link.candidate) }));
  placed.sort(
    (a, b) =>
      nameStart(a.link) - nameStart(b.link) ||
      b.link.candidate.formula.groups.length - a.link.candidate.formula.groups.length,
  );
  const drafts = placed.map(({ link, members }) => toDraft(context, link, members, holder));
  const keys = new Map(drafts.map((draft, i) => [draft, placed[i]!.link]));
  for (const draft of drafts) setParent(context.text, draft, drafts, keys);
  return drafts;
}

function nameStart(link: Link): number {
  return link.candidate.formula.span.start;
}

function toDraft(
  context: ArticleContext,
  link: Link,
  members: readonly MemberDraft[],
  holder: string | null,
): FrameworkDraft {
  const { text } = context;
  const { formula, kind } = link.candidate;
  const asCompound = formula.pattern === 'compound';
  const groups = formula.shape === 'bare' ? bareGroups(text, formula, members) : formula.groups;
  const others = link.entry.formulas.filter((other) => other !== formula && other.span.start !== formula.span.start);
  const category =
    formula.category ?? (kind === 'name' || asCompound || formula.quoted ? categoryElsewhere(others) : null);
  return {
    name: formula.name,
    category,
    pattern: isCharacterCount(formula) && members.length < formula.declared ? 'labelled' : formula.pattern,
    groups,
    declared: isCharacterCount(formula) ? members.length : formula.declared,
    complete: isCharacterCount(formula) || members.length === formula.declared,
    confidence: link.confidence,
    holder,
    article: context.index,
    parent: null,
    aliases: [],
    span: formula.span,
    occurrences: others.map((other) => other.span),
    members: members.map((member, i) => toMember(text, member, i)),
    opens: members.map(() => null),
    list: isList(formula),
  };
}

function categoryElsewhere(formulas: readonly Formula[]): string | null {
  return formulas.find((formula) => formula.category !== null)?.category ?? null;
}

/** 三个方面, 四点体会: an enumeration that the report counts but does not name. */
function isList(formula: Formula): boolean {
  if (formula.quoted || formula.category !== null || formula.groups.length !== 1) return false;
  const head = formula.groups[0]!.head ?? '';
  return loadFrameworkRules().genericHeads.has(head);
}

function toMember(text: string, { label, pair, body }: MemberDraft, i: number): Omit<FrameworkMember, 'framework'> {
  const end = pair === null ? label.end : Math.max(label.end, pair.end);
  // “预诊”防治: the member begins with the quote of its first half.
  const start = pair !== null && flagsAt(text, label.start - 1) & OPEN_QUOTE ? label.start - 1 : label.start;
  return {
    index: i + 1,
    label: cleanLabel(text, label),
    pair: pair === null ? null : cleanLabel(text, pair),
    span: createSpan(start, end),
    body,
  };
}

/** The wording in one line, without quotes all around. */
function cleanLabel(text: string, { start, end }: Span): string {
  return text
    .slice(start, end)
    .replace(/\s*\n\s*/g, '')
    .trim();
}

/** 12345: the heads as the members word them (贯穿一条主线 → 主线). */
function bareGroups(text: string, formula: Formula, members: readonly MemberDraft[]): FormulaGroup[] {
  return formula.groups.map((group, i) => {
    const member = members[i];
    return member === undefined
      ? group
      : { count: group.count, head: headIn(text.slice(member.label.start, member.label.end), group.count) };
  });
}

function headIn(wording: string, count: number | null): string | null {
  const { classifiers } = loadFrameworkRules();
  for (let i = 0; i < wording.length; i++) {
    if ((flagsAt(wording, i) & (NUMERAL | DIGIT)) === 0) continue;
    const numeral = readNumeral(wording, i);
    if (numeral === null || numeral.value !== count) continue;
    let from = numeral.end;
    if (classifiers.get(wording.charAt(from)) === false) from++;
    let to = from;
    while (flagsAt(wording, to) & HAN) to++;
    return to > from ? wording.slice(from, to) : null;
  }
  return null;
}

/** The compound whose group it is, else the innermost framework in one of whose members it stands. */
function setParent(
  text: string,
  draft: FrameworkDraft,
  drafts: readonly FrameworkDraft[],
  links: ReadonlyMap<FrameworkDraft, Link>,
): void {
  const writable = draft as { parent: FrameworkDraft | null };
  const link = links.get(draft)!;
  for (const compound of drafts) {
    if (compound === draft || compound.pattern !== 'compound') continue;
    const member = groupMember(text, compound, links.get(compound)!, draft, link);
    if (member < 0) continue;
    compound.opens[member] = draft;
    writable.parent = compound;
    return;
  }
  let size = Number.POSITIVE_INFINITY;
  for (const outer of drafts) {
    if (outer === draft || outer.list) continue;
    for (const [i, { body }] of outer.members.entries()) {
      if (body === null || !spanContains(body, draft.span) || body.end - body.start >= size) continue;
      if (outer.span.start >= draft.span.start && outer.span.end <= draft.span.end) continue;
      size = body.end - body.start;
      writable.parent = outer;
      if (i >= 0 && outer.members[i]!.span.start <= draft.span.start && draft.span.end <= outer.members[i]!.span.end)
        outer.opens[i] = draft;
    }
  }
}

/** Index of the compound's group that a framework is, or -1: by number and head, or because the group's wording holds its name. */
function groupMember(
  text: string,
  compound: FrameworkDraft,
  compoundLink: Link,
  draft: FrameworkDraft,
  link: Link,
): number {
  if (draft.groups.length !== 1) return -1;
  const { formula } = compoundLink.candidate;
  const keys = keyOf(formula).split('|');
  if (formula.shape !== 'bare') {
    const byKey = keys.indexOf(link.entry.key);
    if (byKey >= 0) return byKey;
  }
  return compound.members.findIndex(
    (member, i) =>
      formula.groups[i]?.count === draft.declared &&
      (spansOverlap(member.span, draft.span) ||
        [draft.span, ...draft.occurrences].some((span) => spanContains(member.span, span)) ||
        compactName(text.slice(member.span.start, member.span.end)).includes(draft.name)),
  );
}
