import { statSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { UsageError } from '../errors.js';
import type { FoundInput } from '../pipeline/read/find-inputs.js';
import { STANDARD_INPUT } from '../pipeline/read/format-reader.js';

/** Where each input's outcome goes. */
export type OutputPlaces =
  | { readonly kind: 'stream'; readonly path: string | null }
  | { readonly kind: 'tree'; readonly placeOf: (input: FoundInput) => string };

/**
 * One document goes to standard output or to the file that `-o` names. What comes from a folder, or is several, goes into the folder that
 * `-o` names, with the folders between the given path and the file kept.
 * @throws UsageError where there is no place for several, or a report would be written over
 */
export function placeOutputs(
  paths: readonly string[],
  inputs: readonly FoundInput[],
  output: string | null,
): OutputPlaces {
  const several = inputs.length > 1;
  if (output === null) {
    if (several)
      throw new UsageError(
        `${inputs.length} files; name a folder for them: workmethod normalize ${paths[0]} -o clean/`,
      );
    return { kind: 'stream', path: null };
  }
  const own = inputs.find((input) => resolve(input.path) === resolve(output) && input.path !== STANDARD_INPUT);
  if (own !== undefined) throw new UsageError(`-o ${output}: would write over the report itself; name another`);
  const intoFolder = several || isFolder(output) || /[\\/]$/.test(output) || paths.some(isFolder);
  if (!intoFolder) return { kind: 'stream', path: output };
  if (!isFolder(output) && exists(output)) throw new UsageError(`-o ${output}: is a file; name a folder for several`);
  const base = commonFolder(paths);
  if (base === resolve(output))
    throw new UsageError(`-o ${output}: would write over the reports themselves; name another folder`);
  return {
    kind: 'tree',
    placeOf: ({ path }) =>
      join(
        output,
        path === STANDARD_INPUT ? 'standard-input.txt' : relative(base, resolve(path)).replace(/^(\.\.[\\/])+/, ''),
      ),
  };
}

/** Whether a path found in a folder is, or lies in, what an earlier run wrote. */
export function isEarlierOutcome(path: string, output: string | null, paths: readonly string[]): boolean {
  if (output === null || path === STANDARD_INPUT) return false;
  const folder = resolve(output);
  const within = (inner: string, outer: string) => inner === outer || inner.startsWith(outer + sep);
  // Where the user names that very folder, or a place in it, it is what is to be read.
  return within(resolve(path), folder) && !paths.some((given) => within(resolve(given), folder));
}

/** The folder that holds all given paths; a folder given is its own. */
function commonFolder(paths: readonly string[]): string {
  const folders = paths.filter((path) => path !== STANDARD_INPUT).map(ownFolder);
  return folders.reduce((shared, folder) => {
    let common = shared;
    while (folder !== common && !folder.startsWith(common.endsWith(sep) ? common : common + sep))
      common = dirname(common);
    return common;
  }, folders[0] ?? resolve('.'));
}

/** Of a glob, the folder before its first sign. */
function ownFolder(path: string): string {
  if (isFolder(path)) return resolve(path);
  if (exists(path)) return dirname(resolve(path));
  const parts = path.split('/');
  const pattern = parts.findIndex((part) => /[*?[\]{}()!+@]/.test(part));
  return resolve(parts.slice(0, pattern < 0 ? -1 : pattern).join('/') || (path.startsWith('/') ? '/' : '.'));
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}

function exists(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false }) !== undefined;
}
