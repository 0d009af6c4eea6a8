import { describe, expect, test } from 'vitest';
import { createNormalizer } from '../../src/pipeline/normalize/create-normalizer.js';
import { readTable } from '../../src/resources/read-table.js';
import { buildSource } from '../support/build-extraction.js';
import { SIMPLIFIED_REPORT } from '../support/sample-texts.js';

const syllables = readTable('structure/pinyin-syllables.tsv', ['syllable', 'example'])
  .map(({ cells }) => cells['syllable']!)
  .filter((syllable) => syllable.length > 1);
const TONES = ['\u0304', '\u0301', '\u030c', '\u0300'];

/** With its tone mark on a vowel, as one character where Unicode has it: `huan` → `huǎn`. */
function withTone(syllable: string, tone: number): string {
  const vowel = syllable.search(/[aeo]|[iuü](?![aeo])/);
  return (syllable.slice(0, vowel + 1) + TONES[tone % 4]! + syllable.slice(vowel + 1)).normalize('NFC');
}

/** A page as mirrors give it: pinyin in brackets on every fifth Chinese character. */
function mirror(text: string, bracket: (syllable: string, count: number) => string): string {
  let characters = 0;
  return text.replace(/\p{Script=Han}/gu, (character) => {
    characters += 1;
    const count = characters / 5;
    return Number.isInteger(count)
      ? character + bracket(syllables[(count * 37) % syllables.length]!, count)
      : character;
  });
}

describe('a page with pinyin on every fifth character gives the clean text back, exactly', () => {
  test.each([
    ['tone marks', (syllable: string, count: number) => `(${withTone(syllable, count)})`],
    ['no tone marks', (syllable: string) => `(${syllable})`],
    ['full-width brackets', (syllable: string, count: number) => `（${withTone(syllable, count)}）`],
    ['a blank before', (syllable: string, count: number) => ` (${withTone(syllable, count)})`],
    ['blanks behind', (syllable: string, count: number) => `(${withTone(syllable, count)}) `],
    ['full-width letters', (syllable: string) => `(${syllable.replace(/[a-z]/g, toFullWidth)})`],
  ])('%s', async (_, bracket) => {
    const { normalize } = await createNormalizer();
    const clean = SIMPLIFIED_REPORT.repeat(8);
    const mirrored = mirror(clean, bracket).replaceAll(' \n', '\n');
    expect(mirrored.length).toBeGreaterThan(clean.length * 1.3);
    expect(normalize(buildSource(mirrored)).text).toBe(clean);
  });
});

function toFullWidth(letter: string): string {
  return String.fromCharCode(letter.charCodeAt(0) + 0xfee0);
}
