import type { Span } from '../../model/span.js';
import type { ArticleContext } from './article-context.js';
import { type FlatGroups, findFlatGroups } from './flat-groups.js';
import { type Formula, formulaOfGroup } from './formula.js';
import { groupsInName } from './groups-in-name.js';
import type { Candidate } from './member-draft.js';
import { placesInSection, sectionsOfGroups } from './sections-of-groups.js';
import { weighFlat, weighGroup, weighSteps } from './weigh-group.js';
import { featureOf, withFeature } from './weigh-link.js';
import { weighFormula } from './weigh-name.js';

/** All places of one name in an article, with what might carry it out. */
export interface NameEntry {
  readonly key: string;
  readonly formulas: readonly Formula[];
  /** Best first. */
  readonly candidates: readonly Candidate[];
}

/** A link of at least this score stands. */
export const MIN_SCORE = 0;
/** A link of this score leaves no doubt: other ways and later places are not looked at. */
export const DECISIVE_SCORE = 4;
const KEPT_CANDIDATES = 8;
/** Names used more often than this are weighed at their first places only: the members stand near one of them. */
const MAX_WEIGHED = 8;
/** The first places are weighed whatever stands around them: title, lead, first heading. */
const ALWAYS_WEIGHED = 4;

/** The names of an article, groups of compounds among them, each with the enumerations that may carry it out. */
export function listEntries(context: ArticleContext): NameEntry[] {
  const entries = new Map<string, NameEntry>();
  for (const [key, formulas] of groupByName(context.formulas)) {
    entries.set(key, { key, formulas, candidates: preferPairs(formulas, weighAll(context, formulas)) });
  }
  for (const compound of [...entries.values()]) weighItsGroups(context, compound, entries);
  return [...entries.values()];
}

function groupByName(formulas: readonly Formula[]): Map<string, Formula[]> {
  const byName = new Map<string, Formula[]>();
  for (const formula of formulas) {
    const key = formula.key;
    const places = byName.get(key);
    if (places === undefined) byName.set(key, [formula]);
    else places.push(formula);
  }
  return byName;
}

function weighAll(context: ArticleContext, formulas: readonly Formula[]): Candidate[] {
  const always = formulas[0]?.pattern === 'compound' ? 2 : ALWAYS_WEIGHED;
  const candidates: Candidate[] = [];
  let weighed = 0;
  for (const [i, formula] of formulas.entries()) {
    if (i >= always && !leadsToList(context.text, formula)) continue;
    candidates.push(...weighFormula(context, formula, DECISIVE_SCORE));
    weighed++;
    if (weighed === MAX_WEIGHED || candidates.some(({ score }) => score >= DECISIVE_SCORE)) break;
  }
  return best(compareHeads(withoutTopicLists(candidates)));
}

