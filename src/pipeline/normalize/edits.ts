import { UnitWriter } from './unit-writer.js';

/** The rules that change the length of the text, or a word as a whole, in the numbering of `Edits.rules`. */
export const EDIT_RULES = [
  'noise',
  'whitespace',
  'line-break',
  'script',
  'boilerplate',
  'mojibake',
  'phrases',
] as const;
export const NOISE = 0;
export const WHITESPACE = 1;
export const LINE_BREAK = 2;
export const SCRIPT = 3;
export const BOILERPLATE = 4;
export const MOJIBAKE = 5;
export const PHRASES = 6;

/**
 * Stretches of a text that something of another length takes the place of, in order and not overlapping: the k-th,
 * `[starts[k], ends[k])`, becomes `lengths[k]` code units (none, where it is taken out). Characters exchanged one for
 * one are no edits.
 */
export interface Edits {
  readonly starts: readonly number[];
  readonly ends: readonly number[];
  readonly lengths: readonly number[];
  readonly rules: readonly number[];
}

/** Edits while they are gathered. */
export interface EditList extends Edits {
  readonly starts: number[];
  readonly ends: number[];
  readonly lengths: number[];
  readonly rules: number[];
}

export const NO_EDITS: Edits = { starts: [], ends: [], lengths: [], rules: [] };

export function createEditList(): EditList {
  return { starts: [], ends: [], lengths: [], rules: [] };
}

export function addEdit(list: EditList, start: number, end: number, rule: number, length = 0): void {
  if (start >= end) return;
  list.starts.push(start);
  list.ends.push(end);
  list.lengths.push(length);
  list.rules.push(rule);
}

/** The text without the stretches; the edits must all be deletions. */
export function applyDeletions(text: string, edits: Edits): string {
  if (edits.starts.length === 0) return text;
  const output = new UnitWriter();
  let from = 0;
  for (let k = 0; k < edits.starts.length; k++) {
    output.write(text, from, edits.starts[k]!);
    from = edits.ends[k]!;
  }
  output.write(text, from, text.length);
  return output.toString();
}

/**
 * Two rounds of edits as one: `first` (deletions) led from text A to text B, `second` from B on, and the outcome leads
 * from A on. A stretch of B that a deletion of the first round falls into the middle of is cut in two there.
 */
export function composeEdits(first: Edits, second: Edits): Edits {
  if (first.starts.length === 0) return second;
  if (second.starts.length === 0) return first;
  const all = createEditList();
  let shift = 0;
  let k = 0;
  const take = () => {
    addEdit(all, first.starts[k]!, first.ends[k]!, first.rules[k]!);
    shift += first.ends[k]! - first.starts[k]!;
    k++;
  };
  for (let j = 0; j < second.starts.length; j++) {
    let start = second.starts[j]!;
    const end = second.ends[j]!;
    while (k < first.starts.length && first.starts[k]! - shift <= start) take();
    while (k < first.starts.length && first.starts[k]! - shift < end) {
      const cut = first.starts[k]! - shift;
      addEdit(all, start + shift, cut + shift, second.rules[j]!);
      take();
      start = cut;
    }
    addEdit(all, start + shift, end + shift, second.rules[j]!, second.lengths[j]!);
  }
  while (k < first.starts.length) take();
  return all;
}
