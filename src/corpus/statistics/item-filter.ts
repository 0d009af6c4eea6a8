/** Which types a list shows. What it leaves out is counted among the tokens all the same, so that per million stays what it is. */
export interface ItemFilter {
  /** Words to leave out; null for none. */
  readonly stopwords: ReadonlySet<string> | null;
  /** Whether a part of speech is asked for; null where none are told apart. */
  readonly takesTag: ((tag: string) => boolean) | null;
}

/** Why a type is left out: a list of n-grams drops those with a stop word at an edge and those with a part of speech that is not asked for anywhere. */
export const STOPWORD = 1;
export const OTHER_TAG = 2;

/** Decides once for each type. */
export class FilteredTypes {
  readonly #filter: ItemFilter;
  readonly #flags: number[] = [];

  constructor(filter: ItemFilter) {
    this.#filter = filter;
  }

  /** 0, or why a type is left out. */
  flagsOf(id: number, token: string, tag: string | null): number {
    const known = this.#flags[id];
    if (known !== undefined) return known;
    const { stopwords, takesTag } = this.#filter;
    const flags =
      (stopwords?.has(token) === true ? STOPWORD : 0) | (takesTag !== null && !takesTag(tag ?? '') ? OTHER_TAG : 0);
    this.#flags[id] = flags;
    return flags;
  }
}
