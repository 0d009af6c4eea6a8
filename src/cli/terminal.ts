import type { OutputOptions } from './options.js';

/** Columns of a table where nobody looks. */
const DEFAULT_WIDTH = 100;
const LEAST_WIDTH = 40;

/** Whether results go to a terminal. */
export function printsToTerminal(options: OutputOptions): boolean {
  return options.output === null && process.stdout.isTTY === true;
}

/** Whether progress can be shown without disturbing results. */
export function showsProgress(options: OutputOptions): boolean {
  return process.stderr.isTTY === true && !printsToTerminal(options);
}

/** How wide results may be, and whether in colour: https://no-color.org */
export function describeTerminal(options: OutputOptions): { readonly width: number; readonly colour: boolean } {
  if (!printsToTerminal(options)) return { width: DEFAULT_WIDTH, colour: false };
  const { NO_COLOR, TERM } = process.env;
  return {
    width: Math.max(LEAST_WIDTH, process.stdout.columns || DEFAULT_WIDTH),
    colour: options.colour && (NO_COLOR ?? '') === '' && TERM !== 'dumb',
  };
}
