import type { Mention } from '../../model/framework.js';
import { loadFrameworkRules } from '../../resources/framework-rules.js';
import type { Formula } from './find-formulas.js';
import { keyOf } from './link-frameworks.js';

/** Names that the report uses without listing their members, in order of their first place. */
export function findMentions(formulas: readonly Formula[], frameworkKeys: ReadonlySet<string>): Mention[] {
  const byKey = new Map<string, Formula[]>();
  for (const formula of formulas) {
    const key = keyOf(formula);
    if (frameworkKeys.has(key)) continue;
    byKey.set(key, [...(byKey.get(key) ?? []), formula]);
  }
  const mentions: Mention[] = [];
  for (const places of byKey.values()) {
    const named = places.find(isName);
    if (named === undefined) continue;
    mentions.push({ name: named.name, groups: named.groups, occurrences: places.map((formula) => formula.span) });
  }
  return mentions;
}

/** A number formula that is a name by its form: quoted, of several groups, or before a method noun without a measure word. */
function isName(formula: Formula): boolean {
  if (formula.shape === 'labels' || formula.idiom) return false;
  const [first] = formula.groups;
  if (formula.groups.length > 1) return formula.quoted || formula.groups.every((group) => (group.head?.length ?? 9) <= 3);
  if ((first?.count ?? 0) < 2) return false;
  if (formula.quoted) return formula.nameSpan.end - formula.nameSpan.start <= 12;
  if (formula.classifier !== null && loadFrameworkRules().classifiers.get(formula.classifier) === false) return false;
  return formula.category?.endsWith('法') === true;
}
