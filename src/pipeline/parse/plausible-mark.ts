import { CLAUSE_END, DIGIT, flagsAt, HAN, NUMERAL, SENTENCE_END, skipBlanks } from '../../language/characters.js';
import type { Place, SignPattern } from './mark-table.js';

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

/** 一是 numbers a member; 统一是, 第一是, 之一是, 一是一 do not. */
function isOrdinalWord(text: string, start: number, end: number, place: Place): boolean {
  const before = text.charAt(start - 1);
  if ('统第之其唯单每万十百零〇几年月日不同'.includes(before) && before !== '') return false;
  if (flagsAt(text, start - 1) & (DIGIT | NUMERAL)) return false;
  const after = text.charAt(end);
  const negates = after === '否' || (after === '不' && place === 'anywhere');
  return after !== text.charAt(start) && !negates && !(flagsAt(text, end) & (SENTENCE_END | CLAUSE_END));
}
