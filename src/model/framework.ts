import type { Span } from './span.js';

/** The four shapes of a name; see the README for examples of each. */
export type Pattern = 'counted' | 'paired' | 'compound' | 'labelled';

/** One number of a name with what it counts: 六诊 → count 6, head 诊. */
export interface FormulaGroup {
  /** Null for an N that stands for any number. */
  readonly count: number | null;
  readonly head: string | null;
}

/** A place where the report counts something: 六诊六治, 三个结合, “12345”. */
export interface NumberFormula {
  /** The name with its quotes and method noun. */
  readonly span: Span;
  /** The name alone. */
  readonly nameSpan: Span;
  /** Canonical: simplified, no quotes or blanks, without the method noun. */
  readonly name: string;
  readonly pattern: Pattern;
  readonly groups: readonly FormulaGroup[];
  /** The method noun (工作法, 机制 …), or null. */
  readonly category: string | null;
  readonly quoted: boolean;
}

export interface FrameworkMember {
  readonly index: number;
  readonly label: string;
  /** The second half in a paired framework (预诊 / 防治), else null. */
  readonly pair: string | null;
  /** In the normalized text. */
  readonly span: Span;
  /** Where the member is carried out, or null. */
  readonly body: Span | null;
  /** Id of the framework that this member opens, or null. */
  readonly framework: string | null;
}

/** A figure that the report gives for what a practice brought: 化解邻里纠纷86起. */
export interface Outcome {
  /** The verb or subject with the figure, cleaned and simplified. */
  readonly text: string;
  /** 万 and 亿 multiplied out (3.2万 is 32000); of a percentage the number before the sign; of a range its lower end. */
  readonly value: number;
  /** 起, 户, 元, %, 个百分点 … */
  readonly unit: string;
  /** Whether the report says about how many: 余, 近, 以上, a range. */
  readonly approximate: boolean;
  /** In the normalized text. */
  readonly span: Span;
}

/** A counted and enumerated set. Spans refer to the normalized text. */
export interface Framework {
  readonly id: string;
  readonly name: string;
  readonly category: string | null;
  readonly pattern: Pattern;
  readonly groups: readonly FormulaGroup[];
  /** How many members the name promises. */
  readonly declared: number;
  readonly complete: boolean;
  /** 0 to 1. */
  readonly confidence: number;
  readonly holder: string | null;
  /** The administrative place where it is practised, in the report's fullest form (海东省柳河市桥东区), or null. */
  readonly place: string | null;
  /** When the practice is told to have begun, beside its name: `2018`, `2018-03`, `2018-03-01`; or null. */
  readonly date: string | null;
  /** Index of the article it stands in, or null. */
  readonly article: number | null;
  /** Id of the framework it is part of, or null. */
  readonly parent: string | null;
  readonly aliases: readonly string[];
  readonly span: Span;
  readonly occurrences: readonly Span[];
  readonly members: readonly FrameworkMember[];
  /** In order of place. */
  readonly outcomes: readonly Outcome[];
}

/** A number formula that the report uses without listing its members. */
export interface Mention {
  readonly name: string;
  readonly groups: readonly FormulaGroup[];
  readonly occurrences: readonly Span[];
}
