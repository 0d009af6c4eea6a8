import {
  CLAUSE_END,
  CLOSE_BRACKET,
  CLOSE_QUOTE,
  ENUMERATION_COMMA,
  flagsAt,
  OPEN_QUOTE,
  SENTENCE_END,
} from '../../language/characters.js';
import { closeOf, holdsSentenceEnd } from '../../language/clauses.js';
import { createSpan, type Span } from '../../model/span.js';
import { type ArticleContext, isInHeading, paragraphAt, paragraphIndexAt } from './article-context.js';
import type { Formula } from './formula.js';
import { headAgreement, isCharacterCount, labelAgreement, meanHeadAgreement } from './head-agreement.js';
import { bare, createProposal, type Proposal } from './member-draft.js';
import { trimElement } from './split-list.js';
import { toldCharacter } from './told-character.js';
import { trimLead } from './trim-lead.js';
import { withoutCue } from './without-cue.js';
import { withoutCount } from './without-marks.js';

/** Clauses that carry the head stand within so many code units of the name. */
const REACH = 500;
/** Elaboration between two members may run over so many clauses. */
const MAX_CLAUSES_BETWEEN = 12;

/** 三定点: the clauses of the paragraph that carry 定点, as many as declared and near each other. */
export function proposeClauses(context: ArticleContext, formula: Formula): Proposal[] {
  if (formula.pattern === 'compound' || formula.declared > 20) return [];
  const { text } = context;
  const paragraph = paragraphAt(context, formula.span.start).span;
  const to = Math.min(paragraph.end, formula.span.end + REACH);
  const from = Math.max(paragraph.start, formula.span.start - REACH);
  const after = showsHeadOften(text, formula, formula.span.end, to) ? clausesOf(text, formula.span.end, to) : [];
  const before = showsHeadOften(text, formula, from, formula.span.start)
    ? clausesOf(text, from, formula.span.start)
    : [];
  const proposals: Proposal[] = [];
  const { start, end } = formula.span;
  const quoted = pickQuoted(text, formula, end, to);
  if (quoted !== null) proposals.push(createProposal('quoted', quoted.map(bare), quoted[0]!.start - end));
  const following = pick(text, formula, after);
  if (following !== null) following[0] = withoutLead(text, formula, following);
  if (following !== null)
    proposals.push(createProposal('clauses', withoutCount(text, following).map(bare), following[0]!.start - end));
  const below = following === null ? clausesBelow(context, formula) : null;
  if (below !== null) proposals.push(createProposal('clauses', below.map(bare), below[0]!.start - end));
  const preceding = pick(text, formula, before);
  if (preceding !== null) {
    preceding[0] = withoutLead(text, formula, preceding);
    proposals.push(createProposal('clauses', withoutCount(text, preceding).map(bare), start - preceding.at(-1)!.end));
  }
  return proposals;
}

/** 二、“四不结”在后 over a paragraph whose clauses end in 不结: those in a row that carry the head of the heading at their edge. */
function clausesBelow(context: ArticleContext, formula: Formula): Span[] | null {
  const { text, paragraphs } = context;
  const head = formula.groups[0]?.head ?? '';
  const below = paragraphs[paragraphIndexAt(paragraphs, formula.span.start) + 1]?.span;
  if (below === undefined) return null;
  const end = Math.min(below.end, below.start + REACH);
  if (!showsHeadOften(text, formula, below.start, end)) return null;
  // 有一套“望闻问切”法。 over a paragraph in which each of them is told.
  if (formula.shape === 'labels') return pick(text, formula, clausesOf(text, below.start, end));
  if (formula.pattern !== 'counted' || head.length < 2 || !isInHeading(context, formula.span)) return null;
  const bearing = clausesOf(text, below.start, end).filter(
    (clause) => text.startsWith(head, clause.start) || text.startsWith(head, clause.end - head.length),
  );
  const inRow = bearing.every(({ start }, i) => i === 0 || start - bearing[i - 1]!.end <= BESIDE);
  return inRow && bearing.length === formula.declared ? bearing : null;
}

/** Clauses in a row have a sign and perhaps a blank between them. */
const BESIDE = 3;

/** 做到诉求合理的解决到位 → 诉求合理的解决到位: the first clause without the words that lead over to it, as long as it still shows the head. */
function withoutLead(text: string, formula: Formula, clauses: readonly Span[]): Span {
  const first = withoutCue(text, clauses[0]!);
  const trimmed = trimLead(text, first, clauses.slice(1));
  if (text.charAt(trimmed.start) === '的') return first;
  return meanHeadAgreement(text, formula, [trimmed]) < meanHeadAgreement(text, formula, [first]) ? first : trimmed;
}

