import { flagsAt, OPEN_BRACKET } from '../../language/characters.js';
import { closeOf } from '../../language/clauses.js';
import { createSpan, type Span } from '../../model/span.js';
import type { ArticleContext } from './article-context.js';
import type { Formula } from './formula.js';
import { bare, createProposal, type Proposal } from './member-draft.js';
import { findRuns } from './split-list.js';

const NOTHING: readonly Proposal[] = [];

/**
 * Members in brackets inside the name itself: 三治（自治、法治、德治）融合 gives them at once, 1（一个专班）+3（三支队伍）+N（多种手段） one behind each
 * number. In 一查（找）二改（正） the brackets only fill up words.
 */
export function proposeInName({ text }: ArticleContext, formula: Formula): readonly Proposal[] {
  const { start, end } = formula.nameSpan;
  if (end - start <= formula.name.length) return NOTHING;
  const brackets = bracketsIn(text, formula.nameSpan);
  const parting = { separator: 'enumeration', whole: true, enclosed: true } as const;
  if (formula.pattern === 'compound') {
    const told = formula.groups.every(({ head }) => head === null) && brackets.length === formula.groups.length;
    return told ? [createProposal('in-name', brackets.map(bare), 0, parting)] : [];
  }
  return brackets.flatMap(({ start, end }) =>
    findRuns(text, start, end, 2)
      .filter(({ elements }) => elements.length === formula.declared)
      .map(({ elements }) => createProposal('in-name', elements.map(bare), 0, parting)),
  );
}

/** What stands in each bracket of the stretch. */
function bracketsIn(text: string, { start, end }: Span): Span[] {
  const inside: Span[] = [];
  for (let i = start; i < end; i++) {
    if ((flagsAt(text, i) & OPEN_BRACKET) === 0) continue;
    const close = closeOf(text, i, end);
    if (close < 0) break;
    inside.push(createSpan(i + 1, close - 1));
    i = close - 1;
  }
  return inside;
}
