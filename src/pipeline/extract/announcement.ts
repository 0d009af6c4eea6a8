import { BLANK, CLAUSE_END, COLON, flagsAt, OPEN_BRACKET, SEMICOLON } from '../../language/characters.js';
import { loadFrameworkRules } from '../../resources/framework-rules.js';

/**
 * Whether a sign or word right behind a name announces its members: “三比”：…, 三访，即…, 三严（…）. A name that would otherwise be taken for an
 * amount counts then.
 */
export function isAnnounced(text: string, end: number): boolean {
  const flags = flagsAt(text, end);
  if (flags & (COLON | OPEN_BRACKET)) return true;
  let from = end;
  if (flags & CLAUSE_END && (flags & SEMICOLON) === 0) from++;
  while (flagsAt(text, from) & BLANK) from++;
  const cue = loadFrameworkRules().cuesAfter.longestAt(text, from);
  return cue !== null && (cue.length > 1 || cue === '即' || cue === '指');
}
