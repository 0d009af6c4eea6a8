import type { NormalizedDocument } from '../model/document.js';
import type { Span } from '../model/span.js';
import { createTextPositions, type PositionRecord } from './text-positions.js';

/** Leads spans of the normalized text back to the source and says them in code points. */
export interface Grounding {
  /** The length of the source text in code points. */
  readonly length: number;
  locate(span: Span): PositionRecord;
  /** Says a span of the source in code points. */
  locateSource(span: Span): PositionRecord;
  quote(span: Span): string;
}

export function createGrounding({ source, offsets }: NormalizedDocument): Grounding {
  const positions = createTextPositions(source.text);
  return {
    length: positions.length,
    locateSource: (span) => positions.locate(span),
    locate: (span) => positions.locate(offsets.toSource(span)),
    quote: (span) => positions.slice(offsets.toSource(span)),
  };
}
