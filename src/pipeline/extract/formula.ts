import type { NumberFormula, Pattern } from '../../model/framework.js';
import { loadFrameworkRules } from '../../resources/framework-rules.js';
import type { NameReading } from './read-name.js';

/** A formula with what linking needs to know about its name. */
export interface Formula extends NumberFormula {
  /** How many members the name promises. */
  readonly declared: number;
  readonly shape: NameReading['shape'] | 'labels';
  readonly classifier: string | null;
  /** For a label set, one per member: 加, 减 … or the characters of the name. */
  readonly labels: readonly string[];
  /** Whether a sign closes the name where it is quoted. */
  readonly closed: boolean;
  /** A fixed phrase that names a set only where its members stand beside it (三心二意). */
  readonly idiom: boolean;
}

/** Where a name stands and what it is dressed in. */
export type FormulaPlace = Pick<Formula, 'span' | 'nameSpan' | 'category' | 'quoted' | 'closed'>;

/** A formula of a name as read; what it promises follows from its groups. */
export function createFormula(reading: NameReading, place: FormulaPlace): Formula {
  const { groups, shape } = reading;
  const counted = groups.length === 1;
  const paired = groups.length === 2 && groups[0]!.count === groups[1]!.count && (groups[0]!.count ?? 0) > 1;
  const pattern: Pattern = counted ? 'counted' : paired && shape === 'groups' ? 'paired' : 'compound';
  return {
    span: place.span,
    nameSpan: place.nameSpan,
    category: place.category,
    quoted: place.quoted,
    closed: place.closed,
    name: reading.name,
    pattern,
    groups,
    declared: counted || pattern === 'paired' ? groups[0]!.count! : groups.length,
    shape,
    classifier: reading.classifier,
    labels: [],
    idiom: isIdiom(reading.name, place.quoted),
  };
}

/** Whether a name is a fixed phrase; without quotes also one that only begins like one (三农工作). */
export function isIdiom(name: string, quoted: boolean): boolean {
  const { idioms } = loadFrameworkRules();
  if (idioms.has(name)) return true;
  if (quoted) return false;
  for (let length = 2; length < Math.min(5, name.length); length++) if (idioms.has(name.slice(0, length))) return true;
  return false;
}
