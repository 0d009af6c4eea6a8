import type { Span } from './span.js';

/** How a name was read at one of its places. */
export type NameRule =
  | 'quoted-name' // “六融入”工作法
  | 'quoted-number' // “2”条渠道
  | 'label-set' // “望闻问切”服务法: a row of data/frameworks/label-sets.tsv
  | 'quoted-labels' // “点线面”工作法: each character is a label
  | 'plain-name' // 三个结合, 四级化解体系
  | 'unquoted-digits' // 12345工作法
  | 'known-name' // 三年, where “两盯三年四访” stands elsewhere
  | 'known-name-cut' // 五种本领 of 五种本领关
  | 'compound-group'; // 四保 of 四保两金, where the compound stands

/** What became of a name. */
export type Decision =
  | 'framework'
  | 'alias' // another name of a framework
  | 'mention'
  | 'dropped';

/** Why a name is dropped: in no result, or in none under this article. */
export type DropReason =
  | 'named-elsewhere' // it is a framework, or a framework's other name, in another article
  | 'compound-group' // a group of a compound, without members of its own
  | 'no-name' // no list carries it out, and it is not written like a name: an amount, a fixed phrase, no quotes
  | 'min-confidence'; // a framework that was left out as asked

/** Why an enumeration does not carry out a name. */
export type RejectionReason =
  | 'low-score' // below the threshold
  | 'members-taken' // another name has its members
  | 'same-members' // the chosen enumeration, as it looks from another place or in another way
  | 'outscored' // another enumeration of the name scores higher
  | 'withdrawn'; // it won, and was taken back: the numbers of the name tell its parts or their order, no members

/** How much one feature adds to a score. */
export interface FeatureContribution {
  /** A row of `data/frameworks/link-weights.tsv`, whose `note` says what it measures. */
  readonly feature: string;
  readonly value: number;
  readonly weight: number;
  /** value × weight. */
  readonly contribution: number;
}

export interface ExplainedMember {
  readonly label: string;
  readonly pair: string | null;
  readonly span: Span;
}

/** An enumeration that was weighed for a name. */
export interface ExplainedCandidate {
  /** How it stands to the name; `kind:` and this is the feature whose note says it in words. */
  readonly kind: string;
  /** The place of the name it was weighed from. */
  readonly span: Span;
  readonly members: readonly ExplainedMember[];
  /** The first is `bias`; together their contributions are the score. */
  readonly features: readonly FeatureContribution[];
  /** Log-odds. */
  readonly score: number;
  /** The score as a probability, 0 to 1. */
  readonly confidence: number;
}

export interface RejectedCandidate extends ExplainedCandidate {
  readonly reason: RejectionReason;
  /** The name that has its members, where they are taken, else null. */
  readonly lostTo: string | null;
}

export interface ExplainedPlace {
  readonly span: Span;
  readonly rule: NameRule;
}

/** How it was decided what a name is: all its places in one article (or in a single report), and what was weighed for it. */
export interface ExplainedName {
  readonly name: string;
  /** Index of the article, or null. */
  readonly article: number | null;
  /** Never empty, in order of place. */
  readonly places: readonly ExplainedPlace[];
  readonly decision: Decision;
  /** Null unless dropped. */
  readonly reason: DropReason | null;
  /** Id of the framework that it is, that it is another name of, or that has the name in another article. */
  readonly framework: string | null;
  /** What carries it out; null where nothing does. */
  readonly chosen: ExplainedCandidate | null;
  /** The best of the others, best first. */
  readonly rejected: readonly RejectedCandidate[];
}

/** Why the names of a document are what they are. Spans refer to the normalized text. */
export interface Explanation {
  /** An enumeration that scores less carries out no name. */
  readonly threshold: number;
  /** Once one scores as much, no more are looked for. */
  readonly decisive: number;
  /** In order of articles, then of their first place. */
  readonly names: readonly ExplainedName[];
}
