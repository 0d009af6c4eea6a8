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
