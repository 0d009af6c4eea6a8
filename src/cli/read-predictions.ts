import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { type PredictedDocument, type Predictions, parsePredictions } from '../corpus/evaluate/predicted-document.js';
import { InputError, UsageError } from '../errors.js';
import { decodeText } from '../pipeline/read/decode-text.js';
import { describeFileError } from '../pipeline/read/file-errors.js';
import { splitLines } from '../pipeline/read/split-lines.js';
import { LARGEST_TEXT_BYTES } from '../pipeline/read/text-reader.js';
import { readJsonText } from './read-json-text.js';

/**
 * Reads a file of results.
 * @throws UsageError if it cannot be read, or is nothing of the kind
 */
export async function readPredictions(path: string): Promise<Predictions> {
  try {
    return parsePredictions(await readJsonText(path), path);
  } catch (error) {
    const failure = describeFileError(path, error);
    if (failure === null || (error instanceof InputError && error.path !== path)) throw error;
    throw new UsageError(`${path}: ${failure.message}`);
  }
}

/** Leaves out frameworks below a confidence. One that carries none is not known to reach it. */
export function keepConfident(document: PredictedDocument, least: number): PredictedDocument {
  if (least === 0) return document;
  const frameworks = document.frameworks.filter(({ confidence }) => confidence !== null && confidence >= least);
  return { ...document, frameworks };
}

/** Whether a path among the reports leads to results of `extract`: a .json file, or JSON lines whose first line is a result. */
export async function holdsPredictions(path: string): Promise<boolean> {
  if (!/\.jsonl?$/i.test(path)) return false;
  try {
    if (!(await stat(path)).isFile()) return false;
    return /\.json$/i.test(path) || isResultLine(await readFirstLine(path));
  } catch {
    // What is wrong with it is told when it is read as reports.
    return false;
  }
}

async function readFirstLine(path: string): Promise<unknown> {
  for await (const { bytes } of splitLines(createReadStream(path), 'utf-8', LARGEST_TEXT_BYTES, path)) {
    return JSON.parse(decodeText(bytes, 'utf-8', path).text);
  }
  return null;
}

function isResultLine(value: unknown): boolean {
  return typeof value === 'object' && value !== null && ('frameworks' in value || 'failure' in value);
}
