import type { Cluster } from '../describe-cluster.js';
import { compareText } from '../group-alike.js';
import type { FrameworkCounts } from './framework-tallies.js';

/** A member of a practice, and how else reports word it. */
export interface PracticeMember {
  /** The wording of most. */
  readonly label: string;
  /** How many frameworks have this wording in this place. */
  readonly frameworks: number;
  /** Other wordings in this place, the most frequent first. */
  readonly variants: readonly { readonly label: string; readonly frameworks: number }[];
}

/** A practice over all documents. */
export interface PracticeRow {
  readonly name: string;
  readonly category: string | null;
  /** How many members the name promises, in most of the frameworks. */
  readonly declared: number;
  /** How many documents have it; reprints count once. */
  readonly documents: number;
  /** How often its name stands in the documents that list its members. Where they are not listed it is a mention. */
  readonly occurrences: number;
  readonly members: readonly PracticeMember[];
  /** The earliest date of its frameworks, or null. */
  readonly firstDate: string | null;
  readonly holders: readonly string[];
}

/** @param counts the frameworks of the practice, in the order of the documents */
export function describePractice(cluster: Cluster, counts: readonly FrameworkCounts[]): PracticeRow {
  const frameworks = counts.map(({ framework }) => framework);
  const declared = countValues(frameworks.map((framework) => framework.declared))[0]!.value;
  return {
    name: cluster.name,
    category: cluster.category,
    declared,
    documents: cluster.documents,
    occurrences: frameworks.reduce((sum, { occurrences }) => sum + occurrences, 0),
    members: alignMembers(frameworks.map(({ members }) => members)).map(describeMember),
    firstDate: cluster.firstDate,
    holders: cluster.holders,
  };
}

/**
 * The wordings of each member. The list that most frameworks have comes first, the longest of them; the labels of another list that stand in it go to their like, the others to their
 * own place or the first that is free, and what is left over is a member more.
 */
function alignMembers(lists: readonly (readonly string[])[]): string[][] {
  const joined = countValues(lists.map((members) => members.join('\n')));
  const most = joined.filter(({ count }) => count === joined[0]!.count).map(({ value }) => value.split('\n'));
  const base = most.reduce((longest, members) => (members.length > longest.length ? members : longest));
  const places = base.map((): string[] => []);
  for (const members of lists) {
    const taken = new Set(members.map((label) => base.indexOf(label)));
    const rest = members.filter((label) => !base.includes(label));
    for (const label of members) if (base.includes(label)) places[base.indexOf(label)]!.push(label);
    for (const label of rest) {
      const own = members.indexOf(label);
      let place = own < base.length && !taken.has(own) ? own : 0;
      while (taken.has(place)) place += 1;
      taken.add(place);
      places[place] ??= [];
      places[place]!.push(label);
    }
  }
  return places.filter((labels) => labels.length > 0);
}

function describeMember(labels: readonly string[]): PracticeMember {
  const [most, ...others] = countValues(labels);
  return {
    label: most!.value,
    frameworks: most!.count,
    variants: others.map(({ value, count }) => ({ label: value, frameworks: count })),
  };
}

/** The most frequent first, among equals in order. */
function countValues<Value extends string | number>(values: readonly Value[]): { value: Value; count: number }[] {
  const counts = new Map<Value, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts]
    .map(([value, count]) => ({ value, count }))
    .sort((a, b) => b.count - a.count || compareText(String(a.value), String(b.value)));
}
