import type { Pattern } from '../../model/framework.js';
import { compareFields, FIELDS, type Field } from './compare-fields.js';
import { PATTERNS } from './gold-document.js';
import { type DocumentMatch, type FrameworkMatch, isFound, isFoundExactly, isPerfect } from './match-document.js';

/** How many there are on either side, and how many of them are right. */
export interface Counts {
  annotated: number;
  given: number;
  partial: number;
  strict: number;
}

interface FieldCounts {
  compared: number;
  partial: number;
  strict: number;
}

/** Counts over frameworks. Lists and optional ones are left out. */
export interface FrameworkCounts {
  readonly frameworks: Counts;
  readonly members: Counts;
  readonly perfect: { right: number; annotated: number };
  readonly fields: Readonly<Record<Field, FieldCounts>>;
}

/** `other`: given frameworks without an annotated one, whose pattern is none of the four. */
export type PatternGroup = Pattern | 'other';

/** All counts of one document, or of many. */
export interface ScoreCounts {
  readonly patterns: Readonly<Record<PatternGroup, FrameworkCounts>>;
  readonly mentions: Counts;
  readonly lists: { found: number; annotated: number };
}

const PATTERN_GROUPS: readonly PatternGroup[] = [...PATTERNS, 'other'];

export function countScores(match: DocumentMatch): ScoreCounts {
  const counts = createScoreCounts();
  for (const framework of match.frameworks) {
    if (framework.free) countList(framework, counts);
    else countFramework(framework, match, counts.patterns[framework.gold.pattern]);
  }
  for (const { pattern, items } of match.extra) {
    const { frameworks, members } = counts.patterns[PATTERNS.find((known) => known === pattern) ?? 'other'];
    frameworks.given += 1;
    members.given += items.length;
  }
  for (const { gold, given, exact } of match.mentions) {
    const right = gold !== null && given !== null;
    count(counts.mentions, gold !== null, given !== null, right, exact);
  }
  return counts;
}

/** Adds counts up, number by number. */
export function sumCounts<Shape extends object>(all: readonly Shape[], zero: Shape): Shape {
  for (const counts of all) addCounts(zero as Counters, counts as Counters);
  return zero;
}

type Counters = { [name: string]: number | Counters };

function addCounts(sum: Counters, counts: Counters): void {
  for (const [name, value] of Object.entries(counts)) {
    if (typeof value === 'number') sum[name] = (sum[name] as number) + value;
    else addCounts(sum[name] as Counters, value);
  }
}

export function createScoreCounts(): ScoreCounts {
  const patterns = PATTERN_GROUPS.map((pattern) => [pattern, createFrameworkCounts()]);
  return {
    patterns: Object.fromEntries(patterns) as Record<PatternGroup, FrameworkCounts>,
    mentions: createCounts(),
    lists: { found: 0, annotated: 0 },
  };
}

export function createFrameworkCounts(): FrameworkCounts {
  const fields = FIELDS.map((field) => [field, { compared: 0, partial: 0, strict: 0 }]);
  return {
    frameworks: createCounts(),
    members: createCounts(),
    perfect: { right: 0, annotated: 0 },
    fields: Object.fromEntries(fields) as Record<Field, FieldCounts>,
  };
}

function createCounts(): Counts {
  return { annotated: 0, given: 0, partial: 0, strict: 0 };
}

function count(counts: Counts, annotated: boolean, given: boolean, partial: boolean, strict: boolean): void {
  counts.annotated += Number(annotated);
  counts.given += Number(given);
  counts.partial += Number(partial);
  counts.strict += Number(strict);
}

function countList({ gold, given }: FrameworkMatch, { lists }: ScoreCounts): void {
  if (gold.optional) return;
  lists.annotated += 1;
  if (given !== null) lists.found += 1;
}

function countFramework(match: FrameworkMatch, document: DocumentMatch, counts: FrameworkCounts): void {
  const { frameworks, members, perfect, fields } = counts;
  count(frameworks, true, match.given !== null, isFound(match), isFoundExactly(match));
  members.annotated += match.gold.items.length;
  members.given += match.given?.items.length ?? 0;
  members.partial += match.members.length;
  members.strict += match.exactMembers;
  perfect.annotated += 1;
  if (isPerfect(match)) perfect.right += 1;
  if (document.prediction === null) return;
  for (const { field, partial, strict } of compareFields(match, document.gold, document.prediction)) {
    fields[field].compared += 1;
    fields[field].partial += Number(partial);
    fields[field].strict += Number(strict);
  }
}
