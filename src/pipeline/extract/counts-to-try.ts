import type { Span } from '../../model/span.js';
import type { Formula } from './formula.js';
import { isCharacterCount, meanHeadAgreement } from './head-agreement.js';
import type { LinkKind } from './member-draft.js';
import type { Run } from './split-list.js';

/** The declared number; where a list is bracketed or cued, its own number too (the report miscounts or gives fewer). */
export function countsToTry(text: string, formula: Formula, run: Run, kind: LinkKind): number[] {
  const counts = [...countsPromised(formula)];
  const own = run.elements.length;
  if (own < 2 || counts.includes(own)) return counts.filter((count) => count >= 2);
  // What stands in the brackets is the list, however many were promised.
  if (kind === 'bracket' && !isCharacterCount(formula)) return own === formula.declared - 1 ? [own + 1, own] : [own];
  const led = kind === 'cue' || kind === 'weak-cue';
  const near = Math.abs(own - formula.declared) <= 2;
  // 五必谈：…必谈、… with six of them: the report miscounts, and none is to be left out.
  const listed = led && near && !isCharacterCount(formula);
  if (listed && own > formula.declared && showsHeadThroughout(text, formula, run.elements)) return [own];
  if (listed && kind === 'cue' && own === formula.declared + 1 && run.separator === 'enumeration') return [own];
  if (led && near) counts.push(own);
  else if (near && formula.declared >= 4 && meanHeadAgreement(text, formula, run.elements) >= 0.9) counts.push(own);
  return counts.filter((count) => count >= 2);
}

function showsHeadThroughout(text: string, formula: Formula, elements: readonly Span[]): boolean {
  return (
    formula.pattern !== 'compound' && elements.every((element) => meanHeadAgreement(text, formula, [element]) === 1)
  );
}

/** What a name promises: its number; 八字诀 eight characters, which may be four words of two. */
export function countsPromised(formula: Formula): readonly number[] {
  const { declared } = formula;
  if (!isCharacterCount(formula)) return [declared];
  return [declared, declared / 2, declared / 3, declared / 4].filter((count) => Number.isInteger(count) && count >= 2);
}
