import { consistsOf, HAN } from '../../language/characters.js';
import { readNumeral } from '../../language/numerals.js';
import type { NameRule } from '../../model/explanation.js';
import type { FormulaGroup } from '../../model/framework.js';
import { createSpan, type Span } from '../../model/span.js';
import { loadFrameworkRules } from '../../resources/framework-rules.js';
import { createLabelFormula, type Formula } from './formula.js';
import { methodNounAtEnd } from './method-noun.js';

/** The method noun of a name and where it ends; null for none. */
export type NounAfter = { noun: string; end: number } | null;

/**
 * “望闻问切”服务法, “四则运算法”: a name that is made up of its labels, or implies them.
 * @param joint whether a verb behind the name belongs to it (“三权”分置)
 */
export function readLabelSet(
  open: number,
  close: number,
  inside: Span,
  content: string,
  after: NounAfter,
  joint: boolean,
): Formula | null {
  const { labelSets } = loadFrameworkRules();
  for (const [name, labels] of labelSets) {
    if (!content.startsWith(name)) continue;
    const noun = content.slice(name.length);
    if (noun !== '' && methodNounAtEnd(noun) === null) continue;
    const numeral = readNumeral(name, 0);
    const groups: FormulaGroup[] =
      numeral?.value == null ? [] : [{ count: numeral.value, head: name.slice(numeral.end).replace(/^则/, '') }];
    const told = noun === '' ? after : { noun, end: close };
    return labelFormula('label-set', name, labels, groups, open, close, inside, told);
  }
  // “人财物机制”: the noun may stand in the quote as well.
  const inner = after === null && !joint ? methodNounAtEnd(content) : null;
  const name = inner === null ? content : content.slice(0, inner.start);
  if ((after === null && !joint && inner === null) || name.length < 2 || name.length > 8) return null;
  if (!consistsOf(name, HAN) || /[一二三四五六七八九十两双百千]/.test(name)) return null;
  return labelFormula(
    'quoted-labels',
    name,
    [...name],
    [],
    open,
    close,
    inside,
    inner === null ? after : { noun: inner.noun, end: close },
  );
}

function labelFormula(
  rule: NameRule,
  name: string,
  labels: readonly string[],
  groups: readonly FormulaGroup[],
  open: number,
  close: number,
  inside: Span,
  after: NounAfter,
): Formula {
  return createLabelFormula(name, labels, groups, {
    span: createSpan(open, after === null ? close : after.end),
    nameSpan: createSpan(inside.start, inside.end),
    category: after?.noun ?? null,
    quoted: true,
    closed: true,
    rule,
  });
}
