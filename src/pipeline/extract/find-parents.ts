import { lowerBound, type Span, spanContains, spansOverlap } from '../../model/span.js';

import type { FrameworkDraft } from './framework-draft.js';
import type { Link } from './link-frameworks.js';
import { Nesting } from './nesting.js';
import { compactName } from './read-name.js';

/** A compound whose wording holds a name stands at most so many compounds away. */
const COMPOUNDS_NEAR = 12;

/** Where a member of a framework is carried out. */
interface MemberBody {
  readonly span: Span;
  readonly framework: FrameworkDraft;
  readonly member: number;
}

/**
 * Sets the parent of each framework: the compound whose group it is, else the innermost framework in one of whose members it stands.
 * @param drafts in order of place
 * @param links the link that each draft was made of
 */
export function findParents(text: string, drafts: readonly FrameworkDraft[], links: readonly Link[]): void {
  const compounds = drafts.flatMap((draft, i) =>
    draft.pattern === 'compound' ? [{ draft, link: links[i]!, span: draft.span }] : [],
  );
  const byKey = new Map<string, { draft: FrameworkDraft; member: number }>();
  for (const { draft, link } of compounds) {
    const { formula } = link.candidate;
    if (formula.shape === 'bare') continue;
    for (const [member, key] of formula.key.split('|').entries()) {
      if (!byKey.has(key)) byKey.set(key, { draft, member });
    }
  }
  const bodies = new Nesting(drafts.filter(({ list }) => !list).flatMap(listBodies));
  for (const [i, draft] of drafts.entries()) {
    const group = groupOf(text, draft, links[i]!, compounds, byKey);
    if (group !== null) {
      draft.parent = group.draft;
      group.draft.opens[group.member] = draft;
    } else {
      setHolder(draft, bodies);
    }
  }
}

function listBodies(framework: FrameworkDraft): MemberBody[] {
  return framework.members.flatMap(({ body }, member) => (body === null ? [] : [{ span: body, framework, member }]));
}

function setHolder(draft: FrameworkDraft, bodies: Nesting<MemberBody>): void {
  for (const { framework, member, span } of bodies.around(draft.span.start)) {
    if (framework === draft || !spanContains(span, draft.span) || spanContains(draft.span, framework.span)) continue;
    draft.parent = framework;
    if (spanContains(framework.members[member]!.span, draft.span)) framework.opens[member] = draft;
    return;
  }
}

/** The compound one of whose groups a framework is: by number and head, or because the group's wording holds its name. */
function groupOf(
  text: string,
  draft: FrameworkDraft,
  link: Link,
  compounds: readonly { draft: FrameworkDraft; link: Link; span: Span }[],
  byKey: ReadonlyMap<string, { draft: FrameworkDraft; member: number }>,
): { draft: FrameworkDraft; member: number } | null {
  if (draft.groups.length !== 1) return null;
  const named = byKey.get(link.entry.key);
  if (named !== undefined && named.draft !== draft) return named;
  const at = lowerBound(compounds, draft.span.start);
  for (const compound of compounds.slice(Math.max(0, at - COMPOUNDS_NEAR), at + COMPOUNDS_NEAR)) {
    const member = compound.draft === draft ? -1 : memberNaming(text, compound.draft, compound.link, draft);
    if (member >= 0) return { draft: compound.draft, member };
  }
  return null;
}

function memberNaming(text: string, compound: FrameworkDraft, link: Link, draft: FrameworkDraft): number {
  const { groups } = link.candidate.formula;
  return compound.members.findIndex(
    ({ span }, i) =>
      groups[i]?.count === draft.declared &&
      (spansOverlap(span, draft.span) ||
        draft.occurrences.some((occurrence) => spanContains(span, occurrence)) ||
        compactName(text.slice(span.start, span.end)).includes(draft.name)),
  );
}
