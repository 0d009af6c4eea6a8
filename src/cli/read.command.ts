import {
  addExamples,
  addOutputFlags,
  addReadingFlags,
  type Command,
  type Finish,
  PATHS_HELP,
} from './command-flags.js';

/** `workmethod read`: its flags and help. The work is loaded when the command runs. */
export function defineReadCommand(command: Command, finish: Finish): void {
  command
    .description('Prints the source text of one document exactly as the spans of all results refer to it, in UTF-8.')
    .argument('[paths...]', `${PATHS_HELP}; they must hold one document`)
    .option('--id <id>', 'the record of a JSON lines file to print');
  addOutputFlags(addReadingFlags(command)).action(async (paths: string[], flags: Record<string, unknown>) => {
    const { runRead } = await import('./run-read.js');
    finish(await runRead(paths, flags));
  });
  addExamples(command, [
    ['workmethod read reports/gbk.txt', 'a report in any encoding, as UTF-8'],
    ['workmethod read corpus.jsonl --id 2024-7', 'one record of a JSON lines file'],
    ['workmethod read reports/gbk.txt -o utf8.txt', 'kept in a file'],
  ]);
}
