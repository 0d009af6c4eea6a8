import { UsageError } from '../errors.js';
import type { SourceDocument } from '../model/document.js';
import { findInputs } from '../pipeline/read/find-inputs.js';
import { isReadFailure } from '../pipeline/read/format-reader.js';
import { READABLE_EXTENSIONS } from '../pipeline/read/formats.js';
import { readInputs } from '../pipeline/read/read-inputs.js';
import { toPrintableText } from '../render/printable.js';
import { parseReadOptions, type RawFlags, type ReadCommandOptions } from './options.js';
import { createReporter, type Reporter } from './reporter.js';
import { printsToTerminal } from './terminal.js';
import { writeOutput } from './write-output.js';

/** The work of `workmethod read`; returns the exit status. */
export async function runRead(paths: readonly string[], flags: RawFlags): Promise<number> {
  const options = parseReadOptions(paths, flags);
  const reporter = createReporter(options.quiet, false);
  const document = await readOne(options, reporter);
  if (document === null) return 2;
  for (const diagnostic of document.diagnostics) reporter.warning(diagnostic, document.id);
  await writeOutput(options.output, async (output) => {
    await output.write(printsToTerminal(options) ? toPrintableText(document.text) : document.text);
    return true;
  });
  return 0;
}

/** Null where what was asked for could not be read, which has been told then. */
async function readOne(options: ReadCommandOptions, reporter: Reporter): Promise<SourceDocument | null> {
  const { inputs } = await findInputs(options.paths);
  if (inputs.length !== 1) {
    const found =
      inputs.length === 0 ? `no files to read (read are ${READABLE_EXTENSIONS.join(' ')})` : `${inputs.length} files`;
    throw new UsageError(`${options.paths.join(', ')}: ${found}; read prints one document, name its file`);
  }
  let chosen: SourceDocument | null = null;
  let failed = false;
  for await (const result of readInputs(inputs, options.read)) {
    if (isReadFailure(result)) {
      // With an id, lines that hold no record are not what was asked for.
      if (options.id === null) reporter.failure(result);
      failed = true;
    } else if (options.id !== null) {
      if (result.id === options.id) return result;
    } else if (chosen !== null) {
      throw new UsageError(
        `${inputs[0]!.path}: holds more than one document; choose one with --id, as in --id ${chosen.id}`,
      );
    } else {
      chosen = result;
    }
  }
  if (chosen === null && options.id !== null)
    throw new UsageError(`${inputs[0]!.path}: no document has the id '${options.id}'`);
  return failed ? null : chosen;
}
