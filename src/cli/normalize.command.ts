import {
  addExamples,
  addOutputFlags,
  addReadingFlags,
  type Command,
  type Finish,
  Option,
  PATHS_HELP,
} from './command-flags.js';

const CLEANING = `
What --clean knows:
  noise        pinyin in brackets behind characters: 領導(dǎo)
  width        full-width letters and digits: ２０２４ＡＢＣ; 、 and 。 stay
  mojibake     characters of GBK read one byte off, where the bytes tell what was
               meant; else they are only told
  whitespace   stray blanks between Chinese characters
  boilerplate  lines that a web page puts around a report: navigation, 当前位置,
               全文共…字, 分享到, 版权所有

JSON lines stay JSON lines: the text field is normalized, the others are kept.`;

/** `workmethod normalize`: its flags and help. The work is loaded when the command runs. */
export function defineNormalizeCommand(command: Command, finish: Finish): void {
  command
    .description('Converts reports to one script and cleans what web pages insert, and tells every change it made.')
    .argument('[paths...]', PATHS_HELP)
    .addOption(
      new Option('--to <script>', 'script to convert to (default: simplified)').choices([
        'simplified',
        'traditional',
        'taiwan',
        'hongkong',
      ]),
    )
    .option('--phrases', 'also the words of the region, where the text is of another: 軟體 → 软件')
    .option('--opencc <config>', "instead: one of OpenCC's configurations, exactly: s2t t2s s2tw tw2s s2twp tw2sp …")
    .option('--clean <list>', 'what to clean, with commas between (default: noise,width,mojibake,whitespace), or none')
    .option('--changes <file>', 'write every change to FILE, a line of JSON each')
    .option(
      '--ambiguities',
      'list on standard error the characters that stand for several (后 里 干), and what was chosen',
    )
    .addOption(
      new Option('--detect <unit>', 'convert nothing; tell the script of each as JSON lines').choices([
        'document',
        'paragraph',
      ]),
    );
  addOutputFlags(addReadingFlags(command), [
    '-o, --output <path>',
    'one document: write to this file instead of standard output; several: to this folder, in the folders they come from',
  ]).action(async (paths: string[], flags: Record<string, unknown>) => {
    const { runNormalize } = await import('./run-normalize.js');
    finish(await runNormalize(paths, flags));
  });
  command.addHelpText('after', CLEANING);
  addExamples(command, [
    ['workmethod normalize reports/gbk.txt', 'simplified characters, without noise, to standard output'],
    ['workmethod normalize reports/ -o clean/', 'a folder of reports'],
    ['workmethod normalize reports/gbk.txt --to taiwan --phrases', 'the characters and words of Taiwan'],
    ['workmethod normalize reports/gbk.txt --opencc s2hk --clean none', 'what OpenCC does, and nothing else'],
    ['workmethod normalize reports/gbk.txt --changes changes.jsonl -o clean.txt', 'with a record of every change'],
    ['workmethod normalize reports/ --detect paragraph', 'which paragraphs are traditional'],
  ]);
}
