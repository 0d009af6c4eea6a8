import type { FormulaGroup, Pattern } from '../../model/framework.js';
import { rankRows } from './rank-rows.js';

/** What statistics keep of a framework. */
export interface KeptFramework {
  readonly declared: number;
  /** How often its name stands in the document. */
  readonly occurrences: number;
  readonly pattern: Pattern;
  readonly category: string | null;
  readonly groups: readonly FormulaGroup[];
  /** Labels; both halves of a pair with a slash between them. */
  readonly members: readonly string[];
}

/** A framework with where it stands. */
export interface FrameworkCounts {
  readonly framework: KeptFramework;
  /** The number of the document. */
  readonly document: number;
  /** Id of the practice it is an instance of. */
  readonly practice: string;
}

/** How many practices, frameworks and documents have something. */
export interface FrameworkTally<Value> {
  readonly value: Value;
  readonly practices: number;
  readonly frameworks: number;
  readonly documents: number;
}

export interface FrameworkTallies {
  /** The numbers of the names, the least first: 六诊六治 counts once for 6, 一查二改三巩固 once each for 1, 2, 3. */
  readonly numbers: readonly FrameworkTally<number>[];
  /** The most frequent first, as in the lists below. */
  readonly patterns: readonly FrameworkTally<Pattern>[];
  /** Method nouns. */
  readonly categories: readonly FrameworkTally<string>[];
  /** What the numbers count: 诊 and 治 of 六诊六治. */
  readonly heads: readonly FrameworkTally<string>[];
}

export function tallyFrameworks(all: readonly FrameworkCounts[]): FrameworkTallies {
  const byNumber = tally(all, ({ groups }) => groups.flatMap(({ count }) => count ?? []));
  return {
    numbers: [...byNumber].sort((a, b) => a.value - b.value),
    patterns: rank(tally(all, ({ pattern }) => [pattern])),
    categories: rank(tally(all, ({ category }) => (category === null ? [] : [category]))),
    heads: rank(tally(all, ({ groups }) => groups.flatMap(({ head }) => head ?? []))),
  };
}

function tally<Value>(
  all: readonly FrameworkCounts[],
  valuesOf: (framework: KeptFramework) => readonly Value[],
): FrameworkTally<Value>[] {
  const found = new Map<Value, { frameworks: number; practices: Set<string>; documents: Set<number> }>();
  for (const { framework, document, practice } of all) {
    for (const value of new Set(valuesOf(framework))) {
      const counts = found.get(value) ?? { frameworks: 0, practices: new Set<string>(), documents: new Set<number>() };
      found.set(value, counts);
      counts.frameworks += 1;
      counts.practices.add(practice);
      counts.documents.add(document);
    }
  }
  return [...found].map(([value, { frameworks, practices, documents }]) => ({
    value,
    practices: practices.size,
    frameworks,
    documents: documents.size,
  }));
}

function rank<Value extends string>(tallies: readonly FrameworkTally<Value>[]): FrameworkTally<Value>[] {
  return rankRows(tallies, 'frameworks', ({ value }) => value);
}
