import type { NormalizedDocument } from '../model/document.js';

/** Texts with halves of surrogate pairs in them, which have no UTF-8: JSON escapes those. */
export interface ExactText {
  readonly id: string;
  readonly source: string;
  readonly normalized: string;
}

/** Whether a text can be written in UTF-8. */
export function isWellFormed(text: string): boolean {
  return !/\p{Cs}/u.test(text);
}

export function packExact({ source, text }: NormalizedDocument): string {
  return JSON.stringify([source.id, source.text, text]);
}

export function parseExact(packed: string): ExactText {
  const [id, source, normalized] = JSON.parse(packed) as [string, string, string];
  return { id, source, normalized };
}
