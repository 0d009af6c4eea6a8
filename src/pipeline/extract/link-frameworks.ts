import { flagsAt, NEWLINE, SENTENCE_END } from '../../language/characters.js';
import { createSpan, type Span, spansOverlap } from '../../model/span.js';
import { type ArticleContext, isInHeading } from './article-context.js';
import type { Formula } from './formula.js';
import { meanHeadAgreement } from './head-agreement.js';
import type { Candidate, Proposal } from './member-draft.js';
import { proposeClauses } from './propose-clauses.js';
import { groupsInName, proposeGroups } from './propose-groups.js';
import { proposeInline } from './propose-inline.js';
import { isInLead, proposeOutline, proposeSteps } from './propose-outline.js';
import { confidenceOf, featureOf, isRunningText, weighLink, withFeature } from './weigh-link.js';

/** All places of one name in an article, with what might carry it out. */
export interface NameEntry {
  readonly key: string;
  readonly formulas: readonly Formula[];
  /** The compound one of whose groups this is, by key, where the name only stands inside the compound's. */
  readonly compoundKey: string | null;
  readonly candidates: readonly Candidate[];
}

/** A name with the enumeration that carries it out. */
export interface Link {
  readonly entry: NameEntry;
  readonly candidate: Candidate;
  readonly confidence: number;
}

const MIN_SCORE = 0;
const KEPT_CANDIDATES = 8;
/** Names used more often than this are weighed at their first places only: the members stand near one of them. */
const MAX_WEIGHED = 8;
/** The first places are weighed whatever stands around them: title, lead, first heading. */
const ALWAYS_WEIGHED = 4;

/** What makes two formulas the same name: 五大片区 and 5大片区, 二级 and 两级. */
export function keyOf(formula: Formula): string {
  if (formula.shape === 'bare' || formula.shape === 'labels') return formula.name;
  return formula.groups.map((group) => `${group.count ?? 'N'}${group.head ?? ''}`).join('|');
}

/** The best assignment of enumerations to the names of an article: strongest link first, no enumeration to two names. */
export function linkFrameworks(context: ArticleContext): { links: Link[]; entries: NameEntry[] } {
  const entries = listEntries(context);
  const ranked = entries
    .flatMap((entry) => entry.candidates.map((candidate) => ({ entry, candidate })))
    .filter(({ candidate }) => candidate.score >= MIN_SCORE)
    .sort(
      (a, b) =>
        b.candidate.score - a.candidate.score ||
        a.candidate.distance - b.candidate.distance ||
        a.candidate.formula.span.start - b.candidate.formula.span.start,
    );
  const links: Link[] = [];
  const taken = new Set<NameEntry>();
  for (const { entry, candidate } of ranked) {
    if (taken.has(entry) || links.some((link) => claimsSame(link.candidate, candidate))) continue;
    taken.add(entry);
    links.push({ entry, candidate, confidence: confidenceOf(candidate.score) });
  }
  return { links: dropUnsupported(links), entries };
}

/** A compound read from its name alone stands only if a group of it is enumerated; a group only if its compound stands or its own list does. */
function dropUnsupported(links: readonly Link[]): Link[] {
  return links.filter(({ entry, candidate }) => {
    if (candidate.kind !== 'name') return true;
    const groups = new Set(keyOf(candidate.formula).split('|'));
    return links.some(
      (link) => link.candidate.kind !== 'name' && groups.has(link.entry.key) && link.entry.key !== entry.key,
    );
  });
}

/** Whether two candidates give at least half of the same members. */
function claimsSame(a: Candidate, b: Candidate): boolean {
  if (a.kind === 'name' || b.kind === 'name') return false;
  let shared = 0;
  for (const one of a.members) if (b.members.some((other) => spansOverlap(one.label, other.label))) shared++;
  return shared * 2 >= Math.min(a.members.length, b.members.length);
}

