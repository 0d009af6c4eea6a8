import type { ExtractionWriter } from './extraction-writer.js';
import { renderJsonValue } from './json-value.js';

/** One document a line; a document that failed is a line in its place. */
export function createJsonLinesWriter(): ExtractionWriter {
  return {
    begin: () => '',
    document: (record) => `${renderJsonValue(record)}\n`,
    failure: ({ path, code, message }) => `${renderJsonValue({ path, failure: { code, message } })}\n`,
    end: () => '',
  };
}
