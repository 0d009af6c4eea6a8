import type {
  Decision,
  DropReason,
  ExplainedCandidate,
  ExplainedName,
  ExplainedPlace,
  Explanation,
  FeatureContribution,
  RejectedCandidate,
  RejectionReason,
} from '../../model/explanation.js';
import type { Framework, Mention } from '../../model/framework.js';
import type { Span } from '../../model/span.js';
import { loadLinkWeights } from '../../resources/link-weights.js';
import type { ArticleContext } from './article-context.js';
import { toMember } from './compose.js';
import type { Formula } from './formula.js';
import type { Link } from './link-frameworks.js';
import type { Candidate, Feature } from './member-draft.js';
import { DECISIVE_SCORE, MIN_SCORE, type NameEntry } from './name-entries.js';
import { confidenceOf } from './weigh-link.js';

/** How the names of one article were linked. */
export interface LinkTrace {
  readonly context: ArticleContext;
  readonly links: readonly Link[];
  readonly entries: readonly NameEntry[];
  /** The link that a candidate lost its members to. */
  readonly losses: ReadonlyMap<Candidate, Link>;
}

/** What a document's names came to be, for looking up from any of its articles. */
interface Results {
  readonly idOf: ReadonlyMap<Link, string>;
  /** Ids of frameworks by the keys of their names, and by their other names. */
  readonly byKey: ReadonlyMap<string, string>;
  readonly byAlias: ReadonlyMap<string, string>;
  /** The name of a mention by each of its places. */
  readonly mentions: ReadonlyMap<Span, string>;
}

interface Outcome {
  readonly decision: Decision;
  readonly reason: DropReason | null;
  readonly framework: string | null;
}

/** Tells of every name that was read what it came to be, what was weighed for it, and why the rest of that was rejected. */
export function explainLinks(
  traces: readonly LinkTrace[],
  frameworks: readonly Framework[],
  mentions: readonly Mention[],
): Explanation {
  const results = indexResults(traces, frameworks, mentions);
  return {
    threshold: MIN_SCORE,
    decisive: DECISIVE_SCORE,
    names: traces.flatMap((trace) => explainArticle(trace, results)),
  };
}

function indexResults(
  traces: readonly LinkTrace[],
  frameworks: readonly Framework[],
  mentions: readonly Mention[],
): Results {
  const bySpan = new Map<Span, Framework[]>();
  for (const framework of frameworks) {
    const there = bySpan.get(framework.span);
    if (there === undefined) bySpan.set(framework.span, [framework]);
    else there.push(framework);
  }
  const idOf = new Map<Link, string>();
  const byKey = new Map<string, string>();
  const byAlias = new Map<string, string>();
  for (const link of traces.flatMap(({ links }) => links)) {
    const { formula } = link.candidate;
    // The groups of a compound stand where the compound stands.
    const { id } = bySpan.get(formula.span)!.find(({ name }) => name === formula.name)!;
    idOf.set(link, id);
    for (const key of [link.entry.key, formula.key]) if (!byKey.has(key)) byKey.set(key, id);
    for (const alias of link.aliases) if (!byAlias.has(alias)) byAlias.set(alias, id);
  }
  const places = mentions.flatMap(({ name, occurrences }) => occurrences.map((span) => [span, name] as const));
  return { idOf, byKey, byAlias, mentions: new Map(places) };
}

function explainArticle(trace: LinkTrace, results: Results): ExplainedName[] {
  const linkOf = new Map(trace.links.map((link) => [link.entry, link]));
  return trace.entries
    .filter(({ formulas, candidates }) => formulas.length + candidates.length > 0)
    .map((entry) => explainName(trace, entry, linkOf.get(entry) ?? null, results))
    .sort((a, b) => a.places[0]!.span.start - b.places[0]!.span.start);
}

