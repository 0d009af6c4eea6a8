import type { NormalizedDocument } from '../model/document.js';

/** What a column of text cannot hold or give back, as JSON: halves of surrogate pairs, which have no UTF-8, and a NUL in a name. */
export interface ExactText {
  readonly id: string;
  readonly source: string;
  readonly normalized: string;
}

/** Whether a text can be written in UTF-8. */
export function isWellFormed(text: string): boolean {
  return !/\p{Cs}/u.test(text);
}

/** Null where the columns do. */
export function packExact({ source, text }: NormalizedDocument): string | null {
  if (isWellFormed(source.text) && isWellFormed(source.id) && !source.id.includes('\0')) return null;
  return JSON.stringify([source.id, source.text, text]);
}

export function parseExact(packed: string): ExactText {
  const [id, source, normalized] = JSON.parse(packed) as [string, string, string];
  return { id, source, normalized };
}
