import { mkdirSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { UsageError } from '../errors.js';
import type { ReadFailure, SourceDocument } from '../model/document.js';
import { type FoundInput, findInputs } from '../pipeline/read/find-inputs.js';
import { isReadFailure, nameDocument } from '../pipeline/read/format-reader.js';
import { readInputs } from '../pipeline/read/read-inputs.js';
import {
  createNormalizer,
  listAmbiguities,
  listChanges,
  type NormalizedText,
  type Normalizer,
} from '../pipeline/run-pipeline.js';
import { renderJsonValue } from '../render/json-value.js';
import { toAmbiguityLines, toChangeRecords } from '../render/normalization-records.js';
import { toPrintableText } from '../render/printable.js';
import type { Output } from '../runtime/atomic-output.js';
import { describeMistake } from './describe-mistake.js';
import { describeNothingFound } from './describe-nothing-found.js';
import { exitStatus, nothingDone } from './document-tally.js';
import { letSignalsIn } from './let-signals-in.js';
import { createTally, describeTally, type NormalizationTally } from './normalization-tally.js';
import { type NormalizeOptions, parseNormalizeOptions } from './normalize-options.js';
import type { RawFlags } from './options.js';
import { isEarlierOutcome, placeOutputs } from './place-outputs.js';
import { createReporter, type Reporter } from './reporter.js';
import { printsToTerminal, showsProgress } from './terminal.js';
import { writeOutput } from './write-output.js';

/** What a run works with. */
interface Run {
  readonly options: NormalizeOptions;
  readonly normalizer: Normalizer;
  readonly reporter: Reporter;
  readonly tally: NormalizationTally;
  /** Where the changes go; null where nobody asked. */
  readonly changes: Output | null;
}

/** The work of `workmethod normalize`; returns the exit status. */
export async function runNormalize(paths: readonly string[], flags: RawFlags): Promise<number> {
  const options = parseNormalizeOptions(paths, flags);
  if (options.detect !== null) {
    const { detectScripts } = await import('./detect-scripts.js');
    return detectScripts(options, options.detect);
  }
  const { inputs, passedOver } = await findReports(options);
  const { changes: log } = options;
  if (log !== null && inputs.some(({ path }) => resolve(path) === resolve(log)))
    throw new UsageError(`--changes ${log}: would write over the report itself; name another file`);
  const places = placeOutputs(options.paths, inputs, options.output);
  const reporter = createReporter(options.quiet, showsProgress(options));
  const tally = createTally();
  const normalizer = await createNormalizer(options.normalizer);
  const work = async (changes: Output | null) => {
    const run: Run = { options, normalizer, reporter, tally, changes };
    if (places.kind === 'stream') await normalizeInputs(inputs, places.path, run);
    else for (const input of inputs) await normalizeInputs([input], places.placeOf(input), run);
    return !nothingDone(tally);
  };
  if (log === null) await work(null);
  else await writeOutput(log, work, '--changes');
  reporter.summary(describeTally(tally, passedOver));
  return exitStatus(tally);
}

/** @throws UsageError where there is nothing to read */
export async function findReports(
  options: NormalizeOptions,
): Promise<{ readonly inputs: readonly FoundInput[]; readonly passedOver: number }> {
  const found = await findInputs(options.paths, options.output);
  const written = [options.output, options.changes];
  const inputs = found.inputs.filter(
    ({ path }) => !written.some((outcome) => isEarlierOutcome(path, outcome, options.paths)),
  );
  const passedOver = found.passedOver + found.inputs.length - inputs.length;
  if (inputs.length === 0) throw new UsageError(describeNothingFound(options.paths, passedOver));
  return { inputs, passedOver };
}

/** Normalizes what the inputs hold into one file, or standard output. A file that would hold nothing is not written. */
async function normalizeInputs(inputs: readonly FoundInput[], path: string | null, run: Run): Promise<void> {
  const before = run.tally.documents;
  let file: string | null = path;
  if (path !== null && inputs.some(({ failure }) => failure === null)) file = createFolderOf(path);
  else if (path !== null) return reportFailures(inputs, run);
  await writeOutput(file, async (output) => {
    for await (const result of readInputs(inputs, run.options.read)) {
      const done = isReadFailure(result) ? result : await normalizeDocument(result, run);
      if ('code' in done) reportFailure(done, run);
      else await writeDocument(done, output, run);
      await letSignalsIn();
    }
    return run.tally.documents > before;
  });
}

function reportFailures(inputs: readonly FoundInput[], run: Run): void {
  for (const { failure } of inputs) if (failure !== null) reportFailure(failure, run);
}

function reportFailure(failure: ReadFailure, { tally, reporter }: Run): void {
  tally.failures += 1;
  reporter.failure(failure);
}

function createFolderOf(path: string): string {
  try {
    mkdirSync(dirname(path), { recursive: true });
  } catch (error) {
    throw new UsageError(`-o ${path}: its folder cannot be created (${(error as NodeJS.ErrnoException).code})`);
  }
  return path;
}

/** A mistake of the program in one document is a failure of this document; the rest goes on. */
async function normalizeDocument(source: SourceDocument, run: Run): Promise<NormalizedText | ReadFailure> {
  const { normalizer, reporter, options } = run;
  try {
    const document = normalizer.normalize(source);
    for (const diagnostic of document.diagnostics) reporter.warning(diagnostic, nameDocument(source));
    if (options.ambiguities) {
      const list = await listAmbiguities(document, normalizer);
      run.tally.choices = (run.tally.choices ?? 0) + list.length;
      for (const line of toAmbiguityLines(source.id, source.text, list)) process.stderr.write(line);
    }
    return document;
  } catch (error) {
    return describeMistake(nameDocument(source), error);
  }
}

async function writeDocument(document: NormalizedText, output: Output, run: Run): Promise<void> {
  const { source, text } = document;
  run.tally.add(document);
  run.reporter.progress(run.tally.documents + run.tally.failures, source.id);
  const { record } = source;
  if (record !== undefined) {
    await output.write(`${renderJsonValue({ ...record, [run.options.read.textField]: text })}\n`);
  } else await output.write(printsToTerminal(run.options) ? toPrintableText(text) : text);
  if (run.changes !== null) await writeChanges(document, run.changes);
}

/** So many lines are written at once. */
const BATCH = 1000;

async function writeChanges(document: NormalizedText, output: Output): Promise<void> {
  const { source } = document;
  let lines: string[] = [];
  for (const record of toChangeRecords(source.id, source.text, listChanges(document))) {
    lines.push(renderJsonValue(record), '\n');
    if (lines.length < BATCH) continue;
    await output.write(lines.join(''));
    lines = [];
  }
  if (lines.length > 0) await output.write(lines.join(''));
}
