import { once } from 'node:events';
import {
  chmodSync,
  createWriteStream,
  openSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  type WriteStream,
} from 'node:fs';
import { dirname, join } from 'node:path';
import type { Writable } from 'node:stream';
import { UsageError } from '../errors.js';

/** Where results go: a file that appears whole or not at all, or a stream. */
export interface Output {
  /** Waits while the receiver is busy. Rejects with the stream's error; see `isClosedPipe`. */
  write(chunk: string | Uint8Array): Promise<void>;
  /** Everything is written: the file takes its name. */
  commit(): Promise<void>;
  /** Nothing is to be left behind. Works at once, so that a signal handler can call it; harmless after `commit`. */
  discard(): void;
}

/** Whether the reader of our output went away (`| head`), which is no error. */
export function isClosedPipe(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  return code === 'EPIPE' || code === 'ERR_STREAM_DESTROYED';
}

/** Output to a stream that is already open, such as standard output. */
export function streamOutput(stream: Writable): Output {
  const write = createWriter(stream);
  return { write, commit: async () => undefined, discard: () => undefined };
}

/** Tells the temporary files of one process apart. */
let opened = 0;

/**
 * Output to a file, written beside it under another name and renamed when complete. Devices and pipes are written directly.
 * @param flag how the user named the file, for messages
 * @throws UsageError if there can be no such file
 */
export function openAtomicOutput(path: string, flag = '-o'): Output {
  const given = `${flag} ${path}`;
  const target = resolveTarget(path, given);
  if (target.special) return directOutput(target.path, given);
  opened += 1;
  const temporary = join(dirname(target.path), `.workmethod-${process.pid}-${opened}.tmp`);
  const file = createFile(temporary, given);
  const write = createWriter(file);
  let done = false;
  return {
    write,
    async commit() {
      await end(file);
      replaceFile(temporary, target, given);
      done = true;
    },
    discard() {
      if (done) return;
      done = true;
      file.destroy();
      rmSync(temporary, { force: true });
    },
  };
}

function replaceFile(temporary: string, target: Target, given: string): void {
  try {
    if (target.mode !== null) chmodSync(temporary, target.mode);
    renameSync(temporary, target.path);
  } catch (error) {
    throw new UsageError(`${given}: cannot be replaced (${(error as NodeJS.ErrnoException).code})`);
  }
}

/** Appends, for `/dev/stdout` may be a file that holds something already. */
function directOutput(path: string, given: string): Output {
  const file = createFile(path, given, 'a');
  return { write: createWriter(file), commit: () => end(file), discard: () => file.destroy() };
}

interface Target {
  readonly path: string;
  /** Permissions of the file to be replaced. */
  readonly mode: number | null;
  readonly special: boolean;
}

/** A link is followed, so that the file it leads to is replaced and not the link. */
function resolveTarget(path: string, given: string): Target {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (stats === undefined) return { path, mode: null, special: false };
  if (stats.isDirectory()) throw new UsageError(`${given}: is a folder; name a file in it`);
  if (!stats.isFile() || path.startsWith('/dev/')) return { path, mode: null, special: true };
  return { path: realpathSync(path), mode: stats.mode & 0o7777, special: false };
}

function createFile(path: string, given: string, flags = 'w'): WriteStream {
  try {
    return createWriteStream(path, { fd: openSync(path, flags) });
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    const reason = code === 'ENOENT' ? 'its folder does not exist; create it first' : `cannot be written (${code})`;
    throw new UsageError(`${given}: ${reason}`);
  }
}

async function end(file: WriteStream): Promise<void> {
  file.end();
  if (!file.closed) await once(file, 'close');
}

function createWriter(stream: Writable): (chunk: string | Uint8Array) => Promise<void> {
  let failure: Error | null = null;
  stream.on('error', (error) => {
    failure = error;
  });
  return async (chunk) => {
    if (failure !== null) throw failure;
    // The error of a closed pipe arrives after `write` returned; waiting for the callback gives both it and backpressure.
    await new Promise<void>((settle, reject) => {
      stream.write(chunk, (error) => (error ? reject(error) : settle()));
    });
  };
}
