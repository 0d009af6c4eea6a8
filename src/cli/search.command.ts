import { SEARCH_PLACES } from '../search/query.js';
import {
  addExamples,
  addOutputFlags,
  addReadingFlags,
  type Command,
  type Finish,
  Option,
  PATHS_HELP,
} from './command-flags.js';

const MATCHING = `
What a phrase finds:
  its characters in either script and all their variants, letters, digits and signs in
  full or half width, quotes of either kind, with pinyin in brackets, stray blanks or
  a line break in between; letters as they are written (-i: in either case). --exact: the phrase as it is typed, in the source as
  it is. Regular expressions (-E) are those of JavaScript with the flag u, sought in
  the normalized text, paragraph by paragraph; ^ and $ are the ends of one. What is
  shown are the source's own characters.

A paragraph is a line of the normalized text, where broken lines are joined. Of --in,
headings are those that segment tells; frameworks and members those of extract.

Exit status: 0 found, 1 nothing found, 2 wrong usage, 3 some inputs failed.`;

/** `workmethod search`: its flags and help. The work is loaded when the command runs. */
export function defineSearchCommand(command: Command, finish: Finish): void {
  command
    .description(
      'Finds a phrase in reports, whatever their script, width, encoding or noise, and shows where it stands.',
    )
    .argument('[pattern]', 'what to look for; with -e a path')
    .argument('[paths...]', PATHS_HELP)
    .option('-e, --pattern <pattern>', 'what to look for; may be repeated, one of them is enough', collect)
    .option('-E, --regex', 'patterns are regular expressions')
    .option('--exact', 'as typed, in the source as it is')
    .option('-i, --ignore-case', 'letters in either case')
    .option('--and <pattern>', 'the paragraph of the hit holds this as well; may be repeated', collect)
    .option('--not <pattern>', 'the paragraph of the hit does not hold this; may be repeated', collect)
    .option('--near <number>', 'at most so many characters lie between the hit and each --and')
    .addOption(new Option('--in <place>', 'where the hit must lie (default: text)').choices([...SEARCH_PLACES]));
  addShowingFlags(command);
  addOutputFlags(addReadingFlags(command)).action(
    async (pattern: string | undefined, paths: string[], flags: Record<string, unknown>) => {
      const { runSearch } = await import('./run-search.js');
      finish(await runSearch(pattern, paths, flags));
    },
  );
  command.addHelpText('after', MATCHING);
  addExamples(command, [
    ['workmethod search 信访 reports/', 'lines with 信访, 信訪, 信(xìn)访 …'],
    ['workmethod search 网格员 reports/ --kwic --sort left', 'what stands before a word'],
    ['workmethod search 信访 reports/ --and 网格 --near 20 --not 投诉', 'near another word, without a third'],
    ['workmethod search -E "[一二三四五六七八九十]+步工作法" reports/ --in heading', 'a pattern, in headings alone'],
    ['workmethod search -e 群众 -e 居民 reports/ -c', 'how often, in each document'],
    [
      'workmethod search 满意度 reports/ --format csv --sample 200 --seed 1 -o sample.csv',
      'a sample for a spreadsheet',
    ],
    ['workmethod search 12345 corpus.jsonl --json | jq -r .quote', 'hits for programs'],
  ]);
}

function addShowingFlags(command: Command): void {
  command
    .option('-A, --after <number>', 'show so many lines behind')
    .option('-B, --before <number>', 'show so many lines before')
    .option('-C, --context <number>', 'both')
    .option('-c, --count', 'only how many hits each document has')
    .option('-l, --list', 'only which documents have hits')
    .option('-m, --max-count <number>', 'at most so many hits of each document')
    .addOption(
      new Option(
        '-f, --format <format>',
        'text: lines with path and number, the default; kwic: concordance, the hits one below the other; jsonl: a hit a line; csv: for spreadsheets',
      ).choices(['text', 'kwic', 'jsonl', 'csv']),
    )
    .option('--json', 'the same as --format jsonl')
    .option('--kwic', 'the same as --format kwic')
    .option(
      '--width <number>',
      'columns shown on either side of a hit; a Chinese character takes two (default: what the terminal has room for, else 40; lines whole)',
    )
    .addOption(
      new Option('--sort <side>', 'order hits by what stands before or behind them').choices(['left', 'right', 'path']),
    )
    .option('--sample <number>', 'only so many hits, drawn at random')
    .option('--seed <number>', 'another sample; the same seed draws the same (default: 0)')
    .option('--jobs <number>', 'how many files at once; the output does not depend on it');
}

function collect(value: string, earlier: readonly string[] = []): readonly string[] {
  return [...earlier, value];
}
