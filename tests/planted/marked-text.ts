import type { Span } from '../../src/model/span.js';

/** Where a framework stands in the finished text. */
export interface MarkedPlaces {
  /** Each naming with its quotes: where it starts, and where it may end: before and after its method noun. */
  readonly names: readonly { readonly start: number; readonly ends: readonly number[] }[];
  readonly members: readonly Span[];
}

/*
 * While a report is put together, signs of the private use area stand around names and members, the number of the framework in
 * the sign behind them. They are taken out at the end, when every place is known.
 */
const NAME = '\ue000';
const NOUN = '\ue001';
const NAME_END = '\ue002';
const MEMBER = '\ue003';
const MEMBER_END = '\ue004';
const FIRST_NUMBER = 0xe100;

const number = (index: number) => String.fromCharCode(FIRST_NUMBER + index);

export function markName(index: number, quotedName: string, noun: string): string {
  return `${NAME}${number(index)}${quotedName}${NOUN}${number(index)}${noun}${NAME_END}${number(index)}`;
}

export function markMember(index: number, text: string): string {
  return `${MEMBER}${number(index)}${text}${MEMBER_END}${number(index)}`;
}

/** Takes the signs out and says what stood between them, framework by framework. */
export function readMarks(marked: string, count: number): { text: string; places: MarkedPlaces[] } {
  const places = Array.from({ length: count }, () => ({
    names: [] as { start: number; ends: number[] }[],
    members: [] as { start: number; end: number }[],
  }));
  let text = '';
  for (let i = 0; i < marked.length; i += 1) {
    const sign = marked.charAt(i);
    if (sign < NAME || sign > MEMBER_END) {
      text += sign;
      continue;
    }
    i += 1;
    const { names, members } = places[marked.charCodeAt(i) - FIRST_NUMBER]!;
    const at = text.length;
    if (sign === NAME) names.push({ start: at, ends: [] });
    else if (sign === NOUN || sign === NAME_END) names.at(-1)!.ends.push(at);
    else if (sign === MEMBER) members.push({ start: at, end: at });
    else members[members.length - 1] = { start: members.at(-1)!.start, end: at };
  }
  return { text, places };
}
