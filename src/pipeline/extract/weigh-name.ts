import {
  CLOSE_QUOTE,
  DIGIT,
  flagsAt,
  HAN,
  LATIN,
  NEWLINE,
  OPEN_QUOTE,
  SENTENCE_END,
} from '../../language/characters.js';
import { type Span, spansOverlap } from '../../model/span.js';
import { type ArticleContext, isInHeading } from './article-context.js';
import { calledByHead, calledByNoun, opensOnly } from './called-by-head.js';
import { asCompound, type Formula } from './formula.js';
import { isCharacterCount, meanHeadAgreement } from './head-agreement.js';
import { holdsMarks } from './marked-members.js';
import type { Candidate, LinkKind, Proposal } from './member-draft.js';
import { proposeChains } from './propose-chains.js';
import { proposeClauses } from './propose-clauses.js';
import { proposeGroups } from './propose-groups.js';
import { proposeInName } from './propose-in-name.js';
import { INLINE_WAYS } from './propose-inline.js';
import { proposeLaterLists } from './propose-later-lists.js';
import { proposeLayout } from './propose-layout.js';
import { proposePairs } from './propose-pairs.js';
import { splitPairs } from './split-pairs.js';
import { isToldCharacter } from './told-character.js';
import { parallelShare, weighLink } from './weigh-link.js';

const [proposeAnnounced, proposeBefore, proposeFollowing] = INLINE_WAYS;
/** Where members stand, the surest first. */
const WAYS = [
  proposeInName,
  proposeAnnounced,
  proposeBefore,
  proposeChains,
  proposeFollowing,
  proposeLayout,
  proposeClauses,
  proposePairs,
  proposeLaterLists,
];

/** Looks for members around a name. */
export type Way = (typeof WAYS)[number];

/** The least mean head agreement of pairs, of the members of a label set, of clauses that are more than running text. */
const LEAST_PAIRING = 0.7;
const LEAST_LABELLED = 0.85;
const LEAST_IN_RUNNING_TEXT = 0.3;

/**
 * Everything that might carry out the name at this place, weighed. Ways are tried from the surest on, and no more once one of them reaches
 * `decisive`.
 */
export function weighFormula(context: ArticleContext, formula: Formula, decisive: number): Candidate[] {
  if (!mayBeCarriedOut(context, formula)) return [];
  if (formula.pattern === 'compound') return weighGroups(context, formula);
  const candidates: Candidate[] = [];
  for (const propose of waysFor(context.text, formula)) {
    for (const proposal of propose(context, formula)) {
      const candidate = weighProposal(context, formula, proposal);
      if (candidate === null || !mayCarryOut(formula, candidate) || isFarFetched(formula, candidate)) continue;
      candidates.push(candidate);
    }
    if (candidates.some(({ score }) => score >= decisive)) return candidates;
  }
  if (formula.pattern !== 'paired' || candidates.length > 0) return candidates;
  return weighGroups(context, asCompound(formula));
}

/** A fixed phrase (三农) names a set only where its members stand beside it or in the layout; clauses of the text hold its head by chance. */
function mayCarryOut({ idiom, category, declared }: Formula, { kind, features }: Candidate): boolean {
  if (!idiom || category !== null || !IN_RUNNING_TEXT.has(kind)) return true;
  // 业务与党务“两张皮”: the two it is said of.
  if (kind === 'before' && declared === 2) return false;
  return features.some(([name]) => name.startsWith('tight:'));
}

const IN_RUNNING_TEXT: ReadonlySet<LinkKind> = new Set([
  'clauses',
  'following',
  'near',
  'before',
  'weak-cue',
  'quoted',
]);

/** 上述三个方面 was told before; what is opposed (反对“两张皮”) is told, if at all, right behind its name. */
function waysFor(text: string, { span, quoted }: Formula): readonly Way[] {
  const last = text.charAt(span.start - 1);
  if (last === '述' || last === '上' || last === '面') {
    if (/(?:上述|以上|上面)$/u.test(text.slice(Math.max(0, span.start - 2), span.start))) return [proposeBefore];
  }
  if (DOCTRINE.test(text.slice(span.end, span.end + 8))) return [proposeInName, proposeAnnounced, proposeBefore];
  if (!quoted) return WAYS;
  const opposed = OPPOSED.test(text.slice(Math.max(0, span.start - OPPOSED_REACH), span.start));
  return opposed ? [proposeInName, proposeAnnounced] : isInRow(text, span) ? WAYS_IN_ROW : WAYS;
}

/** 关于三个世界的理论, “三个代表”重要思想: a teaching that is cited is not told in what follows. */
const DOCTRINE = /^的?(?:重要)?(?:理论|思想|学说|论断|论述|指示)/u;

