import type { FoundDocument } from '../search/search-documents.js';
import { type HitRecord, listHits } from './hit-record.js';
import { renderJsonValue } from './json-value.js';

/** JSON lines, a hit each. */
export function createHitLinesWriter(columns: number): (found: FoundDocument) => Iterable<string> {
  return function* (found) {
    for (const { record } of listHits(found, columns)) yield renderHitLine(record);
  };
}

export function renderHitLine(record: HitRecord): string {
  return `${renderJsonValue(record)}\n`;
}
