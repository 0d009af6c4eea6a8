import type { ExtractionWriter } from './extraction-writer.js';
import { renderJsonValue } from './json-value.js';

/** One document a line; a document that failed is a line in its place. Links are lines behind them, a cluster or a group of reprints each. */
export function createJsonLinesWriter(): ExtractionWriter {
  return {
    begin: () => '',
    document: (record) => `${renderJsonValue(record)}\n`,
    failure: ({ path, code, message }) => `${renderJsonValue({ path, failure: { code, message } })}\n`,
    *links({ clusters, reprints }) {
      for (const cluster of clusters) yield `${renderJsonValue({ cluster })}\n`;
      for (const reprint of reprints) yield `${renderJsonValue({ reprint })}\n`;
    },
    end: () => '',
  };
}
