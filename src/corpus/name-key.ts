import { DIGIT, flagsAt, HAN, LATIN, NUMERAL } from '../language/characters.js';
import { readNumeral } from '../language/numerals.js';
import { loadFrameworkRules } from '../resources/framework-rules.js';

/** A name as far as it tells one practice from another. */
export interface NameKey {
  /** 三个结合 and 3结合 → 3结合; 六步, 六步法 and 六步工作法 → 6步; 1+3+N → 13N */
  readonly key: string;
  /** Its numbers alone, an N among them: 六诊六治 → 66. */
  readonly numbers: string;
  /** What is left without them: 诊治. */
  readonly head: string;
  /** Whether a measure word stands between number and head: 三个结合, 五条标准. */
  readonly measured: boolean;
}

/** Names are short; a longer one is judged by its beginning. */
const MOST_CHARACTERS = 60;

/** Drops what wordings of one name differ in: the kind of digits, measure words, the method noun, quotes and blanks. */
export function readNameKey(name: string): NameKey {
  const { classifiers } = loadFrameworkRules();
  const parts: string[] = [];
  let measured = false;
  const text = name.slice(0, MOST_CHARACTERS);
  for (let i = 0; i < text.length; ) {
    const number = readDigits(text, i);
    if (number === null) {
      if (isWording(text, i)) parts.push(text.charAt(i));
      i += 1;
      continue;
    }
    parts.push(number.digits);
    i = number.end;
    if (classifiers.get(text.charAt(i)) === false && flagsAt(text, i + 1) & HAN) {
      measured = true;
      i += 1;
    }
  }
  const key = withoutMethodNoun(parts.join(''));
  return { key, numbers: key.replace(/[^0-9N]/g, ''), head: key.replace(/[0-9N]/g, ''), measured };
}

/** A wording with its numbers in digits and nothing but characters, letters and digits: “建强两支队伍” → 建强2支队伍. */
export function normalizeWording(wording: string): string {
  const parts: string[] = [];
  const text = wording.slice(0, MOST_CHARACTERS);
  for (let i = 0; i < text.length; ) {
    const number = readDigits(text, i);
    if (number !== null) parts.push(number.digits);
    else if (isWording(text, i)) parts.push(text.charAt(i).toLowerCase());
    i = number?.end ?? i + 1;
  }
  return parts.join('');
}

function isWording(text: string, index: number): boolean {
  return (flagsAt(text, index) & (HAN | DIGIT | LATIN)) !== 0;
}

function readDigits(text: string, index: number): { readonly digits: string; readonly end: number } | null {
  if ((flagsAt(text, index) & (NUMERAL | DIGIT)) === 0) return null;
  const numeral = readNumeral(text, index);
  if (numeral === null) return null;
  // A string of digits is none of the numbers: 一三四 → 134. 十二 is one: 12.
  const digits = numeral.digits.length > 0 ? numeral.digits.join('') : String(numeral.value ?? '');
  return { digits, end: numeral.end };
}

/** 三亮行动 → 三亮; 六项机制 keeps its noun, which is what it counts. */
function withoutMethodNoun(key: string): string {
  const noun = loadFrameworkRules().methodNouns.ending.longestAt(key, key.length);
  if (noun === null) return key;
  const rest = key.slice(0, key.length - noun.length);
  return /[^0-9N]/.test(rest) || rest.length > 2 ? rest : key;
}
