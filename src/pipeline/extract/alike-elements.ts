import type { Span } from '../../model/span.js';
import { loadFrameworkRules } from '../../resources/framework-rules.js';

/** Elements of a list are short; those built alike may be longer. */
const MAX_LENGTH = 16;
const MAX_ALIKE_LENGTH = 24;

type SharedPart = { readonly part: string; readonly at: 'start' | 'end' | 'inside' };

/** What all members have: a character at their beginning or end, or two characters somewhere; null for none. */
export function sharedPart(text: string, list: readonly Span[]): SharedPart | null {
  const first = list[0]!;
  const head = text.charAt(first.start);
  if (list.every(({ start }) => text.charAt(start) === head)) return { part: head, at: 'start' };
  const tail = text.charAt(first.end - 1);
  if (list.every(({ end }) => text.charAt(end - 1) === tail)) return { part: tail, at: 'end' };
  for (let i = first.start; i + 2 <= first.end; i++) {
    const part = text.slice(i, i + 2);
    if (list.every(({ start, end }) => text.slice(start, end).includes(part))) return { part, at: 'inside' };
  }
  return null;
}

/** Whether the clause beside a list is built like its members, so that the list would not end there. */
export function isOfKind(text: string, list: readonly Span[], { start, end }: Span): boolean {
  const shared = sharedPart(text, list);
  if (shared !== null) {
    const wording = text.slice(start, end);
    if (shared.at === 'start') return wording.startsWith(shared.part);
    return shared.at === 'end' ? wording.endsWith(shared.part) : wording.includes(shared.part);
  }
  const lengths = list.map((member) => member.end - member.start);
  const length = end - start;
  if (length < Math.min(...lengths) - 1 || length > Math.max(...lengths) + 1) return false;
  const { leads } = loadFrameworkRules();
  // 抓管理，a，b，c三项制度
  if (
    leads.longestAt(text, start + 1) !== null &&
    list.every((member) => leads.longestAt(text, member.start + 1) === null)
  )
    return false;
  const lead = leads.longestAt(text, start + 2);
  return lead === null || lead.length < 2;
}

/** Whether members are short, about as long as each other and no parts of a sentence, or built alike. */
export function isEven(text: string, list: readonly Span[]): boolean {
  let shortest = Number.POSITIVE_INFINITY;
  let longest = 0;
  for (const { start, end } of list) {
    shortest = Math.min(shortest, end - start);
    longest = Math.max(longest, end - start);
    if (startsMidway(text, start) || ENDS_MIDWAY.includes(text.charAt(end - 1))) return false;
  }
  if (longest > 2 * shortest + 1) return false;
  if (longest <= MAX_LENGTH && (list.length > 2 || longest <= shortest + 1)) return true;
  return longest <= MAX_ALIKE_LENGTH && sharedPart(text, list) !== null;
}

/** What begins or ends with such a function character is a part of a sentence. */
const STARTS_MIDWAY = '的和与及等了着并也又就既';
const ENDS_MIDWAY = '的和与及并在把将为向对则';

/** 和谐型 begins with a word of its own. */
function startsMidway(text: string, start: number): boolean {
  if (!STARTS_MIDWAY.includes(text.charAt(start))) return false;
  return !loadFrameworkRules().conjunctionWords.has(text.slice(start, start + 2));
}

/** Whether the clauses between the first and the last, which nothing shortens but their quotes, could be even. */
export function mayBeEven(clauses: readonly Span[]): boolean {
  let shortest = Number.POSITIVE_INFINITY;
  let longest = 0;
  for (let i = 1; i < clauses.length - 1; i++) {
    const length = clauses[i]!.end - clauses[i]!.start;
    shortest = Math.min(shortest, length);
    longest = Math.max(longest, length);
  }
  return longest <= MAX_ALIKE_LENGTH && longest - QUOTES <= 2 * shortest + 1;
}

/** The two signs around a quoted element. */
const QUOTES = 2;

/** How many of the members share the edge that most of them have: half for one character, half for two. */
export function parallelShare(text: string, labels: readonly Span[]): number {
  return (shareOfEdge(text, labels, 1) + shareOfEdge(text, labels, 2)) / 2;
}

/** The share for edges of `length` characters; the edge most have is one of the first two members'. */
function shareOfEdge(text: string, labels: readonly Span[], length: number): number {
  let most = 0;
  for (const model of labels.slice(0, 2)) {
    if (model.end - model.start <= length) continue;
    const head = text.slice(model.start, model.start + length);
    const tail = text.slice(model.end - length, model.end);
    let heads = 0;
    let tails = 0;
    for (const { start, end } of labels) {
      if (end - start <= length) continue;
      if (text.startsWith(head, start)) heads++;
      if (text.startsWith(tail, end - length)) tails++;
    }
    most = Math.max(most, heads, tails);
  }
  return most < 2 ? 0 : most / labels.length;
}

/** So many values are sorted by hand. */
const FEW = 32;

/** The middle value, the lower one of two; 0 for none. */
export function median(values: readonly number[]): number {
  if (values.length === 0) return 0;
  const sorted = values.slice();
  if (values.length > FEW) return sorted.sort((a, b) => a - b)[(sorted.length - 1) >> 1]!;
  // Putting each of a few in its place costs less than a general sort.
  for (let i = 1; i < sorted.length; i++) {
    const value = sorted[i]!;
    let at = i;
    for (; at > 0 && sorted[at - 1]! > value; at--) sorted[at] = sorted[at - 1]!;
    sorted[at] = value;
  }
  return sorted[(sorted.length - 1) >> 1]!;
}
