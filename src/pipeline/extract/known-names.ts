import { DIGIT, flagsAt, NUMERAL } from '../../language/characters.js';
import { createSpan, lowerBound, type Span, spansOverlap } from '../../model/span.js';
import { type Formula, formulaAt, formulaOfGroup } from './formula.js';

/** 五种本领关 beside 五种本领, 一巡二查三清四护守住 … beside 一巡二查三清四护: a name without a closing quote that goes on where a known name ends is that name. */
export function cutToKnownNames(formulas: readonly Formula[]): Formula[] {
  if (formulas.every(({ quoted, closed }) => quoted && closed)) return [...formulas];
  const known = new Map<string, Formula>();
  for (const formula of formulas) {
    for (const group of namedGroups(formula)) known.set(group.name, group);
  }
  for (const formula of formulas) known.set(formula.name, formula);
  return formulas.map((formula) => {
    if (formula.quoted && formula.closed) return formula;
    for (let length = formula.name.length - 1; length >= 2; length--) {
      const shorter = known.get(formula.name.slice(0, length));
      if (shorter === undefined || shorter === formula || shorter.shape === 'labels' || shorter.declared < 2) continue;
      if (formula.groups.length > 1 && shorter.groups.length < 2) continue;
      if (length === 2 && !shorter.quoted) continue;
      const end = formula.nameSpan.start + length;
      return formulaAt(shorter, {
        span: createSpan(formula.span.start, end),
        nameSpan: createSpan(formula.nameSpan.start, end),
        category: shorter.category,
        quoted: formula.quoted,
        closed: shorter.closed,
        rule: 'known-name-cut',
      });
    }
    return formula;
  });
}

/** The groups of a quoted compound as names: 三建, 四帮, 五联. */
function namedGroups(formula: Formula): Formula[] {
  if (formula.groups.length < 2 || !formula.quoted || formula.shape !== 'groups') return [];
  const parts = formula.name.match(/[一二两三四五六七八九十]+[^一二两三四五六七八九十]+/gu) ?? [];
  if (parts.length !== formula.groups.length) return [];
  const place = { ...formula, category: null };
  return parts.map((name, i) => formulaOfGroup(formula, formula.groups[i]!, name, place));
}

/** Names are sought by their wording only while they are few. */
const MAX_SOUGHT = 60;

/**
 * The groups of a quoted compound where they stand alone and by their form would count as amounts: 说三句话 of “一线两帽三句话”, 三建夯基础 of
 * “三建四帮五联”.
 */
export function addKnownNames(text: string, start: number, end: number, formulas: Formula[]): Formula[] {
  const groups = formulas.flatMap(namedGroups).filter(({ declared, name }) => declared >= 2 && name !== '');
  const sought = new Map(groups.map((group) => [group.name, group]));
  if (sought.size === 0 || sought.size > MAX_SOUGHT) return formulas;
  const added: Formula[] = [];
  for (const [name, group] of sought) {
    for (let at = text.indexOf(name, start); at >= 0 && at < end; at = text.indexOf(name, at + 1)) {
      const span = createSpan(at, at + name.length);
      if (flagsAt(text, at - 1) & (NUMERAL | DIGIT) || isTaken(formulas, span)) continue;
      const rule = 'known-name';
      added.push(formulaAt(group, { span, nameSpan: span, category: null, quoted: false, closed: false, rule }));
    }
  }
  return [...formulas, ...added].sort((a, b) => a.span.start - b.span.start);
}

/** Whether a formula stands there already; they are in order of place. */
function isTaken(formulas: readonly Formula[], span: Span): boolean {
  const at = lowerBound(formulas, span.start);
  return [formulas[at - 1], formulas[at]].some((other) => other !== undefined && spansOverlap(other.span, span));
}
