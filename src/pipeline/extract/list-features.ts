import { trimBlanksBefore } from '../../language/characters.js';
import type { Span } from '../../model/span.js';
import { loadContextWords } from '../../resources/context-words.js';
import { loadFrameworkRules } from '../../resources/framework-rules.js';
import { median, parallelShare } from './alike-elements.js';
import { type ArticleContext, isInHeading } from './article-context.js';
import type { Formula } from './formula.js';
import { isCharacterCount } from './head-agreement.js';
import type { Feature, LinkKind, Proposal } from './member-draft.js';
import type { Separator } from './split-list.js';

/** The lines under the title (subtitle, office) belong to it within so many code units. */
const TITLE_BLOCK = 30;
/** Members of more characters are sentences rather than labels. */
const LONG_MEMBER = 25;
/** A member that begins or ends so was cut out of a sentence at the wrong place. */
const FUNCTION_STARTS = '的和与及等了着并也又就';
const FUNCTION_ENDS = '的和与及并在把将为向对';

/** The features of each kind and separator by name, put together once. */
const KINDS: readonly LinkKind[] = [
  'in-name',
  'bracket',
  'cue',
  'weak-cue',
  'before',
  'pair',
  'near',
  'following',
  'later',
  'chain',
  'section',
  'article',
  'steps',
  'quoted',
  'headings',
  'paragraphs',
  'terms',
  'clauses',
  'key-words',
  'groups',
  'name',
];
const KIND_FEATURES = prefixed('kind', KINDS);
const TIGHT_FEATURES = prefixed('tight', KINDS);
const SEPARATORS: readonly Separator[] = ['enumeration', 'comma', 'semicolon', 'sentence', 'quotes'];
const SEPARATOR_FEATURES = prefixed('separator', SEPARATORS);
const LED_FEATURES = prefixed('led', SEPARATORS);

function prefixed<T extends string>(prefix: string, values: readonly T[]): Record<T, string> {
  return Object.fromEntries(values.map((value) => [value, `${prefix}:${value}`])) as Record<T, string>;
}

/**
 * What is observed of a proposal, each with its value; what counts is weighed by `link-weights.tsv`.
 * @param labels those of its members
 * @param agreement of the members with what the formula counts
 */
export function listFeatures(
  context: ArticleContext,
  formula: Formula,
  proposal: Proposal,
  labels: readonly Span[],
  agreement: number,
): Feature[] {
  const features: Feature[] = [
    [KIND_FEATURES[proposal.kind], 1],
    ['head', agreement],
  ];
  if (formula.pattern === 'paired') features.push(['paired', 1]);
  addCount(features, context, formula, labels, proposal);
  addForm(features, context.text, labels, proposal);
  addName(features, context, formula);
  addPlace(features, context, formula, proposal);
  return features;
}

/** As many as promised? */
function addCount(
  features: Feature[],
  { text, span, cutShort }: ArticleContext,
  formula: Formula,
  labels: readonly Span[],
  proposal: Proposal,
): void {
  const off = missedBy(formula, labels);
  if (off > 0) {
    features.push(['count-off', off]);
    const promised = formula.quoted || formula.category !== null;
    if (cutShort && promised && labels.length < formula.declared && labels.length * 3 >= formula.declared) {
      const body = proposal.members.at(-1)!.body;
      if (body !== null && text.slice(body.end, span.end).trim() === '') features.push(['cut-short', 1]);
    }
    if (labels.length < formula.declared && text.charAt(labels.at(-1)!.end) === '等') features.push(['open-end', 1]);
    const { kind, distance, parting } = proposal;
    const beside = (kind === 'cue' || kind === 'bracket') && distance <= 2 && parting?.whole === true;
    // One too few may be two members joined by 和, which another reading parts.
    const joined = labels.length < formula.declared && /[和与及并]/u.test(wordingOf(text, labels.at(-1)!));
    if (off === 1 && beside && parting.separator === 'enumeration' && !joined) features.push(['miscounted', 1]);
    return;
  }
  if (isCharacterCount(formula)) features.push(['characters-exact', 1]);
  // Five of five agree by chance far less often than two of two.
  features.push(['count-exact', 1], ['count-large', Math.max(0, Math.log2(labels.length) - 1)]);
}

function wordingOf(text: string, { start, end }: Span): string {
  return text.slice(start, end);
}

function missedBy(formula: Formula, labels: readonly Span[]): number {
  if (isCharacterCount(formula)) {
    const characters = labels.reduce((total, { start, end }) => total + end - start, 0);
    if (characters === formula.declared) return 0;
  }
  return Math.abs(labels.length - formula.declared);
}

