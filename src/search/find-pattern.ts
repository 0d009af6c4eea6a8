import type { Span } from '../model/span.js';
import type { CompiledPattern } from './compile-query.js';
import { runWithLimit } from './run-with-limit.js';

/** Finds a pattern in a text: places in ascending order that do not overlap. */
export type FindPattern = (text: string) => Span[];

/** @returns what finds the pattern; it throws a TimeLimitError where an expression tries without end */
export function createFindPattern({ phrases, expression, ignoreCase }: CompiledPattern): FindPattern {
  if (phrases?.length === 1 && !ignoreCase) return (text) => findPhrase(text, phrases[0]!);
  const regex = new RegExp(expression, ignoreCase ? 'giu' : 'gu');
  if (phrases !== null) return (text) => findEach(regex, text, 0, []);
  const endures = isHarmless(expression);
  return (text) => {
    if (endures && text.length < SHORT_TEXT) return findInLines(regex, text);
    return runWithLimit(
      () => findInLines(regex, text),
      LEAST_SECONDS + Math.floor(text.length / CHARACTERS_PER_SECOND),
    );
  };
}

function findPhrase(text: string, phrase: string): Span[] {
  const found: Span[] = [];
  for (let at = text.indexOf(phrase); at >= 0; at = text.indexOf(phrase, at + phrase.length)) {
    found.push({ start: at, end: at + phrase.length });
  }
  return found;
}

/** Line by line, so that `[^，]+` does not run on into the next paragraph, and ^ and $ are its ends. */
function findInLines(regex: RegExp, text: string): Span[] {
  const found: Span[] = [];
  for (let start = 0; start <= text.length; ) {
    const newline = text.indexOf('\n', start);
    const end = newline < 0 ? text.length : newline;
    const bare = end > start && text.charCodeAt(end - 1) === CARRIAGE_RETURN ? end - 1 : end;
    if (bare > start) findEach(regex, text.slice(start, bare), start, found);
    start = end + 1;
  }
  return found;
}

const CARRIAGE_RETURN = 0x0d;

/** @param offset of the text, added to what is found */
function findEach(regex: RegExp, text: string, offset: number, found: Span[]): Span[] {
  regex.lastIndex = 0;
  for (let match = regex.exec(text); match !== null; match = regex.exec(text)) {
    const [wording] = match;
    const start = offset + match.index;
    // What matches nothing (x*) is no hit.
    if (wording === '') regex.lastIndex += (text.codePointAt(match.index) ?? 0) > 0xffff ? 2 : 1;
    else found.push({ start, end: start + wording.length });
  }
  return found;
}

const LEAST_SECONDS = 3;
const CHARACTERS_PER_SECOND = 1_000_000;
/** A harmless expression tries at most the square of this, seconds at worst. */
const SHORT_TEXT = 20_000;
/** Bounded repetitions side by side multiply: a{0,9}a{0,9}a{0,9}. */
const MOST_QUANTIFIERS = 3;

/** Whether an expression can do with the square of the text's length: one repetition without bound, none of a group, no reference back. */
function isHarmless(expression: string): boolean {
  const bare = expression.replace(/\\[\s\S]|\[(?:\\[\s\S]|[^\]\\])*\]/g, (found) =>
    /^\\[1-9k]/.test(found) ? '\\1' : 'x',
  );
  const quantifiers = bare.match(/[*+?]|\{\d+(?:,\d*)?\}/g) ?? [];
  const unbounded = quantifiers.filter((sign) => sign !== '?' && !/^\{\d(?:,\d)?\}$/.test(sign));
  return quantifiers.length <= MOST_QUANTIFIERS && unbounded.length <= 1 && !/\)[*+?{]|\(\?<?[=!]|\\1/.test(bare);
}
