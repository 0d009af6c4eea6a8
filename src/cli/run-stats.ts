import { basename } from 'node:path';
import type { ComparedDocument } from '../corpus/statistics/count-keyness.js';
import { containsYear, yearOf } from '../corpus/statistics/document-year.js';
import type { Statistic } from '../corpus/statistics/statistics-result.js';
import type { CorpusDocument } from '../model/countable-document.js';
import type { ReadFailure } from '../model/document.js';
import type { SegmenterInfo } from '../model/segmentation.js';
import { nameDocument } from '../pipeline/read/format-reader.js';
import {
  type CountingOptions,
  createCharacterTokenizer,
  openTokenizer,
  toCountableDocument,
} from '../pipeline/run-pipeline.js';
import { inBatches, type StatisticsReport } from '../render/statistics-writer.js';
import { checkSides, describeShared, haveApartYears } from './compared-sides.js';
import { createStatistic } from './create-statistic.js';
import { describeGaps } from './describe-gaps.js';
import { describeMistake } from './describe-mistake.js';
import { describeStatsOptions } from './describe-stats-options.js';
import { countOf, type DocumentTally, describeLeftOut, exitStatus, nothingDone } from './document-tally.js';
import { findCorpus, listShared, readCorpus } from './find-corpus.js';
import { letSignalsIn } from './let-signals-in.js';
import type { RawFlags } from './options.js';
import { readWordFile } from './read-word-file.js';
import { createReporter, type Reporter } from './reporter.js';
import { parseStatsOptions, type StatsOptions } from './stats-options.js';
import { describeTerminal, showsProgress } from './terminal.js';
import { writeOutput } from './write-output.js';

/** What a run has at hand, and what it counts of itself. */
interface Run {
  readonly options: StatsOptions;
  readonly counting: CountingOptions;
  readonly statistic: Statistic<ComparedDocument, object>;
  readonly reporter: Reporter;
  readonly tally: DocumentTally;
  readonly failures: ReadFailure[];
  /** Ids of the documents that were left out because nothing tells their year. */
  readonly undated: string[];
}

/** The work of `workmethod stats`; returns the exit status. */
export async function runStats(operands: readonly string[], flags: RawFlags): Promise<number> {
  const options = parseStatsOptions(operands, flags);
  const target = await findCorpus(options.paths, options.output);
  const reference = options.reference.length === 0 ? null : await findCorpus(options.reference, options.output);
  const shared = reference === null ? [] : listShared(target, reference);
  const { counting, segmenter } = await openCounting(options);
  const statistic = createStatistic(options, counting);
  const reporter = createReporter(options.quiet, showsProgress(options));
  if (shared.length > 0 && !haveApartYears(options)) reporter.note(describeShared(shared));
  const tally: DocumentTally = { documents: 0, failures: 0 };
  const run: Run = { options, counting, statistic, reporter, tally, failures: [], undated: [] };
  await writeOutput(options.output, async (output) => {
    await countDocuments(readCorpus(target, options.read), reference === null ? 'either' : 'target', run);
    if (reference !== null) await countDocuments(readCorpus(reference, options.read), 'reference', run);
    if (nothingDone(tally)) return false;
    const { what } = options;
    const { failures, undated } = run;
    const result = statistic.finish();
    checkSides(result, options);
    for (const note of describeGaps(result, options)) reporter.note(note);
    const report = { what, segmenter, options: describeStatsOptions(options), result, undated, failures };
    for (const text of inBatches(await render(report, options))) await output.write(text);
    return true;
  });
  reporter.summary(describeTally(run, target.passedOver + (reference?.passedOver ?? 0)));
  return exitStatus(tally);
}

async function openCounting(
  options: StatsOptions,
): Promise<{ counting: CountingOptions; segmenter: SegmenterInfo | null }> {
  if (options.unit === 'char') return { counting: { tokenizer: createCharacterTokenizer() }, segmenter: null };
  const { dictionary, segmenter } = options;
  const withPartOfSpeech = options.pos !== null;
  const words =
    dictionary === null ? null : { name: basename(dictionary), text: readWordFile('--dictionary', dictionary) };
  const tokenizer = await openTokenizer({ segmenter, withPartOfSpeech, dictionary: words });
  return { counting: { tokenizer, withPartOfSpeech }, segmenter: tokenizer.info };
}

/** @param side of all documents; `either` where their years tell it */
async function countDocuments(
  documents: AsyncIterable<CorpusDocument | ReadFailure>,
  side: 'target' | 'reference' | 'either',
  run: Run,
): Promise<void> {
  const { reporter, tally, failures } = run;
  for await (const stored of documents) {
    const failure = 'source' in stored ? countOne(stored, side, run) : stored;
    if (failure === null) tally.documents += 1;
    else {
      tally.failures += 1;
      failures.push(failure);
      reporter.failure(failure);
    }
    reporter.progress(tally.documents + tally.failures, 'source' in stored ? stored.source.id : stored.path);
    await letSignalsIn();
  }
}

function countOne(stored: CorpusDocument, side: 'target' | 'reference' | 'either', run: Run): ReadFailure | null {
  const { source } = stored;
  const place = nameDocument(source);
  for (const diagnostic of source.diagnostics) run.reporter.warning(diagnostic, place);
  try {
    const document = toCountableDocument(stored, run.counting);
    const { what, dateField } = run.options;
    const needed = needsYear(side, run.options);
    const year = needed || what === 'overview' ? yearOf(document, dateField) : null;
    if (needed && year === null) {
      run.undated.push(source.id);
      return null;
    }
    const chosen = chooseSide(year, side, run.options);
    if (chosen !== null) run.statistic.add({ document, year, side: chosen });
    return null;
  } catch (error) {
    return describeMistake(place, error);
  }
}

/** Whether a document without a year has no place among the others. */
function needsYear(
  side: 'target' | 'reference' | 'either',
  { what, by, years, referenceYears }: StatsOptions,
): boolean {
  if (by === 'year' || what === 'trend') return true;
  return (side !== 'reference' && years !== null) || (side !== 'target' && referenceYears !== null);
}

/** Null for a document of neither. */
function chooseSide(
  year: number | null,
  side: 'target' | 'reference' | 'either',
  { years, referenceYears }: StatsOptions,
): 'target' | 'reference' | null {
  const isTarget = years === null || containsYear(years, year);
  const isReference = referenceYears === null || containsYear(referenceYears, year);
  if (side === 'reference') return isReference ? 'reference' : null;
  if (side === 'either' && referenceYears !== null && isReference) return 'reference';
  return isTarget ? 'target' : null;
}

async function render(report: StatisticsReport, options: StatsOptions): Promise<Iterable<string>> {
  switch (options.format) {
    case 'json':
      return (await import('../render/statistics-json.js')).renderStatisticsJson(report);
    case 'csv':
      return (await import('../render/statistics-csv.js')).renderStatisticsCsv(report);
    case 'table': {
      const { renderStatisticsTable } = await import('../render/render-statistics-table.js');
      return [renderStatisticsTable(report, describeTerminal(options))];
    }
  }
}

const MOST_NAMED = 5;

function describeTally({ tally, undated }: Run, passedOver: number): string {
  const named = undated.slice(0, MOST_NAMED).join(', ');
  const more = undated.length > MOST_NAMED ? ', …' : '';
  const without =
    undated.length === 0 ? [] : [`${undated.length} left out because nothing tells their year (${named}${more})`];
  return [countOf(tally.documents, 'document'), ...without, ...describeLeftOut(tally, passedOver)].join(', ');
}
