import { loadContextWords } from '../../resources/context-words.js';
import type { Formula } from './formula.js';
import type { Run } from './split-list.js';

/**
 * 创新、协调、绿色的新发展理念 behind “五位一体”: a list that a noun of its own closes belongs to that noun, unless it is what the name counts. The
 * noun stands behind the last element or was taken in with it (有文化的教育).
 */
export function belongsElsewhere(text: string, formula: Formula, { elements }: Run): boolean {
  const last = elements.at(-1)!;
  const longest = Math.max(...elements.slice(0, -1).map(({ start, end }) => end - start));
  // The words of the sentence before it lengthen the first.
  const usual = Math.max(...elements.slice(elements.length > 2 ? 1 : 0, -1).map(({ start, end }) => end - start));
  const inside = text.slice(last.start, last.end).lastIndexOf('的');
  if (inside >= 2 && inside <= longest + 1 && !text.slice(elements[0]!.start, elements[0]!.end).includes('的')) {
    const noun = text.slice(last.start + inside + 1, last.end);
    return !isOrder(noun) && !isCounted(formula, noun);
  }
  // 供水、供电、供气等方面费心 behind “三大任务”
  const others = /等([\u4e00-\u9fff]{2})/u.exec(text.slice(last.start + 1, last.end));
  if (others !== null && last.end - last.start > usual + 2)
    return !isOrder(others[1]!) && !isCounted(formula, others[1]!);
  if (last.end - last.start > longest + 2) return false; // the sentence goes on behind the list: 临时用电是事故|的高发区
  const closing = /^(?:等|的|等的)([\u4e00-\u9fff]{2,6})/u.exec(text.slice(last.end, last.end + 8));
  return closing !== null && !isOrder(closing[1]!) && !isCounted(formula, closing[1]!);
}

/** Whether a noun is the head or the method noun of the name. */
function isCounted({ groups, category }: Formula, noun: string): boolean {
  const head = groups.at(-1)?.head ?? '';
  return (head !== '' && noun.includes(head)) || (category !== null && noun.includes(category));
}

/** 按照建单→派单→销单的顺序: the order of the members is no other set. */
function isOrder(noun: string): boolean {
  return loadContextWords().orders.longestAt(noun, 0) !== null;
}
