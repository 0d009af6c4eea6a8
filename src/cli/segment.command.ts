import { SEGMENTERS, UNIT_KINDS } from '../model/segmentation.js';
import {
  addExamples,
  addOutputFlags,
  addReadingFlags,
  type Command,
  type Finish,
  Option,
  PATHS_HELP,
} from './command-flags.js';

/** `workmethod segment`: its flags and help. The work is loaded when the command runs. */
export function defineSegmentCommand(command: Command, finish: Finish): void {
  command
    .description(
      'Cuts reports into units, one a line with its span in the source. The units of a level cover the text without gap or overlap.',
    )
    .argument('[paths...]', PATHS_HELP)
    .addOption(new Option('-u, --unit <unit>', 'what to cut into').choices([...UNIT_KINDS]).default('sentence'))
    .addOption(
      new Option(
        '-f, --format <format>',
        'text: start, end and text, parted by tabs (of articles and sections the heading); jsonl: a line for each document, then for each unit; conllu: sentences with their words',
      )
        .choices(['text', 'jsonl', 'conllu'])
        .default('text'),
    )
    .option('--pos', 'add the part of speech of each word')
    .option('--dictionary <file>', 'words that stay whole, a line each: word [frequency] [tag]')
    .addOption(
      new Option('--segmenter <name>', 'what cuts the words; the first that is installed if not told').choices([
        ...SEGMENTERS,
      ]),
    );
  addOutputFlags(addReadingFlags(command)).action(async (paths: string[], flags: Record<string, unknown>) => {
    const { runSegment } = await import('./run-segment.js');
    finish(await runSegment(paths, flags));
  });
  addExamples(command, [
    ['workmethod segment report.txt', 'its sentences'],
    ['workmethod segment report.txt --unit section', 'its outline; faults in the numbering are told'],
    [
      'workmethod segment reports/ --unit word --format jsonl | jq -r "select(.text and (.blank | not)).text"',
      'its words',
    ],
    [
      'workmethod segment reports/ --format conllu --pos -o reports.conllu',
      'words with parts of speech, for other tools',
    ],
    ['workmethod segment report.txt --unit word --dictionary words.txt', 'with words of your own'],
  ]);
}
