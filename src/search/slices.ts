import type { ReadFailure } from '../model/document.js';
import type { SearchJob, SearchPart } from './search-slice.js';

/** Inputs from one index to before another, searched by one thread. */
export interface Slice {
  readonly index: number;
  readonly from: number;
  readonly to: number;
}

/** Shared by all threads: how many slices are taken, and how many are written out. */
export type ClaimedSlices = Int32Array<SharedArrayBuffer>;
const TAKEN = 0;
const WRITTEN = 1;

/** What a thread is told to do. Paths in one string, which is copied at once. */
export interface WorkerOrder {
  readonly paths: string;
  /** Of the inputs that are none, by their index. */
  readonly failures: readonly (readonly [index: number, failure: ReadFailure])[];
  readonly job: SearchJob;
}

export interface WorkerMessage {
  readonly slice: number;
  readonly part: SearchPart | null;
  readonly done: boolean;
}

/** Small enough that all threads end together, large enough that to hand over the results costs little. */
const INPUTS_PER_SLICE = 128;
/** Results wait for those before them; a thread that is so far ahead waits as well. */
const MOST_AHEAD = 64;
const WAIT_MS = 50;

export function createClaims(): ClaimedSlices {
  return new Int32Array(new SharedArrayBuffer(8));
}

export function countSlices(inputs: number): number {
  return Math.ceil(inputs / INPUTS_PER_SLICE);
}

/** The next slice that nobody has taken, or null. */
export function claimSlice(claims: ClaimedSlices, inputs: number): Slice | null {
  const index = Atomics.add(claims, TAKEN, 1);
  const from = index * INPUTS_PER_SLICE;
  return from >= inputs ? null : { index, from, to: Math.min(inputs, from + INPUTS_PER_SLICE) };
}

/** The slices of a thread that can wait. */
export function* claimSlices(claims: ClaimedSlices, inputs: number): Generator<Slice> {
  for (let slice = claimSlice(claims, inputs); slice !== null; slice = claimSlice(claims, inputs)) {
    for (let written = Atomics.load(claims, WRITTEN); slice.index - written > MOST_AHEAD; ) {
      Atomics.wait(claims, WRITTEN, written, WAIT_MS);
      written = Atomics.load(claims, WRITTEN);
    }
    yield slice;
  }
}

/** Tells the threads that one more slice is written. */
export function noteWritten(claims: ClaimedSlices): void {
  Atomics.add(claims, WRITTEN, 1);
  Atomics.notify(claims, WRITTEN);
}
