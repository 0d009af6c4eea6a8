import { checkExpression } from './check-expression.js';
import type { CompiledPattern } from './compile-query.js';
import { normalizeExpression } from './normalize-expression.js';
import { listRequiredLiterals } from './required-literals.js';

/**
 * Regular expressions as one, in the form of the text that is searched.
 * @throws UsageError for a wrong one
 */
export function compileExpressions(
  patterns: readonly string[],
  exact: boolean,
): Pick<CompiledPattern, 'expression' | 'literals'> {
  for (const pattern of patterns) checkExpression(pattern);
  const expressions = exact ? patterns : patterns.map(normalizeExpression);
  const literals = listRequiredLiterals(expressions.join('|'));
  return {
    expression: expressions.length === 1 ? expressions[0]! : expressions.map((each) => `(?:${each})`).join('|'),
    literals,
  };
}
