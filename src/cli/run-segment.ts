import { basename } from 'node:path';
import { UsageError } from '../errors.js';
import type { ReadFailure, SourceDocument } from '../model/document.js';
import { findInputs } from '../pipeline/read/find-inputs.js';
import { isReadFailure, nameDocument } from '../pipeline/read/format-reader.js';
import { readInputs } from '../pipeline/read/read-inputs.js';
import { openTokenizer, segmentDocument, type TokenizerRequest } from '../pipeline/run-pipeline.js';
import type { SegmentationWriter } from '../render/segmentation-writer.js';
import type { Output } from '../runtime/atomic-output.js';
import { describeMistake } from './describe-mistake.js';
import { describeNothingFound } from './describe-nothing-found.js';
import { countOf, type DocumentTally, describeLeftOut, exitStatus, nothingDone } from './document-tally.js';
import { letSignalsIn } from './let-signals-in.js';
import { asksForWords, parseSegmentOptions, type RawFlags, type SegmentOptions } from './options.js';
import { readWordFile } from './read-word-file.js';
import { createReporter, type Reporter } from './reporter.js';
import { showsProgress } from './terminal.js';
import { writeOutput } from './write-output.js';

/** The work of `workmethod segment`; returns the exit status. */
export async function runSegment(paths: readonly string[], flags: RawFlags): Promise<number> {
  const options = parseSegmentOptions(paths, flags);
  const { inputs, passedOver } = await findInputs(options.paths, options.output);
  if (inputs.length === 0) throw new UsageError(describeNothingFound(options.paths, passedOver));
  const tokenizer = asksForWords(options) ? await openTokenizer(requestOf(options)) : null;
  const reporter = createReporter(options.quiet, showsProgress(options));
  const tally: DocumentTally = { documents: 0, failures: 0 };
  const writer = await createWriter(options);
  await writeOutput(options.output, async (output) => {
    for await (const source of readInputs(inputs, options.read)) {
      const name = isReadFailure(source) ? source.path : source.id;
      const failure = isReadFailure(source)
        ? source
        : await segmentOne(
            source,
            (document) => segmentDocument(document, options.unit, { tokenizer }),
            writer,
            output,
            reporter,
          );
      if (failure === null) tally.documents += 1;
      else {
        tally.failures += 1;
        reporter.failure(failure);
        await output.write(writer.failure(failure));
      }
      reporter.progress(tally.documents + tally.failures, name);
      await letSignalsIn();
    }
    return !nothingDone(tally);
  });
  reporter.summary([countOf(tally.documents, 'document'), ...describeLeftOut(tally, passedOver)].join(', '));
  return exitStatus(tally);
}

/** Null where all went well. A mistake of the program in one document is a failure of this document; the rest goes on. */
async function segmentOne(
  source: SourceDocument,
  segment: (source: SourceDocument) => ReturnType<typeof segmentDocument>,
  writer: SegmentationWriter,
  output: Output,
  reporter: Reporter,
): Promise<ReadFailure | null> {
  const place = nameDocument(source);
  const pieces: Iterator<string> | ReadFailure = attempt(place, () => {
    const segmentation = segment(source);
    for (const diagnostic of segmentation.diagnostics) reporter.warning(diagnostic, place);
    return writer.document(segmentation)[Symbol.iterator]();
  });
  if ('code' in pieces) return pieces;
  for (;;) {
    const next = attempt(place, () => pieces.next());
    if ('code' in next) return next;
    if (next.done === true) return null;
    await output.write(next.value);
  }
}

function attempt<T extends object>(place: string, work: () => T): T | ReadFailure {
  try {
    return work();
  } catch (error) {
    return describeMistake(place, error);
  }
}

function requestOf({ segmenter, dictionary, withPartOfSpeech }: SegmentOptions): TokenizerRequest {
  const read =
    dictionary === null ? null : { name: basename(dictionary), text: readWordFile('--dictionary', dictionary) };
  return { segmenter, withPartOfSpeech, dictionary: read };
}

async function createWriter({ format, withPartOfSpeech }: SegmentOptions): Promise<SegmentationWriter> {
  switch (format) {
    case 'text':
      return (await import('../render/unit-text.js')).createUnitTextWriter(withPartOfSpeech);
    case 'jsonl':
      return (await import('../render/segmentation-writer.js')).createUnitLinesWriter(withPartOfSpeech);
    case 'conllu':
      return (await import('../render/conllu.js')).createConlluWriter(withPartOfSpeech);
  }
}
