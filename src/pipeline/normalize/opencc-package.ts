// The one place where opencc-js comes in: its dictionaries, and its trie for the words of t2s.
export { Trie } from 'opencc-js/core';
export { default as compatibilityIdeographs } from 'opencc-js/dict/CJK_Compatibility_Ideographs';
export { default as simplifiedCharacters } from 'opencc-js/dict/STCharacters';
export { default as traditionalCharacters } from 'opencc-js/dict/TSCharacters';
export { default as traditionalPhrases } from 'opencc-js/dict/TSPhrases';

/** The dictionaries that only some conversions need, each loaded when one does: `STPhrases` alone has a megabyte. */
const LOADERS = {
  HKPhrases: () => import('opencc-js/dict/HKPhrases'),
  HKPhrasesRev: () => import('opencc-js/dict/HKPhrasesRev'),
  HKVariants: () => import('opencc-js/dict/HKVariants'),
  HKVariantsPhrases: () => import('opencc-js/dict/HKVariantsPhrases'),
  HKVariantsRev: () => import('opencc-js/dict/HKVariantsRev'),
  HKVariantsRevPhrases: () => import('opencc-js/dict/HKVariantsRevPhrases'),
  JPShinjitaiCharacters: () => import('opencc-js/dict/JPShinjitaiCharacters'),
  JPShinjitaiCharactersRev: () => import('opencc-js/dict/JPShinjitaiCharactersRev'),
  JPShinjitaiPhrases: () => import('opencc-js/dict/JPShinjitaiPhrases'),
  STCharacters: () => import('opencc-js/dict/STCharacters'),
  STPhrases: () => import('opencc-js/dict/STPhrases'),
  STPhrases_GeneratedFromRegionalPhrases: () => import('opencc-js/dict/STPhrases_GeneratedFromRegionalPhrases'),
  TSCharacters: () => import('opencc-js/dict/TSCharacters'),
  TSPhrases: () => import('opencc-js/dict/TSPhrases'),
  TWPhrases: () => import('opencc-js/dict/TWPhrases'),
  TWPhrasesRev: () => import('opencc-js/dict/TWPhrasesRev'),
  TWVariants: () => import('opencc-js/dict/TWVariants'),
  TWVariantsPhrases: () => import('opencc-js/dict/TWVariantsPhrases'),
  TWVariantsRev: () => import('opencc-js/dict/TWVariantsRev'),
  TWVariantsRevPhrases: () => import('opencc-js/dict/TWVariantsRevPhrases'),
};

/** A dictionary by OpenCC's own name. */
export type DictionaryName = keyof typeof LOADERS;

/** The entries of a dictionary: `source replacement|source replacement|…`. */
export async function loadEntries(name: DictionaryName): Promise<string> {
  return (await LOADERS[name]()).default;
}

/** Goes through `source replacement|source replacement|…` without splitting it into thousands of arrays. */
export function forEachEntry(entries: string, visit: (from: string, to: string) => void): void {
  let start = 0;
  while (start < entries.length) {
    const blank = entries.indexOf(' ', start);
    let end = entries.indexOf('|', blank);
    if (end < 0) end = entries.length;
    visit(entries.slice(start, blank), entries.slice(blank + 1, end));
    start = end + 1;
  }
}
