import { BLANK, DIGIT, flagsAt, LATIN, NEWLINE } from '../../language/characters.js';
import type { Token } from '../../model/segmentation.js';
import type { RunCutter } from './run-cutter.js';
import type { FixedWord } from './word-list.js';

const NUMBER_TAG = 'm';
const LATIN_TAG = 'eng';
const SIGN_TAG = 'x';

/** What a code unit is to the cutter, in a table: all that is none of these is a sign of its own. */
const ENGINE = 1;
const SPACE = 2;
const ALPHANUMERIC = 4;
const KINDS = new Uint8Array(65536);
for (let code = 0x3400; code <= 0x9fff; code++) KINDS[code] = ENGINE;
for (let code = 0xf900; code <= 0xfaff; code++) KINDS[code] = ENGINE;
KINDS[0x3007] = ENGINE; // 〇
for (let code = 0; code < 65536; code++) {
  const flags = flagsAt(String.fromCharCode(code), 0);
  if (flags & (DIGIT | LATIN)) KINDS[code] = ALPHANUMERIC;
  else if (flags & (BLANK | NEWLINE) || /\s/.test(String.fromCharCode(code))) KINDS[code] = SPACE;
}

/**
 * Cuts a stretch of normalized text into words; joined they are the stretch. Only runs of Chinese characters, with the Latin letters
 * beside them (T恤), go to the engine: numbers, names in Latin letters, signs and white space are cut here, the same for every engine.
 * @param fixed words that stay whole, in order, not overlapping
 */
export function cutWords(
  text: string,
  start: number,
  end: number,
  fixed: readonly FixedWord[],
  cutter: RunCutter,
): Token[] {
  const tokens: Token[] = [];
  let at = start;
  for (const word of fixed) {
    if (word.start < at || word.end > end) continue;
    cutBetween(text, at, word.start, cutter, tokens);
    addToken(tokens, word.start, word.end, word.tag);
    at = word.end;
  }
  cutBetween(text, at, end, cutter, tokens);
  return tokens;
}

function addToken(tokens: Token[], start: number, end: number, partOfSpeech: string | null, blank = false): void {
  tokens.push({ span: { start, end }, partOfSpeech, blank });
}

function cutBetween(text: string, from: number, limit: number, cutter: RunCutter, tokens: Token[]): void {
  let at = from;
  while (at < limit) {
    const kind = KINDS[text.charCodeAt(at)]!;
    let end = at + 1;
    if (kind === SPACE) {
      while (end < limit && KINDS[text.charCodeAt(end)] === SPACE) end++;
      addToken(tokens, at, end, SIGN_TAG, true);
    } else if (kind === ENGINE || (kind === ALPHANUMERIC && lettersBeforeHan(text, at, limit))) {
      end = engineRunEnd(text, at, limit);
      addRun(tokens, at, cutter.cut(text, at, end));
    } else if (kind === ALPHANUMERIC) {
      end = alphanumericEnd(text, at, limit);
      addToken(tokens, at, end, /[A-Za-z]/.test(text.slice(at, end)) ? LATIN_TAG : NUMBER_TAG);
    } else {
      end = signEnd(text, at, limit);
      addToken(tokens, at, end, SIGN_TAG);
    }
    at = end;
  }
}

function addRun(tokens: Token[], start: number, { ends, tags }: ReturnType<RunCutter['cut']>): void {
  let at = start;
  for (let k = 0; k < ends.length; k++) {
    const end = start + ends[k]!;
    addToken(tokens, at, end, tags === null ? null : tags[k]!);
    at = end;
  }
}

/** Longer names in Latin letters are no part of a Chinese word. */
const LONGEST_LETTERS = 8;

/** The end of the letters at `from`, where they hold no digit and are few; else `from`. */
function lettersEnd(text: string, from: number, limit: number): number {
  let end = from;
  while (end < limit && end - from <= LONGEST_LETTERS && flagsAt(text, end) & LATIN) end++;
  const more = end < limit && KINDS[text.charCodeAt(end)] === ALPHANUMERIC;
  const after = flagsAt(text, from - 1) & DIGIT;
  return more || after || end - from > LONGEST_LETTERS ? from : end;
}

/** T恤, AA制 */
function lettersBeforeHan(text: string, from: number, limit: number): boolean {
  const end = lettersEnd(text, from, limit);
  return end > from && end < limit && KINDS[text.charCodeAt(end)] === ENGINE;
}

/** Chinese characters and the letters before, between and behind them: 卡拉OK厅. */
function engineRunEnd(text: string, from: number, limit: number): number {
  let end = from;
  while (end < limit) {
    const kind = KINDS[text.charCodeAt(end)]!;
    if (kind === ENGINE) end++;
    else if (kind === ALPHANUMERIC) {
      const letters = lettersEnd(text, end, limit);
      if (letters === end) break;
      end = letters;
    } else break;
  }
  return end;
}

/** 2025, 3.2, 2,640, 98.5%, 5G, GDP */
function alphanumericEnd(text: string, from: number, limit: number): number {
  let end = from;
  while (end < limit && KINDS[text.charCodeAt(end)] === ALPHANUMERIC) end++;
  for (;;) {
    const group = groupEnd(text, end, limit);
    if (group === end) break;
    end = group;
  }
  if (text.charAt(end) === '.' && isDigit(text, end - 1) && end + 1 < limit && isDigit(text, end + 1)) {
    end++;
    while (end < limit && isDigit(text, end)) end++;
  }
  const sign = text.charAt(end);
  return end < limit && (sign === '%' || sign === '％' || sign === '‰') && isDigit(text, end - 1) ? end + 1 : end;
}

/** The end of `,640` behind a digit, where just three digits follow. */
function groupEnd(text: string, at: number, limit: number): number {
  if ((text.charAt(at) !== ',' && text.charAt(at) !== '，') || !isDigit(text, at - 1)) return at;
  let end = at + 1;
  while (end < limit && isDigit(text, end)) end++;
  return end - at === 4 && (end >= limit || KINDS[text.charCodeAt(end)] !== ALPHANUMERIC) ? end : at;
}

function isDigit(text: string, at: number): boolean {
  return (flagsAt(text, at) & DIGIT) !== 0;
}

/** Signs that are written twice are one: —— and ……; both halves of a pair of surrogates are one character. */
function signEnd(text: string, from: number, limit: number): number {
  const code = text.charCodeAt(from);
  if (code >= 0xd800 && code < 0xdc00) {
    const low = text.charCodeAt(from + 1);
    return from + 1 < limit && low >= 0xdc00 && low < 0xe000 ? from + 2 : from + 1;
  }
  let end = from + 1;
  if ('—…─―.'.includes(text.charAt(from))) while (end < limit && text.charCodeAt(end) === code) end++;
  return end;
}
