import { VERSION } from '../version.js';
import { addExamples, Command, type Finish } from './command-flags.js';
import { COMMANDS } from './commands.js';

/**
 * The command line as commander knows it.
 * @param argv decides which commands are defined in full; of the others only what the program's help says of them is needed
 */
export async function createProgram(
  argv: readonly string[],
  finish: Finish,
  printError: (message: string) => void,
): Promise<Command> {
  const program = new Command('workmethod')
    .description('Finds numbered frameworks (六诊六治, 12345, 一三四) in Chinese work reports.')
    .version(VERSION, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .helpCommand('help [command]', 'print the help of a command')
    .configureHelp({ subcommandTerm: (command) => command.name() })
    .configureOutput({ outputError: (text) => printError(text.replace(/^error: /, '').trimEnd()) })
    .exitOverride();
  for (const { name, summary, load } of COMMANDS) {
    const command = program.command(name).summary(summary);
    if (argv.includes(name)) (await load())(command, finish);
  }
  addExamples(program, [
    ['workmethod extract reports/ --format table', 'look at a folder of reports'],
    ['workmethod extract reports/ -o frameworks.json', 'results for programs'],
    ['workmethod help extract', 'all options of a command'],
  ]);
  return program;
}
