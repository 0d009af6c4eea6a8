import { flagsAt, NEWLINE, SENTENCE_END } from '../../language/characters.js';
import { type ArticleContext, isInHeading } from './article-context.js';
import type { Formula } from './formula.js';

/**
 * Whether it pays to look for members at all: a name in quotes, with a method noun, of several numbers or in a heading always; any other
 * counted phrase (三个工作组, 两位老人) only where a list or a list's lead-in touches it.
 */
export function mayBeCarriedOut(context: ArticleContext, formula: Formula): boolean {
  if (formula.quoted || formula.category !== null || formula.pattern !== 'counted' || formula.shape === 'labels')
    return true;
  const { text } = context;
  const { start, end } = formula.span;
  const before = text.slice(Math.max(lastClauseEnd(text, start), start - BEFORE_REACH), start);
  if (/[、和与及同]/u.test(before) || (formula.declared > 2 && ENDS_IN_SHORT_CLAUSES.test(before))) return true;
  if (
    /[:：(（—即是指为有,，、。]|分别|包括/u.test(text.slice(end, end + 4)) ||
    /[:：]/u.test(text.slice(end, end + 16))
  )
    return true;
  return isInHeading(context, formula.span);
}

const BEFORE_REACH = 80;

/** …停车难，办证慢，融资贵|三个问题 */
const ENDS_IN_SHORT_CLAUSES = /[，,][^，,]{1,16}[，,][^，,]{1,16}$/u;

function lastClauseEnd(text: string, from: number): number {
  let i = from;
  while (i > 0 && from - i < BEFORE_REACH && (flagsAt(text, i - 1) & (SENTENCE_END | NEWLINE)) === 0) i--;
  return i;
}
