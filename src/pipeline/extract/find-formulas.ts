import { DIGIT, flagsAt, flagsOf, NUMERAL, OPEN_QUOTE } from '../../language/characters.js';
import { isFigure } from './amounts.js';
import type { Formula } from './formula.js';
import { addKnownNames, cutToKnownNames } from './known-names.js';
import { readPlainName } from './read-plain-name.js';
import { readQuoted } from './read-quoted-name.js';

const STRAIGHT_QUOTE = 0x22;

/** Every number formula of the stretch `[start, end)`, in order of place. */
export function findFormulas(text: string, start: number, end: number): Formula[] {
  const formulas: Formula[] = [];
  for (let i = start; i < end; i++) {
    const code = text.charCodeAt(i);
    const flags = flagsOf(code);
    if ((flags & (OPEN_QUOTE | NUMERAL | DIGIT)) === 0 && code !== STRAIGHT_QUOTE) continue;
    if (flags & OPEN_QUOTE || code === STRAIGHT_QUOTE) {
      const quoted = text.charAt(i) === '《' ? null : readQuoted(text, i, end);
      if (quoted !== null) {
        formulas.push(quoted);
        i = Math.max(i, quoted.nameSpan.end - 1);
      }
    } else if (flags & (NUMERAL | DIGIT)) {
      const plain = isFigure(text, i) ? null : readPlainName(text, i, end);
      if (plain !== null) {
        formulas.push(plain);
        i = plain.nameSpan.end - 1;
      } else {
        while (flagsAt(text, i + 1) & DIGIT) i++;
      }
    }
  }
  return addKnownNames(text, start, end, cutToKnownNames(formulas));
}
