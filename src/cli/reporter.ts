import type { Diagnostic } from '../model/diagnostic.js';
import type { ReadFailure } from '../model/document.js';
import { cutToWidth } from '../render/display-width.js';
import { toPrintableLine } from '../render/printable.js';

/** Tells the user on standard error how things go. */
export interface Reporter {
  failure(failure: ReadFailure): void;
  warning(diagnostic: Diagnostic, place: string): void;
  /** Something the user did not ask for but should know. */
  note(text: string): void;
  /** How far the work is, on a terminal that shows no results at the same time. */
  progress(done: number, place: string): void;
  summary(text: string): void;
}

/** @param watched whether somebody looks at standard error while results go elsewhere */
export function createReporter(quiet: boolean, watched: boolean): Reporter {
  const progress = createProgressLine(watched && !quiet);
  const tell = (message: string) => {
    progress.clear();
    printError(message);
  };
  return {
    failure: ({ path, message }) => tell(`${path}: ${message}`),
    warning({ severity, message }, place) {
      if (!quiet && severity !== 'info') tell(`${place}: warning: ${message}`);
    },
    note(text) {
      if (!quiet) tell(text);
    },
    progress: (done, place) => progress.show(`${done} done, ${place}`),
    summary(text) {
      progress.clear();
      if (!quiet) printError(text);
    },
  };
}

const PROGRESS_INTERVAL_MS = 100;
/** Back to the start of the line, and the line erased. */
const ERASE_LINE = '\r\u001b[2K';

interface ProgressLine {
  show(text: string): void;
  clear(): void;
}

/** One line that is written over again and again. */
function createProgressLine(enabled: boolean): ProgressLine {
  let shown = false;
  let shownAt = 0;
  return {
    show(text) {
      if (!enabled || Date.now() - shownAt < PROGRESS_INTERVAL_MS) return;
      const columns = Math.max(20, (process.stderr.columns || 80) - 1);
      process.stderr.write(ERASE_LINE + cutToWidth(toPrintableLine(text), columns));
      shown = true;
      shownAt = Date.now();
    },
    clear() {
      if (shown) process.stderr.write(ERASE_LINE);
      shown = false;
    },
  };
}

/** One line on standard error; paths may hold anything, so control characters are taken out. */
export function printError(message: string): void {
  process.stderr.write(`workmethod: ${toPrintableLine(message)}\n`);
}
