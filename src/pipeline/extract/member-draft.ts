import type { Span } from '../../model/span.js';
import type { Formula } from './find-formulas.js';

/** A member as a candidate enumeration gives it. Spans refer to the normalized text. */
export interface MemberDraft {
  readonly label: Span;
  /** The second half in a paired framework. */
  readonly pair: Span | null;
  /** Where it is carried out. */
  readonly body: Span | null;
}

/** How an enumeration stands to the name. */
export type LinkKind =
  | 'bracket' // “六有”(a、b、c)
  | 'cue' // “三化”,就是a、b、c
  | 'before' // a、b、c“三化”
  | 'near' // a、b、c … 这就是“三化”
  | 'chain' // 做到三个结合:一是…二是…
  | 'section' // 二、三个结合 … (1)… (2)…
  | 'article' // title or lead; the members are the numbered sections
  | 'headings' // plain headings
  | 'paragraphs' // openings of following paragraphs
  | 'clauses' // clauses that carry the head
  | 'key-words' // quoted words in headings: 架子 院子 …
  | 'groups' // an element for each group of a compound
  | 'name'; // the groups of a compound, from the name itself

export interface Candidate {
  readonly formula: Formula;
  readonly kind: LinkKind;
  readonly members: readonly MemberDraft[];
  readonly features: Readonly<Record<string, number>>;
  readonly score: number;
}

/** A candidate before it is weighed. */
export interface Proposal {
  readonly kind: LinkKind;
  readonly members: readonly MemberDraft[];
  /** Code units between the name and the nearest member. */
  readonly distance: number;
}

export function bare(label: Span): MemberDraft {
  return { label, pair: null, body: null };
}
