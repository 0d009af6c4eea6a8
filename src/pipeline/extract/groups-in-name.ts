import { DIGIT, flagsAt, NUMERAL } from '../../language/characters.js';
import { readNumeral } from '../../language/numerals.js';
import type { FormulaGroup } from '../../model/framework.js';
import { createSpan, type Span } from '../../model/span.js';
import { loadFrameworkRules } from '../../resources/framework-rules.js';
import type { Formula } from './formula.js';

/** Where each group stands inside the name: 四保 and 两金 in “四保两金”. Null for bare digits, which name nothing. */
export function groupsInName(text: string, formula: Formula): Span[] | null {
  if (formula.groups.some((group) => group.head === null)) return null;
  const { start, end } = formula.nameSpan;
  const spans: Span[] = [];
  let from = start;
  for (const [i, group] of formula.groups.entries()) {
    const next = formula.groups[i + 1];
    const to = next === undefined ? end : groupStart(text, from + 1, end, next);
    if (to < 0) return null;
    let stop = to;
    while (stop > from && '、,，+＋“”·'.includes(text.charAt(stop - 1))) stop--;
    spans.push(createSpan(from, stop));
    from = to;
    if (group.head === null) return null;
  }
  return spans;
}

function groupStart(text: string, from: number, end: number, group: FormulaGroup): number {
  const { classifiers } = loadFrameworkRules();
  for (let i = from; i < end; i++) {
    if (group.count === null) {
      if (/[NX]/i.test(text.charAt(i))) return i;
      continue;
    }
    if ((flagsAt(text, i) & (NUMERAL | DIGIT)) === 0) continue;
    const numeral = readNumeral(text, i);
    if (numeral?.value !== group.count) continue;
    const rest = text.slice(numeral.end, end).replace(/^[“「"]/, '');
    const afterClassifier = classifiers.get(rest.charAt(0)) === false ? rest.slice(1) : rest;
    if (rest.startsWith(group.head ?? '') || afterClassifier.startsWith(group.head ?? '')) return i;
    if (group.head !== null && rest.charAt(0) === group.head.charAt(0)) return i;
  }
  return -1;
}
