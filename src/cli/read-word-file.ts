import { readFileSync } from 'node:fs';
import { UsageError } from '../errors.js';

/** The text of a list of words that a flag names. @throws UsageError where it cannot be read */
export function readWordFile(flag: string, path: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(path));
  } catch (error) {
    const reason = error instanceof TypeError ? 'it is not in UTF-8' : (error as Error).message;
    throw new UsageError(`${flag} ${path}: ${reason}`);
  }
}
