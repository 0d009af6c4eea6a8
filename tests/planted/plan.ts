import type { Pattern } from '../../src/model/framework.js';

export interface PlannedMember {
  readonly label: string;
  readonly pair: string | null;
}

/** A framework before it has a place: what it is called, what is in it, and what may be done with it. */
export interface Plan {
  readonly name: string;
  readonly pattern: Pattern;
  /** How a report of the findings calls it: the pattern, or what is special in it (`digits`, `steps` …). */
  readonly kind: string;
  readonly declared: number;
  readonly members: readonly PlannedMember[];
  /** The opening and closing quote; empty for a name without. */
  readonly quotes: readonly [string, string];
  readonly noun: string;
  /** The method noun stands inside the quotes. */
  readonly nounInside: boolean;
  readonly verbs: readonly string[];
  /** The measure word of a name that has one; else empty. */
  readonly measure: string;
  readonly traits: ReadonlySet<Trait>;
  /** Of a compound: the frameworks that its groups are. */
  readonly groups: readonly Plan[];
}

/**
 * What a placement may ask for. `actions`: members that 一要 may open; `things`: nouns that a verb of the name may take (建立…制度);
 * `long`: members that may head a paragraph; `counting`: members that begin with their number.
 */
export type Trait =
  | 'actions'
  | 'things'
  | 'long'
  | 'quoted'
  | 'classifier'
  | 'measure'
  | 'key-words'
  | 'two'
  | 'three-or-four'
  | 'counting'
  | 'list'
  | 'levels'
  | 'pairs'
  | 'groups';
