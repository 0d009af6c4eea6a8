import { readTable } from '../../resources/read-table.js';

let syllables: ReadonlySet<string> | null = null;

/** The legal syllables without tone marks, ü written v. Read from the data when first asked for. */
function pinyinSyllables(): ReadonlySet<string> {
  syllables ??= new Set(
    readTable('structure/pinyin-syllables.tsv', ['syllable', 'example']).map((row) =>
      row.cells.syllable!.replaceAll('ü', 'v'),
    ),
  );
  return syllables;
}

/** The four tone marks as combining characters; the breve is often typed for the caron (ă for ǎ). */
const TONE_MARKS = /[\u0300\u0301\u0304\u0306\u030c]/g;

/**
 * Whether the words are one pinyin syllable: `dǎo`, `lǜ`, `nv`, `lu:`, `ɡuǎn`, full-width too. With a tone mark it may
 * be capitalized; without one it must be in lower case and longer than a letter, for (a) is an option and (App) an
 * application.
 */
export function isPinyinSyllable(words: string): boolean {
  const letters = words.normalize('NFKD').replaceAll('ɡ', 'g').replaceAll('ɑ', 'a').trim();
  const bare = letters.replace(TONE_MARKS, '');
  const toned = bare.length === letters.length - 1;
  if (!toned && (bare.length !== letters.length || bare.length < 2 || bare !== bare.toLowerCase())) return false;
  return pinyinSyllables().has(bare.toLowerCase().replace('u\u0308', 'v').replace('u:', 'v'));
}

/** Vowels as they stand in syllables: the letters that carry tone marks and are lost with them. */
const VOWELS = 'aeiouv';

/** The syllables whose one vowel letter was lost on the way, by what is left of them: `dng` of `dang`, `d?ng` with a sign in its place. */
let damaged: ReadonlySet<string> | null = null;

/**
 * Whether the words are a syllable that lost the letter with its tone mark, as happens where a text was saved in an encoding without such
 * letters: `d?ng`, `dng`.
 */
export function isDamagedSyllable(words: string): boolean {
  damaged ??= new Set([...pinyinSyllables()].flatMap(damagedForms));
  return damaged.has(words.trim().replace(/[？\uFFFD]/u, '?'));
}

function damagedForms(syllable: string): string[] {
  const forms: string[] = [];
  for (let i = 0; i < syllable.length; i++) {
    if (syllable.length === 1 || !VOWELS.includes(syllable.charAt(i))) continue;
    forms.push(syllable.slice(0, i) + syllable.slice(i + 1), `${syllable.slice(0, i)}?${syllable.slice(i + 1)}`);
  }
  return forms;
}