/** 反对搞“一言堂”、“两张皮”: what stands before such a name in its clause, rows of others included. */
const OPPOSED = /(?:反对|制造|鼓吹|搞)[^，,。；;的]{0,2}(?:[“「][^”」]*[”」]、?)*$/u;
const OPPOSED_REACH = 40;

/** “三会”、“五评”、“六送”: a name among others in quotes, what stands beside which is no list of its members. */
export function isInRow(text: string, { start, end }: Span): boolean {
  return (
    (text.charAt(end) === '、' && (flagsAt(text, end + 1) & OPEN_QUOTE) !== 0) ||
    (text.charAt(start - 1) === '、' && (flagsAt(text, start - 2) & CLOSE_QUOTE) !== 0)
  );
}

const WAYS_IN_ROW = WAYS.filter((way) => way !== proposeAnnounced && way !== proposeBefore);

/** Without a word of the head, only what stands right beside a name without quotes, measure word and method noun carries it out. */
function isFarFetched(formula: Formula, { kind, features }: Candidate): boolean {
  const { quoted, category, classifier, pattern } = formula;
  if (pattern !== 'counted' || !FAR_KINDS.has(kind)) return false;
  const value = (name: string) => features.find(([feature]) => feature === name)?.[1] ?? 0;
  const plain = !quoted && category === null && classifier === null;
  if (value('head') >= (plain ? 0.7 : 0.3) || value(`tight:${kind}`) === 1 || value('heading') === 1) return false;
  if (value('heads') === 1) return false;
  // 讲学习、讲政治、讲正气 behind “三个代表”: words with a head of their own are another set.
  if (
    kind === 'following' &&
    value('head') === 0 &&
    value('parallel') >= 0.5 &&
    value('even') > 0 &&
    value('distance') > 0.6
  )
    return true;
  // “晨堵、夜寻、集日访” in one quote is what the sentence before counts.
  if (value('enclosed') === 1 && value('distance') <= 1) return false;
  // Four or more clauses of one length are a list wherever they stand near.
  if (value('even') >= 1 && value('distance') <= 1.2) return false;
  if (kind === 'following') return value('distance') > 0.5;
  return plain;
}

const FAR_KINDS: ReadonlySet<LinkKind> = new Set(['following', 'near', 'clauses', 'paragraphs', 'article']);

/** 第一步 … of 三步, 一方面 … 另一方面 of 两个方面, 一手 … of 两手: the marks word what is counted. */
function marksShowHead(text: string, { pattern, groups, classifier }: Formula, { kind, members }: Proposal): boolean {
  if (pattern !== 'counted' || !NUMBERED.has(kind)) return false;
  const head = groups[0]?.head ?? '';
  const word = head === '方面' ? head : (classifier ?? head.slice(0, kind === 'steps' ? 1 : 2));
  if (word === '' || word.length > 2 || word === '个' || word === '大') return false;
  return members.every(({ label }) => {
    const before = text.slice(Math.max(0, label.start - MARK_REACH), label.start).replace(/^.*[。；;\n]/su, '');
    return new RegExp(`一${word}|第.{1,2}${word}`, 'u').test(before);
  });
}

const NUMBERED: ReadonlySet<LinkKind> = new Set(['chain', 'section', 'article', 'steps']);
/** The word that a member is called by stands so close behind its mark. */
const MARK_REACH = 24;

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
  if (isRunningText(proposal, agreement) || isLoose(context.text, formula, proposal, labels, agreement)) return null;
  if (formula.shape === 'labels' && (labels.length !== formula.declared || agreement < LEAST_LABELLED)) return null;
  if (formula.pattern !== 'paired') return weighLink(context, formula, proposal, labels, agreement);
  if (agreement < LEAST_PAIRING) return null;
  const paired = splitPairs(context.text, formula, proposal);
  return weighLink(context, formula, paired, labelsOf(paired), agreement);
}

