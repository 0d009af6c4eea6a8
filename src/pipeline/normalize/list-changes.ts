import type { Change, NormalizedDocument } from '../../model/document.js';
import { createSpan } from '../../model/span.js';
import { EditOffsetMap } from './edit-offset-map.js';
import { EDIT_RULES, type Edits } from './edits.js';
import { isFullWidth } from './full-width.js';

/**
 * Every difference between the source and the normalized text, in the order of the source. Neighbouring characters
 * changed by one rule are one change. Put back in reverse order (`after` by `before`), the changes lead from the
 * normalized text to the source.
 */
export function listChanges(document: NormalizedDocument): Change[] {
  if (!(document.offsets instanceof EditOffsetMap))
    throw new TypeError('the document does not come from normalizeDocument');
  const source = document.source.text;
  const { text } = document;
  const changes: Change[] = [];
  walkChanges(source, text, document.offsets.edits, (rule, start, end, textStart, textEnd) => {
    const before = source.slice(start, end);
    changes.push({ rule, span: createSpan(start, end), before, after: text.slice(textStart, textEnd) });
  });
  return changes;
}

/** How many changes each rule made; rules that made none are left out. */
export function countChanges(source: string, text: string, edits: Edits): Record<string, number> {
  const counts: Record<string, number> = {};
  if (source === text) return counts;
  walkChanges(source, text, edits, (rule) => {
    counts[rule] = (counts[rule] ?? 0) + 1;
  });
  return counts;
}

type VisitChange = (rule: string, start: number, end: number, textStart: number, textEnd: number) => void;

function walkChanges(source: string, text: string, edits: Edits, visit: VisitChange): void {
  let from = 0;
  let textFrom = 0;
  for (let k = 0; k < edits.starts.length; k++) {
    const start = edits.starts[k]!;
    walkExchanges(source, text, from, start, textFrom - from, visit);
    textFrom += start - from;
    from = edits.ends[k]!;
    const length = edits.lengths[k]!;
    visit(EDIT_RULES[edits.rules[k]!]!, start, from, textFrom, textFrom + length);
    textFrom += length;
  }
  walkExchanges(source, text, from, source.length, textFrom - from, visit);
}

/** Characters exchanged one for one between two edits: runs of one rule. `shift` leads from source to text offsets. */
function walkExchanges(
  source: string,
  text: string,
  from: number,
  to: number,
  shift: number,
  visit: VisitChange,
): void {
  let runStart = -1;
  let runRule = '';
  const close = (end: number) => {
    if (runStart >= 0) visit(runRule, runStart, end, runStart + shift, end + shift);
    runStart = -1;
  };
  for (let i = from; i < to; ) {
    const unit = source.charCodeAt(i);
    const pair = (unit & 0xfc00) === 0xd800 && i + 1 < to && (source.charCodeAt(i + 1) & 0xfc00) === 0xdc00;
    const next = pair ? i + 2 : i + 1;
    const same =
      unit === text.charCodeAt(i + shift) && (!pair || source.charCodeAt(i + 1) === text.charCodeAt(i + 1 + shift));
    if (same) close(i);
    else {
      const rule = isFullWidth(unit) ? 'width' : 'script';
      if (runStart >= 0 && rule !== runRule) close(i);
      if (runStart < 0) runStart = i;
      runRule = rule;
    }
    i = next;
  }
  close(to);
}
