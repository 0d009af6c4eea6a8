import { InputError } from '../../errors.js';
import type { ReadFailure } from '../../model/document.js';

/** What the file system said, as a failure of this input; null for an error of another kind. */
export function describeFileError(path: string, error: unknown): ReadFailure | null {
  if (error instanceof InputError) return { path: error.path, code: error.code, message: error.message };
  const code = error instanceof Error && 'code' in error ? String(error.code) : null;
  switch (code) {
    case null:
      return null;
    case 'ENOENT':
    case 'ENOTDIR':
      return { path, code: 'not-found', message: 'no such file or folder' };
    case 'EACCES':
    case 'EPERM':
      return { path, code: 'unreadable', message: 'permission denied; check who may read it' };
    case 'ELOOP':
      return { path, code: 'unreadable', message: 'a link that leads back to itself' };
    default:
      // System errors are named in capitals (EIO, EMFILE); a code of Node's own would be a mistake in the program.
      return code.startsWith('ERR_') ? null : { path, code: 'unreadable', message: `cannot be read (${code})` };
  }
}
