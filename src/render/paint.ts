import { Chalk } from 'chalk';

/** Colours for a terminal, or none. */
export interface Painter {
  strong(text: string): string;
  faint(text: string): string;
  warning(text: string): string;
}

export function createPainter(colour: boolean): Painter {
  const chalk = new Chalk({ level: colour ? 1 : 0 });
  return { strong: chalk.bold, faint: chalk.dim, warning: chalk.yellow };
}