function listEntries(context: ArticleContext): NameEntry[] {
  const places = new Map<string, { formulas: Formula[] }>();
  for (const formula of context.formulas) {
    const key = keyOf(formula);
    const entry = places.get(key);
    if (entry === undefined) places.set(key, { formulas: [formula] });
    else entry.formulas.push(formula);
  }
  const entries = new Map<string, NameEntry>();
  for (const [key, { formulas }] of places) {
    const candidates = preferPairs(formulas, weighAll(context, formulas));
    entries.set(key, { key, formulas, compoundKey: null, candidates });
  }
  const groupKeys = new Map<string, string[]>();
  for (const { key: compoundKey, formulas, candidates } of [...entries.values()]) {
    if (candidates.some(({ formula }) => formula.pattern === 'paired')) continue;
    for (const group of formulas.slice(0, 3).flatMap((formula) => groupFormulas(context.text, formula))) {
      const key = keyOf(group);
      groupKeys.set(compoundKey, [...new Set([...(groupKeys.get(compoundKey) ?? []), key])]);
      const entry = entries.get(key) ?? { key, formulas: [], compoundKey, candidates: [] };
      entries.set(key, { ...entry, candidates: best([...entry.candidates, ...weighGroup(context, group)]) });
    }
  }
  for (const [compoundKey, keys] of groupKeys) {
    const enumerated =
      keys.filter((key) => (entries.get(key)?.candidates[0]?.score ?? -1) >= MIN_SCORE).length / keys.length;
    if (enumerated === 0) continue;
    const entry = entries.get(compoundKey)!;
    entries.set(compoundKey, {
      ...entry,
      candidates: entry.candidates.map((candidate) => withFeature(candidate, 'groups-listed', enumerated)),
    });
  }
  return [...entries.values()];
}

/** The groups of a compound as formulas of their own, standing where the compound stands. */
function groupFormulas(text: string, formula: Formula): Formula[] {
  if (formula.groups.length < 2 || formula.shape !== 'groups') return [];
  const spans = groupsInName(text, formula);
  if (spans === null) return [];
  return formula.groups.flatMap((group, i) => {
    if (group.count === null || group.count < 2) return [];
    const nameSpan = spans[i]!;
    const name = text.slice(nameSpan.start, nameSpan.end).replace(/[、,，“”\s]/g, '');
    return [
      {
        ...formula,
        nameSpan,
        name,
        pattern: 'counted' as const,
        groups: [group],
        declared: group.count,
        category: null,
        classifier: null,
        idiom: false,
      },
    ];
  });
}

function weighAll(context: ArticleContext, formulas: readonly Formula[]): Candidate[] {
  const always = formulas[0]?.pattern === 'compound' ? 2 : ALWAYS_WEIGHED;
  const places = formulas.filter((formula, i) => i < always || leadsToList(context.text, formula));
  return best(places.slice(0, MAX_WEIGHED).flatMap((formula) => weighFormula(context, formula)));
}

