import type { DictionaryName } from './opencc-package.js';

/** Dictionaries of one rank: the longest of their matches wins. */
type Rank = readonly DictionaryName[];

/** What a configuration does: words of `segmentation` are converted by themselves, the rest between them stretch by stretch. */
export interface OpenccRecipe {
  readonly segmentation: Rank;
  /** One conversion after the other; in each, a match in an earlier rank goes before any in a later one. */
  readonly chain: readonly (readonly Rank[])[];
}

const SIMPLIFIED_WORDS: Rank = ['STPhrases', 'STPhrases_GeneratedFromRegionalPhrases'];
const TO_TRADITIONAL: readonly Rank[] = [SIMPLIFIED_WORDS, ['STCharacters']];
const TO_SIMPLIFIED: readonly Rank[] = [['TSPhrases'], ['TSCharacters']];
const TO_TAIWAN: readonly Rank[] = [['TWVariantsPhrases'], ['TWVariants']];
const FROM_TAIWAN: readonly Rank[] = [['TWVariantsRevPhrases'], ['TWVariantsRev']];
const TO_HONG_KONG: readonly Rank[] = [['HKVariantsPhrases'], ['HKVariants']];
const FROM_HONG_KONG: readonly Rank[] = [['HKVariantsRevPhrases'], ['HKVariantsRev']];

const fromSimplified = (...chain: (readonly Rank[])[]): OpenccRecipe => ({
  segmentation: chain.length === 0 ? [] : SIMPLIFIED_WORDS,
  chain: [TO_TRADITIONAL, ...chain],
});
const toSimplified = (...chain: (readonly Rank[])[]): OpenccRecipe => ({
  segmentation: chain.length === 0 ? [] : ['TSPhrases'],
  chain: [...chain, TO_SIMPLIFIED],
});
const among = (step: readonly Rank[]): OpenccRecipe => ({ segmentation: [], chain: [step] });

/** OpenCC's configurations under its own names, as its `data/config/*.json` has them. */
export const OPENCC_CONFIGS = {
  s2t: fromSimplified(),
  t2s: toSimplified(),
  s2tw: fromSimplified(TO_TAIWAN),
  tw2s: toSimplified(FROM_TAIWAN),
  s2twp: fromSimplified([['TWPhrases'], ...TO_TAIWAN]),
  tw2sp: toSimplified([['TWPhrasesRev'], ...FROM_TAIWAN]),
  s2hk: fromSimplified(TO_HONG_KONG),
  hk2s: toSimplified(FROM_HONG_KONG),
  s2hkp: fromSimplified([['HKPhrases'], ...TO_HONG_KONG]),
  hk2sp: toSimplified([['HKPhrasesRev'], ...FROM_HONG_KONG]),
  t2tw: among(TO_TAIWAN),
  tw2t: among(FROM_TAIWAN),
  t2hk: among(TO_HONG_KONG),
  hk2t: among(FROM_HONG_KONG),
  t2jp: among([['JPShinjitaiCharactersRev']]),
  jp2t: among([['JPShinjitaiPhrases'], ['JPShinjitaiCharacters']]),
} as const satisfies Readonly<Record<string, OpenccRecipe>>;

/** A configuration by OpenCC's own name: `s2t`, `tw2sp` … */
export type OpenccConfig = keyof typeof OPENCC_CONFIGS;

/** Dictionaries that give other words, and not only other characters: 軟體 → 軟件. */
export const REWORDING: ReadonlySet<DictionaryName> = new Set([
  'TWPhrases',
  'TWPhrasesRev',
  'HKPhrases',
  'HKPhrasesRev',
]);
