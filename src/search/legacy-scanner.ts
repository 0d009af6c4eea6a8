import { listByteForms } from '../pipeline/read/list-byte-forms.js';
import { type BytePair, createScanner, type Scanner } from './scanner.js';
import type { SpelledPhrase } from './spell-phrase.js';

/** Tells of bytes in another encoding than UTF-8 whether a phrase may stand in them: whether its anchor does, in any encoding. */
export function createLegacyScanner(phrases: readonly SpelledPhrase[], capacity: number): Scanner {
  const pairs = new Map<string, BytePair>();
  for (const { characters, anchor } of phrases) {
    const { written, spellings } = characters[anchor]!;
    for (const form of [...spellings, ...written.flatMap(listByteForms)]) {
      const pair = { first: form[0]!, second: form[1] ?? null };
      pairs.set(`${pair.first} ${pair.second}`, pair);
    }
  }
  return createScanner([...pairs.values()], capacity);
}
