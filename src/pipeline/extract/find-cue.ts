import { CLAUSE_END, COLON, flagsAt, HAN, NEWLINE, SENTENCE_END, skipBlanks } from '../../language/characters.js';
import { loadFrameworkRules } from '../../resources/framework-rules.js';

/** A cue begins within so many code units of the name. */
const CUE_REACH = 14;

/** A word or sign that leads over to members; a strong one is said of nothing else. */
interface Cue {
  readonly start: number;
  readonly end: number;
  readonly strong: boolean;
}

/** The word or sign that leads over from the name to its members, within reach. */
export function findCue(text: string, from: number, limit: number): Cue | null {
  const { cuesAfter } = loadFrameworkRules();
  const reach = Math.min(limit, from + CUE_REACH);
  for (let i = from; i < reach; i++) {
    const flags = flagsAt(text, i);
    if (flags & COLON) return { start: i, end: i + 1, strong: true };
    if (flags & (SENTENCE_END | NEWLINE)) {
      // 三个会。分别是…: the cue opens the next sentence.
      const next = skipBlanks(text, i + 1, limit);
      const opening = cuesAfter.longestAt(text, next);
      if (opening === null || (opening.length < 2 && opening !== AGENTS)) return null;
      return { start: next, end: next + opening.length, strong: true };
    }
    const cue = cuesAfter.longestAt(text, i);
    if (cue === null) continue;
    if (cue === '为' && isTakenAs(text, from)) continue;
    if (cue === AGENTS && POINTS_AT.includes(text.charAt(i + 1))) continue;
    if (cue.length === 1 && i - from > 2) {
      // 即 and 指 also stand farther off, where they open a clause (not 办事指南).
      if (!'即指'.includes(cue) || flagsAt(text, i - 1) & HAN) continue;
    }
    return { start: i, end: i + cue.length, strong: cue.length > 1 || '即指由'.includes(cue) };
  }
  return null;
}

/** “三方会商”机制。由村委会、合作社、水管所…: who carries it out are its members. */
const AGENTS = '由';
/** 由此, 由于 tell a reason. */
const POINTS_AT = '此于';

/** 以一个中心、四项制度为架构: 为 tells what the name is taken as. */
function isTakenAs(text: string, end: number): boolean {
  for (let i = end - 1; i >= 0 && end - i <= TAKEN_REACH; i--) {
    if (flagsAt(text, i) & (CLAUSE_END | SENTENCE_END | NEWLINE)) return false;
    if ('以把将视'.includes(text.charAt(i))) return true;
  }
  return false;
}

const TAKEN_REACH = 40;
