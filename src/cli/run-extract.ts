import { type DocumentSketch, sketchDocument } from '../corpus/document-sketch.js';
import { linkDocuments } from '../corpus/link-documents.js';
import { UsageError } from '../errors.js';
import type { ReadFailure, SourceDocument } from '../model/document.js';
import { findInputs } from '../pipeline/read/find-inputs.js';
import { isReadFailure, nameDocument } from '../pipeline/read/format-reader.js';
import { readInputs } from '../pipeline/read/read-inputs.js';
import { extractDocument } from '../pipeline/run-pipeline.js';
import { type ExtractionRecord, toExtractionRecord } from '../render/extraction-record.js';
import type { ExtractionWriter } from '../render/extraction-writer.js';
import { createJsonWriter } from '../render/json.js';
import { createJsonLinesWriter } from '../render/jsonl.js';
import type { Output } from '../runtime/atomic-output.js';
import { isInShard } from '../runtime/shard.js';
import { describeMistake } from './describe-mistake.js';
import { describeNothingFound } from './describe-nothing-found.js';
import { countOf, type DocumentTally, describeLeftOut, exitStatus, nothingDone } from './document-tally.js';
import { letSignalsIn } from './let-signals-in.js';
import { type ExtractOptions, parseExtractOptions, type RawFlags } from './options.js';
import { createReporter, type Reporter } from './reporter.js';
import { describeTerminal, showsProgress } from './terminal.js';
import { writeOutput } from './write-output.js';

/** What was done, for the summary and the exit status. */
interface Tally extends DocumentTally {
  frameworks: number;
  mentions: number;
  /** Names explained; null where nobody asked. */
  explained: number | null;
}

/** The work of `workmethod extract`; returns the exit status. */
export async function runExtract(paths: readonly string[], flags: RawFlags): Promise<number> {
  const options = parseExtractOptions(paths, flags);
  const { inputs, passedOver } = await findInputs(options.paths, options.output);
  if (inputs.length === 0) throw new UsageError(describeNothingFound(options.paths, passedOver));
  const reporter = createReporter(options.quiet, showsProgress(options));
  const tally: Tally = {
    documents: 0,
    frameworks: 0,
    mentions: 0,
    explained: options.explain === false ? null : 0,
    failures: 0,
  };
  const results = readInputs(inputs, options.read);
  await writeOutput(options.output, async (output) => {
    await extractAll(results, options, output, reporter, tally);
    return !nothingDone(tally);
  });
  reporter.summary(describeTally(tally, passedOver));
  return exitStatus(tally);
}

async function extractAll(
  results: AsyncIterable<SourceDocument | ReadFailure>,
  options: ExtractOptions,
  output: Output,
  reporter: Reporter,
  tally: Tally,
): Promise<void> {
  const writer = await createWriter(options);
  const sketches: DocumentSketch[] = [];
  await output.write(writer.begin());
  for await (const source of results) {
    const id = isReadFailure(source) ? source.path : source.id;
    if (options.shard !== null && !isInShard(id, options.shard)) continue;
    const result = isReadFailure(source) ? source : extractRecord(source, options, reporter, sketches);
    if (isRecord(result)) {
      tally.documents += 1;
      tally.frameworks += result.frameworks.length;
      tally.mentions += result.mentions.length;
      if (tally.explained !== null) tally.explained += result.explanation?.names.length ?? 0;
      await output.write(writer.document(result));
    } else {
      tally.failures += 1;
      reporter.failure(result);
      await output.write(writer.failure(result));
    }
    reporter.progress(tally.documents + tally.failures, id);
    await letSignalsIn();
  }
  if (options.link) for (const part of writer.links(linkDocuments(sketches))) await output.write(part);
  await output.write(writer.end());
}

function isRecord(result: ExtractionRecord | ReadFailure): result is ExtractionRecord {
  return 'frameworks' in result;
}

/**
 * A mistake of the program in one document is a failure of this document; the rest goes on.
 * @param sketches gets what linking needs of the document
 */
function extractRecord(
  source: SourceDocument,
  options: ExtractOptions,
  reporter: Reporter,
  sketches: DocumentSketch[],
): ExtractionRecord | ReadFailure {
  const place = nameDocument(source);
  try {
    const extraction = extractDocument(source, { minConfidence: options.minConfidence, explain: options.explain });
    const record = toExtractionRecord(extraction, { withText: options.withText });
    if (options.link) sketches.push(sketchDocument(extraction));
    for (const diagnostic of extraction.diagnostics) reporter.warning(diagnostic, place);
    return record;
  } catch (error) {
    return describeMistake(place, error);
  }
}

async function createWriter(options: ExtractOptions): Promise<ExtractionWriter> {
  switch (options.format) {
    case 'json':
      return createJsonWriter({ linked: options.link });
    case 'jsonl':
      return createJsonLinesWriter();
    case 'table': {
      if (options.explain !== false) {
        const { createExplanationWriter } = await import('../render/explanation-text.js');
        return createExplanationWriter({ ...describeTerminal(options), onlyExplained: options.explain !== true });
      }
      const { createTableWriter } = await import('../render/table.js');
      return createTableWriter(describeTerminal(options));
    }
  }
}

function describeTally(tally: Tally, passedOver: number): string {
  const parts = [
    countOf(tally.documents, 'document'),
    countOf(tally.frameworks, 'framework'),
    countOf(tally.mentions, 'mention'),
  ];
  if (tally.explained !== null) parts.push(`${countOf(tally.explained, 'name')} explained`);
  return [...parts, ...describeLeftOut(tally, passedOver)].join(', ');
}
