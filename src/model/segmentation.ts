import type { Diagnostic } from './diagnostic.js';
import type { NormalizedDocument } from './document.js';
import type { Span } from './span.js';

export const UNIT_KINDS = ['article', 'section', 'paragraph', 'sentence', 'word'] as const;
/** What a report can be cut into, from the widest on. */
export type UnitKind = (typeof UNIT_KINDS)[number];

/** A word, or what stands between words: a sign, a number, white space. */
export interface Token {
  /** In the normalized text. */
  readonly span: Span;
  /** A tag of jieba's (n, v, nr …); null for what the engine cut where nobody asked. */
  readonly partOfSpeech: string | null;
  /** Whether it is white space alone. */
  readonly blank: boolean;
}

/** The heading that a section or an article stands under. */
export interface UnitHeading {
  /** In the normalized text, without its number. */
  readonly span: Span;
  /** The number as it is written (一、 (二) 3.), or null. */
  readonly mark: string | null;
  /** What the number says, or null. */
  readonly number: number | null;
  /** The numbering scheme, by the id of its row in `data/structure/marks.tsv`, or null. */
  readonly scheme: string | null;
  /** 0 for a title or an article, 1 for the highest headings below. */
  readonly level: number;
  /** Index of the section that holds this one, or null. */
  readonly parent: number | null;
  /** From the heading to where the sections below it end; in the normalized text. */
  readonly extent: Span;
}

/** One unit of a level. Units of a level follow each other without gap: blanks behind a unit belong to it. */
export interface Unit {
  /** Counted from 1. */
  readonly index: number;
  /** In the normalized text. */
  readonly span: Span;
  /** Of sections and articles; null for what stands before the first heading. */
  readonly heading: UnitHeading | null;
  /** Of sections: whether the text of the heading goes on here, behind a list that stood below it. */
  readonly continued: boolean;
  /** Whether its line is no part of the report but of the page around it: navigation, a share line. */
  readonly boilerplate: boolean;
  /** The words; only where words were asked for. */
  readonly tokens: readonly Token[];
  /** Whether it is the first of its paragraph. */
  readonly opensParagraph: boolean;
}

/** The engines that cut words, the first that is installed before the others. */
export const SEGMENTERS = ['nodejieba', 'jieba-wasm'] as const;
export type SegmenterName = (typeof SEGMENTERS)[number];

/** What cut the words. */
export interface SegmenterInfo {
  readonly name: SegmenterName;
  readonly version: string;
  /** What was added to the engine's own dictionary. */
  readonly dictionary: readonly { readonly name: string; readonly words: number }[];
}

/** A document cut into units. Spans refer to the normalized text; `document.offsets` leads them to the source. */
export interface Segmentation {
  readonly document: NormalizedDocument;
  readonly title: string | null;
  readonly unit: UnitKind;
  /** Null where no words were cut. */
  readonly segmenter: SegmenterInfo | null;
  /** In order of place, made as they are asked for; words come as sentences with their `tokens`. */
  readonly units: Iterable<Unit>;
  readonly diagnostics: readonly Diagnostic[];
}
