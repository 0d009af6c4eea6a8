import { loadLinkWeights } from '../../resources/link-weights.js';
import { type ArticleContext, isInHeading } from './article-context.js';
import { median } from './fit-elements.js';
import type { Formula } from './formula.js';
import { isCharacterCount, meanHeadAgreement } from './head-agreement.js';
import type { Candidate, Feature, LinkKind, Proposal } from './member-draft.js';
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
  for (const feature of features) score += (weights.get(feature[0]) ?? 0) * feature[1];
  return { formula, kind: proposal.kind, members: proposal.members, features, score, distance: proposal.distance };
}

/** The value of a feature of a candidate; 0 where it lacks it. */
export function featureOf({ features }: Candidate, name: string): number {
  return features.find(([feature]) => feature === name)?.[1] ?? 0;
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
  return { ...candidate, features: [...candidate.features, [feature, value]], score };
}

const KINDS: readonly LinkKind[] = [
  'bracket',
  'cue',
  'weak-cue',
  'before',
  'near',
  'following',
  'chain',
  'section',
  'article',
  'steps',
  'quoted',
  'headings',
  'paragraphs',
  'clauses',
  'key-words',
  'groups',
  'name',
];
const KIND_FEATURES = Object.fromEntries(KINDS.map((kind) => [kind, `kind:${kind}`])) as Record<LinkKind, string>;
const TIGHT_FEATURES = Object.fromEntries(KINDS.map((kind) => [kind, `tight:${kind}`])) as Record<LinkKind, string>;

function listFeatures(
  context: ArticleContext,
  formula: Formula,
  { kind, members, distance, separator, whole, enclosed }: Proposal,
  agreement?: number,
): Feature[] {
  const { text, title, enumerations } = context;
  const labels = members.map((member) => member.label);
  const lengths = labels.map((label) => label.end - label.start);
  const usual = median(lengths);
  const promised = isCharacterCount(formula) && sum(lengths) === formula.declared;
  const off = promised ? 0 : Math.abs(members.length - formula.declared);
  const inHeading = isInHeading(context, formula.span);
  const features: Feature[] = [[KIND_FEATURES[kind], 1]];
  const add = (feature: string, value: number) => features.push([feature, value]);
  if (off === 0) {
    add('count-exact', 1);
    // Five of five agree by chance far less often than two of two.
    add('count-large', Math.max(0, Math.log2(members.length) - 1));
  } else add('count-off', off);
  add('head', agreement ?? meanHeadAgreement(text, formula, labels));
  if (separator !== undefined && separator !== 'enumeration') {
    const led = kind === 'cue' || kind === 'weak-cue' || kind === 'bracket';
    add(`${led ? 'led' : 'separator'}:${separator}`, 1);
  }
  if (enclosed === true) add('enclosed', 1);
  if (members.length >= 3 && lengths.every((length) => length === lengths[0]))
    add('even', Math.log2(members.length) - 1);
  if (whole !== undefined) add(whole ? 'whole' : 'part', 1);
  add('parallel', parallelShare(labels.map((label) => text.slice(label.start, label.end))));
  if (off === 0 && isTight(kind, distance, separator, whole, inHeading)) add(TIGHT_FEATURES[kind], 1);
  if (formula.quoted) add('quoted', 1);
  if (formula.category !== null) add('category', 1);
  if (inHeading) add('heading', 1);
  const plain = !formula.quoted && formula.category === null && !inHeading && formula.groups.length === 1;
  if (plain) {
    if (formula.classifier === null) add('plain', 1);
    else if (COUNTS_PRACTICES.includes(formula.classifier)) add('amount', 1);
    else add('things', 1);
  }
  if (kind === 'article' || kind === 'headings' || kind === 'paragraphs') {
    const inTitle =
      title !== null && title.start <= formula.span.start && formula.span.start <= title.end + TITLE_BLOCK;
    if (inTitle) add('title', 1);
    if (kind === 'article' && isOutermost(enumerations, labels[0]!.start)) add('top', 1);
  }
  add('distance', Math.min(kind === 'article' ? 2 : 6, Math.log2(1 + Math.max(0, distance) / 20)));
  add('uneven', Math.min(4, Math.max(0, Math.max(...lengths) / Math.max(1, usual) - 1.5)));
  if (usual > 25) add('long', 1);
  const edges = labels.filter((label) => FUNCTION_EDGE.test(text.slice(label.start, label.end))).length;
  if (edges > 0) add('function-word', edges / labels.length);
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
