import { DIGIT, flagsAt, HAN, LATIN } from '../../language/characters.js';
import { type Span, spansOverlap } from '../../model/span.js';
import { parallelShare } from './alike-elements.js';
import type { ArticleContext } from './article-context.js';
import { opensOnly } from './called-by-head.js';
import type { Formula } from './formula.js';
import type { Candidate, LinkKind, Proposal } from './member-draft.js';

/**
 * Whether what was found is rather the text itself than a list: clauses that nothing but their place makes members of.
 * @param labels those of the proposal
 * @param agreement of the labels with what the formula counts
 */
export function areImplausible(
  text: string,
  formula: Formula,
  proposal: Proposal,
  labels: readonly Span[],
  agreement: number,
): boolean {
  return isRunningText(proposal, agreement) || isLoose(text, formula, proposal, labels, agreement);
}

/** Clauses and sentences that neither word the head nor match each other in length are the running text itself. */
function isRunningText({ kind, members, parting }: Proposal, agreement: number): boolean {
  if (parting === null || parting.separator === 'enumeration' || parting.separator === 'quotes') return false;
  if (parting.heads && parting.separator === 'semicolon') return false;
  if (kind === 'cue' || kind === 'bracket' || (kind === 'weak-cue' && parting.separator === 'semicolon')) return false;
  const length = members[0]!.label.end - members[0]!.label.start;
  if (members.length >= 3 && members.every(({ label }) => label.end - label.start === length)) return false;
  return agreement < LEAST_IN_RUNNING_TEXT;
}

const LEAST_IN_RUNNING_TEXT = 0.3;

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

/** Whether a list is too weakly tied to a name to carry it out, whatever else speaks for it. */
export function isFarFetched(formula: Formula, candidate: Candidate): boolean {
  return isIdiomInText(formula, candidate) || isFar(formula, candidate);
}

/** A fixed phrase (三农) names a set only where its members stand beside it or in the layout; clauses of the text hold its head by chance. */
function isIdiomInText({ idiom, category, declared }: Formula, { kind, features }: Candidate): boolean {
  if (!idiom || category !== null || !IN_RUNNING_TEXT.has(kind)) return false;
  // 业务与党务“两张皮”: the two it is said of.
  if (kind === 'before' && declared === 2) return true;
  return !features.some(([name]) => name.startsWith('tight:'));
}

const IN_RUNNING_TEXT: ReadonlySet<LinkKind> = new Set([
  'clauses',
  'following',
  'near',
  'before',
  'weak-cue',
  'quoted',
]);

/** Without a word of the head, only what stands right beside a name without quotes, measure word and method noun carries it out. */
function isFar(formula: Formula, { kind, features }: Candidate): boolean {
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
