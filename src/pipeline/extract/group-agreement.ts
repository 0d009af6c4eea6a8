import { DIGIT, flagsAt, HAN, NUMERAL } from '../../language/characters.js';
import { readNumeral } from '../../language/numerals.js';
import type { FormulaGroup } from '../../model/framework.js';
import type { Formula } from './formula.js';
import { withoutSigns } from './head-agreement.js';

/** Groups with heads of their own are worded with number and head, or not at all; bare digits leave the heads to the report. */
export function leastAgreement(formula: Formula): number {
  const named = formula.shape === 'groups' && formula.groups.some((group) => (group.count ?? 0) > 1);
  if (named) return 0.95;
  // Of three digits two are chance.
  return formula.shape === 'bare' && formula.groups.length <= 3 ? 0.8 : 0.6;
}

/** Whether a wording is that of a group: its number and its head stand in it (健全两个组织 for 2 组织). */
export function groupAgreement(wording: string, { count, head }: FormulaGroup, step: boolean): number {
  const text = withoutSigns(wording);
  const headHere = head !== null && text.includes(head);
  if (step) return headHere || holdsNumber(text, count ?? -1) ? 1 : 0;
  if (count === null) return /[NXn]|若干|多[个项支方]|各/u.test(text) || headHere ? 1 : 0.2;
  const number = holdsNumber(text, count);
  if (head === null) return number ? (countsSomething(text, count) ? 1 : 0.5) : 0;
  if (number && headHere) return 1;
  return headHere && count === 1 ? 0.9 : headHere ? 0.3 : 0;
}

/** 盯住两个群体 counts two; 二期, 2年 and 43个 do not. */
function countsSomething(text: string, count: number): boolean {
  for (let i = 0; i < text.length && i <= 8; i++) {
    if ((flagsAt(text, i) & (NUMERAL | DIGIT)) === 0) continue;
    const numeral = readNumeral(text, i);
    if (numeral === null) continue;
    const next = text.charAt(numeral.end);
    if (numeral.value === count && flagsAt(text, numeral.end) & HAN && !'期年月日点时'.includes(next)) return true;
    i = numeral.end - 1;
  }
  return false;
}

function holdsNumber(text: string, count: number): boolean {
  for (let i = 0; i < text.length; i++) {
    if ((flagsAt(text, i) & (NUMERAL | DIGIT)) === 0) continue;
    const numeral = readNumeral(text, i);
    if (numeral === null) continue;
    if (numeral.value === count) return true;
    i = numeral.end - 1;
  }
  return false;
}
