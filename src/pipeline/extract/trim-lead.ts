import { CLAUSE_END, COLON, flagsAt, OPEN_QUOTE } from '../../language/characters.js';
import { closeOf } from '../../language/clauses.js';
import { createSpan, type Span } from '../../model/span.js';
import { loadFrameworkRules } from '../../resources/framework-rules.js';
import { median } from './alike-elements.js';

/** Elements longer than this are sentences, not members. */
export const MAX_ELEMENT = 60;

/** 按照有场所 beside 有人员, 有标识 → 有场所: cut where the rest begins like the others, or after the words of the sentence. */
export function trimLead(text: string, first: Span, others: readonly Span[]): Span {
  const figure = DIGIT_OF_NAME.exec(text.slice(first.start, Math.min(first.end, first.start + LONGEST_FIGURE)));
  if (figure !== null && first.end - first.start > figure[0].length)
    return trimLead(text, createSpan(first.start + figure[0].length, first.end), others);
  const usual = median(others.map((span) => span.end - span.start));
  const by = byOrIn(text, first);
  if (by > 0 && first.end - first.start > by + 2 && !startsAlike(text, first, others))
    return trimLead(text, createSpan(first.start + by, first.end), others);
  const length = first.end - first.start;
  if (flagsAt(text, first.start) & OPEN_QUOTE && closeOf(text, first.start, first.end) === first.end) return first;
  const shared = sharedStart(text, others);
  if (shared !== '') {
    if (text.startsWith(shared, first.start)) return first;
    // The last place that leaves about what the others have: “三同”即同吃 beside 同住, 同劳动 → 同吃.
    const shortest = Math.min(...others.map((span) => span.end - span.start));
    const at = text.lastIndexOf(shared, first.end - Math.max(2, Math.min(shortest, usual - 1)));
    if (at > first.start && at < first.end - 1) return createSpan(at, first.end);
  }
  const quote = lastQuoteStart(text, first, others);
  if (quote !== null) return quote;
  if (length <= usual) return first;
  // 实行民主决策、坚持依法行政、加强行政监督: beside members that begin with a verb the first has one too.
  const verbs = others.every(({ start }) => beginsWithLead(text, start));
  const withoutVerb = (start: number) => (verbs && !beginsWithLead(text, start) ? OWN_VERB : 0);
  let best = first.start;
  let bestCost = length - usual + withoutVerb(first.start);
  for (let i = Math.max(first.start, first.end - MAX_ELEMENT) + 1; i < first.end; i++) {
    if (flagsAt(text, i - 1) & OPEN_QUOTE) i = Math.max(i, closeOf(text, i - 1, first.end));
    if (!endsInLead(text, first.start, i) && (flagsAt(text, i - 1) & (CLAUSE_END | COLON)) === 0) continue;
    const cost = Math.abs(first.end - i - usual) + (first.end - i < 2 && usual >= 2 ? 10 : 0) + withoutVerb(i);
    if (cost < bestCost || (cost === bestCost && i > best)) {
      bestCost = cost;
      best = i;
    }
  }
  return createSpan(best, first.end);
}

const OWN_VERB = 4;
/** “3”即例会、通报、考核三项制度: the figure of a name that the list belongs to. */
const DIGIT_OF_NAME = /^[“"「『‘]?[\dNX一二三四五六七八九十两]{1,2}[”"」』’](?:即|就是|是指|是|指|为)[:：]?/u;
const LONGEST_FIGURE = 10;

/** Whether a verb of two characters that may lead over to a list stands here. */
function beginsWithLead(text: string, start: number): boolean {
  return loadFrameworkRules().leads.longestAt(text, start + 2)?.length === 2;
}

/** 应由…、…、…组成; 在…、…、…三个方面 */
function byOrIn(text: string, { start, end }: Span): number {
  const length = /^(?:应该?|该)?由|^在/u.exec(text.slice(start, end))?.[0].length ?? 0;
  return opensWord(text, start) ? 0 : length;
}

/** 了解, 过程, 着力, 在线: what looks like a function character begins a word. */
function opensWord(text: string, start: number): boolean {
  return loadFrameworkRules().openingWords.has(text.slice(start, start + 2));
}

function startsAlike(text: string, first: Span, others: readonly Span[]): boolean {
  return others.some(({ start }) => text.charAt(start) === text.charAt(first.start));
}

/** The others all begin with the same character (two of them at least): that one. */
function sharedStart(text: string, others: readonly Span[]): string {
  if (others.length < 2) return '';
  const start = text.charAt(others[0]!.start);
  return others.every((span) => text.charAt(span.start) === start) ? start : '';
}

/** 探索“预诊”防治 beside “门诊”收治: the member begins with its quote as the others do. */
function lastQuoteStart(text: string, first: Span, others: readonly Span[]): Span | null {
  if (others.length === 0 || !others.every((span) => flagsAt(text, span.start) & OPEN_QUOTE)) return null;
  for (let i = first.end - 1; i > first.start; i--) {
    if (flagsAt(text, i) & OPEN_QUOTE) return createSpan(i, first.end);
  }
  return null;
}

function endsInLead(text: string, start: number, end: number): boolean {
  const { leads, leadsWithin } = loadFrameworkRules();
  const lead = leads.longestAt(text, end);
  if (lead === null || end - lead.length < start) return false;
  // A verb of one character in mid-clause is as likely part of a word: 采取指|令性计划.
  return lead.length > 1 || end - 1 === start || leadsWithin.list.has(lead);
}

/** 建立了|厂、车间、班组三级: what is left of the verb. */
export function withoutAspect(text: string, first: Span): Span {
  const left = '了着过'.includes(text.charAt(first.start)) && first.end - first.start > 1;
  return left && !opensWord(text, first.start) ? createSpan(first.start + 1, first.end) : first;
}
