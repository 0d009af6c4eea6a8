import type { Script } from '../model/document.js';
import type { NormalizedText } from '../pipeline/run-pipeline.js';
import { countOf, type DocumentTally, describeLeftOut } from './document-tally.js';

/** What was done, for the summary and the exit status. */
export interface NormalizationTally extends DocumentTally {
  /** Characters with more than one outcome; null where nobody asked. */
  choices: number | null;
  readonly add: (document: NormalizedText) => void;
  readonly scripts: ReadonlyMap<Script, number>;
  /** Changes by their rule. */
  readonly changes: ReadonlyMap<string, number>;
}

export function createTally(): NormalizationTally {
  const scripts = new Map<Script, number>();
  const changes = new Map<string, number>();
  return {
    documents: 0,
    failures: 0,
    choices: null,
    scripts,
    changes,
    add({ script, changeCounts }) {
      this.documents += 1;
      scripts.set(script, (scripts.get(script) ?? 0) + 1);
      for (const [rule, count] of Object.entries(changeCounts)) changes.set(rule, (changes.get(rule) ?? 0) + count);
    },
  };
}

const SCRIPTS: readonly Script[] = ['simplified', 'traditional', 'mixed'];

/** `3 documents (2 simplified, 1 traditional), 61 changes (script 52, noise 9), 1 failed` */
export function describeTally(tally: NormalizationTally, passedOver: number): string {
  const scripts = SCRIPTS.flatMap((script) => {
    const number = tally.scripts.get(script);
    return number === undefined ? [] : [`${number} ${script}`];
  });
  const total = [...tally.changes.values()].reduce((sum, number) => sum + number, 0);
  const rules = [...tally.changes].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
  const parts = [
    countOf(tally.documents, 'document') + inBrackets(scripts),
    countOf(total, 'change') + inBrackets(rules.map(([rule, number]) => `${rule} ${number}`)),
  ];
  if (tally.choices !== null) parts.push(`${countOf(tally.choices, 'choice')} between characters`);
  return [...parts, ...describeLeftOut(tally, passedOver)].join(', ');
}

function inBrackets(parts: readonly string[]): string {
  return parts.length === 0 ? '' : ` (${parts.join(', ')})`;
}
