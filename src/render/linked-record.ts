import type { DocumentLinks } from '../corpus/link-documents.js';
import type { ExtractionRecord } from './extraction-record.js';

/** A record with what links its document to others: `reprintOf`, also of its articles, and the `cluster` of each framework. */
export function addLinks(record: ExtractionRecord, links: DocumentLinks): ExtractionRecord {
  const { reprintOf, articleReprints, clusters } = links;
  return {
    ...record,
    articles: record.articles.map((article) => ({ ...article, reprintOf: articleReprints.get(article.index) ?? null })),
    frameworks: record.frameworks.map((framework, i) => ({ ...framework, cluster: clusters[i]! })),
    reprintOf,
  };
}
