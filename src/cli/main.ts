import { existsSync } from 'node:fs';
import { DataFileError, UsageError } from '../errors.js';
import { COMMANDS } from './commands.js';
import { createProgram } from './create-program.js';

const NOTHING_DONE = 2;

/**
 * Runs the program.
 * @param argv what was typed after the program's name
 * @returns the exit status: 0 done, 2 wrong usage or nothing could be done, 3 some inputs failed
 */
export async function main(argv: readonly string[]): Promise<number> {
  const outputFailure = watchStandardStreams();
  const status = await runCommand(argv).catch(reportError);
  // Errors of what was printed without waiting, such as help, come one turn later.
  await new Promise((resume) => setImmediate(resume));
  const failure = outputFailure();
  return failure !== null && status === 0 ? reportError(failure) : status;
}

async function runCommand(argv: readonly string[]): Promise<number> {
  let status = 0;
  const finish = (result: number) => {
    status = result;
  };
  suggestCommand(argv[0]);
  const program = await createProgram(argv, finish, (message) => void process.stderr.write(`workmethod: ${message}\n`));
  await program.parseAsync(argv, { from: 'user' });
  return status;
}

/** `workmethod reports/`: a path where a command is due. */
function suggestCommand(first: string | undefined): void {
  if (first === undefined || first.startsWith('-') || COMMANDS.some(({ name }) => name === first)) return;
  if (!existsSync(first) || first === 'help') return;
  throw new UsageError(`name a command before the paths: workmethod extract ${first}`);
}

async function reportError(error: unknown): Promise<number> {
  // Commander has printed what it has to say: help and version with exit code 0, mistakes with 1.
  if (isCommanderError(error)) return error.exitCode === 0 ? 0 : NOTHING_DONE;
  const { isClosedPipe } = await import('../runtime/atomic-output.js');
  if (isClosedPipe(error)) return 0;
  const { printError } = await import('./reporter.js');
  printError(describeError(error));
  return NOTHING_DONE;
}

function isCommanderError(error: unknown): error is Error & { readonly exitCode: number } {
  return (
    error instanceof Error && 'exitCode' in error && 'code' in error && String(error.code).startsWith('commander.')
  );
}

function describeError(error: unknown): string {
  if (error instanceof UsageError || error instanceof DataFileError) return error.message;
  if (error instanceof Error && 'syscall' in error) return error.message;
  const trace = error instanceof Error ? error.stack : String(error);
  return `a mistake of the program, please report it: ${trace}`;
}

/** Without a listener an error of a stream would end the program with a trace. */
function watchStandardStreams(): () => Error | null {
  let failure: Error | null = null;
  process.stdout.on('error', (error) => {
    failure ??= error;
  });
  // Nobody is left to tell when standard error fails.
  process.stderr.on('error', () => undefined);
  return () => failure;
}
