import type { SourceDocument } from '../model/document.js';
import { isReadFailure } from '../pipeline/read/format-reader.js';
import { readInputs } from '../pipeline/read/read-inputs.js';
import { detectScript } from '../pipeline/run-pipeline.js';
import { renderJsonValue } from '../render/json-value.js';
import { type ScriptRecord, toScriptRecord } from '../render/normalization-records.js';
import { createTextPositions } from '../render/text-positions.js';
import { type DocumentTally, exitStatus, nothingDone } from './document-tally.js';
import { letSignalsIn } from './let-signals-in.js';
import type { NormalizeOptions } from './normalize-options.js';
import { createReporter } from './reporter.js';
import { findReports } from './run-normalize.js';
import { showsProgress } from './terminal.js';
import { writeOutput } from './write-output.js';

/** `workmethod normalize --detect`: the script of each document or paragraph, a line of JSON each; returns the exit status. */
export async function detectScripts(options: NormalizeOptions, unit: 'document' | 'paragraph'): Promise<number> {
  const { inputs } = await findReports(options);
  const reporter = createReporter(options.quiet, showsProgress(options));
  const tally: DocumentTally = { documents: 0, failures: 0 };
  await writeOutput(options.output, async (output) => {
    for await (const source of readInputs(inputs, options.read)) {
      if (isReadFailure(source)) {
        tally.failures += 1;
        reporter.failure(source);
        continue;
      }
      tally.documents += 1;
      const records = unit === 'document' ? [describeWhole(source)] : describeParagraphs(source);
      await output.write(records.map((record) => `${renderJsonValue(record)}\n`).join(''));
      await letSignalsIn();
    }
    return !nothingDone(tally);
  });
  return exitStatus(tally);
}

function describeWhole({ id, text }: SourceDocument): ScriptRecord {
  return toScriptRecord(id, detectScript(text));
}

/** A line with text on it is a paragraph. */
function describeParagraphs({ id, text }: SourceDocument): ScriptRecord[] {
  const positions = createTextPositions(text);
  const records: ScriptRecord[] = [];
  for (let start = 0; start < text.length; ) {
    const newline = text.indexOf('\n', start);
    const end = newline < 0 ? text.length : newline;
    const line = text.slice(start, end);
    if (line.trim() !== '') records.push(toScriptRecord(id, detectScript(line), positions.locate({ start, end })));
    start = end + 1;
  }
  return records;
}
