import type { FoundDocument } from '../search/search-documents.js';
import { renderCsvRow } from './csv-row.js';
import { type HitRecord, listHits } from './hit-record.js';

export const CSV_HEAD = renderCsvRow(['path', 'id', 'line', 'start', 'end', 'left', 'quote', 'right']);

/** A row for each hit. */
export function createCsvHitWriter(columns: number): (found: FoundDocument) => Iterable<string> {
  return function* (found) {
    for (const { record } of listHits(found, columns)) yield renderHitRow(record);
  };
}

export function renderHitRow({ path, id, line, span, left, quote, right }: HitRecord): string {
  return renderCsvRow([path, id, line, span.start, span.end, left, quote, right]);
}
