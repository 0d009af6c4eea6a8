import type { Evaluation } from '../corpus/evaluate/evaluate-extractions.js';
import type { ReadFailure } from '../model/document.js';
import { VERSION } from '../version.js';
import { renderJsonValue } from './json-value.js';

const EVALUATION_SCHEMA = 'workmethod.evaluation/1';

/** What of a run stands in the JSON beside its scores. */
export interface EvaluationRun {
  readonly minConfidence: number;
  /** Annotations, reports and results that could not be used. */
  readonly failures: readonly ReadFailure[];
}

/** One JSON object, a document a line. `workmethod schema evaluation` prints its schema. */
export function renderEvaluationJson(evaluation: Evaluation, { minConfidence, failures }: EvaluationRun): string {
  const { totals, patterns, calibration, documents, unannotated } = evaluation;
  const fields: readonly (readonly [string, string])[] = [
    ['schema', renderJsonValue(EVALUATION_SCHEMA)],
    ['generator', renderJsonValue({ name: 'workmethod', version: VERSION })],
    ['minConfidence', renderJsonValue(minConfidence)],
    ['totals', renderJsonValue(totals)],
    ['patterns', renderJsonValue(patterns)],
    ['calibration', renderLines(calibration)],
    ['documents', renderLines(documents)],
    ['unannotated', renderJsonValue(unannotated)],
    ['failures', renderLines(failures.map(({ path, code, message }) => ({ path, code, message })))],
  ];
  return `{\n${fields.map(([name, value]) => `  "${name}": ${value}`).join(',\n')}\n}\n`;
}

function renderLines(values: readonly unknown[]): string {
  return values.length === 0 ? '[]' : `[\n    ${values.map(renderJsonValue).join(',\n    ')}\n  ]`;
}
