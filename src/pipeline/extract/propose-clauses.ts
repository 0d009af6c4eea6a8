import { CLAUSE_END, CLOSE_BRACKET, CLOSE_QUOTE, ENUMERATION_COMMA, flagsAt, SENTENCE_END } from '../../language/characters.js';
import type { Span } from '../../model/span.js';
import { type ArticleContext, paragraphAt } from './article-context.js';
import type { Formula } from './find-formulas.js';
import { headAgreement, labelAgreement } from './head-agreement.js';
import { bare, type Proposal } from './member-draft.js';
import { trimElement } from './split-list.js';

/** Clauses that carry the head stand within so many code units of the name. */
const REACH = 500;

/** 三定点: the clauses of the paragraph that carry 定点, as many as declared and near each other. */
export function proposeClauses(context: ArticleContext, formula: Formula): Proposal[] {
  if (formula.pattern === 'compound' || formula.declared > 20) return [];
  const { text } = context;
  const paragraph = paragraphAt(context, formula.span.start).span;
  const after = clausesOf(text, formula.span.end, Math.min(paragraph.end, formula.span.end + REACH));
  const before = clausesOf(text, Math.max(paragraph.start, formula.span.start - REACH), formula.span.start);
  const proposals: Proposal[] = [];
  const following = pick(text, formula, after);
  if (following !== null) {
    proposals.push({ kind: 'clauses', members: following.map(bare), distance: following[0]!.start - formula.span.end });
  }
  const preceding = pick(text, formula, before);
  if (preceding !== null) {
    proposals.push({ kind: 'clauses', members: preceding.map(bare), distance: formula.span.start - preceding.at(-1)!.end });
  }
  return proposals;
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

/** Exactly as many clauses as declared, each of which shows the head or its label, without more than two others between any two. */
function pick(text: string, formula: Formula, clauses: readonly Span[]): Span[] | null {
  const chosen: number[] = [];
  for (const [i, clause] of clauses.entries()) {
    const wording = text.slice(clause.start, clause.end);
    const fits =
      formula.shape === 'labels'
        ? labelAgreement(wording, formula.labels[chosen.length]) === 1
        : headAgreement(wording, formula.groups[0]!.head) >= 0.8 &&
          (formula.pattern !== 'paired' || headAgreement(wording, formula.groups[1]!.head) >= 0.8);
    if (fits) chosen.push(i);
  }
  if (chosen.length !== formula.declared) return null;
  for (let k = 1; k < chosen.length; k++) if (chosen[k]! - chosen[k - 1]! > 3) return null;
  return chosen.map((i) => clauses[i]!);
}
