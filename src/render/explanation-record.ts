import type {
  Decision,
  DropReason,
  ExplainedCandidate,
  ExplainedMember,
  ExplainedName,
  Explanation,
  FeatureContribution,
  NameRule,
  RejectionReason,
} from '../model/explanation.js';
import type { Grounding } from './grounding.js';
import type { PositionRecord } from './text-positions.js';

export interface ExplainedMemberRecord {
  readonly label: string;
  readonly pair: string | null;
  readonly span: PositionRecord;
}

/** An enumeration that was weighed for a name, as JSON shows it. */
export interface ExplainedCandidateRecord {
  readonly kind: string;
  /** The place of the name it was weighed from. */
  readonly span: PositionRecord;
  readonly members: readonly ExplainedMemberRecord[];
  readonly features: readonly FeatureContribution[];
  readonly score: number;
  readonly confidence: number;
}

export interface RejectedCandidateRecord extends ExplainedCandidateRecord {
  readonly reason: RejectionReason;
  readonly lostTo: string | null;
}

export interface ExplainedNameRecord {
  readonly name: string;
  readonly article: number | null;
  readonly places: readonly { readonly rule: NameRule; readonly span: PositionRecord; readonly quote: string }[];
  readonly decision: Decision;
  readonly reason: DropReason | null;
  readonly framework: string | null;
  readonly chosen: ExplainedCandidateRecord | null;
  readonly rejected: readonly RejectedCandidateRecord[];
}

/** Why the names of a document are what they are. Positions are code points of the source text. */
export interface ExplanationRecord {
  readonly threshold: number;
  readonly decisive: number;
  readonly names: readonly ExplainedNameRecord[];
}

export function toExplanationRecord(explanation: Explanation, ground: Grounding): ExplanationRecord {
  const { threshold, decisive, names } = explanation;
  return { threshold, decisive, names: names.map((name) => toNameRecord(name, ground)) };
}

function toNameRecord(explained: ExplainedName, ground: Grounding): ExplainedNameRecord {
  const { name, article, places, decision, reason, framework, chosen, rejected } = explained;
  return {
    name,
    article,
    places: places.map(({ rule, span }) => ({ rule, span: ground.locate(span), quote: ground.quote(span) })),
    decision,
    reason,
    framework,
    chosen: chosen === null ? null : toCandidateRecord(chosen, ground),
    rejected: rejected.map((candidate) => ({
      ...toCandidateRecord(candidate, ground),
      reason: candidate.reason,
      lostTo: candidate.lostTo,
    })),
  };
}

function toCandidateRecord(candidate: ExplainedCandidate, ground: Grounding): ExplainedCandidateRecord {
  return {
    kind: candidate.kind,
    span: ground.locate(candidate.span),
    members: candidate.members.map(
      ({ label, pair, span }: ExplainedMember): ExplainedMemberRecord => ({ label, pair, span: ground.locate(span) }),
    ),
    features: candidate.features.map(({ feature, value, weight, contribution }) => ({
      feature,
      value: round(value),
      weight: round(weight),
      contribution: round(contribution),
    })),
    score: round(candidate.score),
    confidence: roundConfidence(candidate.confidence),
  };
}

/** To four places, and without a sign before 0. */
function round(value: number): number {
  return Math.round(value * 10_000) / 10_000 + 0;
}

/** The two places with which results show how sure the program is. */
export function roundConfidence(confidence: number): number {
  return Math.round(confidence * 100) / 100;
}
