import {
  BLANK,
  CLAUSE_END,
  CLOSE_BRACKET,
  CLOSE_QUOTE,
  COLON,
  DASH,
  flagsAt,
  SEMICOLON,
  SENTENCE_END,
} from '../../language/characters.js';
import type { Mark, Paragraph } from '../../model/outline.js';
import { createSpan } from '../../model/span.js';
import type { MarkPattern } from '../../resources/mark-patterns.js';
import {
  BUCKETS,
  FOLLOWERS,
  loadMarkTable,
  type PatternTable,
  type Place,
  RANK,
  type SignPattern,
  STARTS,
} from './mark-table.js';
import { isPlausible, matchPattern, mayFollow } from './match-mark.js';

/** A mark as read from the text, before chains decide which of them number anything. */
export interface FoundMark extends Mark {
  readonly family: string;
  readonly rule: MarkPattern['ordinal'];
  /** How sure its place is: a mark in mid-clause (全部完成五是…) only counts where a chain waits for its number. */
  readonly afterBoundary: boolean;
}

/** Every mark of the paragraphs, in order of place; where two patterns fit, the longer mark. */
export function findMarks(text: string, paragraphs: readonly Paragraph[]): FoundMark[] {
  const table = loadMarkTable();
  const marks: FoundMark[] = [];
  for (const paragraph of paragraphs) findInParagraph(text, paragraph, table, marks);
  return marks;
}

function findInParagraph(text: string, { span }: Paragraph, table: PatternTable, marks: FoundMark[]): void {
  const opening = skipDecoration(text, span.start, span.end);
  for (let i = span.start; i < span.end; i++) {
    const code = text.charCodeAt(i);
    if (STARTS[code % BUCKETS] === 0) continue;
    const byPlace = table[code]!;
    if (byPlace === null) continue;
    const followers = FOLLOWERS[code]!;
    if (followers !== null && followers[text.charCodeAt(i + 1) % BUCKETS] === 0) continue;
    const place = i === span.start || i === opening ? 'line' : boundaryBefore(text, i);
    const patterns = byPlace[RANK[place]]!;
    const mark = patterns.length === 0 ? null : readMark(text, i, span.end, place, patterns);
    if (mark === null) continue;
    marks.push(mark);
    i = mark.span.end - 1;
  }
}

/** Markdown signs and bullets before the mark: `## 一、`, `- 1.`, `**一、` */
function skipDecoration(text: string, start: number, end: number): number {
  let i = start;
  while (i < end && '#*->•·●■◆★☆▲◎※ \t'.includes(text.charAt(i))) i++;
  return i;
}

function readMark(
  text: string,
  start: number,
  limit: number,
  place: Place,
  patterns: readonly SignPattern[],
): FoundMark | null {
  const opensParagraph = place === 'line';
  let best: FoundMark | null = null;
  for (const pattern of patterns) {
    if (!mayFollow(pattern, text, start)) continue;
    const match = matchPattern(text, start, limit, pattern);
    if (match === null || (best !== null && match.end <= best.span.end)) continue;
    if (!isPlausible(text, start, match.end, limit, pattern, place)) continue;
    best = {
      span: createSpan(start, match.end),
      scheme: pattern.id,
      ordinal: match.ordinal,
      raw: text.slice(start, match.end),
      opensParagraph,
      family: pattern.family,
      rule: pattern.ordinal,
      afterBoundary: place !== 'anywhere',
    };
  }
  return best;
}

function boundaryBefore(text: string, start: number): Place {
  let i = start - 1;
  while (flagsAt(text, i) & BLANK && i > 0) i--;
  const flags = flagsAt(text, i);
  if (flags & (SENTENCE_END | SEMICOLON | COLON | CLOSE_BRACKET | CLOSE_QUOTE | DASH)) return 'sentence';
  // 即先登记，再核实
  return flags & CLAUSE_END || text.charAt(i) === '即' ? 'clause' : 'anywhere';
}