/** Whether a character of the head stands in the stretch as often as members are promised: only then can each clause carry it. */
function showsHeadOften(text: string, formula: Formula, start: number, end: number): boolean {
  if (formula.shape === 'labels') return formula.labels.every((label) => text.slice(start, end).includes(label));
  if (isCharacterCount(formula)) return true;
  const head = formula.groups[0]?.head ?? '';
  const first = head.charCodeAt(0);
  const last = head.charCodeAt(head.length - 1);
  let firsts = 0;
  let lasts = 0;
  for (let i = start; i < end; i++) {
    const code = text.charCodeAt(i);
    if (code === first) firsts++;
    if (code === last) lasts++;
  }
  return Math.max(firsts, lasts) >= formula.declared;
}

/** The stretches between signs of any strength. */
function clausesOf(text: string, start: number, end: number): Span[] {
  const clauses: Span[] = [];
  let from = start;
  for (let i = start; i <= end; i++) {
    const stop = i === end || flagsAt(text, i) & (CLAUSE_END | SENTENCE_END | ENUMERATION_COMMA);
    if (!stop) continue;
    const clause = trimElement(text, from, i);
    if (clause !== null && (flagsAt(text, clause.start) & (CLOSE_QUOTE | CLOSE_BRACKET)) === 0) clauses.push(clause);
    from = i + 1;
  }
  return clauses;
}

/** Quoted words after the name that show the head, as many as declared: 开展“与村民同劳动” … of 三同. */
function pickQuoted(text: string, formula: Formula, start: number, end: number): Span[] | null {
  if (formula.pattern !== 'counted') return null;
  const words: Span[] = [];
  for (let i = start; i < end; i++) {
    if ((flagsAt(text, i) & OPEN_QUOTE) === 0) continue;
    const close = closeOf(text, i, end);
    if (close < 0) continue;
    const word = createSpan(i + 1, close - 1);
    const wording = text.slice(word.start, word.end);
    if (wording !== formula.name && headAgreement(wording, formula.groups[0]!.head) >= 0.8) words.push(word);
    i = close - 1;
  }
  return words.length === formula.declared ? words : null;
}

/**
 * Exactly as many clauses as declared, each of which shows the head or its label, without more than two others between any two. Where too
 * many show it, those of one sentence, those that have it at their edge, or those that share the edge of the first are taken.
 */
function pick(text: string, formula: Formula, clauses: readonly Span[]): Span[] | null {
  if (isCharacterCount(formula)) return pickCharacters(text, formula, clauses);
  const fitting: number[] = [];
  for (const [i, clause] of clauses.entries()) {
    const wording = text.slice(clause.start, clause.end);
    if (wording.includes(formula.name)) continue;
    const fits =
      formula.shape === 'labels'
        ? labelAgreement(wording, formula.labels[fitting.length]) === 1
        : headAgreement(wording, formula.groups[0]!.head) >= 0.8 &&
          (formula.pattern !== 'paired' || headAgreement(wording, formula.groups[1]!.head) >= 0.8);
    if (fits) fitting.push(i);
  }
  const n = formula.declared;
  if (fitting.length < n) return null;
  const head = formula.groups[0]?.head ?? '';
  const wordingOf = (i: number) => text.slice(clauses[i]!.start, clauses[i]!.end);
  const first = wordingOf(fitting[0]!);
  const selections = [
    fitting,
    fitting.filter((i) => !holdsSentenceEnd(text, clauses[fitting[0]!]!.end, clauses[i]!.start)),
    fitting.filter((i) => i > 0 && holdsSentenceEnd(text, clauses[i - 1]!.end, clauses[i]!.start)),
    fitting.filter((i) => wordingOf(i).startsWith(head)),
    fitting.filter((i) => wordingOf(i).endsWith(head)),
    fitting.filter((i) => wordingOf(i).endsWith(first.slice(-3))),
  ];
  for (const chosen of selections) {
    if (chosen.length !== n) continue;
    if (chosen.every((i, k) => k === 0 || i - chosen[k - 1]! <= MAX_CLAUSES_BETWEEN))
      return chosen.map((i) => clauses[i]!);
  }
  return null;
}

/** 四字诀: 严字当头，细字为先，…: the characters that clauses in a row open with. */
function pickCharacters(text: string, formula: Formula, clauses: readonly Span[]): Span[] | null {
  const told = clauses.flatMap(({ start }) => toldCharacter(text, start) ?? []);
  if (told.length === formula.declared) return told;
  // 望,看在前头;闻,听在前头: the character is a clause of its own.
  const alone = clauses.filter(({ start, end }) => end - start === 1 && isOpening(text, start));
  return alone.length === formula.declared ? alone : null;
}

/** Whether what stands at `start` opens a sentence or a part of one, and a comma parts it from what is said of it. */
function isOpening(text: string, start: number): boolean {
  return '：:；;。\n'.includes(text.charAt(start - 1) || '\n') && '，,'.includes(text.charAt(start + 1) || ' ');
}
