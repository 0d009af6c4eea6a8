import {
  addExamples,
  addOutputFlags,
  addReadingFlags,
  type Command,
  type Finish,
  Option,
  PATHS_HELP,
} from './command-flags.js';

const DEFINITIONS = `
What is scored, in two ways:
  frameworks  partial: its name is given, with at least half of the annotated
              members; strict: name and all members are worded as annotated, and
              there is no other member
  members     of frameworks given under their name, in order. partial: the same
              characters, or one wording holds the other (热心 in 窗口热心接), or
              most pairs of neighbouring characters are shared; strict: the same
              characters
  mentions    partial: the name but for method noun and measure word; strict:
              the same characters
  fields      of frameworks given under their name; strict: the same characters,
              and in groups the heads beside the numbers
  perfect     frameworks with number, pattern and every member right (partial),
              no member added
  confidence  given frameworks by confidence, and how many are right (partial)

Script, full or half width, blanks and signs never make a difference. Precision
is the share of what was given, recall the share of what was annotated, F1 their
harmonic mean. Frameworks annotated as "list" or "optional" count neither when
found nor when missed. An annotated report without result counts as missed.`;

/** `workmethod eval`: its flags and help. The work is loaded when the command runs. */
export function defineEvalCommand(command: Command, finish: Finish): void {
  command
    .description(
      'Scores what extract finds, or a file of results, against your own annotations: NAME.gold.json for NAME.txt.',
    )
    .argument(
      '[paths...]',
      `reports: ${PATHS_HELP.replace(', or - for standard input', '')}; or a file of results; else what stands beside the annotations`,
    )
    .option(
      '--gold <folder>',
      'folder with annotations (its subfolders are not searched), or one such file; may be repeated',
      collect,
    )
    .option(
      '--predictions <file>',
      'score these results (JSON or JSON lines, - for standard input); paths are then the source texts',
    )
    .option('--min-confidence <number>', 'score only frameworks at or above this confidence, 0 to 1')
    .option('--misses', 'list what was missed, added or different in each report')
    .addOption(
      new Option('-f, --format <format>', 'table: for people; json: for programs')
        .choices(['table', 'json'])
        .default('table'),
    );
  addOutputFlags(addReadingFlags(command)).action(async (paths: string[], flags: Record<string, unknown>) => {
    const { runEval } = await import('./run-eval.js');
    finish(await runEval(paths, flags));
  });
  command.addHelpText('after', DEFINITIONS);
  addExamples(command, [
    ['workmethod eval --gold annotated/', 'reports and annotations in one folder'],
    ['workmethod eval --gold annotated/ reports/ --misses', 'reports elsewhere; and what went wrong'],
    [
      'workmethod extract reports/ | workmethod eval --gold annotated/ --predictions -',
      'results made before, or by another program',
    ],
    ['workmethod eval --gold annotated/ --format json | jq .totals.frameworks.partial', 'figures for programs'],
    ['workmethod schema gold', 'what may stand in an annotation'],
  ]);
}

function collect(value: string, earlier: readonly string[] = []): readonly string[] {
  return [...earlier, value];
}
