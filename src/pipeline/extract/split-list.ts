import {
  BLANK,
  CLAUSE_END,
  CLOSE_BRACKET,
  CLOSE_QUOTE,
  COLON,
  DASH,
  ENUMERATION_COMMA,
  flagsAt,
  NEWLINE,
  OPEN_BRACKET,
  OPEN_QUOTE,
  SEMICOLON,
  SENTENCE_END,
  skipBlanks,
  trimBlanksBefore,
} from '../../language/characters.js';
import { closeOf } from '../../language/clauses.js';
import { createSpan, type Span } from '../../model/span.js';

/** What parts the elements of a run. */
export type Separator = 'enumeration' | 'comma' | 'semicolon' | 'sentence' | 'quotes';

/** A row of elements between two stronger signs. Blanks around an element are left out; its quotes stay. */
export interface Run {
  readonly separator: Separator;
  readonly elements: readonly Span[];
  /** Whether it stands inside a quote or bracket of the region. */
  readonly enclosed: boolean;
}

const SEPARATORS: readonly { separator: Separator; parts: number; ends: number }[] = [
  {
    separator: 'enumeration',
    parts: ENUMERATION_COMMA,
    ends: CLAUSE_END | SENTENCE_END | NEWLINE,
  },
  { separator: 'comma', parts: CLAUSE_END & ~(SEMICOLON | COLON), ends: SEMICOLON | COLON | SENTENCE_END | NEWLINE },
  { separator: 'semicolon', parts: SEMICOLON, ends: SENTENCE_END | NEWLINE },
  { separator: 'sentence', parts: SENTENCE_END, ends: NEWLINE },
];

/** Signs of one flag set are told apart by the sign itself where flags overlap: ， is CLAUSE_END without SEMICOLON or COLON. */
function isPart(flags: number, separator: Separator): boolean {
  switch (separator) {
    case 'enumeration':
      return (flags & ENUMERATION_COMMA) !== 0;
    case 'comma':
      return (flags & CLAUSE_END) !== 0 && (flags & (SEMICOLON | COLON)) === 0;
    case 'semicolon':
      return (flags & SEMICOLON) !== 0;
    case 'sentence':
      return (flags & SENTENCE_END) !== 0;
    default:
      return false;
  }
}

function isEnd(flags: number, separator: Separator, ends: number): boolean {
  if (separator === 'comma') return (flags & ends) !== 0 && !isPart(flags, 'comma');
  return (flags & ends) !== 0;
}

/** Every run of two or more elements in the region, quotes and brackets in it looked into as well. In order of place by kind. */
export function findRuns(text: string, start: number, end: number): Run[] {
  const runs: Run[] = [];
  for (const kind of SEPARATORS) collectRuns(text, start, end, kind, false, runs);
  for (let i = start; i < end; i++) {
    if (flagsAt(text, i) & (OPEN_QUOTE | OPEN_BRACKET)) {
      const close = closeOf(text, i, end, 300);
      if (close > i + 5) {
        for (const kind of SEPARATORS) collectRuns(text, i + 1, close - 1, kind, true, runs);
        i = close - 1;
      }
    }
  }
  collectQuotes(text, start, end, runs);
  return runs;
}

/** “a”“b”“c”: quotes in a row without a sign between them. */
function collectQuotes(text: string, start: number, end: number, runs: Run[]): void {
  let elements: Span[] = [];
  const close = () => {
    if (elements.length >= 2) runs.push({ separator: 'quotes', elements, enclosed: false });
    elements = [];
  };
  for (let i = start; i < end; i++) {
    if ((flagsAt(text, i) & OPEN_QUOTE) === 0) continue;
    const after = closeOf(text, i, end);
    if (after < 0) continue;
    if (elements.length > 0 && elements.at(-1)!.end !== i) close();
    elements.push(createSpan(i, after));
    i = after - 1;
  }
  close();
}

function collectRuns(
  text: string,
  start: number,
  end: number,
  { separator, ends }: (typeof SEPARATORS)[number],
  enclosed: boolean,
  runs: Run[],
): void {
  let elements: Span[] = [];
  let from = start;
  const push = (to: number) => {
    const element = trimElement(text, from, to);
    if (element !== null) elements.push(element);
  };
  const close = () => {
    if (elements.length >= 2) runs.push({ separator, elements, enclosed });
    elements = [];
  };
  for (let i = start; i < end; i++) {
    const flags = flagsAt(text, i);
    if (isPart(flags, separator)) {
      push(i);
      from = i + 1;
    } else if (isEnd(flags, separator, ends)) {
      push(i);
      close();
      from = i + 1;
    } else if (flags & (OPEN_QUOTE | OPEN_BRACKET) || text.charCodeAt(i) === 0x22) {
      const after = closeOf(text, i, end, 300);
      if (after > 0) i = after - 1;
    }
  }
  push(end);
  close();
}

/** Without blanks, without a closing sign that closes nothing here; null where nothing is left. */
export function trimElement(text: string, from: number, to: number): Span | null {
  let start = skipBlanks(text, from, to);
  while (start < to && flagsAt(text, start) & (CLOSE_QUOTE | CLOSE_BRACKET | DASH | SENTENCE_END | CLAUSE_END | ENUMERATION_COMMA | BLANK | NEWLINE))
    start++;
  let end = trimBlanksBefore(text, to, start);
  while (end > start && flagsAt(text, end - 1) & (SENTENCE_END | CLAUSE_END | DASH)) end--;
  return end > start ? createSpan(start, end) : null;
}

/** An element without quotes all around it. */
export function unquote(text: string, span: Span): Span {
  if (span.end - span.start < 3) return span;
  const opens = flagsAt(text, span.start) & OPEN_QUOTE || text.charCodeAt(span.start) === 0x22;
  if (!opens || closeOf(text, span.start, span.end) !== span.end) return span;
  return createSpan(span.start + 1, span.end - 1);
}

const CONJUNCTIONS = ['以及', '并且', '和', '与', '及', '并', '暨', '或', '跟', '同'];

/**
 * Cuts an element at a conjunction where that leaves two parts of about the length the other elements have; null where none does.
 * @param usual length of the other elements
 */
export function splitAtConjunction(text: string, span: Span, usual: number): [Span, Span] | null {
  let best: [Span, Span] | null = null;
  let bestCost = Number.POSITIVE_INFINITY;
  for (let i = span.start; i < span.end - 1; i++) {
    if (flagsAt(text, i) & (OPEN_QUOTE | OPEN_BRACKET)) {
      const close = closeOf(text, i, span.end, 300);
      if (close > 0) i = close - 1;
      continue;
    }
    if (i === span.start) continue;
    const conjunction = CONJUNCTIONS.find((word) => text.startsWith(word, i));
    if (conjunction === undefined) continue;
    const left = trimElement(text, span.start, i);
    const right = trimElement(text, i + conjunction.length, span.end);
    if (left === null || right === null) continue;
    const lengths = [left.end - left.start, right.end - right.start] as const;
    const cost =
      usual > 0 ? Math.abs(lengths[0] - usual) + Math.abs(lengths[1] - usual) : Math.abs(lengths[0] - lengths[1]);
    if (cost < bestCost) {
      bestCost = cost;
      best = [left, right];
    }
    i += conjunction.length - 1;
  }
  return best;
}
