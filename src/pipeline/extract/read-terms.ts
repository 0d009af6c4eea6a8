import { COLON, flagsAt, NUMERAL, OPEN_QUOTE } from '../../language/characters.js';
import { CLAUSE_STOP, closeOf, findOutside } from '../../language/clauses.js';
import type { Paragraph } from '../../model/outline.js';
import { createSpan, type Span } from '../../model/span.js';

/** What parts a term from what it means: a sign, the bracket or quote that holds it, or 就是. */
type Parting = ':' | '—' | '。' | '|' | '】' | '”' | '是';

interface Term {
  readonly label: Span;
  readonly parting: Parting;
}

/** Terms as the paragraphs of a group open with them. */
export interface Terms {
  readonly labels: readonly Span[];
  /** Whether it can hardly be anything else, so that the paragraphs need not stand right below the name. */
  readonly sure: boolean;
}

const LONGEST = 8;
/** 看：…; other short openings before a colon are the fields of a form. */
const LONGEST_BEFORE_COLON = 6;
/** Signs of lists and of Markdown before the wording. */
const BULLETS = '#*->•·●■◆★☆▲△◎※| \t';
const SURE: readonly Parting[] = ['—', '。', '”', '|'];

/**
 * 看：…⏎听：…⏎闻：…; 穿针——…⏎引线——…; 群众点单。…⏎中心派单。…; “登记”，…⏎“分办”，…; 【登记】…⏎【分办】…: short openings, all parted in one way from what they
 * mean. Plain sentences must have one length, or they are text. Null where one paragraph opens otherwise, or the one behind opens alike.
 */
export function readTerms(text: string, group: readonly Paragraph[], next: Paragraph | undefined): Terms | null {
  const terms: Term[] = [];
  for (const paragraph of group) {
    const term = readTerm(text, paragraph);
    if (term === null || (terms.length > 0 && !isAlike(term, terms[0]!))) return null;
    terms.push(term);
  }
  const behind = next === undefined ? null : readTerm(text, next);
  if (behind !== null && isAlike(behind, terms[0]!)) return null;
  return { labels: terms.map(({ label }) => label), sure: SURE.includes(terms[0]!.parting) };
}

function isAlike(term: Term, first: Term): boolean {
  return term.parting === first.parting && (term.parting !== '。' || lengthOf(term) === lengthOf(first));
}

function lengthOf({ label }: Term): number {
  return label.end - label.start;
}

function readTerm(text: string, { span }: Paragraph): Term | null {
  let start = span.start;
  while (start < span.end && BULLETS.includes(text.charAt(start))) start++;
  // 三答：… is one of a row of its own.
  if (flagsAt(text, start) & NUMERAL) return null;
  const held = readHeld(text, start, span.end);
  if (held !== null) return held;
  let end = start;
  const stop = Math.min(findOutside(text, start, span.end, CLAUSE_STOP), start + LONGEST + 1);
  while (end < stop && !'|*—'.includes(text.charAt(end))) end++;
  const label = createSpan(start, end);
  const parting = end - start > LONGEST || end === start ? null : partingAt(text, end, span.end);
  if (parting === null || (parting === ':' && end - start > LONGEST_BEFORE_COLON)) return null;
  return span.end - end > 2 ? { label, parting } : null;
}

/** “登记”…, 【登记】… */
function readHeld(text: string, start: number, limit: number): Term | null {
  const quoted = (flagsAt(text, start) & OPEN_QUOTE) !== 0;
  if (!quoted && text.charAt(start) !== '【') return null;
  const close = closeOf(text, start, Math.min(limit, start + LONGEST + 2));
  if (close < start + 3 || close + 2 >= limit) return null;
  return { label: createSpan(start + 1, close - 1), parting: quoted ? '”' : '】' };
}

function partingAt(text: string, offset: number, limit: number): Parting | null {
  let end = offset;
  while (end < limit && '* '.includes(text.charAt(end))) end++;
  if (flagsAt(text, end) & COLON) return ':';
  const sign = text.charAt(end);
  if (sign === '—' || sign === '。' || sign === '|') return sign;
  return MEANS.test(text.slice(end, end + 4)) ? '是' : null;
}

/** 登记，就是… */
const MEANS = /^[，,]?(?:就是|即|是指|指的是|意思是)/u;
