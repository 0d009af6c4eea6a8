/** A word of a dictionary, or a character that takes more than a look into a table. */
export interface DictionaryWord {
  readonly source: string;
  readonly value: string;
  /** Whether it is another word, and not the same one in other characters: 軟體 → 軟件. */
  readonly rewords: boolean;
}

/** Entries `[source, value]` of one rank; the longest match wins, and a match in an earlier rank before any in a later one. */
export interface RankedEntries {
  readonly entries: Iterable<readonly [source: string, value: string]>;
  readonly rewords: boolean;
}

/** One conversion of words and characters, laid out so that most characters cost a look into a table. */
export interface ConversionStep {
  /** By code unit: `WORD_START`, `SINGLE`, `EXCHANGED`, `DESCRIPTION`; 0 for what stays whatever stands behind it. */
  readonly flags: Uint8Array;
  /** By code unit: what an `EXCHANGED` character becomes. */
  readonly characters: Uint16Array;
  /** By code point: characters whose outcome, or which themselves, do not fit into the table. */
  readonly singles: ReadonlyMap<number, DictionaryWord>;
  /** The word that goes first of those that begin at `index` and end by `limit`, or null. */
  matchWord(text: string, index: number, limit: number): DictionaryWord | null;
  /** All words that it may match. */
  listWords(): Iterable<DictionaryWord>;
}

/** A word may begin with this code unit. */
export const WORD_START = 1;
/** Look the character up in `singles`. */
export const SINGLE = 2;
/** The character by itself becomes another one, of one code unit as well. */
export const EXCHANGED = 4;
/** ⿰ and the like: what follows describes a character and is no text. */
export const DESCRIPTION = 8;

/** How many slots tell at once that no word begins with two code units. */
const SLOTS = 1 << 18;

function slotOf(first: number, second: number): number {
  return (Math.imul(first, 0x9e3b) + second) & (SLOTS - 1);
}

/** @param ranks in the order in which they go */
export function compileStep(ranks: readonly RankedEntries[]): ConversionStep {
  const flags = new Uint8Array(65536);
  const characters = new Uint16Array(65536);
  const singles = new Map<number, DictionaryWord>();
  const words = new WordTable();
  flags.fill(DESCRIPTION, 0x2ff0, 0x3000);
  for (const { entries, rewords } of ranks) {
    const own: DictionaryWord[] = [];
    for (const [source, value] of entries) {
      const point = source.codePointAt(0)!;
      const word = { source, value, rewords: rewords && source !== value };
      if (source.length === (point > 0xffff ? 2 : 1)) own.push(word);
      // A character that an earlier rank has ends the search there.
      else if (!singles.has(point) && !isExchanged(flags, point)) words.add(word);
    }
    for (const word of own) addSingle(word, flags, characters, singles);
    words.endRank();
  }
  words.setFlags(flags);
  return {
    flags,
    characters,
    singles,
    matchWord: (text, index, limit) => words.match(text, index, limit),
    listWords: () => words.list(),
  };
}

function isExchanged(flags: Uint8Array, point: number): boolean {
  return point <= 0xffff && (flags[point]! & EXCHANGED) !== 0;
}

function addSingle(
  word: DictionaryWord,
  flags: Uint8Array,
  characters: Uint16Array,
  singles: Map<number, DictionaryWord>,
): void {
  const point = word.source.codePointAt(0)!;
  if (singles.has(point) || isExchanged(flags, point)) return;
  if (point <= 0xffff && word.value.length === 1 && !word.rewords) {
    characters[point] = word.value.charCodeAt(0);
    flags[point]! |= EXCHANGED;
  } else {
    singles.set(point, word);
    flags[word.source.charCodeAt(0)]! |= SINGLE;
  }
}

/** Words by their first two code units, those that go first in front. */
class WordTable {
  private readonly byStart = new Map<number, DictionaryWord[]>();
  private readonly slots = new Uint8Array(SLOTS);
  private rank: DictionaryWord[] = [];

  add(word: DictionaryWord): void {
    this.rank.push(word);
  }

  endRank(): void {
    // Stable: of two entries for one word the first counts.
    for (const word of this.rank.sort((a, b) => b.source.length - a.source.length)) {
      const first = word.source.charCodeAt(0);
      const second = word.source.charCodeAt(1);
      const key = first * 65536 + second;
      const bucket = this.byStart.get(key);
      if (bucket === undefined) this.byStart.set(key, [word]);
      else bucket.push(word);
      this.slots[slotOf(first, second)] = 1;
    }
    this.rank = [];
  }

  setFlags(flags: Uint8Array): void {
    for (const key of this.byStart.keys()) flags[key >>> 16]! |= WORD_START;
  }

  *list(): Generator<DictionaryWord> {
    for (const bucket of this.byStart.values()) yield* bucket;
  }

  match(text: string, index: number, limit: number): DictionaryWord | null {
    if (index + 1 >= limit) return null;
    const first = text.charCodeAt(index);
    const second = text.charCodeAt(index + 1);
    if (this.slots[slotOf(first, second)] === 0) return null;
    const bucket = this.byStart.get(first * 65536 + second);
    if (bucket === undefined) return null;
    for (const word of bucket) {
      if (index + word.source.length <= limit && text.startsWith(word.source, index)) return word;
    }
    return null;
  }
}

/** Descriptions of characters are short; a longer run of description characters is text. */
const LONGEST_DESCRIPTION = 32;

/**
 * The end of what no entry matches at `index`: a character, or a whole description of one (⿰亻尔), whose parts are not
 * converted.
 */
export function endOfUnmatched(text: string, index: number, limit: number, flags: Uint8Array): number {
  const end = index + widthAt(text, index);
  if ((flags[text.charCodeAt(index)]! & DESCRIPTION) === 0) return end;
  let open = 1;
  let at = index;
  for (let parts = 0; parts < LONGEST_DESCRIPTION && at < limit; parts++) {
    const unit = text.charCodeAt(at);
    const operator = unit >= 0x2ff0 && unit <= 0x2fff;
    open += operator ? (unit === 0x2ff2 || unit === 0x2ff3 ? 2 : 1) : -1;
    at += widthAt(text, at);
    if (open === 0) return at;
  }
  return end;
}

function widthAt(text: string, index: number): number {
  return text.codePointAt(index)! > 0xffff ? 2 : 1;
}
