import {
  CLOSE_QUOTE,
  DIGIT,
  ENUMERATION_COMMA,
  flagsAt,
  NUMERAL,
  OPEN_BRACKET,
  OPEN_QUOTE,
} from '../../language/characters.js';
import type { Span } from '../../model/span.js';
import { loadFrameworkRules } from '../../resources/framework-rules.js';
import { loadNameBreaks } from '../../resources/name-breaks.js';
import { loadOrganisationSuffixes } from '../../resources/organisation-suffixes.js';
import { loadPlaceSuffixes } from '../../resources/place-suffixes.js';
import { loadReferenceWords } from '../../resources/reference-words.js';
import { NAME_SIGNS, readOrganisationBody } from './organisation-body.js';
import { readPlaceChain } from './place-chain.js';

/** The name of an organisation, or of a place that may stand for those who govern it. */
export interface OrganisationName extends Span {
  readonly name: string;
  /** 0 for an organisation, else the level of the place, 1 (province) to 5 (village). */
  readonly placeLevel: number;
  /** Whether it has a place or a proper name of its own; 县法院 and 镇党委 refer to one that has. */
  readonly own: boolean;
  /** Whether its last word names an organisation wherever it stands. */
  readonly strong: boolean;
  /** Whether it may be the subject: it stands where a clause begins, behind a word of time at most. */
  readonly opens: boolean;
}

/** Behind these signs a clause goes on. */
const NO_OPENING = CLOSE_QUOTE | ENUMERATION_COMMA | OPEN_BRACKET | OPEN_QUOTE;
const MAX_NAME = 36;
const MAX_PLACES = 30;
/** 2018年以来, 9月30日, 2021年底 */
const DATE = /^[\d〇○一二三四五六七八九十]+(?:[年月日]|季度)[\d年月日季度初中末底起前后以来春夏秋冬至上下旬半]*/u;
const HIDDEN = /^(?:某|[×○＊*]{1,4}|[xX]{2,4})/u;

/** Calls `visit` for every name that begins at `from`, where a clause begins or behind a word that no name holds. */
export function visitOrganisationNames(
  text: string,
  from: number,
  to: number,
  visit: (name: OrganisationName) => void,
  subjectsOnly = false,
): void {
  let opens = true;
  for (let i = from; i < to; ) {
    const flags = flagsAt(text, i);
    if ((flags & NAME_SIGNS) === 0) {
      // “四清”工作法: what stands behind a quote goes on with the clause.
      opens = (flags & NO_OPENING) === 0;
      i++;
      continue;
    }
    const { end, last } = measureClause(text, i, to);
    while (i < last && (opens || !subjectsOnly)) {
      const start = opens ? skipOpeners(text, i, end) : i;
      const name = start < last ? readOrganisationName(text, start, end, opens) : null;
      if (name !== null) visit(name);
      if (subjectsOnly) break;
      i = nextEdge(text, name?.end ?? start, end);
      opens = false;
    }
    i = end;
  }
}

/** The end of the stretch of words that begins at `from`, and where the last word in it begins that may end a name. */
function measureClause(text: string, from: number, to: number): { end: number; last: number } {
  const { index: organisations, strengths } = loadOrganisationSuffixes();
  const places = loadPlaceSuffixes().index;
  let last = from;
  let i = from;
  for (; i < to && flagsAt(text, i) & NAME_SIGNS; i++) {
    const code = text.charCodeAt(i);
    if (!organisations.mayBegin(code) && !places.mayBegin(code)) continue;
    const suffix = organisations.longestAt(text, i);
    if (suffix !== null) {
      if (strengths.get(suffix) !== 'none') last = i;
    } else if (places.longestAt(text, i) !== null) last = i;
  }
  return { end: i, last };
}

/** Where the next name may begin: behind the next word that no name holds, or at the end of the stretch of words. */
function nextEdge(text: string, from: number, to: number): number {
  const { index, kinds } = loadNameBreaks();
  for (let i = from; i < to; ) {
    if ((flagsAt(text, i) & NAME_SIGNS) === 0) return i;
    const word = index.longestAt(text, i);
    const kind = word === null ? null : kinds.get(word)!;
    if (kind === 'break' || kind === 'opener') return i + word!.length;
    i += kind === 'part' ? word!.length : 1;
  }
  return to;
}

/** Leaves out words of time and order, and dates, at the beginning of a clause. */
function skipOpeners(text: string, from: number, to: number): number {
  const { index, kinds } = loadNameBreaks();
  for (let i = from; ; ) {
    const word = index.longestAt(text, i);
    if (word !== null && kinds.get(word) === 'opener') i += word.length;
    else if (flagsAt(text, i) & (DIGIT | NUMERAL)) {
      const date = DATE.exec(text.slice(i, Math.min(to, i + 20)));
      if (date === null) return i;
      i += date[0].length;
    } else return i;
  }
}

/** The longest name that begins right at `start`, or null. */
export function readOrganisationName(text: string, start: number, to: number, opens: boolean): OrganisationName | null {
  const limit = Math.min(to, start + MAX_NAME);
  const prefix = prefixAt(text, start);
  const from = start + prefix;
  const chain = readPlaceChain(text, { start: from, end: Math.min(limit, from + MAX_PLACES) }, true);
  if (chain !== null && (!isCredibleChain(chain[0]!.name) || !mayBegin(text, from))) return null;
  const placeLength = chain === null ? 0 : chain.reduce((length, { name }) => length + name.length, 0);
  if (chain === null && prefix === 0 && !mayBegin(text, start)) return null;
  const placeEnd = from + placeLength;
  const body = readOrganisationBody(text, placeEnd, limit, placeLength > 0);
  if (body === null) {
    if (chain === null) return null;
    return {
      start,
      end: placeEnd,
      name: text.slice(start, placeEnd),
      placeLevel: chain.at(-1)!.level,
      own: true,
      strong: true,
      opens,
    };
  }
  const name = text.slice(start, body.end);
  const own = placeLength > 0 || HIDDEN.test(name) || (body.named && !startsWithRank(name));
  return { start, end: body.end, name, placeLevel: 0, own, strong: body.strong || placeLength > 0, opens };
}

function prefixAt(text: string, at: number): number {
  return loadReferenceWords().prefixes.longestAt(text, at)?.length ?? 0;
}

/** 县法院, 院党委, 集团纪委; but 行政审批局 begins with no 行. */
function startsWithRank(name: string): boolean {
  const { heads } = loadReferenceWords();
  const word = heads.longestAt(name, 0);
  return word !== null && loadNameBreaks().kinds.get(name.slice(0, 2)) !== 'part';
}

/** 县委和镇, 工厂厂区: no name of a place. */
function isCredibleChain(place: string): boolean {
  if (/^(?:[县省区村]|市(?!.区))|^..+[和与及同对]|全[省市县区乡镇村]/u.test(place)) return false;
  const { index, strengths } = loadOrganisationSuffixes();
  for (let i = 0; i < place.length - 1; i++) {
    const word = index.longestAt(place, i);
    if (word !== null && strengths.get(word) === 'none') return false;
  }
  return true;
}

/** No name begins with a number of things, a word for people at large, or a word that none holds. */
function mayBegin(text: string, start: number): boolean {
  const { index, kinds } = loadNameBreaks();
  const word = index.longestAt(text, start);
  if (word !== null && kinds.get(word) !== 'part') return false;
  const flags = flagsAt(text, start);
  if (flags & DIGIT) return false;
  return (flags & NUMERAL) === 0 || !loadFrameworkRules().classifiers.has(text.charAt(start + 1));
}