/** What parts the members, and how alike they are. */
function addForm(features: Feature[], text: string, labels: readonly Span[], proposal: Proposal): void {
  const { kind, parting } = proposal;
  if (parting !== null) {
    if (parting.separator !== 'enumeration') features.push([separatorFeature(kind, parting.separator), 1]);
    if (parting.enclosed) features.push(['enclosed', 1]);
    features.push([parting.whole ? 'whole' : 'part', 1]);
    if (parting.heads && isListBelow(parting.separator, labels.length)) features.push(['heads', 1]);
  }
  const lengths = labels.map(({ start, end }) => end - start);
  const usual = median(lengths);
  const longest = lengths.reduce((most, length) => Math.max(most, length), 0);
  if (labels.length >= 3 && lengths.every((length) => length === longest)) {
    features.push(['even', Math.log2(labels.length) - 1]);
    // 春天清边沟，夏天保畅通，秋天补坑槽，…: that as many clauses as promised have one length is no chance.
    if (parting?.separator === 'comma' && kind === 'following' && proposal.distance <= 3)
      features.push(['even-clauses', 1]);
  }
  features.push(['parallel', parallelShare(text, labels)]);
  const shortest = lengths.reduce((least, length) => Math.min(least, length), longest);
  const ratio = Math.max(longest / Math.max(1, usual), usual / Math.max(1, shortest));
  features.push(['uneven', Math.min(4, Math.max(0, ratio - 1.5))]);
  if (usual > LONG_MEMBER) features.push(['long', 1]);
  const edges = labels.filter((label) => hasFunctionWordEdge(text, label)).length;
  if (edges > 0) features.push(['function-word', edges / labels.length]);
}

/** Parted by semicolons, or three or more quotes in a row: what a heading announces, whether or not it words the head. */
function isListBelow(separator: Separator, count: number): boolean {
  return separator === 'semicolon' || (separator === 'quotes' && count >= 3);
}

/** How the name is dressed. */
function addName(features: Feature[], context: ArticleContext, formula: Formula): void {
  const inHeading = isInHeading(context, formula.span);
  if (formula.quoted) features.push(['quoted', 1]);
  if (formula.category !== null) features.push(['category', 1]);
  if (inHeading) features.push(['heading', 1]);
  if (formula.quoted || formula.category !== null || inHeading || formula.groups.length > 1) return;
  if (formula.classifier === null) {
    features.push(['plain', 1]);
    return;
  }
  const counted = loadFrameworkRules().counted.get(formula.classifier) ?? 'either';
  if (counted !== 'either') features.push([counted === 'practices' ? 'amount' : 'things', 1]);
}

/** How the members stand to the name. */
function addPlace(features: Feature[], context: ArticleContext, formula: Formula, proposal: Proposal): void {
  const { kind, distance, members } = proposal;
  const most = kind === 'article' ? 2 : 6;
  features.push(['distance', Math.min(most, Math.log2(1 + Math.max(0, distance) / 20))]);
  const has = (feature: string) => features.some(([name]) => name === feature);
  const tight = isTight(proposal, isInHeading(context, formula.span), has('even'));
  // 中央、省两级管理, 绿、蓝、黄、红四色: what stands right before the levels, the colours are they.
  const measure = formula.groups[0]?.head?.charAt(0) ?? '';
  const countsItself = loadFrameworkRules().classifiers.get(measure) === true;
  if (kind === 'before' && distance === 0 && countsItself && formula.groups.length === 1 && has('count-exact'))
    features.push(['levels', 1]);
  const named = kind === 'near' && has('count-exact') && isCalledSo(context.text, formula);
  if (named) features.push(['called', 1]);
  if (has('count-exact') && tight) features.push([TIGHT_FEATURES[kind], 1]);
  if (kind !== 'article' && kind !== 'section' && kind !== 'headings' && kind !== 'paragraphs') return;
  const { title, enumerations } = context;
  const { start } = formula.span;
  if (title !== null && title.start <= start && start <= title.end + TITLE_BLOCK) features.push(['title', 1]);
  if (kind === 'article' && isOutermost(enumerations, members[0]!.label.start)) features.push(['top', 1]);
}

/** 被群众称作“三段式”: a name for what was told before. */
function isCalledSo(text: string, { span, quoted }: Formula): boolean {
  const before = trimBlanksBefore(text, span.start);
  return quoted && loadContextWords().naming.longestAt(text, before) !== null;
}

function separatorFeature(kind: LinkKind, separator: Separator): string {
  const isLed = kind === 'cue' || kind === 'weak-cue' || kind === 'bracket';
  return isLed ? LED_FEATURES[separator] : SEPARATOR_FEATURES[separator];
}

/** Headings without numbers, right below the line of the name. */
const RIGHT_BELOW = 10;

/** Nothing stands between the name and just as many members as it promises. */
function isTight({ kind, distance, parting }: Proposal, inHeading: boolean, even: boolean): boolean {
  if (kind === 'headings') return distance <= RIGHT_BELOW;
  if (kind === 'chain') return distance <= 3 || (inHeading && distance <= 60);
  if (parting === null || !parting.whole || distance > 8) return false;
  // Clauses of one length are as good as a list: 春天清边沟,夏天保畅通,秋天补坑槽,冬天防冰雪.
  return parting.separator === 'comma' ? even : parting.separator !== 'sentence';
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

function hasFunctionWordEdge(text: string, { start, end }: Span): boolean {
  return FUNCTION_STARTS.includes(text.charAt(start)) || FUNCTION_ENDS.includes(text.charAt(end - 1));
}
