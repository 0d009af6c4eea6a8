import type { FoundDocument } from '../search/search-documents.js';
import { type HitRecord, listHits } from './hit-record.js';
import { renderJsonValue } from './json-value.js';

/** JSON lines, a hit each. */
export function createHitLinesWriter(columns: number): (found: FoundDocument) => string {
  return (found) =>
    listHits(found, columns)
      .map(({ record }) => renderHitLine(record))
      .join('');
}

export function renderHitLine(record: HitRecord): string {
  return `${renderJsonValue(record)}\n`;
}