export function labelsOf({ members }: Proposal): Span[] {
  return members.map((member) => member.label);
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
  const before = text.slice(Math.max(lastClauseEnd(text, start), start - BEFORE_REACH), start);
  if (/[、和与及同]/u.test(before) || (formula.declared > 2 && ENDS_IN_SHORT_CLAUSES.test(before))) return true;
  if (
    /[:：(（—即是指为有,，、。]|分别|包括/u.test(text.slice(end, end + 4)) ||
    /[:：]/u.test(text.slice(end, end + 16))
  )
    return true;
  return isInHeading(context, formula.span);
}

/** …停车难，办证慢，融资贵|三个问题 */
const ENDS_IN_SHORT_CLAUSES = /[，,][^，,]{1,16}[，,][^，,]{1,16}$/u;

function lastClauseEnd(text: string, from: number): number {
  let i = from;
  while (i > 0 && from - i < BEFORE_REACH && (flagsAt(text, i - 1) & (SENTENCE_END | NEWLINE)) === 0) i--;
  return i;
}

/** The members of a doubtful compound (一策一码) stand beside it. */
const BESIDE = 12;

function weighGroups(context: ArticleContext, formula: Formula): Candidate[] {
  return proposeGroups(context, formula)
    .filter(({ proposal }) => proposal.kind === 'name' || isUsable(context, formula, proposal))
    .filter(({ proposal, agreement }) => !formula.idiom || proposal.distance <= BESIDE || agreement === 1)
    .map(({ proposal, agreement }) => weighLink(context, formula, proposal, labelsOf(proposal), agreement));
}

/** Members that overlap the name itself are no members. */
export function isUsable({ text, leadEnd }: ArticleContext, formula: Formula, { members, kind }: Proposal): boolean {
  if (members.length < 2) return false;
  if (kind === 'article' && formula.span.start >= leadEnd) return false;
  const { name, nameSpan } = formula;
  // A list one of whose members names the set does not carry it out: that member does.
  const nameTells = formula.pattern !== 'compound';
  if (members.some(({ label }) => !holdsWord(text, label))) return false;
  if (members.some(({ label }) => isNoMember(text.slice(label.start, label.end)))) return false;
  if (nameTells && kind === 'before' && areAmounts(text, members)) return false;
  for (const { label } of members) {
    if (label.end <= label.start || (kind !== 'in-name' && spansOverlap(label, nameSpan))) return false;
    if (nameTells && label.end - label.start >= name.length && namesItself(text.slice(label.start, label.end), name))
      return false;
  }
  return true;
}

/** 全乡6座水库、14座山塘的“三个责任人”: amounts of things are what the name is about. */
function areAmounts(text: string, members: Proposal['members']): boolean {
  return members.filter(({ label }) => AMOUNT_OF_THINGS.test(text.slice(label.start, label.end))).length >= 2;
}

const AMOUNT_OF_THINGS = /^[\u4e00-\u9fff]{0,2}\d{1,6}(?:余|多)?[座处户家名人个台辆条](?!.*[，,])/u;

/** 另一手 only opens a member; 4.66% is a figure. */
function isNoMember(wording: string): boolean {
  return opensOnly(wording) || /^[\d.．,，]+(?:[%％‰元]|万元|亿元|个百分点)?$/u.test(wording);
}

/** Whether more than signs stand in a stretch. */
function holdsWord(text: string, { start, end }: Span): boolean {
  for (let i = start; i < end; i++) if (flagsAt(text, i) & (HAN | LATIN | DIGIT)) return true;
  return false;
}

/** Whether a wording holds the name (第三道防线 does not hold 三道防线). */
function namesItself(wording: string, name: string): boolean {
  const at = wording.indexOf(name);
  return at >= 0 && wording.charAt(at - 1) !== '第';
}

/**
 * Clauses around a name that merely hold a character of its head (协调推进“四个全面” beside clauses with 全面) tell nothing: they must be built
 * alike, with one edge or one length in common.
 */
function isLoose(
  text: string,
  formula: Formula,
  { kind, parting, distance }: Proposal,
  labels: readonly Span[],
  agreement: number,
): boolean {
  if (formula.pattern !== 'counted') return false;
  const clauses =
    kind === 'clauses' ||
    (parting?.separator === 'comma' && (kind === 'before' || kind === 'near' || kind === 'following'));
  if (!clauses) return false;
  const adjoining = labels.every(({ start }, i) => i === 0 || start - labels[i - 1]!.end <= ADJOINING);
  if (adjoining && distance <= NEAR && agreement >= 0.8) return false;
  const length = labels[0]!.end - labels[0]!.start;
  return parallelShare(text, labels) < LEAST_PARALLEL && labels.some(({ start, end }) => end - start !== length);
}

const LEAST_PARALLEL = 0.4;
/** Code units between clauses in a row, and between a name and the first of them. */
const ADJOINING = 3;
const NEAR = 8;

/** Clauses and sentences that neither word the head nor match each other in length are the running text itself. */
function isRunningText({ kind, members, parting }: Proposal, agreement: number): boolean {
  if (parting === null || parting.separator === 'enumeration' || parting.separator === 'quotes') return false;
  if (parting.heads && parting.separator === 'semicolon') return false;
  if (kind === 'cue' || kind === 'bracket' || (kind === 'weak-cue' && parting.separator === 'semicolon')) return false;
  const length = members[0]!.label.end - members[0]!.label.start;
  if (members.length >= 3 && members.every(({ label }) => label.end - label.start === length)) return false;
  return agreement < LEAST_IN_RUNNING_TEXT;
}
