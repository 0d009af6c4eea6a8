import { BEYOND_PLANE, CHANGES, openccDictionary } from './opencc-dictionary.js';

/**
 * Simplifies each character by itself, whatever word it stands in (乾隆 becomes 干隆), for comparing wordings: two spellings of
 * one wording come out alike, whichever of them was converted word by word before. Characters beyond the Basic Multilingual Plane, and those whose
 * simplified form lies there (嗰), stay as they are.
 */
export function simplifyCharacters(text: string): string {
  const { flags, characters } = openccDictionary();
  let simplified = '';
  let done = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if ((flags[unit]! & (CHANGES | BEYOND_PLANE)) !== CHANGES) continue;
    simplified += text.slice(done, i) + String.fromCharCode(characters[unit]!);
    done = i + 1;
  }
  return done === 0 ? text : simplified + text.slice(done);
}
