import { COMMON_CHARACTERS } from '../language/common-characters.js';
import { listSpellings } from '../pipeline/normalize/list-spellings.js';
import { isBlank, isRemovable, mayBeParted } from '../pipeline/normalize/removable-characters.js';

/** A phrase in all ways that a source text may write it. Plain data, so that it can be handed to another thread. */
export interface SpelledPhrase {
  /** In UTF-16 code units of the text that is searched. */
  readonly length: number;
  readonly characters: readonly SpelledCharacter[];
  /** Index of the character that is sought first: one that is written in few ways, and not everywhere. */
  readonly anchor: number;
  /**
   * Whether normalizing takes nothing out of a place where the phrase stands as it is. Not so for what may be part of inserted pinyin, and for what has
   * blanks in it.
   */
  readonly steadfast: boolean;
  /** Whether it has characters itself that may be taken out elsewhere. */
  readonly hasRemovable: boolean;
  /** Sought in the source text as it is: nothing may stand in between or belongs to it behind. */
  readonly exact: boolean;
}

export interface SpelledCharacter {
  /** In UTF-8. */
  readonly spellings: readonly Uint8Array[];
  /** Of each, whether it becomes the character wherever it stands. */
  readonly certain: readonly boolean[];
  /** The characters themselves. */
  readonly written: readonly string[];
  /** Whether the text may have something between it and the character before, which normalizing takes out. */
  readonly parted: boolean;
}

/**
 * @param phrase in the form of the text that is searched: normalized or, for `exact`, as the source has it
 */
export function spellPhrase(phrase: string, exact: boolean, ignoreCase: boolean): SpelledPhrase {
  const letters = [...phrase];
  const characters = letters.map((letter, i) => {
    const spellings = spellCharacter(letter, exact, ignoreCase);
    return {
      spellings: [...spellings.keys()].map((spelling) => Buffer.from(spelling)),
      certain: [...spellings.values()],
      written: [...spellings.keys()],
      parted: !exact && i > 0 && mayBeParted(letters[i - 1]!, letter),
    };
  });
  return {
    length: phrase.length,
    characters,
    anchor: chooseAnchor(letters, characters),
    steadfast: exact || isSteadfast(letters),
    hasRemovable: letters.some((letter) => isRemovable(letter.charCodeAt(0))),
    exact,
  };
}

function spellCharacter(letter: string, exact: boolean, ignoreCase: boolean): Map<string, boolean> {
  const spellings = new Map<string, boolean>();
  for (const form of ignoreCase ? formsOfEitherCase(letter) : [letter]) {
    if (exact) spellings.set(form, true);
    else for (const { character, certain } of listSpellings(form)) spellings.set(character, certain);
  }
  return spellings;
}

/** All characters below the Chinese ones, and full-width letters, that a regular expression takes for the letter where case does not matter. */
function formsOfEitherCase(letter: string): string[] {
  if (letter.toLowerCase() === letter.toUpperCase()) return [letter];
  const same = new RegExp(`^${letter}$`, 'iu');
  const forms = new Set([letter]);
  for (const [from, to] of CASED) {
    for (let code = from; code < to; code++) {
      const form = String.fromCodePoint(code);
      if (same.test(form)) forms.add(form);
    }
  }
  return [...forms];
}

/** Where the letters with two cases are. */
const CASED = [
  [0x41, 0x2e80],
  [0xa640, 0xac00],
  [0xff21, 0xff5b],
  [0x10400, 0x1e944],
] as const;

/** Has something that is never taken out, and no sign that might open or close what is. */
function isSteadfast(letters: readonly string[]): boolean {
  const units = letters.map((letter) => letter.charCodeAt(0));
  if (letters.some((letter, i) => '()（）\n\r'.includes(letter) || isBlank(units[i]!))) return false;
  return units.some((unit) => !isRemovable(unit));
}

function chooseAnchor(letters: readonly string[], characters: readonly SpelledCharacter[]): number {
  const costs = characters.map(({ spellings }, i) => {
    const letter = letters[i]!;
    const frequency =
      letter < '\u0080' ? 200 : letter < '\u3100' || letter > '\uff00' ? 50 : COMMON_CHARACTERS.has(letter) ? 4 : 1;
    return spellings.length * frequency;
  });
  return costs.indexOf(Math.min(...costs));
}
