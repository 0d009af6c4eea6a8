import { CLOSE_QUOTE, flagsAt, OPEN_QUOTE } from '../../language/characters.js';
import type { Span } from '../../model/span.js';
import { loadContextWords } from '../../resources/context-words.js';
import type { Formula } from './formula.js';
import { proposeChains, proposeListBefore } from './propose-chains.js';
import { proposeClauses } from './propose-clauses.js';
import { proposeInName } from './propose-in-name.js';
import { INLINE_WAYS } from './propose-inline.js';
import { proposeLaterLists } from './propose-later-lists.js';
import { proposeLayout } from './propose-layout.js';
import { proposePairs } from './propose-pairs.js';

const [proposeAnnounced, proposeBefore, proposeFollowing] = INLINE_WAYS;

/** Where members stand, the surest first. */
const WAYS = [
  proposeInName,
  proposeAnnounced,
  proposeBefore,
  proposeChains,
  proposeFollowing,
  proposeLayout,
  proposeClauses,
  proposePairs,
  proposeLaterLists,
];

/** Looks for members around a name. */
export type Way = (typeof WAYS)[number];

/**
 * The ways to look for the members of a name at this place. 上述三个方面 was told before; what is opposed (反对“两张皮”) is told, if at all, right
 * behind its name.
 */
export function chooseWays(text: string, { span, quoted }: Formula): readonly Way[] {
  const last = text.charAt(span.start - 1);
  if (last === '述' || last === '上' || last === '面') {
    if (/(?:上述|以上|上面)$/u.test(text.slice(Math.max(0, span.start - 2), span.start)))
      return [proposeBefore, proposeListBefore];
  }
  if (isTeaching(text, span.end)) return [proposeInName, proposeAnnounced, proposeBefore];
  if (!quoted) return WAYS;
  return isOpposed(text, span.start) ? [proposeInName, proposeAnnounced] : isInRow(text, span) ? WAYS_IN_ROW : WAYS;
}

/** 关于三个世界的理论, “三个代表”重要思想: a teaching that is cited is not told in what follows. */
function isTeaching(text: string, end: number): boolean {
  const noun = end + /^的?(?:重要)?/u.exec(text.slice(end, end + 3))![0].length;
  return loadContextWords().teachings.longestAt(text, noun) !== null;
}

/** 反对搞“一言堂”、“两张皮”: what stands before such a name in its clause, rows of others included. */
function isOpposed(text: string, start: number): boolean {
  const { opposing } = loadContextWords();
  if (opposing.length === 0) return false;
  opposed ??= new RegExp(`(?:${opposing.map(escapeSigns).join('|')})[^，,。；;的]{0,2}(?:[“「][^”」]*[”」]、?)*$`, 'u');
  return opposed.test(text.slice(Math.max(0, start - OPPOSED_REACH), start));
}

let opposed: RegExp | null = null;
const OPPOSED_REACH = 40;

function escapeSigns(word: string): string {
  return word.replace(/[\\^$.*+?()[\]{}|]/gu, '\\$&');
}

/** “三会”、“五评”、“六送”: a name among others in quotes, what stands beside which is no list of its members. */
export function isInRow(text: string, { start, end }: Span): boolean {
  return (
    (text.charAt(end) === '、' && (flagsAt(text, end + 1) & OPEN_QUOTE) !== 0) ||
    (text.charAt(start - 1) === '、' && (flagsAt(text, start - 2) & CLOSE_QUOTE) !== 0)
  );
}

const WAYS_IN_ROW = WAYS.filter((way) => way !== proposeAnnounced && way !== proposeBefore);
