import { lowerBound, type Span } from '../../model/span.js';
import type { ArticleContext } from './article-context.js';
import { isInRow, type Way } from './choose-ways.js';
import type { FlatGroups } from './flat-groups.js';
import type { Formula } from './formula.js';
import { meanHeadAgreement } from './head-agreement.js';
import { isUsable } from './implausible-members.js';
import { type Candidate, createMember, createProposal, labelsOf } from './member-draft.js';
import { proposeChains } from './propose-chains.js';
import { proposeClauses } from './propose-clauses.js';
import { INLINE_WAYS } from './propose-inline.js';
import { proposeLaterLists } from './propose-later-lists.js';
import { proposeParagraphs } from './propose-layout.js';
import { proposeSteps } from './propose-steps.js';
import { weighLink } from './weigh-link.js';

/**
 * What carries out a group that may be named only inside its compound: its members must show its head.
 * @param place where it is looked for, if not where it is named
 */
export function weighGroup(context: ArticleContext, group: Formula, place = group): Candidate[] {
  const candidates: Candidate[] = [];
  for (const propose of place === group ? groupWays(context, group) : [...GROUP_WAYS, proposeChains]) {
    for (const proposal of propose(context, place)) {
      if (proposal.members.length !== group.declared || !isUsable(context, group, proposal)) continue;
      const labels = labelsOf(proposal);
      const agreement = meanHeadAgreement(context.text, group, labels);
      const short = (group.groups[0]?.head?.length ?? 0) < 2;
      const clauses = proposal.parting?.separator === 'comma' || proposal.kind === 'clauses';
      const least = short || clauses ? 0.9 : 0.75;
      if (proposal.kind === 'clauses' && (proposal.distance > GROUP_REACH || !standClose(labels))) continue;
      if (clauses && !shareHeadEdge(context.text, group, labels)) continue;
      if (agreement >= least) candidates.push(weighLink(context, group, proposal, labels, agreement));
    }
  }
  return candidates;
}

/** 第一步 … 第二步 … of 四步五心: the steps that number themselves carry out a group that counts steps, wherever they stand below. */
export function weighSteps(context: ArticleContext, group: Formula): Candidate[] {
  const numbered = STEP_SCHEMES.get(group.groups[0]?.head ?? '');
  if (numbered === undefined) return [];
  const first = lowerBound(context.enumerations, group.span.end);
  return context.enumerations
    .slice(first, first + LISTS_BELOW)
    .filter(({ scheme, members }) => scheme === numbered && members.length === group.declared)
    .map(({ members, span }) => {
      const drafts = members.map(({ label, body }) => createMember(label, body, null));
      const proposal = createProposal('steps', drafts, Math.min(span.start - group.span.end, STEPS_APART));
      return weighLink(context, group, proposal, labelsOf(proposal), 1);
    });
}

const STEP_SCHEMES: ReadonlyMap<string, string> = new Map([
  ['步', 'nth-step'],
  ['招', 'nth-move'],
]);
const STEPS_APART = 400;
/** So many lists below the name are looked at. */
const LISTS_BELOW = 120;

/** The members of a group out of one list for all groups of its compound. */
export function weighFlat(context: ArticleContext, group: Formula, flat: FlatGroups, index: number): Candidate {
  const members = flat.groups[index]!;
  const parting = { separator: 'enumeration', whole: true, enclosed: false } as const;
  const proposal = createProposal('following', members, flat.distance, parting);
  return weighLink(context, group, proposal, labelsOf(proposal), 1);
}

/** “一厅四区”布局: at the end of a line leads over to the lines below. */
function groupWays({ text }: ArticleContext, { span }: Formula): readonly Way[] {
  // “三严三实”、“两学一做”: what stands behind a row is about none of its names.
  if (isInRow(text, span)) return [proposeSteps];
  const leadsDown = /^[^。！？；]{0,8}[:：]?\s*\n/u.test(text.slice(span.end, span.end + 12));
  return leadsDown ? [...GROUP_WAYS, proposeParagraphs] : GROUP_WAYS;
}

const GROUP_WAYS: readonly Way[] = [...INLINE_WAYS, proposeClauses, proposeSteps, proposeLaterLists];

/** Whether clauses that carry a group follow each other with little between them. */
function standClose(labels: readonly Span[]): boolean {
  return labels.every(({ start }, i) => i === 0 || start - labels[i - 1]!.end <= CLAUSES_APART);
}

/** Clauses carry a group where its head stands at one place in all of them: at the beginning, at the end, or as far in (小事不出组). */
function shareHeadEdge(text: string, { groups }: Formula, labels: readonly Span[]): boolean {
  const head = groups[0]?.head ?? '';
  const places = labels.map(({ start, end }) => text.slice(start, end).indexOf(head));
  return (
    (places.every((place) => place >= 0 && place === places[0]) && (places[0] === 0 || isEven(labels))) ||
    labels.every(({ end }) => text.startsWith(head, end - head.length))
  );
}

function isEven(labels: readonly Span[]): boolean {
  return labels.every(({ start, end }) => end - start === labels[0]!.end - labels[0]!.start);
}

const CLAUSES_APART = 40;

/** Clauses that carry a group stand within so many code units of its compound. */
const GROUP_REACH = 120;
