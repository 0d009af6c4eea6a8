import type { NormalizedDocument } from '../../src/model/document.js';
import { normalizeDocument } from '../../src/pipeline/normalize/normalize-document.js';

/** Normalizes a text as if it had been read from a plain file, or from one of another format. */
export function normalizeText(text: string, format = 'txt'): NormalizedDocument {
  return normalizeDocument({ id: 'test.txt', path: 'test.txt', text, format, encoding: 'utf-8', sha256: '', diagnostics: [] });
}
