import { parentPort, workerData } from 'node:worker_threads';
import type { FoundInput } from '../pipeline/read/find-inputs.js';
import { createSearchInputs } from './search-slice.js';
import { type ClaimedSlices, claimSlices, type WorkerMessage, type WorkerOrder } from './slices.js';

// A thread that searches slices of the inputs, for as long as there are some that nobody has taken.

const port = parentPort!;
const { claims } = workerData as { readonly claims: ClaimedSlices };

port.once('message', async (order: WorkerOrder) => {
  const inputs: FoundInput[] = order.paths.split('\0').map((path) => ({ path, failure: null }));
  for (const [index, failure] of order.failures) inputs[index] = { path: inputs[index]!.path, failure };
  const searchInputs = createSearchInputs(order.job);
  for (const slice of claimSlices(claims, inputs.length)) {
    for await (const part of searchInputs(inputs.slice(slice.from, slice.to))) {
      port.postMessage({ slice: slice.index, part, done: false } satisfies WorkerMessage, [part.output.buffer]);
    }
    port.postMessage({ slice: slice.index, part: null, done: true } satisfies WorkerMessage);
  }
  port.close();
});
