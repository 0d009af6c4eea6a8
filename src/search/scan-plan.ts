import type { CompiledPattern, CompiledQuery } from './compile-query.js';
import { type SpelledPhrase, spellPhrase } from './spell-phrase.js';

/** What is sought in the bytes of files before anything else is done. Plain data, so that it can be handed to another thread. */
export interface ScanPlan {
  /** One of them stands in every document with a hit; null where nothing is known. */
  readonly phrases: readonly SpelledPhrase[] | null;
  /** Whether where they stand are the hits, nothing else being asked. */
  readonly complete: boolean;
  /** What finds the hits in a text, where the bytes do not tell. */
  readonly pattern: CompiledPattern;
}

export function planScan({ query, hits, soughtFirst }: CompiledQuery): ScanPlan {
  const plain = query.and.length === 0 && query.not.length === 0 && query.place === 'text';
  return {
    phrases: soughtFirst?.map((phrase) => spellPhrase(phrase, query.exact, query.ignoreCase)) ?? null,
    complete: plain && hits.phrases !== null,
    pattern: hits,
  };
}
