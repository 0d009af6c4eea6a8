import { UsageError } from '../errors.js';

/** @throws UsageError that says what is wrong with the regular expression, and where */
export function checkExpression(expression: string): void {
  const reason = reasonAgainst(expression);
  if (reason === null) return;
  const at = placeOfMistake(expression, reason);
  const rest = expression.slice(at, at + 12);
  throw new UsageError(
    `the regular expression '${expression}' is wrong at character ${[...expression.slice(0, at)].length + 1} ('${rest}'): ${reason.toLowerCase()}`,
  );
}

function reasonAgainst(expression: string): string | null {
  try {
    new RegExp(expression, 'u');
    return null;
  } catch (error) {
    // `Invalid regular expression: /a**/u: Nothing to repeat`
    return (error as Error).message.replace(/^[\s\S]*\/u?: /, '');
  }
}

/** The engine does not tell. What is not closed begins where it was opened; any other mistake shows in the first beginning that has it. */
function placeOfMistake(expression: string, reason: string): number {
  if (/unterminated (?:group|character class)/i.test(reason)) return lastLeftOpen(expression);
  for (let end = 1; end <= expression.length; end++) {
    if (reasonAgainst(expression.slice(0, end)) === reason) return end - 1;
  }
  return 0;
}

function lastLeftOpen(expression: string): number {
  const groups: number[] = [];
  for (let i = 0; i < expression.length; i++) {
    const sign = expression[i];
    if (sign === '\\') i++;
    else if (sign === '[') {
      const opened = i;
      while (i < expression.length && expression[i] !== ']') i += expression[i] === '\\' ? 2 : 1;
      if (i >= expression.length) return opened;
    } else if (sign === '(') groups.push(i);
    else if (sign === ')') groups.pop();
  }
  return groups.at(-1) ?? 0;
}
