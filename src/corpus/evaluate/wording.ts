import { simplifyCharacters } from '../../pipeline/normalize/simplify-characters.js';

/** A name or label made ready for comparing, once. */
export interface Wording {
  /** See `toPlainText`. */
  readonly plain: string;
  /** How often each pair of neighbouring characters stands in it. */
  readonly bigrams: ReadonlyMap<string, number>;
}

const INSERTED_PINYIN = /\([a-zāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜüńňǹɡ]+\)/giu;
const BLANKS_AND_SIGNS = /[\s\p{P}\p{S}]/gu;

/** What of a wording counts: compatibility forms unified (NFKC), simplified, without inserted pinyin, blanks, punctuation and symbols. */
export function toPlainText(text: string): string {
  return simplifyCharacters(text.normalize('NFKC')).replace(INSERTED_PINYIN, '').replace(BLANKS_AND_SIGNS, '');
}

export function toWording(text: string): Wording {
  const plain = toPlainText(text);
  const bigrams = new Map<string, number>();
  for (let i = 0; i + 1 < plain.length; i++) {
    const bigram = plain.slice(i, i + 2);
    bigrams.set(bigram, (bigrams.get(bigram) ?? 0) + 1);
  }
  return { plain, bigrams };
}

/** Strict: the same characters. An empty wording is the same as none. */
export function isExactWording(a: Wording, b: Wording): boolean {
  return a.plain !== '' && a.plain === b.plain;
}

/** A wording within another is the same (热心 in 立案窗口热心接) from this share of the longer one's length on … */
const LEAST_SHARE = 0.2;
/** … and from this length on. */
const LEAST_CONTAINED = 2;
/** Wordings are the same from this Dice coefficient of their bigrams on. */
const LEAST_DICE = 0.6;

/**
 * Partial: the same characters, or one holds the other, or they share most of their bigrams.
 * Dice coefficient: L. R. Dice, Measures of the amount of ecologic association between species, Ecology 26 (1945).
 */
export function isSimilarWording(a: Wording, b: Wording): boolean {
  if (a.plain === '' || b.plain === '') return false;
  if (a.plain === b.plain) return true;
  const [short, long] = a.plain.length < b.plain.length ? [a.plain, b.plain] : [b.plain, a.plain];
  const contained = short.length >= LEAST_CONTAINED && short.length / long.length >= LEAST_SHARE;
  return (contained && long.includes(short)) || measureDice(a, b) >= LEAST_DICE;
}

function measureDice(a: Wording, b: Wording): number {
  let shared = 0;
  for (const [bigram, count] of a.bigrams) shared += Math.min(count, b.bigrams.get(bigram) ?? 0);
  const total = a.plain.length - 1 + (b.plain.length - 1);
  return total === 0 ? 0 : (2 * shared) / total;
}
