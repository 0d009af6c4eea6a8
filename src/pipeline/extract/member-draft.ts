import type { Span } from '../../model/span.js';
import type { Formula } from './formula.js';
import type { Separator } from './split-list.js';

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
  | 'in-name' // 三治（自治、法治、德治）融合; 1（一个专班）+3（三支队伍）+N（多种手段）
  | 'bracket' // “六有”(a、b、c)
  | 'cue' // “三化”,就是a、b、c
  | 'weak-cue' // 三项制度为a、b、c
  | 'before' // a、b、c“三化”
  | 'pair' // a和b两个…, two that are alike
  | 'near' // a、b、c … 这就是“三化”
  | 'following' // “三化”机制,推行a、b、c; 实施“三化”。推行a、b、c
  | 'later' // “三查” … a paragraph below: 查a、查b、查c
  | 'chain' // 做到三个结合:一是…二是…
  | 'section' // 二、三个结合 … (1)… (2)…
  | 'article' // title or lead; the members are the numbered sections
  | 'quoted' // quoted words that show the head: “与村民同劳动” … of 三同
  | 'steps' // 一访a;二访b;三访c of 六访
  | 'headings' // plain headings
  | 'paragraphs' // openings of following paragraphs
  | 'terms' // 穿针——…⏎引线——…: short openings of the paragraphs right below, with what they mean
  | 'clauses' // clauses that carry the head
  | 'key-words' // quoted words in headings: 架子 院子 …
  | 'groups' // an element for each group of a compound
  | 'name'; // the groups of a compound, from the name itself

/** A named property of a link and how much of it there is. */
export type Feature = readonly [name: string, value: number];

/** Members that might carry out a name, weighed. */
export interface Candidate {
  readonly formula: Formula;
  readonly kind: LinkKind;
  readonly members: readonly MemberDraft[];
  readonly features: readonly Feature[];
  readonly score: number;
  /** Code units between the name and the nearest member. */
  readonly distance: number;
}

/** What parts members in running text, and whether that is all. */
export interface Parting {
  readonly separator: Separator;
  /** Whether the members are all that the run they were taken from holds. */
  readonly whole: boolean;
  /** Whether one quote or bracket holds them all. */
  readonly enclosed: boolean;
  /** Whether they make up the first sentence below the heading that names the set. */
  readonly heads?: boolean;
}

/** A candidate before it is weighed. */
export interface Proposal {
  readonly kind: LinkKind;
  readonly members: readonly MemberDraft[];
  /** Code units between the name and the nearest member. */
  readonly distance: number;
  /** For members in running text, else null. */
  readonly parting: Parting | null;
}

/** A member. Every draft and proposal is made here, so that all are of one shape to the engine. */
export function createMember(label: Span, body: Span | null, pair: Span | null): MemberDraft {
  return { label, pair, body };
}

/** A member of which only the label is known. */
export function bare(label: Span): MemberDraft {
  return createMember(label, null, null);
}

/** Members that might carry out a name, as they were found. */
export function createProposal(
  kind: LinkKind,
  members: readonly MemberDraft[],
  distance: number,
  parting: Parting | null = null,
): Proposal {
  return { kind, members, distance, parting };
}

/** What the members are called, in their order. */
export function labelsOf({ members }: Proposal): Span[] {
  return members.map((member) => member.label);
}
