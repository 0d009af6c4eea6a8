import { DIGIT, flagsAt, flagsOf, NUMERAL, OPEN_QUOTE } from '../../language/characters.js';
import { isFigure } from './amounts.js';
import type { Formula } from './formula.js';
import { addKnownNames, cutToKnownNames } from './known-names.js';
import { readPlainName } from './read-plain-name.js';
import { readQuoted } from './read-quoted-name.js';

const STRAIGHT_QUOTE = 0x22;
/** 《 */
const TITLE_MARK = 0x300a;

/** By the low bits of a code unit, whether one with them may begin a formula: a table that stays at hand while every character is asked. */
const BUCKETS = 4096;
const MAY_BEGIN = new Uint8Array(BUCKETS);

for (let code = 0; code < 65536; code++) {
  if (flagsOf(code) & (OPEN_QUOTE | NUMERAL | DIGIT) || code === STRAIGHT_QUOTE) MAY_BEGIN[code % BUCKETS] = 1;
}

/** Every number formula of the stretch `[start, end)`, in order of place. */
export function findFormulas(text: string, start: number, end: number): Formula[] {
  const formulas: Formula[] = [];
  for (let i = start; i < end; i++) {
    const code = text.charCodeAt(i);
    if (MAY_BEGIN[code % BUCKETS] === 0) continue;
    const flags = flagsOf(code);
    if ((flags & (OPEN_QUOTE | NUMERAL | DIGIT)) === 0 && code !== STRAIGHT_QUOTE) continue;
    const isQuote = (flags & OPEN_QUOTE) !== 0 || code === STRAIGHT_QUOTE;
    const formula = isQuote ? readInQuotes(text, i, end, code) : isFigure(text, i) ? null : readPlainName(text, i, end);
    if (formula !== null) {
      formulas.push(formula);
      i = Math.max(i, formula.nameSpan.end - 1);
    } else if (!isQuote) {
      while (flagsAt(text, i + 1) & DIGIT) i++;
    }
  }
  return addKnownNames(text, start, end, cutToKnownNames(formulas));
}

function readInQuotes(text: string, at: number, end: number, code: number): Formula | null {
  return code === TITLE_MARK ? null : readQuoted(text, at, end);
}
