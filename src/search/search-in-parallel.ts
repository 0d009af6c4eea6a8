import type { Worker } from 'node:worker_threads';
import type { FoundInput } from '../pipeline/read/find-inputs.js';
import { STANDARD_INPUT } from '../pipeline/read/format-reader.js';
import { createSearchInputs, type SearchInputs, type SearchJob, type SearchPart } from './search-slice.js';
import {
  type ClaimedSlices,
  claimSlice,
  countSlices,
  noteWritten,
  type Slice,
  type WorkerMessage,
  type WorkerOrder,
} from './slices.js';
import type { SearchThreads } from './start-search-threads.js';

/** Below this a thread takes longer to start than it has to do. */
const LEAST_INPUTS = 600;

/** Searches inputs; parts come in their order, whichever thread they are from. */
export async function* searchInParallel(
  inputs: readonly FoundInput[],
  job: SearchJob,
  threads: SearchThreads | null,
): AsyncGenerator<SearchPart> {
  if (inputs.length < LEAST_INPUTS || inputs.some(({ path }) => path === STANDARD_INPUT)) threads?.stop();
  const { workers, claims } = threads ?? { workers: [], claims: null };
  try {
    if (workers.length === 0 || claims === null) yield* createSearchInputs(job)(inputs);
    else yield* new SharedSearch(inputs, job, workers, claims).parts();
  } finally {
    threads?.stop();
  }
}

/** What the other threads have told of a slice. */
interface SliceState {
  readonly parts: SearchPart[];
  done: boolean;
}

class SharedSearch {
  private readonly states: SliceState[];
  private failure: Error | null = null;
  /** Called when there is news. */
  private wake: () => void = () => undefined;
  private readonly inputs: readonly FoundInput[];
  private readonly searchInputs: SearchInputs;
  private readonly claims: ClaimedSlices;

  constructor(inputs: readonly FoundInput[], job: SearchJob, workers: readonly Worker[], claims: ClaimedSlices) {
    this.inputs = inputs;
    this.searchInputs = createSearchInputs(job);
    this.claims = claims;
    this.states = Array.from({ length: countSlices(inputs.length) }, () => ({ parts: [], done: false }));
    const order: WorkerOrder = {
      paths: inputs.map(({ path }) => path).join('\0'),
      failures: inputs.flatMap(({ failure }, index) => (failure === null ? [] : [[index, failure] as const])),
      job,
    };
    for (const worker of workers) {
      worker.on('message', (message: WorkerMessage) => this.receive(message));
      worker.on('error', (error) => {
        this.failure = error;
        this.wake();
      });
      worker.postMessage(order);
    }
  }

  /** In the order of the slices. While the next one is not there yet, this thread takes one itself. */
  async *parts(): AsyncGenerator<SearchPart> {
    let mayClaim = true;
    for (let next = 0; next < this.states.length; ) {
      const state = this.states[next]!;
      if (this.failure !== null) throw this.failure;
      yield* state.parts.splice(0);
      if (state.done) {
        noteWritten(this.claims);
        next += 1;
        continue;
      }
      const slice: Slice | null = mayClaim ? claimSlice(this.claims, this.inputs.length) : null;
      mayClaim = slice !== null;
      if (slice === null) await this.news();
      else if (slice.index === next) {
        yield* this.searchSlice(slice);
        state.done = true;
      } else {
        const own = this.states[slice.index]!;
        for await (const part of this.searchSlice(slice)) own.parts.push(part);
        own.done = true;
      }
      // What the others sent meanwhile comes in here.
      await new Promise((resume) => setImmediate(resume));
    }
  }

  private searchSlice({ from, to }: Slice): AsyncGenerator<SearchPart> {
    return this.searchInputs(this.inputs.slice(from, to));
  }

  private receive({ slice, part, done }: WorkerMessage): void {
    const state = this.states[slice]!;
    if (part !== null) state.parts.push(part);
    state.done = done;
    this.wake();
  }

  private news(): Promise<void> {
    return new Promise((resume) => {
      this.wake = resume;
    });
  }
}
