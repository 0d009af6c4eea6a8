import { convertCharacters } from '../pipeline/normalize/convert-characters.js';

/**
 * A regular expression whose characters are those of the normalized text, each converted by itself: 六[診诊] finds 六诊. The ends of ranges stay, for they
 * are numbers rather than characters.
 */
export function normalizeExpression(expression: string): string {
  const characters = [...expression];
  let inClass = false;
  return characters
    .map((character, i) => {
      const before = characters[i - 1];
      if (isEscaped(characters, i)) return character;
      if (character === '[') inClass = true;
      else if (character === ']') inClass = false;
      if (inClass && (before === '-' || characters[i + 1] === '-')) return character;
      return convertOne(character);
    })
    .join('');
}

function isEscaped(characters: readonly string[], index: number): boolean {
  let backslashes = 0;
  while (characters[index - 1 - backslashes] === '\\') backslashes++;
  return backslashes % 2 === 1;
}

function convertOne(character: string): string {
  const converted = convertCharacters(character).text;
  // ＋ is a character, + would be an instruction.
  return converted !== character && converted === '+' ? '\\+' : converted;
}
