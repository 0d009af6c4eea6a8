import { flagsAt, LATIN } from '../../language/characters.js';
import type { Tokenizer } from './create-tokenizer.js';
import { cutWords } from './cut-words.js';

/**
 * Cuts every Chinese character by itself; numbers and names in Latin letters stay whole, as they do among words (5.3%, GDP). Needs no
 * engine and keeps no names.
 */
export function createCharacterTokenizer(): Pick<Tokenizer, 'tokenize'> {
  const cutter = { cut: cutCharacters };
  return { tokenize: (text, start, end) => cutWords(text, start, end, [], cutter) };
}

/** T恤 → T, 恤; 卡拉OK厅 → 卡, 拉, OK, 厅 */
function cutCharacters(text: string, start: number, end: number): { ends: number[]; tags: null } {
  const ends: number[] = [];
  for (let i = start; i < end; ) {
    i++;
    if (flagsAt(text, i - 1) & LATIN) while (i < end && flagsAt(text, i) & LATIN) i++;
    ends.push(i - start);
  }
  return { ends, tags: null };
}
