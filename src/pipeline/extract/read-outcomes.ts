import {
  CLAUSE_END,
  CLOSE_BRACKET,
  DIGIT,
  ENUMERATION_COMMA,
  flagsAt,
  NEWLINE,
  NUMERAL,
  OPEN_BRACKET,
  SENTENCE_END,
  skipBlanks,
} from '../../language/characters.js';
import { sentenceEnd } from '../../language/clauses.js';
import type { Outcome } from '../../model/framework.js';
import { createSpan, type Span } from '../../model/span.js';
import { loadOutcomeRules, type OutcomeRules, type TellingKind } from '../../resources/outcome-rules.js';
import type { WordIndex } from '../../resources/word-index.js';
import { MAX_OBJECT, outcomeSpan, type Telling } from './outcome-span.js';
import { type Figure, readFigure } from './read-figure.js';

/** An outcome with the place of the word that tells it. */
export interface ToldOutcome {
  readonly outcome: Outcome;
  readonly verb: number;
  readonly figure: number;
  readonly sentence: Span;
}

type Told = Omit<ToldOutcome, 'sentence'>;

const CLAUSE_SIGNS = CLAUSE_END | SENTENCE_END | NEWLINE | ENUMERATION_COMMA | OPEN_BRACKET | CLOSE_BRACKET;

/** The outcomes that a paragraph tells, in order. What it intends, demands or denies is none. */
export function readOutcomes(text: string, paragraph: Span): ToldOutcome[] {
  const told: ToldOutcome[] = [];
  const rules = loadOutcomeRules();
  let sentence = createSpan(paragraph.start, paragraph.start);
  let before = paragraph.start;
  for (let i = before; i < paragraph.end; i++) {
    if ((flagsAt(text, i) & (DIGIT | NUMERAL)) === 0) continue;
    const { start, end } = clauseAround(text, i, before, paragraph.end);
    const found = readClause(text, skipBlanks(text, start, end), end, rules);
    if (found.length > 0) {
      sentence = sentenceAround(text, sentence, start, paragraph.end);
      addIntended(told, found, text, sentence, start, end, rules);
    }
    before = end + 1;
    i = end;
  }
  return told;
}

/** The clause that a number stands in first, within `[from, limit)`. */
function clauseAround(text: string, number: number, from: number, limit: number): Span {
  let start = number;
  while (start > from && (flagsAt(text, start - 1) & CLAUSE_SIGNS) === 0) start--;
  let end = number + 1;
  while (end < limit && ((flagsAt(text, end) & CLAUSE_SIGNS) === 0 || isThousandsComma(text, end))) end++;
  return createSpan(start, end);
}

/** The sentence that `offset` stands in, sought from one before it on. */
function sentenceAround(text: string, before: Span, offset: number, limit: number): Span {
  let { start, end } = before;
  while (end <= offset && end < limit) {
    start = end;
    end = Math.max(start + 1, sentenceEnd(text, start, limit));
  }
  return createSpan(start, end);
}

/** What a clause tells that is neither of the past before the practice, nor intended, nor a change of the work put in. */
function addIntended(
  told: ToldOutcome[],
  found: readonly Told[],
  text: string,
  sentence: Span,
  start: number,
  end: number,
  rules: OutcomeRules,
): void {
  if (tellsPast(text, start, end, rules)) return;
  const plan = findWord(text, sentence.start, sentence.end, rules.plans, rules.plain) ?? sentence.end;
  for (const { outcome, verb, figure } of found) {
    // 投入200万元,比上年增加30%: a change without a subject is told of what stands before it.
    const ofWork = lacksSubject(outcome.text) && lastTelling(text, sentence.start, start, rules) === 'work';
    if (figure < plan && !ofWork) told.push({ outcome, verb, figure, sentence });
  }
}

/** 比上年增加30%, 同比下降12起 */
function lacksSubject(wording: string): boolean {
  return /^(?:由|从|比|较|同比|环比|年均|平均|分别|增长|增加|上升|提高|下降|减少)/u.test(wording);
}

/** What the last of the telling words of a clause tells; a change goes on with what was told before. */
function lastTelling(text: string, start: number, end: number, { telling, kinds }: OutcomeRules): TellingKind | null {
  let last: TellingKind | null = null;
  for (let i = start; i < end; i++) {
    const word = telling.longestAt(text, i);
    if (word === null) continue;
    const kind = kinds.get(word)!;
    if (kind !== 'rise' && kind !== 'fall') last = kind;
    i += word.length - 1;
  }
  return last;
}

/** Commas inside 2,640 part no clauses. */
function isThousandsComma(text: string, at: number): boolean {
  const sign = text.charCodeAt(at);
  if ((sign !== 0x2c && sign !== 0xff0c) || (flagsAt(text, at - 1) & DIGIT) === 0) return false;
  return /^\d{3}(?!\d)/u.test(text.slice(at + 1, at + 5));
}

/** The place of the first of the words in a stretch, or null; where one begins a plain word (计划生育) it does not count. */
export function findWord(text: string, start: number, end: number, words: WordIndex, plain: WordIndex): number | null {
  for (let i = words.firstIn(text, start, end); i < end; i = words.firstIn(text, i + 1, end)) {
    if (plain.longestAt(text, i) === null) return i;
  }
  return null;
}

/** 推行前每年有120起; but not 比推行前减少30起. */
function tellsPast(text: string, start: number, end: number, { pasts, plain }: OutcomeRules): boolean {
  const at = findWord(text, start, end, pasts, plain);
  return at !== null && !'比较由从同与'.includes(text.charAt(at - 1) || ' ');
}

function readClause(text: string, start: number, end: number, rules: OutcomeRules): readonly Told[] {
  let told: Told[] | null = null;
  let telling: Telling | null = null;
  let from = start;
  // Before any telling word, and far behind one, a figure tells nothing.
  for (let i = rules.telling.firstIn(text, start, end); i < end; i++) {
    if (flagsAt(text, i) & (DIGIT | NUMERAL)) {
      if (telling === null) continue;
      if (i - telling.end > MAX_OBJECT) telling = null;
      const figure = telling === null ? null : readFigure(text, i, end);
      if (telling === null || figure === null) continue;
      i = figure.end - 1;
      const span = outcomeSpan(text, telling, figure, createSpan(from, end), rules);
      if (span !== null) {
        told ??= [];
        told.push({ outcome: toOutcome(text, span, figure), verb: telling.start, figure: figure.start });
        from = span.end;
        i = Math.max(i, span.end - 1);
      }
      // One word tells one figure: in 解决12个村3000人 the second is part of what the first counts.
      if (span !== null || telling.kind === 'result') telling = null;
      continue;
    }
    const word = rules.telling.longestAt(text, i);
    if (word === null) continue;
    telling = { start: i, end: i + word.length, kind: rules.kinds.get(word)!, word };
    i = telling.end - 1;
  }
  return told ?? NOTHING_TOLD;
}

const NOTHING_TOLD: readonly Told[] = [];

function toOutcome(text: string, span: Span, { value, unit, approximate }: Figure): Outcome {
  return { text: text.slice(span.start, span.end).replace(/\s+/gu, ''), value, unit, approximate, span };
}
