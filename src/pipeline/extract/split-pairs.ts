import { createSpan, type Span } from '../../model/span.js';
import type { Formula } from './formula.js';
import { createMember, createProposal, type Proposal } from './member-draft.js';

/** “预诊”防治 → 预诊 and 防治; 查通道改占用 → 查通道 and 改占用. */
export function splitPairs(text: string, formula: Formula, proposal: Proposal): Proposal {
  const [first, second] = formula.groups.map((group) => group.head ?? '');
  const members = proposal.members.map((member) => {
    const wording = text.slice(member.label.start, member.label.end);
    const cut = pairCut(wording, first!, second!);
    if (cut < 0) return member;
    const label = trimPart(text, createSpan(member.label.start, member.label.start + cut));
    const pair = trimPart(text, createSpan(member.label.start + cut, member.label.end));
    return label.end > label.start && pair.end > pair.start ? createMember(label, member.body, pair) : member;
  });
  return createProposal(proposal.kind, members, proposal.distance, proposal.parting);
}

/** Where the second half of a pair begins: at the second head where both open their half, else after the first. */
function pairCut(wording: string, first: string, second: string): number {
  const a = wording.indexOf(first);
  if (a < 0) return -1;
  const b = wording.indexOf(second, a + first.length);
  if (b < 0) return -1;
  // 师傅带徒弟促技能: only heads that close their halves (预诊防治) part right behind the first.
  const opens = wording.replace(/^[“"「]/, '').startsWith(first);
  if (opens || !wording.replace(/[”"」]$/, '').endsWith(second)) return b;
  let cut = a + first.length;
  while (cut < b && '”」』"、,，'.includes(wording.charAt(cut))) cut++;
  return cut;
}

const PART_EDGE = '“”「」『』"、,， ';

function trimPart(text: string, { start, end }: Span): Span {
  let from = start;
  let to = end;
  while (from < to && PART_EDGE.includes(text.charAt(from))) from++;
  while (to > from && PART_EDGE.includes(text.charAt(to - 1))) to--;
  return createSpan(from, to);
}
