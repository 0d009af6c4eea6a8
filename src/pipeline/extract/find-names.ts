import { CLOSE_QUOTE, flagsAt, OPEN_QUOTE } from '../../language/characters.js';
import { findFormulas } from './find-formulas.js';

/** The stretch of a name that stays one word. */
export interface NameStretch {
  readonly start: number;
  readonly end: number;
  readonly tag: string;
}

/** jieba's tag of fixed phrases. */
const PHRASE_TAG = 'l';

/**
 * The number formulas of a text as stretches that stay one word, in order, not overlapping: 六诊六治, 三个结合; with its method noun
 * where that follows at once, 12345工作法, and with its quotes where one stands inside the name, “三权”分置.
 */
export function findNames(text: string): NameStretch[] {
  const names: NameStretch[] = [];
  for (const { span, nameSpan, category } of findFormulas(text, 0, text.length)) {
    let { start, end } = nameSpan;
    if (category !== null && text.startsWith(category, end) && end + category.length <= span.end)
      end += category.length;
    if (closesInside(text, start, end) && flagsAt(text, start - 1) & OPEN_QUOTE) start--;
    if (start >= (names.at(-1)?.end ?? 0) && end > start) names.push({ start, end, tag: PHRASE_TAG });
  }
  return names;
}

function closesInside(text: string, start: number, end: number): boolean {
  for (let i = start; i < end; i++) {
    if (flagsAt(text, i) & OPEN_QUOTE) return false;
    if (flagsAt(text, i) & CLOSE_QUOTE) return true;
  }
  return false;
}
