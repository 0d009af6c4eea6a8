import { detach } from '../framework-sketch.js';
import { compareText } from '../group-alike.js';

/** V8 keeps a longer part of a text as a view of the whole text, and with it the whole. */
const LONGEST_COPIED = 12;
/** More tags than any engine has. */
const MOST_TAGS = 4096;

/** The types of a corpus by number: a token, or a token with its part of speech. Numbers run from 0 in the order of first sight. */
export class Vocabulary {
  readonly #tokens = new Map<string, number>();
  readonly #tags = new Map<string, number>();
  /** The type of a token with a tag, by the numbers of both. */
  readonly #tagged = new Map<number, number>();
  readonly #types: { readonly token: string; readonly tag: string | null }[] = [];

  get size(): number {
    return this.#types.length;
  }

  idOf(token: string, tag: string | null = null): number {
    return tag === null ? this.#idOfToken(token) : this.#idOfTagged(token, tag);
  }

  tokenAt(id: number): string {
    return this.#types[id]!.token;
  }

  tagAt(id: number): string | null {
    return this.#types[id]!.tag;
  }

  /** For each type its place when all are sorted by token, then tag. */
  listOrder(): Int32Array {
    const ids = this.#types.map((_, id) => id);
    ids.sort((a, b) => this.compare(a, b));
    const order = new Int32Array(ids.length);
    for (const [place, id] of ids.entries()) order[id] = place;
    return order;
  }

  /** Orders types by token, then tag. */
  compare(a: number, b: number): number {
    return compareText(this.tokenAt(a), this.tokenAt(b)) || compareText(this.tagAt(a) ?? '', this.tagAt(b) ?? '');
  }

  #idOfToken(token: string): number {
    const known = this.#tokens.get(token);
    if (known !== undefined) return known;
    const kept = keep(token);
    this.#tokens.set(kept, this.#types.length);
    return this.#types.push({ token: kept, tag: null }) - 1;
  }

  #idOfTagged(token: string, tag: string): number {
    const word = numberOf(this.#tokens, token);
    const key = word * MOST_TAGS + numberOf(this.#tags, tag);
    const known = this.#tagged.get(key);
    if (known !== undefined) return known;
    this.#tagged.set(key, this.#types.length);
    return this.#types.push({ token: keep(token), tag }) - 1;
  }
}

function numberOf(numbers: Map<string, number>, text: string): number {
  const known = numbers.get(text);
  if (known !== undefined) return known;
  numbers.set(keep(text), numbers.size);
  return numbers.size - 1;
}

function keep(text: string): string {
  return text.length > LONGEST_COPIED ? detach(text) : text;
}
