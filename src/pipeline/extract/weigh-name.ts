import { flagsAt, NEWLINE, SENTENCE_END } from '../../language/characters.js';
import { spansOverlap } from '../../model/span.js';
import { type ArticleContext, isInHeading, isInLead } from './article-context.js';
import type { Formula } from './formula.js';
import { meanHeadAgreement } from './head-agreement.js';
import type { Candidate, Proposal } from './member-draft.js';
import { proposeChains } from './propose-chains.js';
import { proposeClauses } from './propose-clauses.js';
import { proposeGroups } from './propose-groups.js';
import { INLINE_WAYS } from './propose-inline.js';
import { proposeLayout, proposeSteps } from './propose-layout.js';
import { splitPairs } from './split-pairs.js';
import { isRunningText, weighLink } from './weigh-link.js';

const [proposeAnnounced, proposeBefore, proposeFollowing] = INLINE_WAYS;
/** Where members stand, the surest first. */
const WAYS = [proposeAnnounced, proposeBefore, proposeChains, proposeFollowing, proposeLayout, proposeClauses];

const LEAST_PAIRING = 0.7;

/**
 * Everything that might carry out the name at this place, weighed. Ways are tried from the surest on, and no more once one of them reaches
 * `decisive`.
 */
export function weighFormula(context: ArticleContext, formula: Formula, decisive: number): Candidate[] {
  if (!mayBeCarriedOut(context, formula)) return [];
  if (formula.pattern === 'compound') return weighGroups(context, formula);
  const candidates: Candidate[] = [];
  for (const propose of WAYS) {
    for (const proposal of propose(context, formula)) {
      const candidate = isUsable(context, formula, proposal) ? weighProposal(context, formula, proposal) : null;
      if (candidate !== null) candidates.push(candidate);
    }
    if (candidates.some(({ score }) => score >= decisive)) return candidates;
  }
  if (formula.pattern !== 'paired' || candidates.length > 0) return candidates;
  return weighGroups(context, { ...formula, pattern: 'compound', declared: formula.groups.length });
}

function weighProposal(context: ArticleContext, formula: Formula, proposal: Proposal): Candidate | null {
  if (formula.pattern !== 'paired') return weighLink(context, formula, proposal);
  const labels = proposal.members.map((member) => member.label);
  const agreement = meanHeadAgreement(context.text, formula, labels);
  if (agreement < LEAST_PAIRING) return null;
  return weighLink(context, formula, splitPairs(context.text, formula, proposal), agreement);
}

/** What carries out a group that may be named only inside its compound: its members must show its head. */
export function weighGroup(context: ArticleContext, group: Formula): Candidate[] {
  return [...INLINE_WAYS, proposeClauses, proposeSteps]
    .flatMap((propose) => propose(context, group))
    .filter((proposal) => {
      const labels = proposal.members.map((member) => member.label);
      const least = proposal.separator === 'comma' || proposal.kind === 'clauses' ? 0.9 : 0.75;
      const agrees = labels.length === group.declared && meanHeadAgreement(context.text, group, labels) >= least;
      return agrees && isUsable(context, group, proposal);
    })
    .map((proposal) => weighLink(context, group, proposal));
}

const BEFORE_REACH = 80;

/**
 * Whether it pays to look for members at all: a name in quotes, with a method noun, of several numbers or in a heading always; any other
 * counted phrase (三个工作组, 两位老人) only where a list or a list's lead-in touches it.
 */
function mayBeCarriedOut(context: ArticleContext, formula: Formula): boolean {
  if (formula.quoted || formula.category !== null || formula.pattern !== 'counted' || formula.shape === 'labels')
    return true;
  const { text } = context;
  const { start, end } = formula.span;
  const before = lastClauseEnd(text, start);
  if (/[、和与及]/u.test(text.slice(Math.max(before, start - BEFORE_REACH), start))) return true;
  if (/[:：(（—即是指,，、。]/u.test(text.slice(end, end + 4)) || /[:：]/u.test(text.slice(end, end + 16))) return true;
  return isInHeading(context, formula.span);
}

function lastClauseEnd(text: string, from: number): number {
  let i = from;
  while (i > 0 && from - i < BEFORE_REACH && (flagsAt(text, i - 1) & (SENTENCE_END | NEWLINE)) === 0) i--;
  return i;
}

function weighGroups(context: ArticleContext, formula: Formula): Candidate[] {
  return proposeGroups(context, formula)
    .filter((proposal) => proposal.kind === 'name' || isUsable(context, formula, proposal))
    .map((proposal) => weighLink(context, formula, proposal, proposal.agreement));
}

/** Members that overlap the name itself, or that a label set does not fit, are no members. */
function isUsable(context: ArticleContext, formula: Formula, proposal: Proposal): boolean {
  const { members, kind } = proposal;
  if (members.length < 2 || members.some(({ label }) => label.end <= label.start)) return false;
  if (members.some(({ label }) => spansOverlap(label, formula.nameSpan))) return false;
  // A list one of whose members names the set does not carry it out: that member does.
  const isCompound = formula.pattern === 'compound';
  if (!isCompound && members.some(({ label }) => namesItself(context.text.slice(label.start, label.end), formula.name)))
    return false;
  if (kind === 'article' && !isInLead(context, formula.span)) return false;
  if (formula.pattern !== 'compound' && isRunningText(context.text, formula, proposal)) return false;
  const labels = members.map((member) => member.label);
  if (formula.shape === 'labels') {
    return labels.length === formula.declared && meanHeadAgreement(context.text, formula, labels) >= 0.85;
  }
  return true;
}

/** Whether a wording holds the name (第三道防线 does not hold 三道防线). */
function namesItself(wording: string, name: string): boolean {
  const at = wording.indexOf(name);
  return at >= 0 && wording.charAt(at - 1) !== '第';
}
