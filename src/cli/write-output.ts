import { type Output, openAtomicOutput, streamOutput } from '../runtime/atomic-output.js';

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Runs `work` with the output that `-o` names, or standard output. The file takes its name only if `work` says so;
 * an error or a signal leaves nothing half-written.
 * @param work returns whether what it wrote is to be kept
 * @param flag how the user named the file, for messages
 */
export async function writeOutput(
  path: string | null,
  work: (output: Output) => Promise<boolean>,
  flag = '-o',
): Promise<void> {
  let output: Output | null = null;
  const stop = (signal: NodeJS.Signals) => {
    output?.discard();
    for (const name of SIGNALS) process.removeListener(name, stop);
    // Without a listener the signal ends the process the way whoever started it expects.
    process.kill(process.pid, signal);
  };
  // Before the file exists, or a signal that comes early would leave it behind.
  for (const name of SIGNALS) process.on(name, stop);
  try {
    output = path === null ? streamOutput(process.stdout) : openAtomicOutput(path, flag);
    if (await work(output)) await output.commit();
  } finally {
    output?.discard();
    for (const name of SIGNALS) process.removeListener(name, stop);
  }
}
