import { statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { type Evaluation, evaluateExtractions, nameDocument } from '../corpus/evaluate/evaluate-extractions.js';
import type { PredictedDocument } from '../corpus/evaluate/predicted-document.js';
import { UsageError } from '../errors.js';
import type { ReadFailure, SourceDocument } from '../model/document.js';
import { findInputs } from '../pipeline/read/find-inputs.js';
import { isReadFailure, STANDARD_INPUT } from '../pipeline/read/format-reader.js';
import { READABLE_EXTENSIONS } from '../pipeline/read/formats.js';
import { readInputs } from '../pipeline/read/read-inputs.js';
import { extractDocument } from '../pipeline/run-pipeline.js';
import { renderEvaluationJson } from '../render/evaluation-json.js';
import { toExtractionRecord } from '../render/extraction-record.js';
import { describeMistake } from './describe-mistake.js';
import { type EvalOptions, parseEvalOptions, type RawFlags } from './options.js';
import { GOLD_SUFFIX, type GoldFile, readGoldFiles } from './read-gold-files.js';
import { holdsPredictions, keepConfident, readPredictions } from './read-predictions.js';
import { createReporter, type Reporter } from './reporter.js';
import { describeTerminal, showsProgress } from './terminal.js';
import { writeOutput } from './write-output.js';

/** One run: what is scored, and what went wrong on the way. */
interface Run {
  readonly options: EvalOptions;
  readonly reporter: Reporter;
  readonly failures: ReadFailure[];
  /** Names of the annotated documents. */
  readonly annotated: ReadonlySet<string>;
  /** Given results, in the order they came. */
  readonly predictions: PredictedDocument[];
  /** Source texts of annotated documents by name. */
  readonly texts: Map<string, string>;
}

/** The work of `workmethod eval`; returns the exit status. */
export async function runEval(paths: readonly string[], flags: RawFlags): Promise<number> {
  const options = await findPredictionPath(parseEvalOptions(paths, flags));
  const reporter = createReporter(options.quiet, showsProgress(options));
  const { files, failures } = await readGoldFiles(options.gold);
  for (const failure of failures) reporter.failure(failure);
  if (files.length === 0) return 2;
  const annotated = new Set(files.map(({ document }) => document.doc));
  const run: Run = { options, reporter, failures: [...failures], annotated, predictions: [], texts: new Map() };
  await collectPredictions(run, files);
  warnOfSameNames(run, files);
  const evaluation = evaluateExtractions(
    files.map(({ document }) => document),
    run.predictions,
    { texts: run.texts, withMisses: options.withMisses },
  );
  if (evaluation.totals.withoutPrediction === files.length) return tellNothingScored(run, files);
  tellWithoutPrediction(run, evaluation);
  const text = await renderEvaluation(evaluation, run);
  await writeOutput(options.output, async (output) => {
    await output.write(text);
    return true;
  });
  reporter.summary(describeRun(evaluation, run));
  return run.failures.length > 0 ? 3 : 0;
}

/** Results of `extract` among the paths are taken for `--predictions`. */
async function findPredictionPath(options: EvalOptions): Promise<EvalOptions> {
  const annotation = options.paths.find((path) => path.endsWith(GOLD_SUFFIX));
  if (annotation !== undefined) throw new UsageError(`${annotation}: is an annotation; name it with --gold`);
  const holds = await Promise.all(options.paths.map(holdsPredictions));
  const found = options.paths.filter((_, i) => holds[i]);
  const all = options.predictions === null ? found : [options.predictions, ...found];
  if (all.length > 1) throw new UsageError(`${all.join(', ')}: one file of results can be scored at a time`);
  return { ...options, paths: options.paths.filter((_, i) => !holds[i]), predictions: all[0] ?? null };
}

async function collectPredictions(run: Run, files: readonly GoldFile[]): Promise<void> {
  const { options, predictions } = run;
  if (options.predictions !== null) {
    const { documents, mistakes } = await readPredictions(options.predictions);
    for (const document of documents) predictions.push(keepConfident(document, options.minConfidence));
    warnOfMissingConfidence(run, documents, options.predictions);
    for (const { path, code, message } of mistakes) addFailure(run, { path, code, message });
  }
  let done = 0;
  for await (const source of readReports(run, files)) {
    if (isReadFailure(source)) addFailure(run, source);
    else takeReport(run, source);
    done += 1;
    run.reporter.progress(done, isReadFailure(source) ? source.path : source.id);
  }
}

function warnOfMissingConfidence(
  { options, reporter }: Run,
  documents: readonly PredictedDocument[],
  path: string,
): void {
  const bare = documents.flatMap(({ frameworks }) => frameworks.filter(({ confidence }) => confidence === null)).length;
  if (options.minConfidence === 0 || bare === 0) return;
  const message = `--min-confidence leaves out ${bare} ${bare === 1 ? 'framework that carries' : 'frameworks that carry'} no confidence`;
  reporter.warning({ severity: 'warning', code: 'no-confidence', message, path, span: null }, path);
}

/** The reports that were named, else those that stand beside the annotations. */
async function* readReports(run: Run, files: readonly GoldFile[]): AsyncGenerator<SourceDocument | ReadFailure> {
  const { paths, predictions, output, read } = run.options;
  if (paths.includes(STANDARD_INPUT)) {
    throw new UsageError('-: a report needs its name to be scored; for results on standard input type --predictions -');
  }
  const beside = paths.length > 0 ? [] : files.map(({ path, document }) => join(dirname(path), document.doc));
  const missing = beside.filter((path) => statSync(path, { throwIfNoEntry: false })?.isFile() !== true);
  if (predictions === null) for (const path of missing) yield describeMissingReport(path);
  const present = paths.length > 0 ? paths : beside.filter((path) => !missing.includes(path));
  const { inputs } = await findInputs(present, output);
  if (paths.length > 0 && inputs.length === 0) {
    throw new UsageError(`${paths.join(', ')}: no files to read (read are ${READABLE_EXTENSIONS.join(' ')})`);
  }
  yield* readInputs(inputs, read);
}

function describeMissingReport(path: string): ReadFailure {
  const message =
    'there is no such report beside its annotation; put it there, or name the folder of the reports behind the options';
  return { path, code: 'not-found', message };
}

/** Extracts an annotated report, unless results are there already; its text is kept for checking spans. */
function takeReport(run: Run, source: SourceDocument): void {
  const { options, annotated, predictions, texts, reporter } = run;
  const name = nameDocument(source);
  if (annotated.has(name)) texts.set(name, source.text);
  if (options.predictions !== null) return;
  if (!annotated.has(name)) {
    const { id, path, format } = source;
    predictions.push({ id, path, format, articles: [], frameworks: [], mentions: [] });
    return;
  }
  try {
    const extraction = extractDocument(source, { minConfidence: options.minConfidence });
    for (const diagnostic of extraction.diagnostics) reporter.warning(diagnostic, source.id);
    predictions.push(toExtractionRecord(extraction));
  } catch (error) {
    addFailure(run, describeMistake(source.id, error));
  }
}

function addFailure({ failures, reporter }: Run, failure: ReadFailure): void {
  failures.push(failure);
  reporter.failure(failure);
}

/** Documents meet by name: two of one name cannot both be meant. */
function warnOfSameNames({ predictions, annotated, reporter }: Run, files: readonly GoldFile[]): void {
  const warn = (name: string, message: string) => {
    reporter.warning({ severity: 'warning', code: 'same-name', message, path: name, span: null }, name);
  };
  const given = predictions.map(nameDocument).filter((name) => annotated.has(name));
  for (const name of findRepeated(given)) warn(name, 'more than one result bears this name; the last one is scored');
  for (const name of findRepeated(files.map(({ document }) => document.doc))) {
    warn(name, 'more than one annotation is for this document; each is scored');
  }
}

function findRepeated(names: readonly string[]): Set<string> {
  const seen = new Set<string>();
  return new Set(names.filter((name) => seen.size === seen.add(name).size));
}

function tellNothingScored({ predictions, failures }: Run, files: readonly GoldFile[]): number {
  if (predictions.length === 0 && failures.length > 0) return 2;
  const name = (names: readonly string[]) =>
    `${names.slice(0, 3).join(', ')}${names.length > 3 ? ', …' : ''}` || 'nothing';
  throw new UsageError(
    `no result belongs to an annotation; they meet by the name of the report's file: "doc" says ${name(files.map(({ document }) => document.doc))}, given is ${name(predictions.map(nameDocument))}`,
  );
}

function tellWithoutPrediction(run: Run, { documents }: Evaluation): void {
  const told = new Set(run.failures.map(({ path }) => basename(path)));
  for (const { doc, predicted } of documents) {
    if (predicted || told.has(doc)) continue;
    const message = 'annotated, but there is no result for it; everything annotated counts as missed';
    addFailure(run, { path: doc, code: 'no-prediction', message });
  }
}

async function renderEvaluation(evaluation: Evaluation, { options, failures }: Run): Promise<string> {
  const { minConfidence } = options;
  if (options.format === 'json') return renderEvaluationJson(evaluation, { minConfidence, failures });
  const { renderEvaluationTable } = await import('../render/evaluation-table.js');
  return renderEvaluationTable(evaluation, describeTerminal(options));
}

function describeRun({ totals, unannotated }: Evaluation, { failures }: Run): string {
  const parts = [`${totals.documents} annotated, ${totals.documents - totals.withoutPrediction} with results`];
  if (unannotated.length > 0) parts.push(`${unannotated.length} without annotation passed over`);
  if (failures.length > 0) parts.push(`${failures.length} failed`);
  return parts.join(', ');
}
