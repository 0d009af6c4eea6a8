import { loadLinkWeights } from '../../resources/link-weights.js';
import type { ArticleContext } from './article-context.js';
import { median } from './fit-elements.js';
import type { Formula } from './formula.js';
import { isCharacterCount, meanHeadAgreement } from './head-agreement.js';
import type { Candidate, LinkKind, Proposal } from './member-draft.js';
import type { Separator } from './split-list.js';

/** The lines under the title (subtitle, office) belong to it within so many code units. */
const TITLE_BLOCK = 30;
/** Measure words of measures, principles, bodies; the others (家, 名, 张 …) count things and people. */
const COUNTS_PRACTICES = '个项条大种点类级步位色重';
const FUNCTION_EDGE = /^[的和与及等了着并也又就]|[的和与及并在把将]$/u;

/** Weighs one proposal by its features; the score is a log-odds sum. */
export function weighLink(
  context: ArticleContext,
  formula: Formula,
  proposal: Proposal,
  agreement?: number,
): Candidate {
  const features = listFeatures(context, formula, proposal, agreement);
  const weights = loadLinkWeights();
  let score = weights.get('bias') ?? 0;
  for (const [feature, value] of Object.entries(features)) score += (weights.get(feature) ?? 0) * value;
  return { formula, kind: proposal.kind, members: proposal.members, features, score, distance: proposal.distance };
}

/** Clauses and sentences that neither word the head nor match each other in length are the running text itself. */
export function isRunningText(text: string, formula: Formula, { kind, members, separator }: Proposal): boolean {
  if (separator !== 'comma' && separator !== 'sentence') return false;
  if (kind === 'cue' || kind === 'bracket') return false;
  const length = members[0]!.label.end - members[0]!.label.start;
  if (members.length >= 3 && members.every(({ label }) => label.end - label.start === length)) return false;
  return (
    meanHeadAgreement(
      text,
      formula,
      members.map((member) => member.label),
    ) < 0.3
  );
}

/** The candidate with one more feature, weighed anew. */
export function withFeature(candidate: Candidate, feature: string, value: number): Candidate {
  const score = candidate.score + (loadLinkWeights().get(feature) ?? 0) * value;
  return { ...candidate, features: { ...candidate.features, [feature]: value }, score };
}

function listFeatures(
  { text, sections, title, enumerations }: ArticleContext,
  formula: Formula,
  { kind, members, distance, separator, whole, enclosed }: Proposal,
  agreement?: number,
): Record<string, number> {
  const labels = members.map((member) => member.label);
  const lengths = labels.map((label) => label.end - label.start);
  const usual = median(lengths);
  const promised = isCharacterCount(formula) && sum(lengths) === formula.declared;
  const off = promised ? 0 : Math.abs(members.length - formula.declared);
  const inHeading = sections.some(
    ({ heading }) => heading.start <= formula.span.start && formula.span.start <= heading.end,
  );
  const features: Record<string, number> = { [`kind:${kind}`]: 1 };
  if (off === 0) {
    features['count-exact'] = 1;
    // Five of five agree by chance far less often than two of two.
    features['count-large'] = Math.max(0, Math.log2(members.length) - 1);
  } else features['count-off'] = off;
  features['head'] = agreement ?? meanHeadAgreement(text, formula, labels);
  if (separator !== undefined && separator !== 'enumeration') {
    const led = kind === 'cue' || kind === 'weak-cue' || kind === 'bracket';
    features[`${led ? 'led' : 'separator'}:${separator}`] = 1;
  }
  if (enclosed === true) features['enclosed'] = 1;
  if (members.length >= 3 && lengths.every((length) => length === lengths[0]))
    features['even'] = Math.log2(members.length) - 1;
  if (whole !== undefined) features[whole ? 'whole' : 'part'] = 1;
  features['parallel'] = parallelShare(labels.map((label) => text.slice(label.start, label.end)));
  if (off === 0 && isTight(kind, distance, separator, whole, inHeading)) features[`tight:${kind}`] = 1;
  if (formula.quoted) features['quoted'] = 1;
  if (formula.category !== null) features['category'] = 1;
  if (inHeading) features['heading'] = 1;
  const plain = !formula.quoted && formula.category === null && !inHeading && formula.groups.length === 1;
  if (plain) {
    if (formula.classifier === null) features['plain'] = 1;
    else if (COUNTS_PRACTICES.includes(formula.classifier)) features['amount'] = 1;
    else features['things'] = 1;
  }
  if (kind === 'article' || kind === 'headings' || kind === 'paragraphs') {
    const inTitle =
      title !== null && title.start <= formula.span.start && formula.span.start <= title.end + TITLE_BLOCK;
    if (inTitle) features['title'] = 1;
    if (kind === 'article' && isOutermost(enumerations, labels[0]!.start)) features['top'] = 1;
  }
  features['distance'] = Math.min(kind === 'article' ? 2 : 6, Math.log2(1 + Math.max(0, distance) / 20));
  features['uneven'] = Math.min(4, Math.max(0, Math.max(...lengths) / Math.max(1, usual) - 1.5));
  if (usual > 25) features['long'] = 1;
  const edges = labels.filter((label) => FUNCTION_EDGE.test(text.slice(label.start, label.end))).length;
  if (edges > 0) features['function-word'] = edges / labels.length;
  return features;
}

/** Nothing stands between the name and just as many members as it promises. */
function isTight(
  kind: LinkKind,
  distance: number,
  separator: Separator | undefined,
  whole: boolean | undefined,
  inHeading: boolean,
): boolean {
  if (kind === 'chain') return distance <= 3 || (inHeading && distance <= 60);
  if (separator !== 'enumeration' && separator !== 'quotes') return false;
  return whole === true && distance <= 8;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

/** Whether no other list holds the member that starts at `offset` in one of its own. */
function isOutermost(enumerations: ArticleContext['enumerations'], offset: number): boolean {
  let depth = 0;
  for (const { span } of enumerations) {
    if (span.start > offset) break;
    if (span.end > offset) depth++;
  }
  return depth <= 1;
}

/** How many of the wordings share the edge that most of them have: half for one character, half for two. */
function parallelShare(wordings: readonly string[]): number {
  return (shareOfEdge(wordings, 1) + shareOfEdge(wordings, 2)) / 2;
}

/** The share for edges of `length` characters; the edge most have is one of the first two wordings'. */
function shareOfEdge(wordings: readonly string[], length: number): number {
  let most = 0;
  for (const model of wordings.slice(0, 2)) {
    if (model.length <= length) continue;
    const start = model.slice(0, length);
    const end = model.slice(-length);
    let starts = 0;
    let ends = 0;
    for (const wording of wordings) {
      if (wording.length <= length) continue;
      if (wording.startsWith(start)) starts++;
      if (wording.endsWith(end)) ends++;
    }
    most = Math.max(most, starts, ends);
  }
  return most < 2 ? 0 : most / wordings.length;
}

/** Log-odds as a probability. */
export function confidenceOf(score: number): number {
  return 1 / (1 + Math.exp(-score));
}
