import type { SegmenterInfo, Token } from '../../model/segmentation.js';
import { DOMAIN_WORDS_NAME, loadDomainWords } from '../../resources/domain-words.js';
import { cutWords } from './cut-words.js';
import { createRunCutter } from './run-cutter.js';
import type { Segmenter } from './segmenter.js';
import { type FixedWord, type ListedWord, WordList } from './word-list.js';

export interface TokenizerOptions {
  /** Whether words get a part of speech. */
  readonly withPartOfSpeech?: boolean;
  /** The user's own words, and what their list is called in results. */
  readonly dictionary?: { readonly name: string; readonly words: readonly ListedWord[] } | null;
}

/** Cuts lines into words, with what it remembers of one run. */
export interface Tokenizer {
  readonly info: SegmenterInfo;
  /**
   * The words of a stretch that lies in one line.
   * @param names number formulas of the stretch, in order, not overlapping
   */
  tokenize(text: string, start: number, end: number, names: readonly FixedWord[]): Token[];
}

export function createTokenizer(segmenter: Segmenter, options: TokenizerOptions = {}): Tokenizer {
  const { withPartOfSpeech = false, dictionary = null } = options;
  const cutter = createRunCutter(segmenter, withPartOfSpeech);
  const list = new WordList(dictionary?.words ?? []);
  const own = { name: DOMAIN_WORDS_NAME, words: loadDomainWords().length };
  return {
    info: {
      name: segmenter.name,
      version: segmenter.version,
      dictionary: dictionary === null ? [own] : [own, { name: dictionary.name, words: list.size }],
    },
    tokenize(text, start, end, names) {
      const fixed = list.size === 0 ? names : mergeFixed(names, list.find(text, start, end));
      return cutWords(text, start, end, fixed, cutter);
    },
  };
}

/** What the user says is a word comes first: a name that overlaps it is left out, unless it holds it whole. */
function mergeFixed(names: readonly FixedWord[], words: readonly FixedWord[]): FixedWord[] {
  if (words.length === 0) return [...names];
  const kept = words.filter((word) => !names.some((name) => name.start <= word.start && word.end < name.end));
  const others = names.filter((name) => !kept.some((word) => word.start < name.end && name.start < word.end));
  return [...kept, ...others].sort((a, b) => a.start - b.start);
}
