import { listByteForms } from '../pipeline/read/list-byte-forms.js';
import type { CompiledQuery } from './compile-query.js';
import { type BytePair, createScanner, type Scanner } from './scanner.js';
import { type SpelledPhrase, spellPhrase } from './spell-phrase.js';

/** What is sought in the bytes of files before anything else is done. Plain data, so that it can be handed to another thread. */
export interface ScanPlan {
  /** One of them stands in every document with a hit; null where nothing is known. */
  readonly phrases: readonly SpelledPhrase[] | null;
  /** Whether where they stand are the hits, nothing else being asked. */
  readonly complete: boolean;
}

export function planScan({ query, hits, soughtFirst }: CompiledQuery): ScanPlan {
  const plain = query.and.length === 0 && query.not.length === 0 && query.place === 'text';
  return {
    phrases: soughtFirst?.map((phrase) => spellPhrase(phrase, query.exact, query.ignoreCase)) ?? null,
    complete: plain && hits.phrases !== null,
  };
}

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
