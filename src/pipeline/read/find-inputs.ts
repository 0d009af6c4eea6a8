import { type Dirent, lstatSync, readdirSync, realpathSync, type Stats, statSync } from 'node:fs';
import { resolve, sep } from 'node:path';
import { UsageError } from '../../errors.js';
import type { ReadFailure } from '../../model/document.js';
import { describeFileError } from './file-errors.js';
import { STANDARD_INPUT } from './format-reader.js';
import { hasReadableExtension } from './formats.js';

/** A file to read, or why a path gave none. */
export interface FoundInput {
  /** As given, or found below a folder as given; forward slashes. `-` is standard input. */
  readonly path: string;
  readonly failure: ReadFailure | null;
}

export interface FoundInputs {
  /** Sorted by path (code units), each file once. */
  readonly inputs: readonly FoundInput[];
  /** Files and hidden entries in folders that were left alone. */
  readonly passedOver: number;
}

interface Search {
  /** By absolute path, so that `a.txt` and `./a.txt` are one. */
  readonly found: Map<string, FoundInput>;
  readonly passedOver: Set<string>;
  /** Real paths of folders already walked: links may form loops. */
  readonly walked: Set<string>;
  /** Links to folders wait until all real folders are walked, so that files come out under their own paths. */
  readonly linkedFolders: string[];
  /** A file that must not be read when met in a folder: the one this run writes. */
  readonly exclude: string | null;
}

// Without waiting: to ask the file system takes less time than a turn of the event loop, and a folder may hold many thousands.

/**
 * Finds the files behind paths: files, folders (walked, hidden entries left out), globs, `-` for standard input.
 * @param exclude a file that is written: passed over when it lies in a walked folder
 * @throws UsageError where that file is named
 */
export async function findInputs(paths: readonly string[], exclude: string | null = null): Promise<FoundInputs> {
  const search: Search = {
    found: new Map(),
    passedOver: new Set(),
    walked: new Set(),
    linkedFolders: [],
    exclude: exclude === null ? null : resolve(exclude),
  };
  for (const path of paths) await addPath(path, search);
  search.linkedFolders.sort(compareCodeUnits);
  // Grows while links lead to folders with further links; ends because each real folder is walked once.
  for (const folder of search.linkedFolders) walkFolder(folder, search);
  const inputs = [...search.found.values()].sort((a, b) => compareCodeUnits(a.path, b.path));
  const passedOver = [...search.passedOver].filter((path) => !search.found.has(path)).length;
  return { inputs, passedOver };
}

function compareCodeUnits(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

async function addPath(given: string, search: Search): Promise<void> {
  if (given === STANDARD_INPUT) {
    search.found.set(STANDARD_INPUT, { path: STANDARD_INPUT, failure: null });
    return;
  }
  const path = sep === '\\' ? given.replaceAll('\\', '/') : given;
  try {
    lstatSync(path);
  } catch (error) {
    if (await addGlob(path, search)) return;
    addFailure(path, error, search);
    return;
  }
  addEntry(path, true, search);
}

/** False where the path is no pattern. A name with brackets that exists was taken literally before. */
async function addGlob(pattern: string, search: Search): Promise<boolean> {
  if (!/[*?[\]{}()!+@]/.test(pattern)) return false;
  const { expandGlob, looksLikeGlob } = await import('./expand-glob.js');
  if (!looksLikeGlob(pattern)) return false;
  const matches = await expandGlob(pattern);
  if (matches.length === 0) {
    const failure = { path: pattern, code: 'not-found', message: 'no file matches this pattern' };
    search.found.set(resolve(pattern), { path: pattern, failure });
  }
  for (const match of matches.sort(compareCodeUnits)) addEntry(match, false, search);
  return true;
}

/** @param named the user named this very path: it is read whatever its extension */
function addEntry(path: string, named: boolean, search: Search, key = resolve(path)): void {
  let stats: Stats;
  try {
    stats = statSync(path);
  } catch (error) {
    if (named || hasReadableExtension(path)) addBrokenLink(path, key, error, search);
    else search.passedOver.add(key);
    return;
  }
  if (stats.isDirectory()) walkFolder(path, search);
  else addFile(path, key, stats, named, search);
}

/** Whether two paths are one file, also by way of links. */
function isSameFile(path: string, other: string): boolean {
  if (resolve(path) === other) return true;
  const place = statSync(other, { throwIfNoEntry: false });
  return place !== undefined && realpathSync(path) === realpathSync(other);
}

function addFile(path: string, key: string, entry: Stats | Dirent, named: boolean, search: Search): void {
  if (search.found.has(key)) return;
  if (named && search.exclude !== null && isSameFile(path, search.exclude))
    throw new UsageError(`-o ${path}: would write over the report itself; name another`);
  if (!named && (!hasReadableExtension(path) || key === search.exclude)) {
    search.passedOver.add(key);
    return;
  }
  search.found.set(key, { path, failure: entry.isFile() ? null : describeSpecialFile(path, entry) });
}

function describeSpecialFile(path: string, entry: Stats | Dirent): ReadFailure {
  const kind = entry.isFIFO() ? 'a pipe' : entry.isSocket() ? 'a socket' : 'a device';
  return {
    path,
    code: 'special-file',
    message: `${kind}, not a file; to read from it, pass it as standard input: < ${path}`,
  };
}

function addFailure(path: string, error: unknown, search: Search): void {
  const failure = describeFileError(path, error);
  if (failure === null) throw error;
  search.found.set(resolve(path), { path, failure });
}

function addBrokenLink(path: string, key: string, error: unknown, search: Search): void {
  const dangling = (error as NodeJS.ErrnoException).code === 'ENOENT';
  if (!dangling) {
    addFailure(path, error, search);
    return;
  }
  const failure = { path, code: 'not-found', message: 'a link to a file that does not exist' };
  search.found.set(key, { path, failure });
}

function walkFolder(folder: string, search: Search): void {
  let entries: Dirent[];
  try {
    const real = realpathSync.native(folder);
    if (search.walked.has(real)) return;
    search.walked.add(real);
    entries = readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    addFailure(folder, error, search);
    return;
  }
  // Both are the same for all entries of a folder, and `resolve` is slow.
  const prefix = `${folder.replace(/\/+$/, '')}/`;
  const absolute = resolve(folder);
  const keyPrefix = absolute.endsWith(sep) ? absolute : absolute + sep;
  for (const entry of entries) addFolderEntry(prefix + entry.name, keyPrefix + entry.name, entry, search);
}

function addFolderEntry(path: string, key: string, entry: Dirent, search: Search): void {
  if (entry.name.startsWith('.')) search.passedOver.add(key);
  else if (entry.isDirectory()) walkFolder(path, search);
  else if (!entry.isSymbolicLink()) addFile(path, key, entry, false, search);
  else if (leadsToFolder(path)) search.linkedFolders.push(path);
  else addEntry(path, false, search, key);
}

function leadsToFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}
