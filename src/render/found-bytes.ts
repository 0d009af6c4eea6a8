import type { FoundDocument } from '../search/search-documents.js';
import { listFoundLines, type Surroundings } from './found-lines.js';

/** Between lines that do not follow each other, and before those of each document; whoever writes the first takes it away there. */
export const GAP = '--\n';

/** Lines as grep shows them where nobody looks: whole, and byte for byte as the source has them. */
export function createFoundBytesWriter(around: Surroundings): (found: FoundDocument) => Iterable<string> {
  const parted = around.before > 0 || around.after > 0;
  return function* (found) {
    const name = Buffer.from(found.name).toString('latin1');
    let first = true;
    for (const { start, end, number, marks, afterGap } of listFoundLines(found, around)) {
      const sign = marks.length > 0 ? ':' : '-';
      const gap = parted && (afterGap || first) ? GAP : '';
      first = false;
      yield `${gap}${name}${sign}${number}${sign}${found.text.raw(start, end)}\n`;
    }
  };
}
