import {
  BLANK,
  CLAUSE_END,
  CLOSE_BRACKET,
  CLOSE_QUOTE,
  COLON,
  DASH,
  DIGIT,
  ENUMERATION_COMMA,
  flagsAt,
  flagsOf,
  HAN,
  LATIN,
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
import { loadFrameworkRules } from '../../resources/framework-rules.js';

/** What parts the elements of a run. */
export type Separator = 'enumeration' | 'comma' | 'semicolon' | 'sentence' | 'quotes';

/** A row of elements between two stronger signs. Blanks around an element are left out; its quotes stay. */
export interface Run {
  readonly separator: Separator;
  readonly elements: readonly Span[];
  /** Whether it stands inside a quote or bracket of the region. */
  readonly enclosed: boolean;
}

/** Signs that part or end runs, weakest first; a run ends at every sign stronger than its separator. */
const SIGN_CLASSES = ['enumeration', 'comma', 'semicolon', 'sentence'] as const;
const COLON_CLASS = 2.5;
const NEWLINE_CLASS = 4;

/** The signs of a region outside its quotes and brackets: where they stand and how strong they are. */
interface Signs {
  readonly offsets: number[];
  readonly classes: number[];
  /** The quotes and brackets of the region: from the opening sign to after the closing one. */
  readonly enclosures: Span[];
}

function classOf(flags: number): number {
  if (flags & NEWLINE) return NEWLINE_CLASS;
  if (flags & SENTENCE_END) return 3;
  if (flags & COLON) return COLON_CLASS;
  if (flags & SEMICOLON) return 2;
  if (flags & CLAUSE_END) return 1;
  return flags & ENUMERATION_COMMA ? 0 : -1;
}

const SIGN = NEWLINE | SENTENCE_END | CLAUSE_END | ENUMERATION_COMMA;

function scanSigns(text: string, start: number, end: number): Signs {
  const signs: Signs = { offsets: [], classes: [], enclosures: [] };
  for (let i = start; i < end; i++) {
    const flags = flagsOf(text.charCodeAt(i));
    if (flags & SIGN) {
      signs.offsets.push(i);
      signs.classes.push(classOf(flags));
    } else if (flags & (OPEN_QUOTE | OPEN_BRACKET) || text.charCodeAt(i) === 0x22) {
      const after = closeOf(text, i, end, 300);
      if (after < 0) continue;
      signs.enclosures.push(createSpan(i, after));
      i = after - 1;
    }
  }
  return signs;
}

/**
 * Every run of at least `least` elements (and two) in the region, quotes and brackets in it looked into as well. By strength of the separator,
 * then by place.
 */
export function findRuns(text: string, start: number, end: number, least = 2): Run[] {
  const runs: Run[] = [];
  const signs = scanSigns(text, start, end);
  collectRuns(text, start, end, signs, false, least, runs);
  for (const { start: open, end: close } of signs.enclosures) {
    if (close <= open + 5) continue;
    collectRuns(text, open + 1, close - 1, scanSigns(text, open + 1, close - 1), true, least, runs);
    collectDashed(text, open + 1, close - 1, least, runs);
  }
  collectQuotes(text, signs.enclosures, runs);
  return runs;
}

/** “镇—村—组”, “收→分→办→回”: words between dashes or arrows, and no other sign. */
function collectDashed(text: string, start: number, end: number, least: number, runs: Run[]): void {
  const elements: Span[] = [];
  for (let from = start; from < end; ) {
    let to = from;
    while (to < end && flagsAt(text, to) & (HAN | DIGIT | LATIN)) to++;
    if (to === from || to - from > LONGEST_DASHED) return;
    elements.push(createSpan(from, to));
    from = to;
    while (from < end && LINKING.includes(text.charAt(from))) from++;
    if (from === to && to < end) return;
  }
  if (elements.length > Math.max(2, least - 1)) runs.push({ separator: 'enumeration', elements, enclosed: true });
}

/** What is linked by dashes is called in a word. */
const LONGEST_DASHED = 8;
const LINKING = '—–-―─→>➔➜';

/** “a”“b”“c”: quotes in a row without a sign between them. */
function collectQuotes(text: string, enclosures: readonly Span[], runs: Run[]): void {
  let elements: Span[] = [];
  const close = () => {
    if (elements.length >= 2) runs.push({ separator: 'quotes', elements, enclosed: false });
    elements = [];
  };
  for (const enclosure of enclosures) {
    if (flagsAt(text, enclosure.start) & OPEN_BRACKET) continue;
    if (elements.length > 0 && elements.at(-1)!.end !== enclosure.start) close();
    elements.push(enclosure);
  }
  close();
}

function collectRuns(
  text: string,
  start: number,
  end: number,
  signs: Signs,
  enclosed: boolean,
  least: number,
  runs: Run[],
): void {
  const { offsets, classes } = signs;
  for (const [strength, separator] of SIGN_CLASSES.entries()) {
    if (!classes.includes(strength)) continue;
    // The edges of the present run: where its elements begin, one more than they are.
    let edges: number[] = [start];
    for (let k = 0; k <= offsets.length; k++) {
      const at = offsets[k] ?? end;
      const found = classes[k] ?? NEWLINE_CLASS;
      // A colon ends lists and clauses; a list of sentences or one parted by semicolons may hold it.
      const ends = found === COLON_CLASS ? strength < 2 : found > strength;
      if (found !== strength && !ends) continue;
      edges.push(at + 1);
      if (!ends) continue;
      if (edges.length > least) {
        const elements = elementsBetween(text, edges);
        if (elements.length >= 2) runs.push({ separator, elements, enclosed });
      }
      edges = [at + 1];
    }
  }
}

function elementsBetween(text: string, edges: readonly number[]): Span[] {
  const elements: Span[] = [];
  for (let i = 1; i < edges.length; i++) {
    const element = trimElement(text, edges[i - 1]!, edges[i]! - 1);
    if (element !== null) elements.push(element);
  }
  return elements;
}

/** Without blanks, without a closing sign that closes nothing here; null where nothing is left. */
export function trimElement(text: string, from: number, to: number): Span | null {
  let start = skipBlanks(text, from, to);
  while (
    start < to &&
    flagsAt(text, start) &
      (CLOSE_QUOTE | CLOSE_BRACKET | DASH | SENTENCE_END | CLAUSE_END | ENUMERATION_COMMA | BLANK | NEWLINE)
  )
    start++;
  let end = trimBlanksBefore(text, to, start);
  while (end > start && flagsAt(text, end - 1) & (SENTENCE_END | CLAUSE_END | DASH)) end--;
  return end > start ? createSpan(start, end) : null;
}

/** An element without quotes all around it. */
export function unquote(text: string, { start, end }: Span): Span {
  const span = withoutBold(text, start, end);
  if (span.end - span.start < 3) return span;
  const opens = flagsAt(text, span.start) & OPEN_QUOTE || text.charCodeAt(span.start) === 0x22;
  if (!opens || closeOf(text, span.start, span.end) !== span.end) return span;
  return createSpan(span.start + 1, span.end - 1);
}

/** **登记** of Markdown */
function withoutBold(text: string, start: number, end: number): Span {
  let from = start;
  let to = end;
  while (from < to && text.charAt(from) === '*') from++;
  while (to > from && text.charAt(to - 1) === '*') to--;
  return createSpan(from, to);
}

/** 协同, 和谐, 参与: words that only contain a conjunction. */
function isInsideWord(text: string, at: number, conjunction: string): boolean {
  const { conjunctionWords } = loadFrameworkRules();
  return (
    conjunction.length === 1 &&
    (conjunctionWords.has(text.slice(at - 1, at + 1)) || conjunctionWords.has(text.slice(at, at + 2)))
  );
}

/**
 * Cuts an element at a conjunction where that leaves two parts of about the length the other elements have; null where none does.
 * @param usual length of the other elements
 */
export function splitAtConjunction(text: string, span: Span, usual: number): [Span, Span] | null {
  const { conjunctions } = loadFrameworkRules();
  let best: [Span, Span] | null = null;
  let bestCost = Number.POSITIVE_INFINITY;
  for (let i = span.start; i < span.end - 1; i++) {
    if (flagsAt(text, i) & (OPEN_QUOTE | OPEN_BRACKET)) {
      const close = closeOf(text, i, span.end, 300);
      if (close > 0) i = close - 1;
      continue;
    }
    if (i === span.start) continue;
    const conjunction = conjunctions.longestAt(text, i);
    if (conjunction === null || isInsideWord(text, i, conjunction)) continue;
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
