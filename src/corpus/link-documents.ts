import { clusterFrameworks } from './cluster-frameworks.js';
import { type Cluster, describeCluster, nameCluster, type Place } from './describe-cluster.js';
import type { DocumentSketch } from './document-sketch.js';
import { findReprints } from './find-reprints.js';

/** A whole document, or one article of a bundle. */
export interface ReportReference {
  readonly document: string;
  /** `index` of the article, or null for the whole document. */
  readonly article: number | null;
}

/** Copies of one report. */
export interface ReprintGroup {
  /** The first in the order of the documents. */
  readonly first: ReportReference;
  readonly others: readonly ReportReference[];
}

export interface DocumentLinks {
  /** Id of the first document with this report, or null. */
  readonly reprintOf: string | null;
  /** The same for those articles of a bundle that are reprints, by their `index`. */
  readonly articleReprints: ReadonlyMap<number, string>;
  /** The cluster of each framework, in the order of the frameworks. */
  readonly clusters: readonly string[];
}

/** What many documents have in common. */
export interface CorpusLinks {
  /** In the order of the documents that were linked. */
  readonly documents: readonly DocumentLinks[];
  /** Every framework stands in one; in the order of their first frameworks. */
  readonly clusters: readonly Cluster[];
  readonly reprints: readonly ReprintGroup[];
}

/** A report of a document: the whole or an article. */
interface Report {
  readonly document: DocumentSketch;
  readonly article: number | null;
  readonly edition: string;
}

/** Finds the same practice and the same report in many documents. The groups do not depend on the order of the documents. */
export function linkDocuments(documents: readonly DocumentSketch[]): CorpusLinks {
  const reports = listReports(documents);
  const reprints = groupReprints(reports);
  const places = placeFrameworks(documents, reports);
  const numbers = clusterFrameworks(places);
  const clusters: Place[][] = [];
  for (const [i, place] of places.entries()) {
    clusters[numbers[i]!] ??= [];
    clusters[numbers[i]!]!.push(place);
  }
  return {
    documents: linkEach(documents, places, numbers, reprints),
    clusters: clusters.map((found, number) => describeCluster(number, found)),
    reprints: reprints.map(([first, ...others]) => ({ first: refer(first!), others: others.map(refer) })),
  };
}

function refer({ document, article }: Report): ReportReference {
  return { document: document.id, article };
}

function linkEach(
  documents: readonly DocumentSketch[],
  places: readonly Place[],
  numbers: readonly number[],
  reprints: readonly (readonly Report[])[],
): DocumentLinks[] {
  const links = new Map(
    documents.map((document) => [
      document,
      { reprintOf: null as string | null, articleReprints: new Map<number, string>(), clusters: [] as string[] },
    ]),
  );
  for (const [i, { document }] of places.entries()) links.get(document)!.clusters.push(nameCluster(numbers[i]!));
  for (const [first, ...others] of reprints) {
    for (const { document, article } of others) {
      if (article === null) links.get(document)!.reprintOf = first!.document.id;
      else links.get(document)!.articleReprints.set(article, first!.document.id);
    }
  }
  return documents.map((document) => links.get(document)!);
}

/**
 * All documents, each followed by its articles. Bundles are compared with bundles, their articles with other articles and with documents
 * of one report: a report is no reprint of the bundle that holds it, but of an article.
 */
function listReports(documents: readonly DocumentSketch[]): Report[] {
  const reports = documents.flatMap((document) => [
    { document, article: null, text: document.text, bundle: document.articles.length > 0 },
    ...document.articles.map(({ index, text }) => ({ document, article: index, text, bundle: false })),
  ]);
  const bundles = findReprints(reports.filter(({ bundle }) => bundle).map(({ text }) => text)).values();
  const singles = findReprints(reports.filter(({ bundle }) => !bundle).map(({ text }) => text)).values();
  return reports.map(({ document, article, bundle }) => {
    const number = (bundle ? bundles : singles).next().value!;
    return { document, article, edition: `${bundle ? 'bundle' : 'report'} ${number}` };
  });
}

/** Editions with more than one report, in the order of the documents. */
function groupReprints(reports: readonly Report[]): Report[][] {
  const byEdition = new Map<string, Report[]>();
  for (const report of reports) {
    const group = byEdition.get(report.edition);
    if (group === undefined) byEdition.set(report.edition, [report]);
    else group.push(report);
  }
  const groups = [...byEdition.values()].filter((group) => group.length > 1);
  const again = new Set(groups.flatMap(([, ...others]) => others.filter(isWhole).map(({ document }) => document)));
  // Of a bundle that is printed again as a whole, the articles are not told.
  const isTold = (report: Report) => isWhole(report) || !again.has(report.document);
  return groups.map(([first, ...others]) => [first!, ...others.filter(isTold)]).filter((group) => group.length > 1);
}

function isWhole({ article }: Report): boolean {
  return article === null;
}

function placeFrameworks(documents: readonly DocumentSketch[], reports: readonly Report[]): Place[] {
  const editions = new Map(documents.map((document) => [document, new Map<number | null, string>()]));
  for (const { document, article, edition } of reports) editions.get(document)!.set(article, edition);
  return documents.flatMap((document) => {
    const own = editions.get(document)!;
    const documentEdition = own.get(null)!;
    return document.frameworks.map((sketch) => ({
      document,
      sketch,
      edition: own.get(sketch.article) ?? documentEdition,
      documentEdition,
    }));
  });
}
