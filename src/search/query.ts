/** Where in a document a hit must lie. */
export const SEARCH_PLACES = ['text', 'heading', 'framework', 'member'] as const;
export type SearchPlace = (typeof SEARCH_PLACES)[number];

/** What is sought, as it was typed. Plain data, so that it can be handed to another thread. */
export interface SearchQuery {
  /** Alternatives: a hit is where one of them stands. */
  readonly patterns: readonly string[];
  /** Whether the patterns are regular expressions (of JavaScript, with the flag `u`) instead of phrases. */
  readonly regex: boolean;
  /** The source text as it is, instead of the normalized text. */
  readonly exact: boolean;
  readonly ignoreCase: boolean;
  /** Each of them stands in the paragraph of the hit. */
  readonly and: readonly string[];
  /** None of them stands in the paragraph of the hit. */
  readonly not: readonly string[];
  /** At most so many characters between the hit and each of `and`; null where the paragraph is near enough. */
  readonly near: number | null;
  readonly place: SearchPlace;
}

/** A query for some phrases and nothing else. */
export function queryFor(patterns: readonly string[], wishes: Partial<SearchQuery> = {}): SearchQuery {
  return {
    patterns,
    regex: false,
    exact: false,
    ignoreCase: false,
    and: [],
    not: [],
    near: null,
    place: 'text',
    ...wishes,
  };
}
