import type { FoundDocument } from '../search/search-documents.js';
import { listFoundLines, type Surroundings } from './found-lines.js';

/** Between lines that do not follow each other, and before those of each document; whoever writes the first takes it away there. */
export const GAP = '--\n';

/** Lines are written one behind the other into blocks of this size, which several documents share. */
const BLOCK = 262_144;
const LONGEST_NUMBER = 20;
const NEWLINE = 0x0a;

/** Lines as grep shows them where nobody looks: whole, and byte for byte as the source has them, so that nothing need be decoded. */
export function createFoundBytesWriter(around: Surroundings): (found: FoundDocument) => Iterable<Buffer> {
  const parted = around.before > 0 || around.after > 0;
  let block = Buffer.allocUnsafeSlow(BLOCK);
  let used = 0;
  return function* (found) {
    const name = Buffer.from(found.name);
    let first = true;
    let from = used;
    for (const { start, end, number, marks, afterGap } of listFoundLines(found, around)) {
      const room = GAP.length + name.length + LONGEST_NUMBER + end - start;
      if (used + room > block.length) {
        if (used > from) yield block.subarray(from, used);
        block = Buffer.allocUnsafeSlow(Math.max(BLOCK, room));
        from = used = 0;
      }
      if (parted && (afterGap || first)) used += block.write(GAP, used, 'latin1');
      first = false;
      const sign = marks.length > 0 ? ':' : '-';
      block.set(name, used);
      used += name.length;
      used += block.write(`${sign}${number}${sign}`, used, 'latin1');
      found.text.copyTo(block, used, start, end);
      used += end - start;
      block[used++] = NEWLINE;
    }
    if (used > from) yield block.subarray(from, used);
  };
}
