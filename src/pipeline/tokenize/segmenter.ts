import type { SegmenterName } from '../../model/segmentation.js';
import type { DomainWord } from '../../resources/domain-words.js';

/**
 * An engine that cuts Chinese into words. It is given runs of Chinese characters and Latin letters, nothing else, so that engines
 * which treat signs and digits in different ways give the same words. The words together are the text.
 */
export interface Segmenter {
  readonly name: SegmenterName;
  readonly version: string;
  cut(text: string): readonly string[];
  tag(text: string): readonly { readonly word: string; readonly tag: string }[];
}

/** Gives the engine with the words added to its dictionary; null where it is not installed or cannot run here. */
export type SegmenterLoader = (words: readonly DomainWord[]) => Promise<Segmenter | null>;
