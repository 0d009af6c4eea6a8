import { flagsAt, HAN } from '../../language/characters.js';
import { createSpan, type Span } from '../../model/span.js';

/** 严字当头, “快”字为先: the character of a 四字诀 that a clause opens with, or null. */
export function toldCharacter(text: string, start: number): Span | null {
  const at = '“「『"'.includes(text.charAt(start) || ' ') ? start + 1 : start;
  const after = '”」』"'.includes(text.charAt(at + 1) || ' ') ? at + 2 : at + 1;
  if ((flagsAt(text, at) & HAN) === 0 || text.charAt(after) !== '字') return null;
  return createSpan(at, at + 1);
}

/** Whether a label is such a character, or one that a comma parts from what is said of it. */
export function isToldCharacter(text: string, { start, end }: Span): boolean {
  return end - start === 1 && /^[”」』"]?[字,，]/u.test(text.slice(end, end + 2));
}
