import { describe, expect, test } from 'vitest';
import { normalizeDocument } from '../../src/pipeline/normalize/normalize-document.js';
import { isPinyinSyllable } from '../../src/pipeline/normalize/pinyin-syllables.js';
import { buildSource } from '../support/build-extraction.js';
import { casesOf, rowsOf } from './tables.js';

const normalize = (text: string) => normalizeDocument(buildSource(text)).text;
const VOWELS: Readonly<Record<string, string>> = { a: 'ā', e: 'ē', i: 'ī', o: 'ō', u: 'ū', ü: 'ǖ', n: 'ń', m: 'ḿ' };

/** With the mark of the first tone where spelling puts it. */
function toned(syllable: string): string {
  for (const vowel of ['a', 'e', 'o']) if (syllable.includes(vowel)) return syllable.replace(vowel, VOWELS[vowel]!);
  const last = [...syllable].reverse().find((letter) => 'iuü'.includes(letter)) ?? syllable.charAt(0);
  const at = syllable.lastIndexOf(last);
  return syllable.slice(0, at) + (VOWELS[last] ?? last) + syllable.slice(at + 1);
}

describe.each(casesOf(rowsOf('structure/pinyin-syllables.tsv'), 'syllable'))('%s', (syllable, row) => {
  const character = row['example']!;

  test(`is how ${character} may be read`, () => {
    expect([...character]).toHaveLength(1);
    expect(character).toMatch(/\p{Script=Han}/u);
    expect(syllable).toMatch(/^[a-zü]+$/);
  });

  // ḿ is no letter that the finder of inserted pinyin looks for.
  (syllable === 'm' ? test.fails : test)('in brackets is noise', () => {
    expect(isPinyinSyllable(toned(syllable))).toBe(true);
    expect(normalize(`${character}(${toned(syllable)})字`)).toBe(normalize(`${character}字`));
  });
});

test.each(['App', 'Virgo', 'zz', 'GDP', 'a', 'hello', 'shuangg', ''])('%j is no syllable', (word) => {
  expect(isPinyinSyllable(word)).toBe(false);
});