/** Whether a sign or word right around a later place of a name announces its members. */
function leadsToList(text: string, { span }: Formula): boolean {
  return (
    /[:：(（即指]|分别|包括|就是/u.test(text.slice(span.end, span.end + 14)) ||
    text.slice(Math.max(0, span.start - 24), span.start).includes('、')
  );
}

function best(candidates: readonly Candidate[]): Candidate[] {
  return compareHeads(candidates)
    .sort((a, b) => b.score - a.score)
    .slice(0, KEPT_CANDIDATES);
}

/** Where one enumeration of the promised number words the head throughout, those that do not are the less likely. */
function compareHeads(candidates: readonly Candidate[]): Candidate[] {
  const agreements = candidates
    .filter((one) => featureOf(one, 'count-exact') === 1)
    .map((one) => featureOf(one, 'head'));
  const most = Math.max(0, ...agreements);
  if (most < 0.75) return [...candidates];
  return candidates.map((candidate) => {
    const behind = most - featureOf(candidate, 'head');
    return behind > 0.25 ? withFeature(candidate, 'head-behind', behind) : candidate;
  });
}

/** Two equal numbers name pairs wherever the report shows pairs at one of the name's places; a compound of two groups only else. */
function preferPairs(formulas: readonly Formula[], candidates: readonly Candidate[]): readonly Candidate[] {
  if (formulas[0]?.pattern !== 'paired') return candidates;
  const pairs = candidates.filter(({ formula }) => formula.pattern === 'paired');
  return pairs.length > 0 ? pairs : candidates;
}

/** What carries out a group that may be named only inside its compound: its members must show its head. */
function weighGroup(context: ArticleContext, group: Formula): Candidate[] {
  return [...proposeInline(context, group), ...proposeClauses(context, group), ...proposeSteps(context, group)]
    .filter((proposal) => {
      const labels = proposal.members.map((member) => member.label);
      const least = proposal.separator === 'comma' ? 0.9 : 0.75;
      const agrees = labels.length === group.declared && meanHeadAgreement(context.text, group, labels) >= least;
      return agrees && isUsable(context, group, proposal);
    })
    .map((proposal) => weighLink(context, group, proposal));
}

function weighFormula(context: ArticleContext, formula: Formula): Candidate[] {
  if (!mayBeCarriedOut(context, formula)) return [];
  if (formula.pattern === 'compound') return weighGroups(context, formula);
  const proposals = [
    ...proposeInline(context, formula),
    ...proposeOutline(context, formula),
    ...proposeClauses(context, formula),
  ];
  const usable = proposals.filter((proposal) => isUsable(context, formula, proposal));
  if (formula.pattern !== 'paired') return usable.map((proposal) => weighLink(context, formula, proposal));
  const pairs = usable
    .filter(
      ({ members }) =>
        meanHeadAgreement(
          context.text,
          formula,
          members.map((member) => member.label),
        ) >= 0.7,
    )
    .map((proposal) => {
      const agreement = meanHeadAgreement(
        context.text,
        formula,
        proposal.members.map((member) => member.label),
      );
      return weighLink(context, formula, splitPairs(context.text, formula, proposal), agreement);
    });
  return pairs.length > 0
    ? pairs
    : weighGroups(context, { ...formula, pattern: 'compound', declared: formula.groups.length });
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
  const before = lastClauseEnd(text, start);
  if (/[、和与及]/u.test(text.slice(Math.max(before, start - BEFORE_REACH), start))) return true;
  if (/[:：(（—即是指,，、。]/u.test(text.slice(end, end + 4)) || /[:：]/u.test(text.slice(end, end + 16))) return true;
  return isInHeading(context, formula.span);
}

function lastClauseEnd(text: string, from: number): number {
  let i = from;
  while (i > 0 && from - i < BEFORE_REACH && (flagsAt(text, i - 1) & (SENTENCE_END | NEWLINE)) === 0) i--;
  return i;
}

function weighGroups(context: ArticleContext, formula: Formula): Candidate[] {
  return proposeGroups(context, formula)
    .filter((proposal) => proposal.kind === 'name' || isUsable(context, formula, proposal))
    .map((proposal) => weighLink(context, formula, proposal, proposal.agreement));
}

/** Members that overlap the name itself, or that a label set does not fit, are no members. */
function isUsable(context: ArticleContext, formula: Formula, proposal: Proposal): boolean {
  const { members, kind } = proposal;
  if (members.length < 2 || members.some(({ label }) => label.end <= label.start)) return false;
  if (members.some(({ label }) => spansOverlap(label, formula.nameSpan))) return false;
  // A list one of whose members names the set does not carry it out: that member does.
  const isCompound = formula.pattern === 'compound';
  if (!isCompound && members.some(({ label }) => namesItself(context.text.slice(label.start, label.end), formula.name)))
    return false;
  if (kind === 'article' && !isInLead(context, formula)) return false;
  if (formula.pattern !== 'compound' && isRunningText(context.text, formula, proposal)) return false;
  const labels = members.map((member) => member.label);
  if (formula.shape === 'labels') {
    return labels.length === formula.declared && meanHeadAgreement(context.text, formula, labels) >= 0.85;
  }
  return true;
}

/** Whether a wording holds the name (第三道防线 does not hold 三道防线). */
function namesItself(wording: string, name: string): boolean {
  const at = wording.indexOf(name);
  return at >= 0 && wording.charAt(at - 1) !== '第';
}

/** “预诊”防治 → 预诊 and 防治; 查通道改占用 → 查通道 and 改占用. */
function splitPairs(text: string, formula: Formula, proposal: Proposal): Proposal {
  const [first, second] = formula.groups.map((group) => group.head ?? '');
  const members = proposal.members.map((member) => {
    const wording = text.slice(member.label.start, member.label.end);
    const cut = pairCut(wording, first!, second!);
    if (cut < 0) return member;
    const label = trimPart(text, createSpan(member.label.start, member.label.start + cut));
    const pair = trimPart(text, createSpan(member.label.start + cut, member.label.end));
    return label.end > label.start && pair.end > pair.start ? { ...member, label, pair } : member;
  });
  return { ...proposal, members };
}

/** Where the second half of a pair begins: at the second head where both open their half, else after the first. */
function pairCut(wording: string, first: string, second: string): number {
  const a = wording.indexOf(first);
  if (a < 0) return -1;
  const b = wording.indexOf(second, a + first.length);
  if (b < 0) return -1;
  const opens = wording.replace(/^[“"「]/, '').startsWith(first);
  if (opens) return b;
  let cut = a + first.length;
  while (cut < b && '”」』"、,，'.includes(wording.charAt(cut))) cut++;
  return cut;
}

const PART_EDGE = '“”「」『』"、,， ';

function trimPart(text: string, { start, end }: Span): Span {
  let from = start;
  let to = end;
  while (from < to && PART_EDGE.includes(text.charAt(from))) from++;
  while (to > from && PART_EDGE.includes(text.charAt(to - 1))) to--;
  return createSpan(from, to);
}
