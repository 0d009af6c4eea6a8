import { alignMembers, type MemberPair } from './align-members.js';
import type { GoldDocument, GoldFramework } from './gold-document.js';
import { toNameKey } from './name-key.js';
import type { PredictedDocument, PredictedFramework } from './predicted-document.js';
import { isExactWording, isSimilarWording, toPlainText, toWording, type Wording } from './wording.js';

/** An annotated framework and the given one that bears its name, if any. */
export interface FrameworkMatch {
  readonly gold: GoldFramework;
  readonly given: PredictedFramework | null;
  /** Members that go together in order, by similar wording. */
  readonly members: readonly MemberPair[];
  /** How many go together in order when wordings have to be the same. */
  readonly exactMembers: number;
  /** A `list` or an optional one: takes the given framework out of the count, and is none itself. */
  readonly free: boolean;
}

/** A name that is annotated, or given, or both, as a mention. */
interface MentionMatch {
  /** As annotated; null where nobody annotated it. */
  readonly gold: string | null;
  /** As given; null where it was missed. */
  readonly given: string | null;
  readonly exact: boolean;
  readonly line: number | null;
}

/** Annotations and results of one report, put side by side. */
export interface DocumentMatch {
  readonly gold: GoldDocument;
  /** Null where there is none: everything annotated counts as missed. */
  readonly prediction: PredictedDocument | null;
  /** One for each annotated framework, in its order. */
  readonly frameworks: readonly FrameworkMatch[];
  /** Given frameworks that nobody annotated. */
  readonly extra: readonly PredictedFramework[];
  readonly mentions: readonly MentionMatch[];
}

/** Puts annotations and results of one report side by side. */
export function matchDocument(gold: GoldDocument, prediction: PredictedDocument | null): DocumentMatch {
  const annotated = gold.frameworks.map(prepareAnnotated);
  const given = (prediction?.frameworks ?? []).map(prepareGiven);
  const partners = pairByName(annotated, given);
  const taken = new Set(partners.values());
  return {
    gold,
    prediction,
    frameworks: annotated.map((entry) => matchFramework(entry, partners.get(entry) ?? null)),
    extra: given.filter((entry) => !taken.has(entry)).map(({ framework }) => framework),
    mentions: matchMentions(gold, prediction, new Set(annotated.flatMap(({ keys }) => [...keys]))),
  };
}

interface AnnotatedEntry {
  readonly framework: GoldFramework;
  /** Of its name and its other names. */
  readonly keys: ReadonlySet<string>;
  readonly labels: readonly Wording[];
  readonly free: boolean;
}

interface GivenEntry {
  readonly framework: PredictedFramework;
  readonly key: string;
  readonly labels: readonly Wording[];
}

function prepareAnnotated(framework: GoldFramework): AnnotatedEntry {
  return {
    framework,
    keys: new Set([framework.name, ...framework.aliases].map(toNameKey)),
    labels: framework.items.map(({ label }) => toWording(label)),
    free: framework.optional || framework.tier === 'list',
  };
}

function prepareGiven(framework: PredictedFramework): GivenEntry {
  return { framework, key: toNameKey(framework.name), labels: framework.items.map(({ label }) => toWording(label)) };
}

/** Where several bear one name, those with most members in common go together; named ones go before lists. */
function pairByName(
  annotated: readonly AnnotatedEntry[],
  given: readonly GivenEntry[],
): Map<AnnotatedEntry, GivenEntry> {
  const candidates = annotated.flatMap((entry) =>
    given
      .filter(({ key }) => entry.keys.has(key))
      .map((other) => ({ entry, other, shared: alignMembers(entry.labels, other.labels, isSimilarWording).length })),
  );
  candidates.sort((a, b) => b.shared - a.shared || Number(a.entry.free) - Number(b.entry.free));
  const partners = new Map<AnnotatedEntry, GivenEntry>();
  const taken = new Set<GivenEntry>();
  for (const { entry, other } of candidates) {
    if (partners.has(entry) || taken.has(other)) continue;
    partners.set(entry, other);
    taken.add(other);
  }
  return partners;
}

function matchFramework({ framework, labels, free }: AnnotatedEntry, partner: GivenEntry | null): FrameworkMatch {
  return {
    gold: framework,
    given: partner?.framework ?? null,
    members: partner === null ? [] : alignMembers(labels, partner.labels, isSimilarWording),
    exactMembers: partner === null ? 0 : alignMembers(labels, partner.labels, isExactWording).length,
    free,
  };
}

/** @param frameworkKeys names of annotated frameworks: mentioning them beside is neither right nor wrong */
function matchMentions(
  gold: GoldDocument,
  prediction: PredictedDocument | null,
  frameworkKeys: ReadonlySet<string>,
): MentionMatch[] {
  const annotated = new Map(gold.mentions.map((name) => [toNameKey(name), name] as const));
  for (const key of frameworkKeys) annotated.delete(key);
  const optional = new Set(gold.optionalMentions.map(toNameKey));
  const given = new Map<string, { readonly name: string; readonly plain: Set<string>; readonly line: number | null }>();
  for (const { name, occurrences } of prediction?.mentions ?? []) {
    const key = toNameKey(name);
    const line = occurrences[0]?.line ?? null;
    given.set(key, given.get(key) ?? { name, plain: new Set(), line });
    given.get(key)?.plain.add(toPlainText(name));
  }
  const matches: MentionMatch[] = [...annotated].map(([key, name]) => {
    const found = given.get(key);
    const exact = found?.plain.has(toPlainText(name)) === true;
    return { gold: name, given: found?.name ?? null, exact, line: found?.line ?? null };
  });
  for (const [key, { name, line }] of given) {
    if (annotated.has(key) || optional.has(key) || frameworkKeys.has(key)) continue;
    matches.push({ gold: null, given: name, exact: false, line });
  }
  return matches;
}

/** Right as a whole, partial: it bears the name, and at least half of the annotated members are among its own. */
export function isFound({ gold, given, members }: FrameworkMatch): boolean {
  return given !== null && (gold.items.length === 0 || members.length / gold.items.length >= 0.5);
}

/** Right as a whole, strict: its name and all its members are worded as annotated, none missing, none added. */
export function isFoundExactly(match: FrameworkMatch): boolean {
  const { gold, given, exactMembers } = match;
  if (given === null || toPlainText(given.name) !== toPlainText(gold.name)) return false;
  return isFound(match) && exactMembers === gold.items.length && given.items.length === gold.items.length;
}

/** Every member by similar wording, none missing, none added; number and pattern as annotated. */
export function isPerfect({ gold, given, members }: FrameworkMatch): boolean {
  if (given === null || given.declared !== gold.declared || given.pattern !== gold.pattern) return false;
  return members.length === gold.items.length && given.items.length === gold.items.length;
}
