import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { type GoldDocument, parseGoldDocument } from '../corpus/evaluate/gold-document.js';
import { UsageError } from '../errors.js';
import type { ReadFailure } from '../model/document.js';
import { describeFileError } from '../pipeline/read/file-errors.js';
import { readJsonText } from './read-json-text.js';

/** What the name of an annotation ends in. */
export const GOLD_SUFFIX = '.gold.json';

export interface GoldFile {
  readonly path: string;
  readonly document: GoldDocument;
}

export interface GoldFiles {
  /** In the order of the folders, then of the names. */
  readonly files: readonly GoldFile[];
  readonly failures: readonly ReadFailure[];
}

/**
 * Reads the annotations in folders, or single files of them.
 * @throws UsageError for a path that is not there, and for a folder without any
 */
export async function readGoldFiles(paths: readonly string[]): Promise<GoldFiles> {
  const files: GoldFile[] = [];
  const failures: ReadFailure[] = [];
  const found = await Promise.all(paths.map(findGoldFiles));
  for (const path of new Set(found.flat())) {
    try {
      files.push({ path, document: parseGoldDocument(await readJsonText(path), path) });
    } catch (error) {
      const failure = describeFileError(path, error);
      if (failure === null) throw error;
      failures.push(failure);
    }
  }
  return { files, failures };
}

async function findGoldFiles(path: string): Promise<string[]> {
  let names: string[];
  try {
    if (!(await stat(path)).isDirectory()) return [path];
    names = await readdir(path);
  } catch (error) {
    throw new UsageError(`--gold ${path}: ${describeFileError(path, error)?.message ?? String(error)}`);
  }
  const gold = names.filter((name) => name.endsWith(GOLD_SUFFIX)).sort();
  if (gold.length > 0) return gold.map((name) => join(path, name));
  throw new UsageError(
    `--gold ${path}: no annotations in it (files named NAME${GOLD_SUFFIX}; subfolders are not searched); name the folder that holds them: workmethod eval --gold annotated/`,
  );
}
