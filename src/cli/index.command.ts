import {
  addExamples,
  addOutputFlags,
  addReadingFlags,
  type Command,
  type Finish,
  PATHS_HELP,
} from './command-flags.js';

/** `workmethod index`: its flags and help. The work is loaded when the command runs. */
export function defineIndexCommand(command: Command, finish: Finish): void {
  command
    .description(
      'Stores a corpus in one SQLite file: texts, outlines, frameworks and a full-text index, to be searched and counted at once. ' +
        'Run again, it reads only what changed, and takes out what is gone.',
    )
    .argument(
      '[paths...]',
      `${PATHS_HELP}; they replace the earlier ones, so name all that the database is to hold. Without them, what it was made from, read in the same way, from the same folder`,
    )
    .option('--rehash', 'also open files whose size and times are as they were, and compare what they hold');
  addOutputFlags(addReadingFlags(command), [
    '-o, --output <file>',
    'the database to make or to bring up to date; until the end of the run it is as it was',
  ]).action(async (paths: string[], flags: Record<string, unknown>) => {
    const { runIndex } = await import('./run-index.js');
    finish(await runIndex(paths, flags));
  });
  addExamples(command, [
    ['workmethod index reports/ -o corpus.db', 'a folder of reports, stored once'],
    ['workmethod index -o corpus.db', 'brought up to date: what the folder holds now'],
    ['workmethod index 2023.jsonl 2024.jsonl --text-field body -o corpus.db', 'JSON lines: a record a document'],
    [
      'sqlite3 corpus.db "SELECT path, line, name FROM framework_list WHERE name LIKE \'%清\'"',
      'the tables are plain: docs/corpus-database.md',
    ],
  ]);
}
