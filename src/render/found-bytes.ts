import type { FoundDocument } from '../search/search-documents.js';
import { listFoundLines, type Surroundings } from './found-lines.js';

/** Between lines that do not follow each other, and before those of each document; whoever writes the first takes it away there. */
export const GAP = '--\n';

/** So much is handed over at once. */
const PIECE = 262_144;
const LONGEST_NUMBER = 20;

/** Lines as grep shows them where nobody looks: whole, and byte for byte as the source has them, so that nothing need be decoded. */
export function createFoundBytesWriter(around: Surroundings): (found: FoundDocument) => Iterable<Buffer> {
  const parted = around.before > 0 || around.after > 0;
  return function* (found) {
    const name = Buffer.from(found.name);
    let piece = Buffer.allocUnsafe(pieceFor(found));
    let length = 0;
    let first = true;
    for (const { start, end, number, marks, afterGap } of listFoundLines(found, around)) {
      const room = GAP.length + name.length + LONGEST_NUMBER + end - start;
      if (length + room > piece.length) {
        yield piece.subarray(0, length);
        piece = Buffer.allocUnsafe(Math.max(PIECE, room));
        length = 0;
      }
      if (parted && (afterGap || first)) length += piece.write(GAP, length, 'latin1');
      first = false;
      const sign = marks.length > 0 ? ':' : '-';
      length += name.copy(piece, length);
      length += piece.write(`${sign}${number}${sign}`, length, 'latin1');
      found.text.copyTo(piece, length, start, end);
      length += end - start;
      piece[length++] = NEWLINE;
    }
    if (length > 0) yield piece.subarray(0, length);
  };
}

const NEWLINE = 0x0a;

/** What a report needs as a rule is little more than its own length. */
function pieceFor({ text, hits, name }: FoundDocument): number {
  return Math.min(PIECE, text.length + hits.length * (3 * name.length + LONGEST_NUMBER));
}
