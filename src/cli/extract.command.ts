import {
  addExamples,
  addOutputFlags,
  addReadingFlags,
  type Command,
  type Finish,
  Option,
  PATHS_HELP,
} from './command-flags.js';

/** `workmethod extract`: its flags and help. The work is loaded when the command runs. */
export function defineExtractCommand(command: Command, finish: Finish): void {
  command
    .description(
      'Finds the numbered frameworks of Chinese work reports, lists their members and says where each stands.',
    )
    .argument('[paths...]', PATHS_HELP)
    .addOption(
      new Option(
        '-f, --format <format>',
        'json: one envelope, the default; jsonl: one document a line; table: for people, the default of --explain on a terminal',
      ).choices(['json', 'jsonl', 'table']),
    )
    .option('--text', "add the text of each member's body")
    .option('--min-confidence <number>', 'leave out frameworks below this confidence, 0 to 1')
    .option(
      '--explain',
      'tell for each name how it was read, which lists were weighed, what counted for and against each',
    )
    .option('--explain-name <name>', 'the same for the names that hold NAME, in simplified or traditional characters')
    .option(
      '--link',
      'also tell which frameworks of all documents are one practice, and which reports are reprints: json adds clusters and ' +
        'reprints, and their ids to documents and frameworks, which are held until the end; jsonl adds lines {"cluster": …} and ' +
        '{"reprint": …} behind the documents',
    )
    .option('--jobs <number>', 'how many jobs at once; the output does not depend on it')
    .option('--shard <i/n>', 'only the i-th of n parts of the corpus');
  addOutputFlags(addReadingFlags(command)).action(async (paths: string[], flags: Record<string, unknown>) => {
    const { runExtract } = await import('./run-extract.js');
    finish(await runExtract(paths, flags));
  });
  addExamples(command, [
    ['workmethod extract reports/ --format table', 'a folder of reports, to look at'],
    ['workmethod extract reports/ -o frameworks.json', 'the same for programs'],
    ['workmethod extract "reports/**/*.txt" --format jsonl | jq -r ".frameworks[]?.name"', 'the names alone'],
    ["echo '做到“四清”:底数清、问题清、责任清、结果清。' | workmethod extract -", 'from standard input'],
    ['workmethod extract reports/ --explain-name 四清 --format table', 'why 四清 has these members and no others'],
    ['workmethod extract reports/ --link --format table', 'the practices that spread, and the reprints'],
    ['workmethod extract corpus.jsonl --text-field text --min-confidence 0.8', 'JSON lines, the sure ones only'],
  ]);
}
