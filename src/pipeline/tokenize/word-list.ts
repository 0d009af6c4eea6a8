/** A word that stays whole wherever it stands, whatever characters it has. */
export interface ListedWord {
  readonly word: string;
  /** Of two that overlap the one of higher frequency is kept. */
  readonly frequency: number;
  readonly tag: string;
}

/** A stretch of a text that is one word. */
export interface FixedWord {
  readonly start: number;
  readonly end: number;
  readonly tag: string;
}

/** No word is longer. */
const LONGEST = 64;
const DEFAULT_TAG = 'n';

/**
 * Reads a user's dictionary: a word a line, `word [frequency] [tag]` as jieba has it, parted by blanks or tabs; blank lines and lines
 * that begin with `#` are passed over. Parted by tabs, a word may hold blanks.
 * @returns the words, or what is wrong in which line (from 1)
 */
export function parseWordList(text: string): ListedWord[] | { readonly line: number; readonly problem: string } {
  const words: ListedWord[] = [];
  for (const [i, raw] of text
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .entries()) {
    const line = raw.trim();
    if (line === '' || line.startsWith('#')) continue;
    const [word = '', ...rest] = line.includes('\t') ? line.split('\t').map((cell) => cell.trim()) : line.split(/\s+/);
    const told = rest.filter((cell) => cell !== '');
    const frequency = /^\d+$/.test(told[0] ?? '') ? Number(told.shift()) : 0;
    const tag = told.shift() ?? DEFAULT_TAG;
    if (word.length > LONGEST) return { line: i + 1, problem: `a word of more than ${LONGEST} characters` };
    if (told.length > 0 || !/^[A-Za-z]+$/.test(tag))
      return { line: i + 1, problem: `expected: word [frequency] [tag], not '${line.slice(0, 80)}'` };
    words.push({ word, frequency, tag });
  }
  return words;
}

interface Match extends FixedWord {
  readonly frequency: number;
}

/** Finds listed words in text. The list is laid out once. */
export class WordList {
  readonly #words = new Map<string, ListedWord>();
  /** How long the words are that begin with a character. */
  readonly #lengths = new Map<string, number[]>();

  /** Of a word that is listed twice the last counts. A single character is passed over: it would tear words apart. */
  constructor(words: readonly ListedWord[]) {
    for (const listed of words) {
      const { word } = listed;
      if ([...word].length < 2) continue;
      this.#words.set(word, listed);
      const lengths = this.#lengths.get(word.charAt(0));
      if (lengths === undefined) this.#lengths.set(word.charAt(0), [word.length]);
      else if (!lengths.includes(word.length)) lengths.push(word.length);
    }
  }

  /** How many words there are. */
  get size(): number {
    return this.#words.size;
  }

  /** The listed words of a stretch, in order: of those that overlap the most frequent, then the longest, then the first. */
  find(text: string, start: number, end: number): FixedWord[] {
    if (this.size === 0) return [];
    const matches: Match[] = [];
    for (let i = start; i < end; i++) {
      for (const length of this.#lengths.get(text.charAt(i)) ?? []) {
        if (i + length > end) continue;
        const listed = this.#words.get(text.slice(i, i + length));
        if (listed === undefined || splitsNumberOrName(text, i, i + length)) continue;
        matches.push({ start: i, end: i + length, frequency: listed.frequency, tag: listed.tag });
      }
    }
    return keepBest(matches);
  }
}

function keepBest(matches: Match[]): FixedWord[] {
  matches.sort((a, b) => b.frequency - a.frequency || b.end - b.start - (a.end - a.start) || a.start - b.start);
  const taken = new Set<number>();
  const kept = matches.filter((match) => {
    for (let i = match.start; i < match.end; i++) if (taken.has(i)) return false;
    for (let i = match.start; i < match.end; i++) taken.add(i);
    return true;
  });
  return kept.sort((a, b) => a.start - b.start);
}

const ALPHANUMERIC = /[0-9A-Za-z]/;

/** 5G is no word of 15G, nor GDP of GDPR. */
function splitsNumberOrName(text: string, start: number, end: number): boolean {
  const inside = (at: number) => ALPHANUMERIC.test(text.charAt(at - 1)) && ALPHANUMERIC.test(text.charAt(at));
  return inside(start) || inside(end);
}
