import { DataFileError } from '../errors.js';
import type { ReadFailure } from '../model/document.js';

/**
 * A mistake of the program in one document, as a failure of this document.
 * @throws DataFileError again: a mistake in `data/` concerns every document
 */
export function describeMistake(place: string, error: unknown): ReadFailure {
  if (error instanceof DataFileError) throw error;
  const reason = error instanceof Error ? error.message : String(error);
  const message = `workmethod made a mistake with this document (${reason}); please report it`;
  return { path: place, code: 'internal-error', message };
}
