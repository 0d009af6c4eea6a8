import { Argument, Command, Option } from 'commander';

// The one place where commander comes in: the other files of this folder take from here what they need of it.
export { Argument, Command, Option };

/** How a command tells `main` its exit status. */
export type Finish = (status: number) => void;

/** Flags of every command that reads documents. */
export function addReadingFlags(command: Command): Command {
  return command
    .option(
      '--encoding <name>',
      'encoding of the input instead of detecting it: utf-8, gb18030 (gbk), big5, utf-16le, utf-16be',
    )
    .option('--text-field <name>', 'field of a JSON lines record that holds the text', 'text')
    .option('--id-field <name>', 'field of a JSON lines record that holds its id', 'id');
}

const OUTPUT_FILE = ['-o, --output <file>', 'write to FILE, whole or not at all, instead of standard output'] as const;

/** Flags of every command. */
export function addOutputFlags(command: Command, output: readonly [flag: string, help: string] = OUTPUT_FILE): Command {
  return command
    .option(...output)
    .option('-q, --quiet', 'no summary, progress or warnings; errors are still told')
    .option('--no-color', 'no colours on the terminal (NO_COLOR does the same)');
}

/** Examples at the end of a command's help: what to type, and what for. */
export function addExamples(
  command: Command,
  examples: readonly (readonly [typed: string, purpose: string])[],
): Command {
  const lines = examples.map(([typed, purpose]) => `  # ${purpose}\n  ${typed}`);
  return command.addHelpText('after', `\nExamples:\n${lines.join('\n')}`);
}

export const PATHS_HELP = 'files, folders, globs, or - for standard input';
