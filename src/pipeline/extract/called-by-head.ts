import { createSpan } from '../../model/span.js';
import type { Formula } from './formula.js';
import { isCharacterCount } from './head-agreement.js';
import { createMember, type Proposal } from './member-draft.js';
import { quotedCharacter } from './told-character.js';

/** What a member is called may stand so far into its clause. */
const REACH = 4;
const TOLD = /^[”」』"]?(?:的?就?是|的为|代表|表示|[:：])/u;

const DONE_BY = /^(?:由|负责|主要|重在|就?是|为)/u;

/**
 * 红色的是急件,黄色的是常件,绿色的是缓件 of 三色: where each member first says which of the counted things it is, and then what is told of it, it is
 * called by the thing.
 */
export function calledByHead(text: string, formula: Formula, proposal: Proposal): Proposal {
  if (isCharacterCount(formula)) return calledByCharacter(text, proposal);
  const { pattern, groups } = formula;
  const counted = groups[0]?.head ?? '';
  if (pattern !== 'counted' || counted === '') return proposal;
  // 专职队伍由…组成、联合队伍由…组成 of 三支监督队伍
  const head = counted.slice(-2);
  const told = head.length === 1 ? TOLD : DONE_BY;
  const named = proposal.members.map(({ label, body, pair }) => {
    const at = text.indexOf(head, label.start + 1);
    const end = at + head.length;
    return at > 0 && at - label.start < REACH && end < label.end && told.test(text.slice(end, end + 4))
      ? createMember(createSpan(label.start, end), body, pair)
      : null;
  });
  if (named.some((member) => member === null)) return proposal;
  return { ...proposal, members: named.flatMap((member) => member ?? []) };
}

/** 念好“勤”字经 … 念好“实”字经 … of 四字经: each member is called by the character that it quotes. */
function calledByCharacter(text: string, proposal: Proposal): Proposal {
  const named = proposal.members.map(({ label, body, pair }) => {
    const character = quotedCharacter(text, label);
    return character === null ? null : createMember(character, body, pair);
  });
  if (named.some((member) => member === null)) return proposal;
  return { ...proposal, members: named.flatMap((member) => member ?? []) };
}
