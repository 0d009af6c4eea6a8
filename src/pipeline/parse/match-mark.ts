import { CLAUSE_END, DIGIT, flagsAt, HAN, NUMERAL, SENTENCE_END, skipBlanks } from '../../language/characters.js';
import { type NumeralKind, readNumeral } from '../../language/numerals.js';
import { loadFrameworkRules } from '../../resources/framework-rules.js';
import type { MarkPlaceholder } from '../../resources/mark-patterns.js';
import type { Place, SignPattern } from './mark-table.js';

/** The kinds of numerals that a placeholder stands for. */
const KINDS: Readonly<Record<Exclude<MarkPlaceholder, 'classifier'>, readonly NumeralKind[]>> = {
  chinese: ['chinese'],
  arabic: ['arabic'],
  formal: ['formal'],
  roman: ['roman'],
  circled: ['circled'],
  parenthesized: ['parenthesized'],
  'full-stop': ['full-stop'],
  number: ['chinese', 'arabic'],
};

/** No list of a report numbers more. */
const MAX_ORDINAL = 60;

/** By far the most numbers are one character that no sign of the pattern follows: those need not be read. */
export function mayFollow({ before, placeholder, after }: SignPattern, text: string, start: number): boolean {
  if (before.length > 0 || after.length === 0 || (placeholder !== 'chinese' && placeholder !== 'arabic')) return true;
  return (flagsAt(text, start + 1) & (NUMERAL | DIGIT)) !== 0 || standsFor(after[0]!, text.charAt(start + 1));
}

/** Where a pattern that begins at `start` ends, and which number it bears; null where it does not fit. */
export function matchPattern(
  text: string,
  start: number,
  limit: number,
  pattern: SignPattern,
): { end: number; ordinal: number } | null {
  let i = matchSigns(text, start, pattern.before);
  if (i < 0) return null;
  let ordinal = typeof pattern.ordinal === 'number' ? pattern.ordinal : pattern.ordinal === 'one' ? 1 : 0;
  if (pattern.placeholder === 'classifier') {
    if (i >= limit || !isClassifier(text.charAt(i))) return null;
    i = matchSigns(text, i + 1, pattern.after);
    return i < 0 || i > limit ? null : { end: i, ordinal: 1 };
  }
  if (pattern.placeholder !== null) {
    const numeral = readNumeral(text, i);
    if (numeral === null || numeral.value === null || numeral.value < 1 || numeral.value > MAX_ORDINAL) return null;
    if (!KINDS[pattern.placeholder].includes(numeral.kind)) return null;
    if ('两双廿'.includes(text.charAt(numeral.start))) return null;
    ordinal = numeral.value;
    i = matchSigns(text, numeral.end, pattern.after);
    if (i < 0) return null;
  }
  return i <= limit ? { end: i, ordinal } : null;
}

/** 一本是 …, 一项是 …: in such shapes a list calls each of its members 一. */
function isClassifier(character: string): boolean {
  return loadFrameworkRules().classifiers.has(character);
}

function matchSigns(text: string, start: number, signs: readonly string[]): number {
  for (let k = 0; k < signs.length; k++) if (!standsFor(signs[k]!, text.charAt(start + k))) return -1;
  return start + signs.length;
}

/** Whether a character of the text is one of those that a sign stands for; an empty one, at the end of the text, is none. */
function standsFor(sign: string, found: string): boolean {
  return found !== '' && sign.includes(found);
}

/** What no number mark looks like: 2.3, 二、三产业, 统一是, 第一、第二产业. */
export function isPlausible(
  text: string,
  start: number,
  end: number,
  limit: number,
  pattern: SignPattern,
  place: Place,
): boolean {
  const opensParagraph = place === 'line';
  const next = flagsAt(text, end);
  const previous = flagsAt(text, start - 1);
  if (end >= limit && !opensParagraph) return false;
  if (pattern.unlessBefore !== '' && pattern.unlessBefore.includes(text.charAt(end))) return false;
  if (pattern.placeholder === 'arabic' && (next & DIGIT || previous & DIGIT)) return false;
  if (pattern.id === 'chinese-comma' && !opensParagraph && next & NUMERAL) return false;
  if (pattern.id === 'arabic-comma' && next & DIGIT) return false;
  if (pattern.id === 'nth-enumeration' && text.charAt(end) === '第') return false;
  if (pattern.id.startsWith('ordinal')) return isOrdinalWord(text, start, end, place);
  if (pattern.id === 'nth-step') return !(previous & HAN) || opensParagraph;
  if (pattern.place === 'clause' && next & SENTENCE_END) return false;
  return skipBlanks(text, end, limit) < limit || pattern.family === 'article';
}

/** 一是 numbers a member; 统一是, 第一是, 之一是, 一是一,二是二 do not; 一是一张笑脸 does. */
function isOrdinalWord(text: string, start: number, end: number, place: Place): boolean {
  const before = text.charAt(start - 1);
  if ('统第之其唯单每万十百零〇几年月日不同'.includes(before) && before !== '') return false;
  if (flagsAt(text, start - 1) & (DIGIT | NUMERAL)) return false;
  const after = text.charAt(end);
  const negates = after === '否' || (after === '不' && place === 'anywhere');
  const saysSo = after === text.charAt(start) && !(flagsAt(text, end + 1) & HAN && !(flagsAt(text, end + 1) & NUMERAL));
  return !saysSo && !negates && !(flagsAt(text, end) & (SENTENCE_END | CLAUSE_END));
}
