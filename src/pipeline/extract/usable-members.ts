import { DIGIT, flagsAt, HAN, LATIN } from '../../language/characters.js';
import { type Span, spansOverlap } from '../../model/span.js';
import type { ArticleContext } from './article-context.js';
import { opensOnly } from './called-by-head.js';
import type { Formula } from './formula.js';
import type { Proposal } from './member-draft.js';

/** Members that overlap the name itself are no members. */
export function isUsable({ text, leadEnd }: ArticleContext, formula: Formula, { members, kind }: Proposal): boolean {
  if (members.length < 2) return false;
  if (kind === 'article' && formula.span.start >= leadEnd) return false;
  const { name, nameSpan } = formula;
  // A list one of whose members names the set does not carry it out: that member does.
  const nameTells = formula.pattern !== 'compound';
  if (members.some(({ label }) => !holdsWord(text, label))) return false;
  if (members.some(({ label }) => isNoMember(text.slice(label.start, label.end)))) return false;
  if (nameTells && kind === 'before' && areAmounts(text, members)) return false;
  for (const { label } of members) {
    if (label.end <= label.start || (kind !== 'in-name' && spansOverlap(label, nameSpan))) return false;
    if (nameTells && label.end - label.start >= name.length && namesItself(text.slice(label.start, label.end), name))
      return false;
  }
  return true;
}

/** 全乡6座水库、14座山塘的“三个责任人”: amounts of things are what the name is about. */
function areAmounts(text: string, members: Proposal['members']): boolean {
  return members.filter(({ label }) => AMOUNT_OF_THINGS.test(text.slice(label.start, label.end))).length >= 2;
}

const AMOUNT_OF_THINGS = /^[\u4e00-\u9fff]{0,2}\d{1,6}(?:余|多)?[座处户家名人个台辆条](?!.*[，,])/u;

/** 另一手 only opens a member; 4.66% is a figure. */
function isNoMember(wording: string): boolean {
  return opensOnly(wording) || /^[\d.．,，]+(?:[%％‰元]|万元|亿元|个百分点)?$/u.test(wording);
}

/** Whether more than signs stand in a stretch. */
function holdsWord(text: string, { start, end }: Span): boolean {
  for (let i = start; i < end; i++) if (flagsAt(text, i) & (HAN | LATIN | DIGIT)) return true;
  return false;
}

/** Whether a wording holds the name (第三道防线 does not hold 三道防线). */
function namesItself(wording: string, name: string): boolean {
  const at = wording.indexOf(name);
  return at >= 0 && wording.charAt(at - 1) !== '第';
}
