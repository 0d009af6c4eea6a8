import type { Span } from './span.js';

/** A heading of a report, with or without a number. */
export interface HeadingLine {
  /** Where its line begins (signs of Markdown included), and the wording without mark. */
  readonly start: number;
  readonly heading: Span;
  readonly mark: string | null;
  readonly number: number | null;
  readonly scheme: string | null;
  /** 0 for a title or the heading of an article, 1 for the highest headings below. */
  readonly level: number;
  /** Index of the heading that holds this one, or null. */
  readonly parent: number | null;
}

/** Something wrong with the numbers of headings; the numbers themselves are left as they are. */
export interface NumberingFault {
  /** gap: a number is left out; jump: several are, or it goes back; doubled: the same number twice. */
  readonly kind: 'gap' | 'jump' | 'doubled';
  /** The mark where it shows. */
  readonly span: Span;
  readonly mark: string;
  /** The number that was due. */
  readonly expected: number;
  readonly found: number;
}

/** Where the text of a heading goes on behind a list that stood below it. */
export interface Continuation {
  readonly start: number;
  /** Index of the heading, or null for what stood before the first. */
  readonly heading: number | null;
}

export interface SectionOutline {
  readonly headings: readonly HeadingLine[];
  readonly faults: readonly NumberingFault[];
  /** In order of place, each behind the list that it follows. */
  readonly continuations: readonly Continuation[];
}
