import type { Span } from '../../model/span.js';
import { loadLinkWeights } from '../../resources/link-weights.js';
import type { ArticleContext } from './article-context.js';
import type { Formula } from './formula.js';
import { listFeatures } from './list-features.js';
import type { Candidate, Proposal } from './member-draft.js';

/**
 * Weighs one proposal by its features; the score is a log-odds sum.
 * @param labels those of its members
 * @param agreement of the members with what the formula counts
 */
export function weighLink(
  context: ArticleContext,
  formula: Formula,
  proposal: Proposal,
  labels: readonly Span[],
  agreement: number,
): Candidate {
  const features = listFeatures(context, formula, proposal, labels, agreement);
  const weights = loadLinkWeights();
  let score = weights.get('bias') ?? 0;
  for (const feature of features) score += (weights.get(feature[0]) ?? 0) * feature[1];
  return { formula, kind: proposal.kind, members: proposal.members, features, score, distance: proposal.distance };
}

/** The value of a feature of a candidate; 0 where it lacks it. */
export function featureOf({ features }: Candidate, name: string): number {
  return features.find(([feature]) => feature === name)?.[1] ?? 0;
}

/** The candidate with one more feature, weighed anew. */
export function withFeature(candidate: Candidate, feature: string, value: number): Candidate {
  const { formula, kind, members, distance } = candidate;
  const score = candidate.score + (loadLinkWeights().get(feature) ?? 0) * value;
  return { formula, kind, members, features: [...candidate.features, [feature, value]], score, distance };
}

/** Log-odds as a probability. */
export function confidenceOf(score: number): number {
  return 1 / (1 + Math.exp(-score));
}
