import { spawn } from 'node:child_process';

/** The file a user runs. */
export const PROGRAM = new URL('../../bin/workmethod.js', import.meta.url).pathname;

export interface ProgramRun {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  readonly cwd?: string;
  /** What stands on standard input; a closed pipe without it. */
  readonly input?: string | Uint8Array;
  readonly env?: Readonly<Record<string, string>>;
}

/** Runs `workmethod` as a user would, without a terminal. */
export function runProgram(args: readonly string[], options: RunOptions = {}): Promise<ProgramRun> {
  return run(process.execPath, [PROGRAM, ...args], options);
}

/** Runs a line of a shell in which `workmethod` is the program. */
export function runShell(line: string, options: RunOptions = {}): Promise<ProgramRun> {
  return run('/bin/sh', ['-c', `workmethod() { '${process.execPath}' '${PROGRAM}' "$@"; }\n${line}`], options);
}

function run(command: string, args: readonly string[], options: RunOptions): Promise<ProgramRun> {
  return new Promise((settle, reject) => {
    const child = spawn(command, args, { cwd: options.cwd, env: { ...process.env, ...options.env } });
    const output = { stdout: [] as Buffer[], stderr: [] as Buffer[] };
    child.stdout.on('data', (chunk: Buffer) => output.stdout.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => output.stderr.push(chunk));
    child.on('error', reject);
    child.on('close', (status) => {
      const text = (chunks: Buffer[]) => Buffer.concat(chunks).toString('utf8');
      settle({ status, stdout: text(output.stdout), stderr: text(output.stderr) });
    });
    // The program may end without reading its input.
    child.stdin.on('error', () => undefined);
    child.stdin.end(options.input ?? '');
  });
}
