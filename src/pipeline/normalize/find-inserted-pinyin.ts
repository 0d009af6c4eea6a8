import { HAN, isBlankKind, kindAt, kindBefore, LATIN, NEWLINE, OTHER } from './character-kinds.js';
import { addEdit, createEditList, type EditList, type Edits, NOISE, WHITESPACE } from './edits.js';
import { isPinyinSyllable } from './pinyin-syllables.js';

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
  const groups = createEditList();
  let half = text.indexOf('(');
  let full = text.indexOf('（');
  while (half >= 0 || full >= 0) {
    const open = half < 0 || (full >= 0 && full < half) ? full : half;
    const end = endOfPinyin(text, open);
    if (end > 0) addGroup(groups, text, open, end);
    if (open === half) half = text.indexOf('(', open + 1);
    else full = text.indexOf('（', open + 1);
  }
  return groups.starts.length === 0 ? groups : addTrailingBlanks(text, groups);
}

/** The end of the bracketed syllable that opens at `open`, or -1. */
function endOfPinyin(text: string, open: number): number {
  const first = kindAt(text, open + 1);
  if (first !== LATIN && !isBlankKind(first)) return -1;
  const limit = Math.min(text.length, open + MAX_GROUP);
  for (let i = open + 1; i < limit; i++) {
    const sign = text.charAt(i);
    if (sign === ')' || sign === '）') return isPinyinSyllable(text.slice(open + 1, i)) ? i + 1 : -1;
    const kind = kindAt(text, i);
    if (kind !== LATIN && !isBlankKind(kind) && sign !== ':') return -1;
  }
  return -1;
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
