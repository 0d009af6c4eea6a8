import type { CorpusLinks } from '../corpus/link-documents.js';
import type { ReadFailure } from '../model/document.js';
import type { ExtractionRecord } from './extraction-record.js';

/** Turns results into text one by one, so that no more than one document is held. */
export interface ExtractionWriter {
  /** What stands before the first result. */
  begin(): string;
  document(record: ExtractionRecord): string;
  failure(failure: ReadFailure): string;
  /** What the documents have in common, in pieces; behind the last result, where it was asked for. */
  links(links: CorpusLinks): Iterable<string>;
  /** What stands after the last result. */
  end(): string;
}
