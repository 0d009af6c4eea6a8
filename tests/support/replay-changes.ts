import type { NormalizedDocument } from '../../src/model/document.js';
import { listChanges } from '../../src/pipeline/normalize/list-changes.js';
import { toChangeRecords } from '../../src/render/normalization-records.js';

/**
 * The source, by playing the records of the changes backwards over the normalized text, as a reader of `--changes` would: in code points, by what
 * the records say alone.
 */
export function replayBackwards(document: NormalizedDocument): string {
  const records = [...toChangeRecords('a', document.source.text, listChanges(document))];
  const characters = [...document.text];
  const shifts: number[] = [];
  let shift = 0;
  for (const { before, after } of records) {
    shifts.push(shift);
    shift += [...after].length - [...before].length;
  }
  for (const [k, { span, before, after }] of [...records.entries()].reverse()) {
    const start = span.start + shifts[k]!;
    const taken = characters.splice(start, [...after].length, ...before);
    if (taken.join('') !== after) throw new Error(`change ${k}: ${taken.join('')} stands where ${after} should`);
    if (before === after) throw new Error(`change ${k} changes nothing`);
  }
  return characters.join('');
}
