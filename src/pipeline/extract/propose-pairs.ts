import { createSpan, type Span } from '../../model/span.js';
import { type ArticleContext, isInLead, paragraphIndexAt } from './article-context.js';
import type { Formula } from './formula.js';
import { meanHeadAgreement } from './head-agreement.js';
import { bare, createProposal, type Proposal } from './member-draft.js';
import { findRuns } from './split-list.js';

/** So many paragraphs below a name of the title or the lead are looked at. */
const PARAGRAPHS = 40;
/** … and of each so many code units. */
const REACH = 1000;

/**
 * 导入时问已知、答联系；新授时问疑点、答思路；… of “四问四答” in the title: just as many elements in a row as promised, anywhere below, each of which shows
 * both heads, one behind the other.
 */
export function proposePairs(context: ArticleContext, formula: Formula): Proposal[] {
  if (formula.pattern !== 'paired' || formula.declared < 3 || !isInLead(context, formula.span)) return [];
  const { text, paragraphs } = context;
  const first = paragraphIndexAt(paragraphs, formula.span.end) + 1;
  const proposals: Proposal[] = [];
  for (const { span } of paragraphs.slice(first, first + PARAGRAPHS)) {
    const pairs = pairsIn(text, formula, createSpan(span.start, Math.min(span.end, span.start + REACH)));
    if (pairs === null) continue;
    const parting = { separator: 'semicolon', whole: true, enclosed: false } as const;
    proposals.push(createProposal('near', pairs.map(bare), pairs[0]!.start - formula.span.end, parting));
  }
  return proposals;
}

function pairsIn(text: string, formula: Formula, { start, end }: Span): Span[] | null {
  const head = formula.groups[0]!.head ?? '';
  if (countOf(text, head, start, end) < formula.declared) return null;
  for (const { separator, elements } of findRuns(text, start, end, formula.declared)) {
    if (separator !== 'semicolon' && separator !== 'sentence') continue;
    const pairs = elements.flatMap((element) => {
      if (meanHeadAgreement(text, formula, [element]) === 0) return [];
      return [createSpan(text.indexOf(head, element.start), element.end)];
    });
    if (pairs.length === formula.declared) return pairs;
  }
  return null;
}

function countOf(text: string, wording: string, start: number, end: number): number {
  let count = 0;
  for (let at = text.indexOf(wording, start); at >= 0 && at < end; at = text.indexOf(wording, at + 1)) count++;
  return wording === '' ? 0 : count;
}
