import type { Extraction } from '../../model/extraction.js';
import type { Framework } from '../../model/framework.js';
import { type DocumentSketch, sketchDocument } from '../document-sketch.js';
import { detach } from '../framework-sketch.js';
import { linkDocuments } from '../link-documents.js';
import { CorpusGroups, type PlacedDocument } from './corpus-groups.js';
import { type FrameworkCounts, type KeptFramework, tallyFrameworks } from './framework-tallies.js';
import { describePractice, type PracticeRow } from './practice-row.js';
import { keepTop, rankRows } from './rank-rows.js';
import type { Statistic } from './statistics-result.js';

export interface FrameworkOptions {
  /** Practices of fewer occurrences are left out. */
  readonly minFrequency: number;
  readonly top: number | null;
  readonly sort: keyof PracticeRow;
}

/** A name that reports use without listing its members. */
export interface MentionedName {
  readonly name: string;
  readonly documents: number;
  readonly occurrences: number;
}

/**
 * Counts the numbered practices of a corpus: frameworks of several documents that are one practice (see `linkDocuments`) are one row. Memory grows with the frameworks, not
 * with the text.
 */
export class FrameworkCounter implements Statistic<PlacedDocument, PracticeRow> {
  readonly #options: FrameworkOptions;
  readonly #groups = new CorpusGroups(null);
  readonly #sketches: DocumentSketch[] = [];
  /** The frameworks of each document, in their order. */
  readonly #frameworks: KeptFramework[][] = [];
  readonly #mentions = new Map<string, { documents: number; occurrences: number }>();

  constructor(options: FrameworkOptions) {
    this.#options = options;
  }

  add(placed: PlacedDocument): void {
    // Only to know how much text there is.
    for (const _ of this.#groups.read(placed));
    const extraction = placed.document.extraction();
    this.#sketches.push(sketchDocument(extraction));
    this.#frameworks.push(extraction.frameworks.map(keepFramework));
    this.#addMentions(extraction);
  }

  #addMentions({ mentions }: Extraction): void {
    for (const { name, occurrences } of mentions) {
      const known = this.#mentions.get(name) ?? { documents: 0, occurrences: 0 };
      if (known.documents === 0) this.#mentions.set(detach(name), known);
      known.documents += 1;
      known.occurrences += occurrences.length;
    }
  }

  finish() {
    const { minFrequency, sort, top } = this.#options;
    const { clusters, documents } = linkDocuments(this.#sketches);
    const byCluster = new Map<string, FrameworkCounts[]>(clusters.map(({ id }) => [id, []]));
    const all: FrameworkCounts[] = [];
    for (const [document, links] of documents.entries()) {
      for (const [i, practice] of links.clusters.entries()) {
        const counts = { framework: this.#frameworks[document]![i]!, document, practice };
        byCluster.get(practice)!.push(counts);
        all.push(counts);
      }
    }
    const practices = clusters
      .map((cluster) => describePractice(cluster, byCluster.get(cluster.id)!))
      .filter(({ occurrences }) => occurrences >= minFrequency);
    const ranked = rankRows(
      rankRows(practices, 'occurrences', ({ name }) => name),
      sort,
      () => '',
    );
    return {
      corpus: this.#groups.total,
      rows: keepTop(ranked, top),
      more: { ...tallyFrameworks(all), mentions: this.#listMentions(top) },
    };
  }

  #listMentions(top: number | null): readonly MentionedName[] {
    const names = [...this.#mentions].map(([name, counts]) => ({ name, ...counts }));
    return keepTop(
      rankRows(names, 'occurrences', ({ name }) => name),
      top,
    );
  }
}

function keepFramework(framework: Framework): KeptFramework {
  const { declared, occurrences, pattern, category, groups, members } = framework;
  return {
    declared,
    // The place beside the members is not among the other occurrences.
    occurrences: 1 + occurrences.length,
    pattern,
    category: category === null ? null : detach(category),
    groups: groups.map(({ count, head }) => ({ count, head: head === null ? null : detach(head) })),
    members: members.map(({ label, pair }) => detach(pair === null ? label : `${label}/${pair}`)),
  };
}
