import type { Diagnostic } from '../model/diagnostic.js';
import type { ReadFailure } from '../model/document.js';
import { toPrintableLine } from '../render/printable.js';

/** Tells the user on standard error how things go. */
export interface Reporter {
  failure(failure: ReadFailure): void;
  warning(diagnostic: Diagnostic, place: string): void;
  summary(text: string): void;
}

export function createReporter(quiet: boolean): Reporter {
  return {
    failure: ({ path, message }) => printError(`${path}: ${message}`),
    warning({ severity, message }, place) {
      if (!quiet && severity !== 'info') printError(`${place}: warning: ${message}`);
    },
    summary(text) {
      if (!quiet) printError(text);
    },
  };
}

/** One line on standard error; paths may hold anything, so control characters are taken out. */
export function printError(message: string): void {
  process.stderr.write(`workmethod: ${toPrintableLine(message)}\n`);
}
