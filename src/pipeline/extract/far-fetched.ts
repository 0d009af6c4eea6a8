import type { Formula } from './formula.js';
import type { Candidate, LinkKind } from './member-draft.js';

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
