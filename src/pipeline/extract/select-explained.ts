import type { ExplainedName, Explanation } from '../../model/explanation.js';
import type { Framework } from '../../model/framework.js';

/**
 * The names that hold a wording; also where only the phrase in the text holds it, with quotes and method noun.
 * @param text the normalized text that spans refer to
 * @param wording normalized as well
 */
export function selectNames(explanation: Explanation, text: string, wording: string): Explanation {
  const asked = plainWording(wording);
  const names = explanation.names.filter(({ name, places }) => {
    if (plainWording(name).includes(asked)) return true;
    return places.some(({ span }) => plainWording(text.slice(span.start, span.end)).includes(asked));
  });
  return { ...explanation, names };
}

/** Without quotes and blanks, for somebody types them and somebody else does not. */
function plainWording(wording: string): string {
  return wording.replace(/[“”「」『』"'\s]/g, '').toLowerCase();
}

/** Frameworks that were left out are told as such, and none is referred to. */
export function dropLeftOut(explanation: Explanation, kept: readonly Framework[]): Explanation {
  const ids = new Set(kept.map(({ id }) => id));
  const names = explanation.names.map((name): ExplainedName => {
    if (name.framework === null || ids.has(name.framework)) return name;
    return { ...name, decision: 'dropped', reason: 'min-confidence', framework: null };
  });
  return { ...explanation, names };
}
