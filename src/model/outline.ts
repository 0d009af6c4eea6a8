import type { Span } from './span.js';

/** A numbering scheme of Chinese documents, by the id of its row in `data/structure/marks.tsv`: `chinese-comma` (一、), `ordinal-is` (一是) … */
type SchemeId = string;

/** A number mark as it stands in the text: `三、`, `(二)`, `4.`, `①`, `一是`, `首先`. */
export interface Mark {
  /** The mark itself, its punctuation included. */
  readonly span: Span;
  readonly scheme: SchemeId;
  /** 1 for the first. Closing words (最后) that carry no number get the number after the mark before them. */
  readonly ordinal: number;
  readonly raw: string;
  /** Whether it opens a paragraph (else it stands inside one). */
  readonly opensParagraph: boolean;
}

/** A line of the normalized text (a paragraph; its newline excluded, its outer blanks excluded). Never empty. */
export interface Paragraph {
  readonly span: Span;
  readonly index: number;
}

/** A report of its own in a file that bundles several. */
export interface Article {
  /** The number it bears (第三篇 → 3), else its position counted from 1. */
  readonly index: number;
  readonly heading: Span;
  readonly span: Span;
}

export interface EnumerationMember {
  readonly ordinal: number;
  readonly mark: Span | null;
  /** What is counted as the member's wording: heading clause, list element, key word. */
  readonly label: Span;
  /** From its label to where the next member (or the enumeration) ends. */
  readonly body: Span;
}

/** Parallel members that stand in the text, whatever they carry out. */
export interface Enumeration {
  /** A scheme of marks, or how unmarked members are held together. */
  readonly scheme: SchemeId | 'coordination' | 'parallel';
  readonly members: readonly EnumerationMember[];
  readonly span: Span;
}

/** A part of the report under a numbered or plain heading. */
export interface Section {
  readonly heading: Span;
  readonly mark: Mark | null;
  /** 0 for the top. */
  readonly level: number;
  readonly span: Span;
}

/** What `parse` makes of a normalized text. Articles, sections and paragraphs are in order of their place. */
export interface Outline {
  readonly title: Span | null;
  readonly articles: readonly Article[];
  readonly sections: readonly Section[];
  readonly paragraphs: readonly Paragraph[];
  /** Chains of marks, at any level, on lines of their own or inside paragraphs; outer ones before the ones they hold. */
  readonly enumerations: readonly Enumeration[];
}
