import { type Formula, keyOfGroup } from './formula.js';
import type { Link } from './link-frameworks.js';

const NONE: ReadonlySet<string> = new Set();

/**
 * The keys of the steps of names like 一访二看三问四帮 that count in order and promise nothing. They do count where each of them is carried out
 * by just as many members (一巡二查三清 with two checks and three clearings).
 */
export function ordinalSteps(formulas: readonly Formula[], links: readonly Link[]): ReadonlySet<string> {
  if (!formulas.some(({ shape }) => shape === 'steps')) return NONE;
  const exact = new Set(
    links
      .filter(({ candidate }) => candidate.members.length === candidate.formula.declared)
      .map(({ entry }) => entry.key),
  );
  const ordinal = new Set<string>();
  for (const { shape, groups } of formulas) {
    if (shape !== 'steps') continue;
    const keys = groups.filter(({ count }) => (count ?? 0) > 1).map(keyOfGroup);
    if (!keys.every((key) => exact.has(key))) for (const key of keys) ordinal.add(key);
  }
  return ordinal;
}