function explainName(trace: LinkTrace, entry: NameEntry, link: Link | null, results: Results): ExplainedName {
  const { context, losses } = trace;
  const { text, index } = context;
  const [first] = entry.formulas;
  const formula = link?.candidate.formula ?? first ?? entry.candidates[0]!.formula;
  // A group that is named only inside its compound stands where the compound does, which may be a mention.
  const mention = first === undefined ? null : (results.mentions.get(first.span) ?? null);
  const outcome = decide(entry, link, losses, results, mention !== null);
  const withdrawn = link === null && outcome.decision !== 'alias' ? findWinner(entry, losses) : null;
  return {
    name: link === null && mention !== null ? mention : formula.name,
    article: index,
    places: listPlaces(entry, link),
    ...outcome,
    chosen: link === null ? null : explainCandidate(text, link.candidate),
    rejected: entry.candidates
      .filter((candidate) => candidate !== link?.candidate)
      .map((candidate): RejectedCandidate => {
        const rival = losses.get(candidate)?.candidate.formula.name ?? null;
        const reason = candidate === withdrawn ? 'withdrawn' : rejectionOf(candidate, link, rival);
        return {
          ...explainCandidate(text, candidate),
          reason,
          lostTo: reason === 'members-taken' ? rival : null,
        };
      }),
  };
}

/** The candidate that was linked first, whatever was made of the link afterwards. */
function findWinner({ candidates }: NameEntry, losses: LinkTrace['losses']): Candidate | null {
  return candidates.find((candidate) => candidate.score >= MIN_SCORE && !losses.has(candidate)) ?? null;
}

/** A group that is named only inside its compound stands where the compound stands. */
function listPlaces(entry: NameEntry, link: Link | null): ExplainedPlace[] {
  const formulas: Formula[] = [...entry.formulas];
  if (formulas.length === 0) formulas.push(...entry.candidates.map(({ formula }) => formula));
  if (link !== null) formulas.push(link.candidate.formula);
  const places = new Map<number, ExplainedPlace>();
  for (const { span, rule } of formulas) if (!places.has(span.start)) places.set(span.start, { span, rule });
  return [...places.values()].sort((a, b) => a.span.start - b.span.start);
}

function decide(
  entry: NameEntry,
  link: Link | null,
  losses: LinkTrace['losses'],
  { idOf, byKey, byAlias }: Results,
  mentioned: boolean,
): Outcome {
  if (link !== null) return { decision: 'framework', reason: null, framework: idOf.get(link)! };
  const [best] = entry.candidates;
  const rival = best === undefined ? undefined : losses.get(best);
  const other = rival === undefined ? undefined : idOf.get(rival);
  if (other !== undefined && rival!.aliases.includes(best!.formula.name)) {
    return { decision: 'alias', reason: null, framework: other };
  }
  if (mentioned) return { decision: 'mention', reason: null, framework: null };
  const [first] = entry.formulas;
  const elsewhere = byKey.get(entry.key) ?? byAlias.get(first?.name ?? '') ?? null;
  if (elsewhere !== null) return { decision: 'dropped', reason: 'named-elsewhere', framework: elsewhere };
  return { decision: 'dropped', reason: first === undefined ? 'compound-group' : 'no-name', framework: null };
}

function rejectionOf(candidate: Candidate, link: Link | null, rival: string | null): RejectionReason {
  if (link !== null && hasSameMembers(candidate, link.candidate)) return 'same-members';
  if (candidate.score < MIN_SCORE) return 'low-score';
  if (rival !== null) return 'members-taken';
  return 'outscored';
}

function hasSameMembers(a: Candidate, b: Candidate): boolean {
  if (a.members.length !== b.members.length) return false;
  return a.members.every(({ label }, i) => {
    const other = b.members[i]!.label;
    return label.start === other.start && label.end === other.end;
  });
}

function explainCandidate(text: string, candidate: Candidate): ExplainedCandidate {
  const { formula, kind, members, features, score } = candidate;
  return {
    kind,
    span: formula.span,
    members: members.map((member, i) => {
      const { label, pair, span } = toMember(text, member, i);
      return { label, pair, span };
    }),
    features: [explainFeature(['bias', 1]), ...features.map(explainFeature)],
    score,
    confidence: confidenceOf(score),
  };
}

function explainFeature([feature, value]: Feature): FeatureContribution {
  const weight = loadLinkWeights().get(feature) ?? 0;
  return { feature, value, weight, contribution: weight * value };
}
