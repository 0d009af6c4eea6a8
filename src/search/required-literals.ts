/**
 * The stretches of plain text without which an expression matches nowhere: of each list one is needed. `六诊.*六治` needs both, `五访|五解` one of two. What
 * stands in groups, may be left out, or is told by classes is passed over, so there may be fewer than there could be, but never one too many.
 * @param expression a valid one
 */
export function listRequiredLiterals(expression: string): string[][] {
  const alternatives = splitAlternatives(expression).map(literalRuns);
  if (alternatives.some((runs) => runs.length === 0)) return [];
  if (alternatives.length === 1) return alternatives[0]!.map((run) => [run]);
  return [alternatives.map((runs) => runs.reduce((best, run) => (run.length > best.length ? run : best)))];
}

/** What `|` parts outside of groups. */
function splitAlternatives(expression: string): string[] {
  const parts: string[] = [];
  let start = 0;
  for (const { from, kind } of readAtoms(expression)) {
    if (kind !== 'bar') continue;
    parts.push(expression.slice(start, from));
    start = from + 1;
  }
  return [...parts, expression.slice(start)];
}

function literalRuns(alternative: string): string[] {
  const runs: string[] = [];
  let run: string[] = [];
  const close = () => {
    if (run.length > 0) runs.push(run.join(''));
    run = [];
  };
  for (const { kind, from, to } of readAtoms(alternative)) {
    if (kind === 'character') run.push(alternative.slice(from, to).replace(/^\\/, ''));
    else if (kind === 'quantifier') {
      if (/^(?:[*?]|\{0)/.test(alternative.slice(from, to))) run.pop();
      close();
    } else close();
  }
  close();
  return runs;
}

interface Atom {
  /** `other`: groups, classes, and all else that is no plain character. */
  readonly kind: 'character' | 'quantifier' | 'bar' | 'other';
  readonly from: number;
  readonly to: number;
}

function* readAtoms(expression: string): Generator<Atom> {
  for (let from = 0; from < expression.length; ) {
    const sign = expression[from]!;
    const to = atomEnd(expression, from);
    const atom = { from, to };
    if (sign === '|') yield { ...atom, kind: 'bar' };
    else if ('*+?{'.includes(sign)) yield { ...atom, kind: 'quantifier' };
    else if (sign === '\\') yield { ...atom, kind: isSyntaxCharacter(expression[from + 1]) ? 'character' : 'other' };
    else yield { ...atom, kind: '.^$(['.includes(sign) ? 'other' : 'character' };
    from = to;
  }
}

function isSyntaxCharacter(sign: string | undefined): boolean {
  return sign !== undefined && '^$\\.*+?()[]{}|/'.includes(sign);
}

function atomEnd(expression: string, from: number): number {
  switch (expression[from]) {
    case '(':
      return groupEnd(expression, from);
    case '[':
      return classEnd(expression, from);
    case '{':
      return lazyEnd(expression, expression.indexOf('}', from) + 1);
    case '*':
    case '+':
    case '?':
      return lazyEnd(expression, from + 1);
    case '\\':
      return escapeEnd(expression, from);
    default:
      return from + (expression.codePointAt(from)! > 0xffff ? 2 : 1);
  }
}

function lazyEnd(expression: string, end: number): number {
  return expression[end] === '?' ? end + 1 : end;
}

/** \p{Script=Han}, \u{4e00}, \u4e00, \x41, \k<name>, \cA, \12, or one character. */
function escapeEnd(expression: string, from: number): number {
  const rest = expression.slice(from, from + 64);
  const long = /^\\(?:[pPu]\{[^}]*\}|u[\da-fA-F]{4}|x[\da-fA-F]{2}|k<[^>]*>|c[a-zA-Z]|\d+)/.exec(rest);
  return from + (long === null ? 2 : long[0].length);
}

function classEnd(expression: string, from: number): number {
  for (let i = from + 1; i < expression.length; i++) {
    if (expression[i] === '\\') i++;
    else if (expression[i] === ']') return i + 1;
  }
  return expression.length;
}

function groupEnd(expression: string, from: number): number {
  let depth = 0;
  for (let i = from; i < expression.length; i++) {
    const sign = expression[i];
    if (sign === '\\') i++;
    else if (sign === '[') i = classEnd(expression, i) - 1;
    else if (sign === '(') depth++;
    else if (sign === ')' && --depth === 0) return i + 1;
  }
  return expression.length;
}
