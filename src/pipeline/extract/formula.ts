import type { NameRule } from '../../model/explanation.js';
import type { FormulaGroup, NumberFormula, Pattern } from '../../model/framework.js';
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
  /** Which rule read it here. */
  readonly rule: NameRule;
  /** A fixed phrase that names a set only where its members stand beside it (三心二意). */
  readonly idiom: boolean;
  /** What makes two formulas the same name: 五大片区 and 5大片区, 二级 and 两级. */
  readonly key: string;
}

/** Where a name stands and what it is dressed in. */
export type FormulaPlace = Pick<Formula, 'span' | 'nameSpan' | 'category' | 'quoted' | 'closed' | 'rule'> & {
  /** Whether only members beside it make it a name. */
  readonly doubtful?: boolean;
};

/** A formula of a name as read; what it promises follows from its groups. */
export function createFormula(reading: NameReading, place: FormulaPlace): Formula {
  const { name, groups, shape, classifier } = reading;
  const counted = groups.length === 1;
  const paired = groups.length === 2 && groups[0]!.count === groups[1]!.count && (groups[0]!.count ?? 0) > 1;
  const pattern: Pattern = counted ? 'counted' : paired && shape === 'groups' ? 'paired' : 'compound';
  const declared = counted || pattern === 'paired' ? groups[0]!.count! : groups.length;
  const idiom = place.doubtful === true || isIdiom(name, place.quoted) || isDistributive(groups);
  return assemble(place, { name, pattern, groups, declared, shape, classifier, idiom });
}

/** A set whose members are told by their labels: 四则运算, 望闻问切. */
export function createLabelFormula(
  name: string,
  labels: readonly string[],
  groups: readonly FormulaGroup[],
  place: FormulaPlace,
): Formula {
  const told = { name, pattern: 'labelled', groups, declared: labels.length, shape: 'labels', labels } as const;
  return assemble(place, { ...told, classifier: null, idiom: false });
}

/** One group of a compound as a formula of its own: 四保 of 四保两金. */
export function formulaOfGroup(formula: Formula, group: FormulaGroup, name: string, place: FormulaPlace): Formula {
  const told = { name, pattern: 'counted', groups: [group], declared: group.count ?? 0 } as const;
  return assemble(place, { ...told, shape: formula.shape, classifier: null, idiom: false });
}

/** The same name at another place. */
export function formulaAt(formula: Formula, place: FormulaPlace): Formula {
  return assemble(place, formula);
}

/** A formula of two equal numbers read as a compound of two groups rather than as pairs. */
export function asCompound(formula: Formula): Formula {
  return assemble(formula, { ...formula, pattern: 'compound', declared: formula.groups.length });
}

/** What a formula says, wherever it stands. */
type Wording = Omit<Formula, keyof FormulaPlace | 'labels' | 'key'> & { readonly labels?: readonly string[] };

/** Every formula is made here, so that all are of one shape to the engine. */
function assemble(place: FormulaPlace, wording: Wording): Formula {
  return {
    span: place.span,
    nameSpan: place.nameSpan,
    category: place.category,
    quoted: place.quoted,
    closed: place.closed,
    rule: place.rule,
    name: wording.name,
    pattern: wording.pattern,
    groups: wording.groups,
    declared: wording.declared,
    shape: wording.shape,
    classifier: wording.classifier,
    labels: wording.labels ?? NO_LABELS,
    idiom: wording.idiom,
    key: keyOf(wording),
  };
}

function keyOf({ shape, name, groups }: Pick<Wording, 'shape' | 'name' | 'groups'>): string {
  if (shape === 'bare' || shape === 'labels') return name;
  if (groups.length === 1) return keyOfGroup(groups[0]!);
  return groups.map(keyOfGroup).join('|');
}

/** The key of one group as a name of its own. */
export function keyOfGroup({ count, head }: FormulaGroup): string {
  return `${count ?? 'N'}${head ?? ''}`;
}

const NO_LABELS: readonly string[] = [];

/** Whether a name is a fixed phrase; without quotes also one that only begins like one (三农工作). */
export function isIdiom(name: string, quoted: boolean): boolean {
  const { idioms } = loadFrameworkRules();
  if (idioms.has(name)) return true;
  if (quoted) return false;
  for (let length = 2; length < Math.min(5, name.length); length++) if (idioms.has(name.slice(0, length))) return true;
  return false;
}

/** 一户一档, 一村一品: each has one of its own, and nothing is counted. */
export function isDistributive(groups: readonly FormulaGroup[]): boolean {
  if (groups.length !== 2 || groups.some(({ count }) => count !== 1)) return false;
  return loadFrameworkRules().distributives.has(groups[0]!.head ?? '');
}