/** Whether a sign or word right around a later place of a name announces its members. */
function leadsToList(text: string, { span }: Formula): boolean {
  return (
    /[:：(（即指]|分别|包括|就是/u.test(text.slice(span.end, span.end + 14)) ||
    text.slice(Math.max(0, span.start - 24), span.start).includes('、')
  );
}

/**
 * “三不推”工作的环境 … “三不推”工作的基础: a name that several headings share is what they are about; that one of them has as many points as
 * it promises is chance, unless the points word its head.
 */
function withoutTopicLists(candidates: readonly Candidate[]): readonly Candidate[] {
  if (candidates.length < 2) return candidates;
  const isChance = (candidate: Candidate) =>
    ['chain', 'section', 'paragraphs', 'terms'].includes(candidate.kind) &&
    featureOf(candidate, 'heading') === 1 &&
    featureOf(candidate, 'count-exact') === 1 &&
    featureOf(candidate, 'head') < 0.3;
  const places = new Set(candidates.filter(isChance).map(({ formula }) => formula.span.start));
  return places.size < 2 ? candidates : candidates.filter((candidate) => !isChance(candidate));
}

function best(candidates: Candidate[]): Candidate[] {
  return candidates.sort((a, b) => b.score - a.score).slice(0, KEPT_CANDIDATES);
}

/** Where one enumeration of the promised number words the head throughout, those that do not are the less likely. */
function compareHeads(candidates: readonly Candidate[]): Candidate[] {
  if (candidates.length < 2) return [...candidates];
  let most = 0;
  for (const candidate of candidates) {
    if (featureOf(candidate, 'count-exact') === 1) most = Math.max(most, featureOf(candidate, 'head'));
  }
  if (most < 0.75) return [...candidates];
  return candidates.map((candidate) => {
    const behind = most - featureOf(candidate, 'head');
    // 统筹城市农村两个市场: a pair right before the name needs no head.
    return behind > 0.25 && candidate.kind !== 'pair' && featureOf(candidate, 'levels') === 0
      ? withFeature(candidate, 'head-behind', behind)
      : candidate;
  });
}

/** Two equal numbers name pairs wherever the report shows pairs at one of the name's places; a compound of two groups only else. */
function preferPairs(formulas: readonly Formula[], candidates: readonly Candidate[]): readonly Candidate[] {
  if (formulas[0]?.pattern !== 'paired') return candidates;
  const pairs = candidates.filter(({ formula }) => formula.pattern === 'paired');
  return pairs.length > 0 ? pairs : candidates;
}

/** Adds the groups of a compound as names of their own, and tells the compound how many of them are enumerated. */
function weighItsGroups(context: ArticleContext, compound: NameEntry, entries: Map<string, NameEntry>): void {
  const { formulas, candidates } = compound;
  if ((formulas[0]?.groups.length ?? 0) < 2 || candidates.some(({ formula }) => formula.pattern === 'paired')) return;
  const keys = new Set<string>();
  for (const { group, section, flat, index } of formulas.slice(0, 3).flatMap((formula) => groupsOf(context, formula))) {
    const key = group.key;
    keys.add(key);
    const entry = entries.get(key) ?? { key, formulas: [], candidates: [] };
    if ((entry.candidates[0]?.score ?? 0) >= DECISIVE_SCORE) continue;
    const told = [...weighGroup(context, group), ...weighSteps(context, group)];
    if (flat !== null) told.push(weighFlat(context, group, flat, index));
    if (section !== null && !told.some(({ score }) => score >= MIN_SCORE)) {
      for (const place of placesInSection(context, group, section)) told.push(...weighGroup(context, group, place));
    }
    const placed = told.map((candidate) => atOwnPlace(candidate, entry.formulas));
    entries.set(key, { ...entry, candidates: best([...entry.candidates, ...placed]) });
  }
  if (keys.size === 0) return;
  const listed = [...keys].filter((key) => (entries.get(key)?.candidates[0]?.score ?? -1) >= MIN_SCORE).length;
  if (listed === 0) return;
  const share = listed / keys.size;
  entries.set(compound.key, {
    ...compound,
    candidates: candidates.map((candidate) => withFeature(candidate, 'groups-listed', share)),
  });
}

/** A group that is named on its own, before its members or else at all, stands there and not in its compound. */
function atOwnPlace(candidate: Candidate, places: readonly Formula[]): Candidate {
  const first = candidate.members[0]!.label.start;
  const own = places.findLast(({ span }) => span.end <= first) ?? places[0];
  if (own === undefined) return candidate;
  const { kind, members, features, score, distance } = candidate;
  return { formula: own, kind, members, features, score, distance };
}

/** A group of a compound as a formula of its own, standing where the compound stands, and the section that carries it out. */
interface NamedGroup {
  readonly group: Formula;
  readonly section: Span | null;
  /** One list for all groups, and which of them this is. */
  readonly flat: FlatGroups | null;
  readonly index: number;
}

function groupsOf(context: ArticleContext, formula: Formula): NamedGroup[] {
  const { text } = context;
  if (formula.groups.length < 2 || formula.shape !== 'groups') return [];
  const spans = groupsInName(text, formula);
  if (spans === null) return [];
  const sections = sectionsOfGroups(context, formula);
  const flat = findFlatGroups(context, formula);
  return formula.groups.flatMap((group, i): NamedGroup[] => {
    if (group.count === null || group.count < 2) return [];
    const nameSpan = spans[i]!;
    const name = text.slice(nameSpan.start, nameSpan.end).replace(/[、,，“”\s]/g, '');
    const place = { ...formula, nameSpan, category: null, rule: 'compound-group' } as const;
    return [{ group: formulaOfGroup(formula, group, name, place), section: sections?.[i] ?? null, flat, index: i }];
  });
}
