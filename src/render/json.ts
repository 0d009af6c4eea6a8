import { VERSION } from '../version.js';
import type { ExtractionWriter } from './extraction-writer.js';
import { renderJsonValue } from './json-value.js';

const EXTRACTION_SCHEMA = 'workmethod.extraction/1';

/** One JSON envelope, a document a line. Only failures are kept until the end, where they stand. */
export function createJsonWriter(): ExtractionWriter {
  const failures: string[] = [];
  let documents = 0;
  return {
    begin() {
      const generator = renderJsonValue({ name: 'workmethod', version: VERSION });
      return `{\n  "schema": "${EXTRACTION_SCHEMA}",\n  "generator": ${generator},\n  "documents": [`;
    },
    document(record) {
      documents += 1;
      return `${documents === 1 ? '' : ','}\n    ${renderJsonValue(record)}`;
    },
    failure({ path, code, message }) {
      failures.push(renderJsonValue({ path, code, message }));
      return '';
    },
    end() {
      const listed = failures.length === 0 ? '[]' : `[\n    ${failures.join(',\n    ')}\n  ]`;
      return `${documents === 0 ? '' : '\n  '}],\n  "failures": ${listed}\n}\n`;
    },
  };
}
