import { Chalk } from 'chalk';

/** Colours for a terminal, or none. */
export interface Painter {
  strong(text: string): string;
  faint(text: string): string;
  warning(text: string): string;
  /** What was sought. */
  hit(text: string): string;
  /** Where it stands. */
  place(text: string): string;
}

export function createPainter(colour: boolean): Painter {
  const chalk = new Chalk({ level: colour ? 1 : 0 });
  return { strong: chalk.bold, faint: chalk.dim, warning: chalk.yellow, hit: chalk.bold.red, place: chalk.magenta };
}
