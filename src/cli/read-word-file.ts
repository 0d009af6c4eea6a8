import { readFileSync } from 'node:fs';
import { UsageError } from '../errors.js';
import { describeFileError } from '../pipeline/read/file-errors.js';

/** The text of a list of words that a flag names. @throws UsageError where it cannot be read */
export function readWordFile(flag: string, path: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(path));
  } catch (error) {
    // A failure to decode is a TypeError with a code of Node's own.
    const reason =
      error instanceof TypeError ? 'it is not in UTF-8' : (describeFileError(path, error)?.message ?? String(error));
    throw new UsageError(`${flag} ${path}: ${reason}`);
  }
}
