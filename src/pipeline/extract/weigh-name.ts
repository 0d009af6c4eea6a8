import { flagsAt, NEWLINE, SENTENCE_END } from '../../language/characters.js';
import { holdsSentenceEnd } from '../../language/clauses.js';
import { type ArticleContext, isInHeading } from './article-context.js';
import { calledByHead, calledByNoun } from './called-by-head.js';
import { chooseWays } from './choose-ways.js';
import { asCompound, type Formula } from './formula.js';
import { isCharacterCount, meanHeadAgreement } from './head-agreement.js';
import { areImplausible, isFarFetched, isUsable } from './implausible-members.js';
import { holdsMarks } from './marked-members.js';
import { type Candidate, type LinkKind, labelsOf, type Proposal } from './member-draft.js';
import { proposeGroups } from './propose-groups.js';
import { splitPairs } from './split-pairs.js';
import { isToldCharacter } from './told-character.js';
import { weighLink } from './weigh-link.js';

/** The least mean head agreement of pairs, and of the members of a label set. */
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

/** 社区、物业、业委会、代表面对面 behind “四方会谈”: the parties that a number of sides counts. */
function areParties({ groups, declared, quoted }: Formula, { parting, members }: Proposal): boolean {
  const sides = groups.length === 1 && groups[0]!.head?.startsWith('方') === true && quoted;
  return sides && parting?.separator === 'enumeration' && members.length === declared && declared > 2;
}

const PARTIES = 0.5;

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
  const agreement = Math.max(worded, shared === null ? 0 : SHARED_NOUN, areParties(formula, proposal) ? PARTIES : 0);
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

/** 第一步 … of 三步, 一方面 … 另一方面 of 两个方面, 一手 … of 两手: the marks word what is counted. */
function marksShowHead(text: string, { pattern, groups, classifier }: Formula, { kind, members }: Proposal): boolean {
  if (pattern !== 'counted' || !NUMBERED.has(kind)) return false;
  const head = groups[0]?.head ?? '';
  const word = head === '方面' ? head : (classifier ?? head.slice(0, kind === 'steps' ? 1 : 2));
  if (word === '' || word.length > 2 || word === '个' || word === '大') return false;
  return members.every(({ label }) => {
    const from = Math.max(0, label.start - MARK_REACH);
    for (
      let at = text.lastIndexOf(word, label.start - word.length);
      at >= from;
      at = at === 0 ? -1 : text.lastIndexOf(word, at - 1)
    ) {
      if (holdsSentenceEnd(text, at, label.start)) return false;
      if (text.charAt(at - 1) === '一' || text.charAt(at - 2) === '第' || text.charAt(at - 3) === '第') return true;
    }
    return false;
  });
}

const NUMBERED: ReadonlySet<LinkKind> = new Set(['chain', 'section', 'article', 'steps']);
/** The word that a member is called by stands so close behind its mark. */
const MARK_REACH = 24;

/**
 * Whether it pays to look for members at all: a name in quotes, with a method noun, of several numbers or in a heading always; any other
 * counted phrase (三个工作组, 两位老人) only where a list or a list's lead-in touches it.
 */
function mayBeCarriedOut(context: ArticleContext, formula: Formula): boolean {
  if (formula.quoted || formula.category !== null || formula.pattern !== 'counted' || formula.shape === 'labels')
    return true;
  const { text } = context;
  const { start, end } = formula.span;
  const before = text.slice(Math.max(lastClauseEnd(text, start), start - BEFORE_REACH), start);
  if (/[、和与及同]/u.test(before) || (formula.declared > 2 && ENDS_IN_SHORT_CLAUSES.test(before))) return true;
  if (
    /[:：(（—即是指为有,，、。]|分别|包括/u.test(text.slice(end, end + 4)) ||
    /[:：]/u.test(text.slice(end, end + 16))
  )
    return true;
  return isInHeading(context, formula.span);
}

/** A list before a name is looked for so many code units back. */
const BEFORE_REACH = 80;

/** …停车难，办证慢，融资贵|三个问题 */
const ENDS_IN_SHORT_CLAUSES = /[，,][^，,]{1,16}[，,][^，,]{1,16}$/u;

function lastClauseEnd(text: string, from: number): number {
  let i = from;
  while (i > 0 && from - i < BEFORE_REACH && (flagsAt(text, i - 1) & (SENTENCE_END | NEWLINE)) === 0) i--;
  return i;
}
