import { existsSync, realpathSync } from 'node:fs';
import { resolve } from 'node:path';
import { UsageError } from '../errors.js';
import type { CorpusDocument } from '../model/countable-document.js';
import type { ReadFailure } from '../model/document.js';
import { type FoundInput, findInputs } from '../pipeline/read/find-inputs.js';
import { isReadFailure, type ReadOptions } from '../pipeline/read/format-reader.js';
import { readInputs } from '../pipeline/read/read-inputs.js';
import { isDatabasePath } from '../store/corpus-file.js';
import { describeNothingFound } from './describe-nothing-found.js';

/** What stands behind the paths of a command that takes corpus databases in the place of folders. */
export interface FoundCorpus {
  /** Databases, and what was found behind the other paths. */
  readonly databases: readonly string[];
  readonly inputs: readonly FoundInput[];
  /** Files of a format that is not read. */
  readonly passedOver: number;
}

/**
 * @param output the file that is written, which is no input
 * @throws UsageError where nothing is found
 */
export async function findCorpus(paths: readonly string[], output: string | null): Promise<FoundCorpus> {
  const given = paths.filter((path) => path !== '-' && isDatabasePath(path));
  const databases = [...new Map(given.map((path) => [realPath(path), path])).values()];
  if (output !== null && databases.some((path) => realPath(path) === realPath(output)))
    throw new UsageError(`-o ${output}: would write over the corpus database itself; name another`);
  if (paths.length > 0 && given.length === paths.length) return { databases, inputs: [], passedOver: 0 };
  const others = paths.filter((path) => !given.includes(path));
  const { inputs, passedOver } = await findInputs(others, output);
  if (inputs.length === 0) throw new UsageError(describeNothingFound(others, passedOver));
  return { databases, inputs, passedOver };
}

/** Where a path leads in the end, so that one database is searched once. */
function realPath(path: string): string {
  return existsSync(path) ? realpathSync(path) : resolve(path);
}

/** Databases and files that belong to both; links are not followed. */
export function listShared(first: FoundCorpus, second: FoundCorpus): string[] {
  const pathsOf = ({ databases, inputs }: FoundCorpus) => [...databases, ...inputs.map(({ path }) => path)];
  const known = new Set(pathsOf(first).map((path) => resolve(path)));
  return pathsOf(second).filter((path) => known.has(resolve(path)));
}

/** The documents of the databases with what is known of them already, then those of the files. */
export async function* readCorpus(
  { databases, inputs }: FoundCorpus,
  options: Partial<ReadOptions>,
): AsyncGenerator<CorpusDocument | ReadFailure> {
  for (const path of databases) {
    const { openCorpusStore } = await import('../store/corpus-store.js');
    const store = openCorpusStore(path);
    try {
      yield* store.documents();
    } finally {
      store.close();
    }
  }
  for await (const source of readInputs(inputs, options)) yield isReadFailure(source) ? source : { source };
}
