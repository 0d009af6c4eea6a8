import { flagsAt, HAN } from '../../language/characters.js';
import { createSpan, type Span } from '../../model/span.js';

/** 严字当头, “快”字为先: the character of a 四字诀 that a clause opens with, or null. */
export function toldCharacter(text: string, start: number): Span | null {
  const at = '“「『"'.includes(text.charAt(start) || ' ') ? start + 1 : start;
  const after = '”」』"'.includes(text.charAt(at + 1) || ' ') ? at + 2 : at + 1;
  if ((flagsAt(text, at) & HAN) === 0) return null;
  // “实”为先
  const quoted = at > start && after === at + 2;
  return text.charAt(after) === '字' || (quoted && TOLD.includes(text.charAt(after) || ' '))
    ? createSpan(at, at + 1)
    : null;
}

const TOLD = '为是当在，,：:';

/** 念好“勤”字经: the one character that a label quotes before 字, or null. */
export function quotedCharacter(text: string, { start, end }: Span): Span | null {
  const quoted = /[“「『"](?<character>[\u4e00-\u9fff])[”」』"]字/u.exec(text.slice(start, end));
  if (quoted === null) return null;
  return createSpan(start + quoted.index + 1, start + quoted.index + 2);
}

/** Whether a label is such a character, or one that a comma parts from what is said of it. */
export function isToldCharacter(text: string, { start, end }: Span): boolean {
  return end - start === 1 && /^(?:[”」』"]?[字,，]|[”」』"][为是当在：:])/u.test(text.slice(end, end + 2));
}
