import type { DocumentChange, IndexStep } from '../store/update-corpus.js';
import { countOf, type DocumentTally, describeLeftOut } from './document-tally.js';

/** What was done, for the summary and the exit status. */
export interface IndexTally extends DocumentTally {
  /** Files that were opened. */
  filesRead: number;
  removed: number;
  readonly changes: Record<DocumentChange, number>;
  add(step: IndexStep): void;
}

export function createIndexTally(): IndexTally {
  return {
    documents: 0,
    failures: 0,
    filesRead: 0,
    removed: 0,
    changes: { added: 0, changed: 0, renewed: 0, unchanged: 0 },
    add(step) {
      switch (step.kind) {
        case 'reading':
          this.filesRead += 1;
          break;
        case 'unopened':
          this.documents += step.documents;
          this.changes.unchanged += step.documents;
          break;
        case 'document':
          this.documents += 1;
          this.changes[step.change] += 1;
          break;
        case 'removed':
          this.removed += step.documents;
          break;
        case 'failure':
          this.failures += 1;
      }
    },
  };
}

/** `300 documents (2 added, 1 changed, 4 removed, 297 unchanged), 3 files read, 1 failed` */
export function describeIndexTally(tally: IndexTally, passedOver: number): string {
  const { added, changed, renewed, unchanged } = tally.changes;
  const parts = Object.entries({ added, changed, renewed, removed: tally.removed, unchanged });
  const told = parts.filter(([, number]) => number > 0).map(([change, number]) => `${number} ${change}`);
  const documents = countOf(tally.documents, 'document') + (told.length === 0 ? '' : ` (${told.join(', ')})`);
  return [documents, `${countOf(tally.filesRead, 'file')} read`, ...describeLeftOut(tally, passedOver)].join(', ');
}
