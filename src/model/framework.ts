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
  /** Index of the article it stands in, or null. */
  readonly article: number | null;
  /** Id of the framework it is part of, or null. */
  readonly parent: string | null;
  readonly aliases: readonly string[];
  readonly span: Span;
  readonly occurrences: readonly Span[];
  readonly members: readonly FrameworkMember[];
}

/** A number formula that the report uses without listing its members. */
export interface Mention {
  readonly name: string;
  readonly groups: readonly FormulaGroup[];
  readonly occurrences: readonly Span[];
}
