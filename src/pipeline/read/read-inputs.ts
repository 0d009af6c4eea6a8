import { open } from 'node:fs/promises';
import type { ReadFailure, SourceDocument } from '../../model/document.js';
import { describeFileError } from './file-errors.js';
import type { FoundInput } from './find-inputs.js';
import type { FormatInput, ReadOptions } from './format-reader.js';
import { DEFAULT_READ_OPTIONS, STANDARD_INPUT } from './format-reader.js';
import { tellFormat } from './formats.js';

/** Enough to tell format and encoding. */
const HEAD_BYTES = 65_536;
/** Read at once: each chunk costs a turn of the event loop, however small. */
const CHUNK_BYTES = 1_048_576;

/**
 * Reads inputs one after the other, in their order. An input that cannot be read is a failure in its place; the others go on.
 * @param standardInput where `-` is read from
 */
export async function* readInputs(
  inputs: Iterable<FoundInput>,
  options: Partial<ReadOptions> = {},
  standardInput: AsyncIterable<Uint8Array> = process.stdin,
): AsyncGenerator<SourceDocument | ReadFailure> {
  const all: ReadOptions = { ...DEFAULT_READ_OPTIONS, ...options };
  for (const input of inputs) {
    if (input.failure !== null) {
      yield input.failure;
      continue;
    }
    try {
      if (input.path === STANDARD_INPUT) yield* readStream(null, null, standardInput, all);
      else yield* readFile(input.path, all);
    } catch (error) {
      const failure = describeFileError(input.path, error);
      if (failure === null) throw error;
      yield failure;
    }
  }
}

async function* readFile(path: string, options: ReadOptions): AsyncGenerator<SourceDocument | ReadFailure> {
  const file = await open(path, 'r');
  try {
    const { size } = await file.stat();
    yield* readStream(path, size, file.createReadStream({ autoClose: false, highWaterMark: CHUNK_BYTES }), options);
  } finally {
    await file.close();
  }
}

async function* readStream(
  path: string | null,
  size: number | null,
  stream: AsyncIterable<Uint8Array>,
  options: ReadOptions,
): AsyncGenerator<SourceDocument | ReadFailure> {
  const chunks = stream[Symbol.asyncIterator]();
  try {
    const { head, taken, ended } = await readHead(chunks);
    const open = () => continueFrom(taken, chunks, ended);
    const format = tellFormat(path, head);
    const reader = await format.load();
    const input: FormatInput = { path, format: format.id, head, size, open };
    yield* reader.read(input, options);
  } finally {
    await chunks.return?.();
  }
}

interface Head {
  readonly head: Uint8Array;
  readonly taken: readonly Uint8Array[];
  readonly ended: boolean;
}

async function readHead(chunks: AsyncIterator<Uint8Array>): Promise<Head> {
  const taken: Uint8Array[] = [];
  let length = 0;
  let ended = false;
  while (length < HEAD_BYTES && !ended) {
    const next = await chunks.next();
    ended = next.done === true;
    if (next.done === true) break;
    taken.push(next.value);
    length += next.value.length;
  }
  return { head: Buffer.concat(taken).subarray(0, HEAD_BYTES), taken, ended };
}

async function* continueFrom(
  taken: readonly Uint8Array[],
  chunks: AsyncIterator<Uint8Array>,
  ended: boolean,
): AsyncGenerator<Uint8Array> {
  yield* taken;
  if (ended) return;
  for (let next = await chunks.next(); next.done !== true; next = await chunks.next()) yield next.value;
}
