import type { CorpusLinks } from '../corpus/link-documents.js';
import { VERSION } from '../version.js';
import type { ExtractionRecord } from './extraction-record.js';
import type { ExtractionWriter } from './extraction-writer.js';
import { renderJsonValue } from './json-value.js';
import { addLinks } from './linked-record.js';

const EXTRACTION_SCHEMA = 'workmethod.extraction/1';

export interface JsonWriterOptions {
  /** Whether links come at the end: documents are held back until then, for they carry them. */
  readonly linked?: boolean;
}

/** One JSON envelope, a document a line. Only failures are kept until the end, where they stand. */
export function createJsonWriter(options: JsonWriterOptions = {}): ExtractionWriter {
  const failures: string[] = [];
  // As text: a record would keep the text of its document in memory.
  const held: string[] = [];
  let documents = 0;
  let common = '';
  const renderDocument = (record: ExtractionRecord) => {
    documents += 1;
    return `${documents === 1 ? '' : ','}\n    ${renderJsonValue(record)}`;
  };
  return {
    begin() {
      const generator = renderJsonValue({ name: 'workmethod', version: VERSION });
      return `{\n  "schema": "${EXTRACTION_SCHEMA}",\n  "generator": ${generator},\n  "documents": [`;
    },
    document(record) {
      if (options.linked !== true) return renderDocument(record);
      held.push(renderJsonValue(record));
      return '';
    },
    failure({ path, code, message }) {
      failures.push(renderJsonValue({ path, code, message }));
      return '';
    },
    *links(links) {
      for (const [i, text] of held.entries()) yield renderDocument(addLinks(JSON.parse(text), links.documents[i]!));
      common = `${renderList('clusters', links.clusters)},${renderList('reprints', links.reprints)},`;
    },
    end() {
      const listed = failures.length === 0 ? '[]' : `[\n    ${failures.join(',\n    ')}\n  ]`;
      return `${documents === 0 ? '' : '\n  '}],${common}\n  "failures": ${listed}\n}\n`;
    },
  };
}

function renderList(name: keyof CorpusLinks, values: readonly unknown[]): string {
  const listed = values.length === 0 ? '[]' : `[\n    ${values.map(renderJsonValue).join(',\n    ')}\n  ]`;
  return `\n  "${name}": ${listed}`;
}
