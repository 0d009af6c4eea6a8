import type { Span } from '../../model/span.js';
import type { Formula } from './formula.js';
import type { Proposal } from './member-draft.js';
import { parallelShare } from './parallel-share.js';

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
