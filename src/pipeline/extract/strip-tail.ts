import { flagsAt, OPEN_QUOTE } from '../../language/characters.js';
import { closeOf } from '../../language/clauses.js';
import { createSpan, type Span } from '../../model/span.js';
import { loadContextWords } from '../../resources/context-words.js';
import { loadFrameworkRules } from '../../resources/framework-rules.js';

/** Without what leads over to the name: 等, 的, 为主要内容的. */
export function stripTail(text: string, span: Span): Span {
  const { cuesBefore } = loadFrameworkRules();
  let end = span.end;
  for (let again = true; again; ) {
    again = false;
    const tail = cuesBefore.longestAt(text, end);
    if (tail !== null && end - tail.length > span.start) {
      end -= tail.length;
      again = true;
    }
  }
  return createSpan(span.start, end);
}

/** 计划生育和环境保护是我国 before 两项基本国策, 光伏产品“新 before 三样: cut at the copula or at the quote that opens the name. */
export function withoutCopula(text: string, { start, end }: Span): number {
  for (let i = end - 1; i > start + 1 && end - i <= COPULA_REACH; i--) {
    if (text.charAt(i) === '是' || (flagsAt(text, i) & OPEN_QUOTE && closeOf(text, i, end) < 0)) return i;
  }
  return end;
}

const COPULA_REACH = 8;

/** 集中学习与自学相结合、理论学习与观摩相结合: what both end in leads over to nothing. */
export function endsAlike(text: string, last: Span, before: Span | undefined, tailStart: number): boolean {
  const tail = text.slice(tailStart, last.end);
  return tail !== '' && before !== undefined && text.slice(before.start, before.end).endsWith(tail);
}

/** …,黄色收铝罐,此“三色”计划: what only points at the list before it. */
export function isLinkWord(text: string, { start, end }: Span): boolean {
  return loadContextWords().links.has(text.slice(start, end));
}
