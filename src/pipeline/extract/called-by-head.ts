import { createSpan, type Span } from '../../model/span.js';
import type { Formula } from './formula.js';
import { isCharacterCount } from './head-agreement.js';
import { createMember, type Proposal } from './member-draft.js';
import { quotedCharacter } from './told-character.js';

/** What a member is called may stand so far into its clause. */
const REACH = 4;
/** What follows there: 红色的是 …, 专职队伍由 …. */
const TOLD = /^[”」』"]?(?:的?就?是|的为|代表|表示|[:：])/u;
const DONE_BY = /^(?:由|负责|主要|重在|就?是|为)/u;

/**
 * 红色的是急件,黄色的是常件,绿色的是缓件 of 三色, 念好“勤”字经 … 念好“实”字经 of 四字经: where each member first says which of the counted things it is, it is
 * called by the thing.
 */
export function calledByHead(text: string, formula: Formula, proposal: Proposal): Proposal {
  if (isCharacterCount(formula)) return renamed(proposal, (label) => quotedCharacter(text, label));
  const { pattern, groups } = formula;
  // 专职队伍由…组成、联合队伍由…组成 of 三支监督队伍
  const head = groups[0]?.head?.slice(-2) ?? '';
  if (pattern !== 'counted' || head === '') return proposal;
  const told = head.length === 1 ? TOLD : DONE_BY;
  return renamed(proposal, ({ start, end: limit }) => {
    const at = start + 1 + text.slice(start + 1, start + REACH - 1 + head.length).indexOf(head);
    const end = at + head.length;
    const isTold = at > start && end < limit && told.test(text.slice(end, end + 4));
    return isTold && !opensOnly(text.slice(start, end)) ? createSpan(start, end) : null;
  });
}

/** 一方面, 另一手: words that open a member and call it nothing. */
export function opensOnly(wording: string): boolean {
  return /^另?一(?:方面|手|头|边|端|个|种|类|项|条)$/u.test(wording);
}

/** The members by the names that all of them have; as they are where one has none. */
function renamed(proposal: Proposal, nameOf: (label: Span) => Span | null): Proposal {
  const members = [];
  for (const { label, body, pair } of proposal.members) {
    const name = nameOf(label);
    if (name === null) return proposal;
    members.push(createMember(name, body, pair));
  }
  return { ...proposal, members };
}
