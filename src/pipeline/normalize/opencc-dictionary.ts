import {
  compatibilityIdeographs,
  forEachEntry,
  simplifiedCharacters,
  Trie,
  traditionalCharacters,
  traditionalPhrases,
} from './opencc-package.js';

/**
 * OpenCC's conversion from traditional to simplified characters (its configuration t2s), laid out for speed: single
 * characters in a table by code unit, words in OpenCC's own trie, asked only where a word of the dictionary may begin.
 *
 * The ready-made `Converter` of opencc-js takes several times as long to build, walks a Map for every character, and recurses
 * without bound on a run of ideographic description characters (⿰⿰⿰…).
 */
export interface OpenccDictionary {
  /**
   * By code unit: what a traditional character of the Basic Multilingual Plane becomes, where that lies in it too; else
   * 0.
   */
  readonly characters: Uint16Array;
  /** By code unit, flags: `WORD_START`, `CHANGES`, `BEYOND_PLANE`, `ONLY_TRADITIONAL`, `ONLY_SIMPLIFIED`. */
  readonly flags: Uint8Array;
  /** By code point: characters that are, or become, one beyond the Basic Multilingual Plane. */
  readonly beyondPlane: ReadonlyMap<number, string>;
  /**
   * The longest word of the dictionary that begins at `offset`, or null. Reads at most as many characters as its longest
   * word has.
   */
  matchWord(text: string, offset: number): { end: number; value: string } | null;
}

/** A word of the dictionary may begin with this code unit. */
export const WORD_START = 1;
/** Look the character up in `beyondPlane`. */
export const BEYOND_PLANE = 2;
/** Written in traditional texts alone: 縣 報. */
export const ONLY_TRADITIONAL = 4;
/** The character by itself becomes another one. */
export const CHANGES = 16;
/** Written in simplified texts alone: 县 报. Those that traditional texts use for another word (后 里 台) are not. */
export const ONLY_SIMPLIFIED = 8;

/** Simplified characters that are ordinary traditional ones as well: 皇后, 公里, 台中, 几上. OpenCC does not list them. */
const COMMON_TO_BOTH = '干后里台只几云范征斗丑冲郁咸吁准系余';

let dictionary: OpenccDictionary | null = null;

/** Built when first asked for. */
export function openccDictionary(): OpenccDictionary {
  dictionary ??= buildDictionary();
  return dictionary;
}

function buildDictionary(): OpenccDictionary {
  const characters = new Uint16Array(65536);
  const flags = new Uint8Array(65536);
  const beyondPlane = new Map<number, string>();
  const addCharacter = (from: string, to: string) => {
    if (from === to) return;
    if (from.length === 1 && to.length === 1) characters[from.charCodeAt(0)] = to.charCodeAt(0);
    else beyondPlane.set(from.codePointAt(0)!, to);
    flags[from.charCodeAt(0)]! |= from.length === 2 || to.length === 2 ? BEYOND_PLANE | CHANGES : CHANGES;
  };
  forEachEntry(traditionalCharacters, (from, to) => {
    addCharacter(from, to);
    if (from !== to && from.length === 1) flags[from.charCodeAt(0)]! |= ONLY_TRADITIONAL;
  });
  // 車 as a compatibility ideograph (U+F902) becomes 车 in one step.
  const simplify = (text: string) => beyondPlane.get(text.codePointAt(0)!) ?? mapUnit(characters, text);
  forEachEntry(compatibilityIdeographs, (from, to) => addCharacter(from, simplify(to)));
  forEachEntry(simplifiedCharacters, (from) => {
    if (from.length === 1 && !COMMON_TO_BOTH.includes(from)) flags[from.charCodeAt(0)]! |= ONLY_SIMPLIFIED;
  });
  const words = wordList(characters);
  for (const [from] of words) flags[from.charCodeAt(0)]! |= WORD_START;
  let trie: Trie | null = null;
  const matchWord = (text: string, offset: number) => {
    if (trie === null) {
      trie = new Trie();
      trie.loadDict(words);
    }
    return trie.matchPrefix(text, offset);
  };
  return { characters, flags, beyondPlane, matchWord };
}

/**
 * The words, each with its outcome. An outcome that single characters would convert further is a word of its own that
 * stays (乾县, from 乾縣): simplified text keeps it, and converting twice changes nothing more.
 */
function wordList(characters: Uint16Array): [string, string][] {
  const words: [string, string][] = [];
  const outcomes: [string, string][] = [];
  forEachEntry(traditionalPhrases, (from, to) => {
    words.push([from, to]);
    if (from !== to && [...to].some((character) => mapUnit(characters, character) !== character))
      outcomes.push([to, to]);
  });
  return [...outcomes, ...words];
}

function mapUnit(characters: Uint16Array, text: string): string {
  const unit = text.charCodeAt(0);
  return text.length === 1 && characters[unit] !== 0 ? String.fromCharCode(characters[unit]!) : text;
}
