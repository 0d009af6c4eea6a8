import type { ReadFailure } from '../model/document.js';
import type { Segmentation } from '../model/segmentation.js';
import { renderJsonValue } from './json-value.js';
import { toSegmentationRecord, toUnitRecords } from './segmentation-record.js';

/** Turns documents cut into units into text, in pieces, so that long documents need not be held. */
export interface SegmentationWriter {
  document(segmentation: Segmentation): Iterable<string>;
  failure(failure: ReadFailure): string;
}

/** How much text is handed over at once. */
const PIECE = 65_536;

/** Gathers lines into larger pieces. */
export function* inPieces(lines: Iterable<string>): Generator<string> {
  let piece = '';
  for (const line of lines) {
    piece += line;
    if (piece.length < PIECE) continue;
    yield piece;
    piece = '';
  }
  if (piece !== '') yield piece;
}

/** A line for the document, then a line for each of its units. */
export function createUnitLinesWriter(withPartOfSpeech: boolean): SegmentationWriter {
  return {
    document: (segmentation) => inPieces(listLines(segmentation, withPartOfSpeech)),
    failure: ({ path, code, message }) => `${renderJsonValue({ path, failure: { code, message } })}\n`,
  };
}

function* listLines(segmentation: Segmentation, withPartOfSpeech: boolean): Generator<string> {
  yield `${renderJsonValue(toSegmentationRecord(segmentation))}\n`;
  for (const record of toUnitRecords(segmentation, withPartOfSpeech)) yield `${renderJsonValue(record)}\n`;
}
