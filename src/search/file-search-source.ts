import type { FoundInput } from '../pipeline/read/find-inputs.js';
import type { ReadOptions } from '../pipeline/read/format-reader.js';
import { FileSearcher } from './file-searcher.js';
import { planScan } from './scan-plan.js';
import type { SearchSource } from './search-source.js';

/** Files as they are. */
export function createFileSearchSource(
  inputs: Iterable<FoundInput>,
  options: Partial<ReadOptions> = {},
  standardInput: AsyncIterable<Uint8Array> = process.stdin,
): SearchSource {
  return {
    candidates: (query) => new FileSearcher(planScan(query), options, standardInput).source(inputs).candidates(query),
  };
}
