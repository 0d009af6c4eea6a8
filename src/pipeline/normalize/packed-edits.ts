import type { NormalizedDocument, OffsetMap } from '../../model/document.js';
import { EditOffsetMap } from './edit-offset-map.js';
import { addEdit, createEditList, NO_EDITS } from './edits.js';

/** Seven bits of a number in each byte. */
const LOW_BITS = 0x7f;
const MORE = 0x80;

/**
 * The offset map of a document as a few bytes: for each edit the distance from the one before, how much is taken out, how much takes its
 * place, and by which rule.
 * @returns null where offsets are the same in both texts
 */
export function packEdits({ offsets }: NormalizedDocument): Uint8Array | null {
  if (!(offsets instanceof EditOffsetMap)) throw new TypeError('the document was not normalized by normalizeDocument');
  const { starts, ends, lengths, rules } = offsets.edits;
  if (starts.length === 0) return null;
  const bytes: number[] = [];
  let last = 0;
  for (let k = 0; k < starts.length; k++) {
    writeNumber(bytes, starts[k]! - last);
    writeNumber(bytes, ends[k]! - starts[k]!);
    writeNumber(bytes, lengths[k]!);
    writeNumber(bytes, rules[k]!);
    last = ends[k]!;
  }
  return Uint8Array.from(bytes);
}

/** The offset map that `packEdits` packed. @param textLength of the normalized text */
export function restoreOffsets(packed: Uint8Array | null, textLength: number): OffsetMap {
  if (packed === null) return new EditOffsetMap(NO_EDITS, textLength);
  const edits = createEditList();
  let at = 0;
  const readNumber = () => {
    let value = 0;
    for (let weight = 1; ; weight *= MORE) {
      const byte = packed[at++]!;
      value += (byte & LOW_BITS) * weight;
      if (byte < MORE) return value;
    }
  };
  let last = 0;
  while (at < packed.length) {
    const start = last + readNumber();
    last = start + readNumber();
    const length = readNumber();
    addEdit(edits, start, last, readNumber(), length);
  }
  return new EditOffsetMap(edits, textLength);
}

function writeNumber(bytes: number[], number: number): void {
  let rest = number;
  while (rest >= MORE) {
    bytes.push((rest & LOW_BITS) | MORE);
    rest >>>= 7;
  }
  bytes.push(rest);
}
