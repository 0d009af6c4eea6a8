import type { DocumentSketch } from './document-sketch.js';
import type { FrameworkSketch } from './framework-sketch.js';

/** One practice across documents. */
export interface Cluster {
  readonly id: string;
  /** The name, and the method noun, that most of its frameworks have. */
  readonly name: string;
  readonly category: string | null;
  readonly frameworks: readonly { readonly document: string; readonly framework: string }[];
  /** How many documents hold it, reprints counted once. */
  readonly documents: number;
  /** The earliest date of its frameworks, or null where none has a date. */
  readonly firstDate: string | null;
  readonly holders: readonly string[];
  /** The documents that were not counted: they only print again what an earlier one holds. */
  readonly reprints: readonly string[];
}

/** A framework with where it stands. */
export interface Place {
  readonly document: DocumentSketch;
  readonly sketch: FrameworkSketch;
  /** Of the report it stands in: the article of a bundle, else the document. */
  readonly edition: string;
  readonly documentEdition: string;
}

export function nameCluster(number: number): string {
  return `c${number + 1}`;
}

/** @param places the frameworks of the cluster, in the order of the documents */
export function describeCluster(number: number, places: readonly Place[]): Cluster {
  const sketches = places.map(({ sketch }) => sketch);
  const dates = sketches.flatMap(({ date }) => date ?? []).sort();
  const editions = new Set(places.map(({ edition }) => edition));
  const wholes = new Set(places.map(({ documentEdition }) => documentEdition));
  return {
    id: nameCluster(number),
    name: mostFrequent(sketches.map(({ name }) => name))!,
    category: mostFrequent(sketches.flatMap(({ category }) => category ?? [])),
    frameworks: places.map(({ document, sketch }) => ({ document: document.id, framework: sketch.id })),
    // A document may hold a practice in two articles, and a bundle may print two documents again.
    documents: Math.min(editions.size, wholes.size),
    firstDate: dates[0] ?? null,
    holders: [...new Set(sketches.flatMap(({ holder }) => holder ?? []))],
    reprints: listReprints(places).map(({ id }) => id),
  };
}

/** The documents whose reports stood in earlier ones. */
function listReprints(places: readonly Place[]): DocumentSketch[] {
  const byDocument = new Map<DocumentSketch, Place[]>();
  for (const place of places) {
    const own = byDocument.get(place.document);
    if (own === undefined) byDocument.set(place.document, [place]);
    else own.push(place);
  }
  const seen = new Set<string>();
  const again: DocumentSketch[] = [];
  for (const [document, own] of byDocument) {
    if (own.every(({ edition, documentEdition }) => seen.has(edition) || seen.has(documentEdition)))
      again.push(document);
    for (const { edition, documentEdition } of own) seen.add(edition).add(documentEdition);
  }
  return again;
}

/** The first of those that stand most often in a list. */
function mostFrequent(values: readonly string[]): string | null {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  let most: string | null = null;
  for (const [value, count] of counts) if (most === null || count > counts.get(most)!) most = value;
  return most;
}
