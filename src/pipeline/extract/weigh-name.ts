import type { ArticleContext } from './article-context.js';
import { calledByHead, calledByNoun } from './called-by-head.js';
import { chooseWays } from './choose-ways.js';
import { isFarFetched } from './far-fetched.js';
import { asCompound, type Formula } from './formula.js';
import { isCharacterCount, meanHeadAgreement } from './head-agreement.js';
import { areImplausible } from './implausible-members.js';
import { holdsMarks } from './marked-members.js';
import { marksShowHead } from './marks-show-head.js';
import { mayBeCarriedOut } from './may-be-carried-out.js';
import { type Candidate, labelsOf, type Proposal } from './member-draft.js';
import { proposeGroups } from './propose-groups.js';
import { splitPairs } from './split-pairs.js';
import { isToldCharacter } from './told-character.js';
import { isUsable } from './usable-members.js';
import { weighLink } from './weigh-link.js';

/** The least mean head agreement of pairs, of the members of a label set, of clauses that are more than running text. */
const LEAST_PAIRING = 0.7;
const LEAST_LABELLED = 0.85;

/**
 * Everything that might carry out the name at this place, weighed. Ways are tried from the surest on, and no more once one of them reaches
 * `decisive`.
 */
export function weighFormula(context: ArticleContext, formula: Formula, decisive: number): Candidate[] {
  if (!mayBeCarriedOut(context, formula)) return [];
  if (formula.pattern === 'compound') return weighGroups(context, formula);
  const candidates: Candidate[] = [];
  for (const propose of chooseWays(context.text, formula)) {
    for (const proposal of propose(context, formula)) {
      const candidate = weighProposal(context, formula, proposal);
      if (candidate === null || isFarFetched(formula, candidate)) continue;
      candidates.push(candidate);
    }
    if (candidates.some(({ score }) => score >= decisive)) return candidates;
  }
  if (formula.pattern !== 'paired' || candidates.length > 0) return candidates;
  return weighGroups(context, asCompound(formula));
}

/** What members of one noun of their own (专职调解员 …；兼职调解员 … of 三支力量) tell of the head. */
const SHARED_NOUN = 0.6;

/** Null where the members cannot be the formula's. */
function weighProposal(context: ArticleContext, formula: Formula, raw: Proposal): Candidate | null {
  if (!isUsable(context, formula, raw)) return null;
  const shared = calledByNoun(context.text, formula, raw);
  const proposal = shared ?? calledByHead(context.text, formula, raw);
  const labels = labelsOf(proposal);
  if ((proposal.parting !== null || proposal.kind === 'clauses') && holdsMarks(context.markStarts, labels)) return null;
  const told = isCharacterCount(formula) && labels.every((label) => isToldCharacter(context.text, label));
  const worded =
    told || marksShowHead(context.text, formula, proposal) ? 1 : meanHeadAgreement(context.text, formula, labels);
  const agreement = shared === null ? worded : Math.max(worded, SHARED_NOUN);
  if (areImplausible(context.text, formula, proposal, labels, agreement)) return null;
  if (formula.shape === 'labels' && (labels.length !== formula.declared || agreement < LEAST_LABELLED)) return null;
  if (formula.pattern !== 'paired') return weighLink(context, formula, proposal, labels, agreement);
  if (agreement < LEAST_PAIRING) return null;
  const paired = splitPairs(context.text, formula, proposal);
  return weighLink(context, formula, paired, labelsOf(paired), agreement);
}

/** The members of a doubtful compound (一策一码) stand beside it. */
const BESIDE = 12;

function weighGroups(context: ArticleContext, formula: Formula): Candidate[] {
  return proposeGroups(context, formula)
    .filter(({ proposal }) => proposal.kind === 'name' || isUsable(context, formula, proposal))
    .filter(({ proposal, agreement }) => !formula.idiom || proposal.distance <= BESIDE || agreement === 1)
    .map(({ proposal, agreement }) => weighLink(context, formula, proposal, labelsOf(proposal), agreement));
}
