import { HAN, isBlankKind, kindAt, kindBefore, LATIN, NEWLINE, OTHER } from './character-kinds.js';
import { addEdit, createEditList, type EditList, type Edits, NOISE, WHITESPACE } from './edits.js';
import { isDamagedSyllable, isPinyinSyllable } from './pinyin-syllables.js';

/**
 * The longest that a syllable with its brackets can be: `( zhua̅ng )` with the tone mark as a character of its own and
 * room for blanks.
 */
const MAX_GROUP = 14;

/**
 * Pinyin that web pages insert in brackets after a Chinese character: 倡导(dǎo)爱心, 医(yi) 疗. Each stretch reaches from the
 * character to the closing bracket, several groups in a row (and blanks between) being one.
 */
export function findInsertedPinyin(text: string): Edits {
  const brackets = findShortBrackets(text);
  const damaged = losesVowels(text, brackets);
  const groups = createEditList();
  for (const { open, end, words } of brackets) {
    if (isPinyinSyllable(words) || (damaged && isDamagedSyllable(words))) addGroup(groups, text, open, end);
  }
  return groups.starts.length === 0 ? groups : addTrailingBlanks(text, groups);
}

/** A bracket with nothing but Latin letters, blanks and what may stand for a lost letter in it. */
interface ShortBracket {
  readonly open: number;
  /** After the closing sign. */
  readonly end: number;
  readonly words: string;
}

function findShortBrackets(text: string): ShortBracket[] {
  const brackets: ShortBracket[] = [];
  let half = text.indexOf('(');
  let full = text.indexOf('（');
  while (half >= 0 || full >= 0) {
    const open = half < 0 || (full >= 0 && full < half) ? full : half;
    const close = closeOfShort(text, open);
    if (close > 0) brackets.push({ open, end: close + 1, words: text.slice(open + 1, close) });
    if (open === half) half = text.indexOf('(', open + 1);
    else full = text.indexOf('（', open + 1);
  }
  return brackets;
}

/** Where the bracket that opens at `open` closes, or -1. */
function closeOfShort(text: string, open: number): number {
  const limit = Math.min(text.length, open + MAX_GROUP);
  for (let i = open + 1; i < limit; i++) {
    const sign = text.charAt(i);
    if (sign === ')' || sign === '）') return i;
    const kind = kindAt(text, i);
    if (kind !== LATIN && !isBlankKind(kind) && !':?？\uFFFD'.includes(sign)) return -1;
  }
  return -1;
}

/** So many different remains of syllables (dng, wn, j?n) are no units and no initials of something else. */
const LEAST_DAMAGED = 3;

/** Whether the pinyin of the text lost its letters with tone marks: Big5 has none, and programs drop them or write a question mark. */
function losesVowels(text: string, brackets: readonly ShortBracket[]): boolean {
  const remains = new Set<string>();
  for (const { open, words } of brackets) {
    if (words.length < 2 || kindBefore(text, open) !== HAN) continue;
    if (isDamagedSyllable(words) && !isPinyinSyllable(words)) remains.add(words);
    if (remains.size >= LEAST_DAMAGED) return true;
  }
  return false;
}

/** Takes the group in if it follows a Chinese character, or a group that does; blanks before the bracket belong to it. */
function addGroup(groups: EditList, text: string, open: number, end: number): void {
  const last = groups.ends.length - 1;
  const floor = last < 0 ? 0 : groups.ends[last]!;
  let start = open;
  while (start > floor && isBlankKind(kindBefore(text, start))) start--;
  if (last >= 0 && start === floor) groups.ends[last] = end;
  else if (kindBefore(text, start) === HAN) addEdit(groups, start, end, NOISE);
}

/**
 * Some scrapers leave a blank after each bracket. Where at least half of the groups of a text are followed by one, it
 * goes with them; else it stands for itself, as between two titles of which the first ends in a noisy character.
 */
function addTrailingBlanks(text: string, groups: Edits): Edits {
  const blanks = groups.ends.map((end) => isBlankKind(kindAt(text, end)) && !isLineEnd(text, end + 1));
  const followed = blanks.filter(Boolean).length;
  const inLine =
    followed + groups.ends.filter((end) => !isBlankKind(kindAt(text, end)) && !isLineEnd(text, end)).length;
  if (followed === 0 || followed * 2 < inLine) return groups;
  const edits = createEditList();
  for (const [k, end] of groups.ends.entries()) {
    addEdit(edits, groups.starts[k]!, end, NOISE);
    if (blanks[k]) addEdit(edits, end, end + 1, WHITESPACE);
  }
  return edits;
}

function isLineEnd(text: string, index: number): boolean {
  const kind = kindAt(text, index);
  return kind === NEWLINE || text.charAt(index) === '\r' || (kind === OTHER && index >= text.length);
}
