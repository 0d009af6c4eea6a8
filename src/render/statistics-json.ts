import { VERSION } from '../version.js';
import { renderJsonValue } from './json-value.js';
import type { StatisticsReport } from './statistics-writer.js';

const STATISTICS_SCHEMA = 'workmethod.stats/1';

/** One JSON object, a row a line. `workmethod schema stats` prints its schema. */
export function* renderStatisticsJson(report: StatisticsReport): Generator<string> {
  const { what, segmenter, options, result, undated, failures } = report;
  const { corpus, reference, rows, more = {} } = result;
  yield '{\n';
  yield renderField('schema', STATISTICS_SCHEMA);
  yield renderField('generator', { name: 'workmethod', version: VERSION });
  yield renderField('what', what);
  yield renderField('corpus', corpus);
  if (reference !== undefined) yield renderField('reference', reference);
  yield renderField('segmenter', segmenter);
  yield renderField('options', options);
  for (const [name, value] of Object.entries(more)) yield renderField(name, value);
  yield '  "rows": [';
  let first = true;
  for (const row of rows) {
    yield `${first ? '' : ','}\n    ${renderJsonValue(row)}`;
    first = false;
  }
  yield first ? '],\n' : '\n  ],\n';
  yield renderField('undated', undated);
  yield `  "failures": ${renderLines(failures.map(({ path, code, message }) => ({ path, code, message })))}\n}\n`;
}

function renderField(name: string, value: unknown): string {
  const lines = Array.isArray(value) && typeof value[0] === 'object';
  return `  "${name}": ${lines ? renderLines(value) : renderJsonValue(value)},\n`;
}

function renderLines(values: readonly unknown[]): string {
  return values.length === 0 ? '[]' : `[\n    ${values.map(renderJsonValue).join(',\n    ')}\n  ]`;
}
