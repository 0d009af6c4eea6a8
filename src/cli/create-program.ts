import { Command } from 'commander';
import { VERSION } from '../version.js';
import { addExamples, type Finish } from './command-flags.js';
import { addExtractCommand } from './extract.command.js';
import { addReadCommand } from './read.command.js';
import { addSchemaCommand } from './schema.command.js';

/** The command line as commander knows it. Only this folder knows commander. */
export function createProgram(finish: Finish, printError: (message: string) => void): Command {
  const program = new Command('workmethod')
    .description('Finds numbered frameworks (六诊六治, 12345, 一三四) in Chinese work reports.')
    .version(VERSION, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .helpCommand('help [command]', 'print the help of a command')
    .configureHelp({ showGlobalOptions: false })
    .configureOutput({ outputError: (text) => printError(text.replace(/^error: /, '').trimEnd()) })
    .exitOverride();
  addExtractCommand(program, finish);
  addReadCommand(program, finish);
  addSchemaCommand(program, finish);
  addExamples(program, [
    ['workmethod extract reports/ --format table', 'look at a folder of reports'],
    ['workmethod extract reports/ -o frameworks.json', 'results for programs'],
    ['workmethod help extract', 'all options of a command'],
  ]);
  return program;
}
