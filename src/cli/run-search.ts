import { statSync } from 'node:fs';
import type { SearchThreads } from '../search/start-search-threads.js';
import type { RawFlags } from './options.js';
import { parseSearchOptions, type SearchOptions } from './search-options.js';

/** The work of `workmethod search`; returns the exit status. */
export async function runSearch(
  pattern: string | undefined,
  rest: readonly string[],
  flags: RawFlags,
): Promise<number> {
  const options = parseSearchOptions(pattern, rest, flags);
  const threads = await startThreads(options);
  try {
    const { searchAndWrite } = await import('./search-and-write.js');
    return await searchAndWrite(options, threads);
  } finally {
    threads?.stop();
  }
}

/**
 * Other threads need some time to come up, in which the rest is loaded and the files are looked for. They pay where documents must be normalized; phrases are
 * sought in the bytes of twenty thousand files before a thread is there.
 */
async function startThreads({ jobs, paths, query }: SearchOptions): Promise<SearchThreads | null> {
  const { regex, and, not, place } = query;
  const normalizes = regex || and.length > 0 || not.length > 0 || place !== 'text';
  const many = paths.some((path) => path !== '-' && statSync(path, { throwIfNoEntry: false })?.isFile() !== true);
  if (jobs < 2 || !many || !normalizes) return null;
  return (await import('../search/start-search-threads.js')).startSearchThreads(jobs - 1);
}
