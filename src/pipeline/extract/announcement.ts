import {
  BLANK,
  CLAUSE_END,
  COLON,
  ENUMERATION_COMMA,
  flagsAt,
  NEWLINE,
  OPEN_BRACKET,
  SEMICOLON,
  SENTENCE_END,
} from '../../language/characters.js';
import { loadFrameworkRules } from '../../resources/framework-rules.js';

/**
 * Whether a sign or word right behind a name announces its members: “三比”：…, 三访，即…, 三严（…）. A name that would otherwise be taken for an
 * amount counts then.
 */
export function isAnnounced(text: string, end: number): boolean {
  const flags = flagsAt(text, end);
  if (flags & SENTENCE_END) return opensBelow(text, end);
  if (flags & (COLON | OPEN_BRACKET)) return true;
  let from = end;
  if (flags & CLAUSE_END && (flags & SEMICOLON) === 0) from++;
  while (flagsAt(text, from) & BLANK) from++;
  const cue = loadFrameworkRules().cuesAfter.longestAt(text, from);
  return cue !== null && (cue.length > 1 || cue === '即' || cue === '指');
}

/** 班前四查。查精神，…；查酒气，…: the next sentence opens with what is counted, and so do its other parts. */
function opensBelow(text: string, end: number): boolean {
  const head = text.charAt(end - 1);
  let from = end + 1;
  while (flagsAt(text, from) & BLANK) from++;
  if (text.charAt(from) !== head) return false;
  for (let i = from + 1; i < from + REACH && (flagsAt(text, i) & (SENTENCE_END | NEWLINE)) === 0; i++)
    if (text.charAt(i) === head && flagsAt(text, i - 1) & (SEMICOLON | ENUMERATION_COMMA)) return true;
  return false;
}

/** How far the second part may begin. */
const REACH = 80;
