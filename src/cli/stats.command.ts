import { GROUPINGS } from '../corpus/statistics/corpus-groups.js';
import { SEGMENTERS } from '../model/segmentation.js';
import { addExamples, addOutputFlags, addReadingFlags, type Command, type Finish, Option } from './command-flags.js';

const WHAT = `
What (the first operand; overview if it is left out):
  overview            how much there is: documents, tokens, types, sentences, frameworks
  words               how often each word occurs
  ngrams              how often words follow each other (-n 2)
  collocates NODE     what stands near a word: logDice, MI, t-score, G²
  keyness             words that set a corpus apart from another (--reference,
                      --reference-years) or its parts from each other (--by)
  dispersion WORD[,WORD…]  how evenly words are spread: range, Juilland's D, DP, DPnorm, ARF
  diversity           how rich the vocabulary is: TTR, MATTR, HD-D
  frameworks          the numbered practices: how often, in how many documents, their members
  trend [PHRASE[,PHRASE…]]  the frameworks, or phrases, year by year

The first operand of collocates and dispersion is always the word. That of trend is
a phrase, even where a file has its name, unless it is written as a path (reports/,
./改革, *.txt, a.txt) or is the only operand and exists. Words are separated by , ，
or 、. The paths of the target stand before --reference, which takes all behind it.

Tokens are words, numbers and names in Latin letters, never signs; per million
refers to all of them, whatever a list leaves out. Formulas and sources of the
measures: docs/statistics.md`;

/** `workmethod stats`: its flags and help. The work is loaded when the command runs. */
export function defineStatsCommand(command: Command, finish: Finish): void {
  command
    .description(
      'Corpus statistics: frequencies, collocates, keyness, dispersion, diversity, practices over the years.',
    )
    .usage('[what] [node, words or phrases] [paths...] [options]')
    .argument('[operands...]', 'what to count, what it is about, and files, folders, globs, or - for standard input')
    .addOption(
      new Option('-f, --format <format>', 'table: for people; json, csv: for programs, with every digit')
        .choices(['table', 'json', 'csv'])
        .default('table'),
    );
  addCountingFlags(command);
  addChoosingFlags(command);
  addOutputFlags(addReadingFlags(command)).action(async (operands: string[], flags: Record<string, unknown>) => {
    const { runStats } = await import('./run-stats.js');
    finish(await runStats(operands, flags));
  });
  command.addHelpText('after', WHAT);
  addExamples(command, [
    ['workmethod stats reports/', 'how much there is'],
    ['workmethod stats words reports/ --pos n,v --stopwords default', 'the most frequent nouns and verbs'],
    ['workmethod stats collocates 改革 reports/ --window 0:3', 'what stands right behind 改革'],
    ['workmethod stats keyness 2023/ --reference 2013/ --format csv -o key.csv', 'two folders compared'],
    ['workmethod stats keyness reports.jsonl --years 2013- --reference-years -1989', 'two times compared'],
    ['workmethod stats dispersion 三农,乡村振兴 reports/ --by year', 'how evenly spread over the years'],
    ['workmethod stats trend 环境保护 reports/', 'a phrase year by year'],
  ]);
}

function addCountingFlags(command: Command): void {
  command
    .addOption(
      new Option('-u, --unit <unit>', 'what tokens are: words (the default), or characters, without an engine').choices(
        ['word', 'char'],
      ),
    )
    .addOption(
      new Option('--segmenter <name>', 'what cuts the words; the first that is installed if not told').choices([
        ...SEGMENTERS,
      ]),
    )
    .option('--dictionary <file>', 'words that stay whole, a line each: word [frequency] [tag]')
    .option('-n, --n <number>', 'ngrams: of how many tokens (2)')
    .option('--window <l:r>', 'collocates: tokens left and right of the node, within the sentence (5:5)')
    .addOption(
      new Option(
        '--by <part>',
        'parts of the corpus: told apart in overview, words, ngrams; what dispersion and diversity are over (document); each against the others in keyness',
      ).choices([...GROUPINGS]),
    )
    .option('--reference <paths...>', 'keyness: what to compare with, all paths up to the next option', collect)
    .option('--smoothing <number>', 'keyness: what simple maths adds to the frequencies per million (1)')
    .option('--moving-window <number>', 'diversity: tokens of the window of MATTR (100)')
    .option('--jobs <number>', 'how many jobs at once; the output does not depend on it');
}

function addChoosingFlags(command: Command): void {
  command
    .option('--years <range>', 'only reports of these years: 2013, 2013-, -1989, 1990-1999')
    .option('--reference-years <range>', 'keyness: the years of the reports to compare with')
    .option('--date-field <name>', 'field of a JSON lines record that holds its year or date (date)')
    .option(
      '--pos <tags>',
      "tell parts of speech apart and list these: jieba's tags (n takes nr, ns …), universal ones (NOUN), or all",
    )
    .option('--stopwords <file>', 'words to leave out of the list, a line each; default for the list of the program')
    .option('--min-frequency <number>', 'leave out what occurs less often (1; ngrams 2; collocates 3)')
    .option('--sort <measure>', 'the field to sort rows by, the highest first')
    .option('--top <number>', 'only the first rows, of each part (table: 20; json and csv: all)');
}

function collect(value: string, earlier: readonly string[] = []): readonly string[] {
  return [...earlier, value];
}
