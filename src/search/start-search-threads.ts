import { Worker } from 'node:worker_threads';
import { type ClaimedSlices, createClaims } from './slices.js';

/** Threads that come up while other things are seen to, and may not be needed in the end. */
export interface SearchThreads {
  readonly workers: readonly Worker[];
  readonly claims: ClaimedSlices;
  stop(): void;
}

export function startSearchThreads(count: number): SearchThreads {
  const claims = createClaims();
  const workers = Array.from({ length: count }, () => {
    return new Worker(new URL('./search-worker.js', import.meta.url), { workerData: { claims } });
  });
  return {
    workers,
    claims,
    stop() {
      for (const worker of workers.splice(0)) void worker.terminate();
    },
  };
}
