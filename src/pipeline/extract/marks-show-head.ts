import type { Formula } from './formula.js';
import type { LinkKind, Proposal } from './member-draft.js';

/** 第一步 … of 三步, 一方面 … 另一方面 of 两个方面, 一手 … of 两手: the marks word what is counted. */
export function marksShowHead(
  text: string,
  { pattern, groups, classifier }: Formula,
  { kind, members }: Proposal,
): boolean {
  if (pattern !== 'counted' || !NUMBERED.has(kind)) return false;
  const head = groups[0]?.head ?? '';
  const word = head === '方面' ? head : (classifier ?? head.slice(0, kind === 'steps' ? 1 : 2));
  if (word === '' || word.length > 2 || word === '个' || word === '大') return false;
  return members.every(({ label }) => {
    const before = text.slice(Math.max(0, label.start - MARK_REACH), label.start).replace(/^.*[。；;\n]/su, '');
    return new RegExp(`一${word}|第.{1,2}${word}`, 'u').test(before);
  });
}

const NUMBERED: ReadonlySet<LinkKind> = new Set(['chain', 'section', 'article', 'steps']);
/** The word that a member is called by stands so close behind its mark. */
const MARK_REACH = 24;
