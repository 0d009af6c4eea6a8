import { BLANK, ENUMERATION_COMMA, flagsAt, trimBlanksBefore } from '../../language/characters.js';
import { CLAUSE_STOP, findOutside } from '../../language/clauses.js';
import { createSpan, type Span } from '../../model/span.js';
import type { Formula } from './formula.js';

/** A member of a run without separators is a word or two. */
const MAX_PIECE = 8;

/**
 * “三心”：热心 诚心 耐心: just as many words as promised, of about one length, each of which ends (or begins) with the head and which nothing
 * but blanks part. Null where the stretch that begins at `from` is no such run.
 */
export function runOnMembers(text: string, formula: Formula, from: number, limit: number): Span[] | null {
  const head = formula.groups[0]?.head ?? '';
  if (formula.pattern !== 'counted' || head === '' || formula.declared < 3) return null;
  const reach = Math.min(limit, from + formula.declared * (MAX_PIECE + 2));
  const end = findOutside(text, from, reach, CLAUSE_STOP | ENUMERATION_COMMA);
  const parted = partedByBlanks(text, from, end, formula.declared);
  if (parted !== null || head.length > 2) return parted;
  const places: number[] = [];
  for (
    let at = text.indexOf(head, from);
    at >= 0 && at + head.length <= end;
    at = text.indexOf(head, at + head.length)
  ) {
    places.push(at);
  }
  if (places.length !== formula.declared) return null;
  const stop = trimBlanksBefore(text, end, from);
  const closing = places.map((at) => at + head.length);
  if (closing.at(-1) === stop) return evenPieces(text, [from, ...closing]);
  return places[0] === from ? evenPieces(text, [...places, stop]) : null;
}

/** 党员亮身份亮承诺亮业绩，“三亮”…: the same right before the name, where each begins with the head. */
export function runOnBefore(text: string, formula: Formula, from: number, to: number): Span[] | null {
  const head = formula.groups[0]?.head ?? '';
  if (formula.pattern !== 'counted' || head === '' || head.length > 2 || formula.declared < 3) return null;
  let end = trimBlanksBefore(text, to, from);
  if (flagsAt(text, end - 1) & CLAUSE_STOP) end--;
  let start = end;
  while (start > from && (flagsAt(text, start - 1) & (CLAUSE_STOP | ENUMERATION_COMMA)) === 0) start--;
  let at = end;
  for (let found = 0; found < formula.declared; found++) {
    at = at === 0 ? -1 : text.lastIndexOf(head, at - 1);
    if (at < start) return null;
  }
  return runOnMembers(text, formula, at, end);
}

/** 热心迎客  细心问需  耐心解答: as many pieces between blanks as promised. */
function partedByBlanks(text: string, from: number, end: number, declared: number): Span[] | null {
  const pieces: number[] = [from];
  for (let i = from; i < end; i++) {
    if (flagsAt(text, i) & BLANK && (flagsAt(text, i + 1) & BLANK) === 0 && i + 1 < end) pieces.push(i + 1);
  }
  return pieces.length === declared ? evenPieces(text, [...pieces, end]) : null;
}

function evenPieces(text: string, edges: readonly number[]): Span[] | null {
  const pieces = edges.slice(1).map((end, i) => {
    let start = edges[i]!;
    while (start < end && flagsAt(text, start) & BLANK) start++;
    return createSpan(start, trimBlanksBefore(text, end, start));
  });
  const lengths = pieces.map(({ start, end }) => end - start);
  const shortest = Math.min(...lengths);
  const longest = Math.max(...lengths);
  return shortest >= 2 && longest <= MAX_PIECE && longest - shortest <= 1 ? pieces : null;
}
