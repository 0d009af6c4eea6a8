import {
  CLOSE_QUOTE,
  DIGIT,
  ENUMERATION_COMMA,
  flagsAt,
  HAN,
  LATIN,
  NUMERAL,
  OPEN_BRACKET,
  OPEN_QUOTE,
} from '../../language/characters.js';
import type { Span } from '../../model/span.js';
import { loadFrameworkRules } from '../../resources/framework-rules.js';
import { loadNameBreaks } from '../../resources/name-breaks.js';
import { loadOrganisationSuffixes } from '../../resources/organisation-suffixes.js';
import { loadPersonWords } from '../../resources/person-words.js';
import { loadPlaceSuffixes } from '../../resources/place-suffixes.js';
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

const WORD = HAN | LATIN | DIGIT;
/** Behind these signs a clause goes on. */
const NO_OPENING = CLOSE_QUOTE | ENUMERATION_COMMA | OPEN_BRACKET | OPEN_QUOTE;
const MAX_NAME = 36;
/** What stands before the first suffix, and between one suffix and the next, is no longer than this. */
const MAX_PIECE = 12;
const MAX_UNIT = 8;
const MAX_PLACES = 30;
/** Kept at the head of a name. */
const PREFIXES = ['中国共产党', '中共', '中国', '共青团', '国网'] as const;
/** A name without a place or proper name of its own begins with the rank of its place or house: 县法院, 院党委, 集团纪委. */
export const RANK = /^(?:[省市县区镇乡村州院校局所站厂社队科]|行(?!政)|街道|公司|集团|学校|医院|分局|支行|机关)/u;
/** 2018年以来, 9月30日, 2021年底 */
const DATE = /^[\d〇○一二三四五六七八九十]+(?:[年月日]|季度)[\d年月日季度初中末底起前后以来春夏秋冬至上下旬半]*/u;
/** Kinds of places that organisations are named by as well. */
const PLACE_KIND = /^(?:街道|社区|乡|镇)$/u;
/** **柳河县水利局**: printed bold. */
const STARS = '*＊';
const JOINS = /^[和与]$/u;
const OFFICE = /(?:局|委员会|厅|委|办公室)$/u;
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
    if ((flags & WORD) === 0) {
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
  for (; i < to && flagsAt(text, i) & WORD; i++) {
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
    if ((flagsAt(text, i) & WORD) === 0) return i;
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
export function readOrganisationName(
  text: string,
  start: number,
  to: number,
  opens: boolean,
): OrganisationName | null {
  const limit = Math.min(to, start + MAX_NAME);
  const prefix = prefixAt(text, start);
  const from = start + prefix;
  const chain = readPlaceChain(text, { start: from, end: Math.min(limit, from + MAX_PLACES) }, true);
  if (chain !== null && (!isCredibleChain(chain[0]!.name) || !mayBegin(text, from))) return null;
  const placeLength = chain === null ? 0 : chain.reduce((length, { name }) => length + name.length, 0);
  if (chain === null && prefix === 0 && !mayBegin(text, start)) return null;
  const placeEnd = from + placeLength;
  const body = readBody(text, placeEnd, limit, placeLength > 0);
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
  const own = placeLength > 0 || HIDDEN.test(name) || (body.named && !RANK.test(name));
  return { start, end: body.end, name, placeLevel: 0, own, strong: body.strong || placeLength > 0, opens };
}

function prefixAt(text: string, at: number): number {
  return PREFIXES.find((prefix) => text.startsWith(prefix, at))?.length ?? 0;
}

/** 县委和镇, 市直机关和社区: no name of a place. */
function isCredibleChain(place: string): boolean {
  return !/^(?:[县省区村]|市(?!.区))|^..+[和与及同对]|全[省市县区乡镇村]/u.test(place);
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

interface Body {
  readonly end: number;
  readonly strong: boolean;
  /** Whether words of its own stand before the first suffix. */
  readonly named: boolean;
}

/** From the end of the places to the last of the suffixes that follow each other: 供电公司|桐溪供电所. */
function readBody(text: string, from: number, limit: number, hasPlace: boolean): Body | null {
  const suffixes = loadOrganisationSuffixes();
  const { index, kinds } = loadNameBreaks();
  let body = null as Body | null;
  let pieceStart = from;
  // Up to there stands a word of names that only holds a break: 创新中心.
  let safe = from;
  if (hasPlace) {
    // ××市|委: the rank of the place is the first half of the suffix.
    const committee = suffixes.index.longestAt(text, from - 1);
    if (committee !== null && committee.length === 2 && suffixes.strengths.get(committee) === 'yes') {
      pieceStart = from - 1 + committee.length;
      body = { end: pieceStart, strong: true, named: true };
    }
  }
  for (let i = pieceStart; i < limit && flagsAt(text, i) & WORD; ) {
    const suffix = suffixes.index.longestAt(text, i);
    const strength = suffix === null ? 'none' : suffixes.strengths.get(suffix)!;
    const end = i + (suffix?.length ?? 0);
    // 桥东街道社区治理: a kind of place right behind a place is none.
    const bare = hasPlace && i === from && PLACE_KIND.test(suffix ?? '');
    const counted = strength === 'no' && (flagsAt(text, i - 1) & DIGIT) !== 0;
    const likely = hasPlace && strength === 'no' && i - pieceStart > 1;
    const fits = !bare && !counted && (strength === 'yes' || (strength !== 'none' && (likely || mayEnd(text, end))));
    if (fits && end <= limit && (strength !== 'unit' || body !== null)) {
      body = { end, strong: strength === 'yes', named: (body?.named ?? false) || i - pieceStart > 1 };
      pieceStart = end;
    }
    if (fits || (suffix !== null && strength === 'none')) {
      i = end;
      continue;
    }
    const word = i < safe ? null : index.longestAt(text, i);
    const kind = word === null ? null : kinds.get(word)!;
    if (kind === 'part') safe = i + word!.length;
    // 人口和计划生育委员会
    const joins = hasPlace && body === null && i > from && JOINS.test(word ?? '');
    if ((kind === 'break' || kind === 'opener') && !joins) break;
    if (body !== null && i === pieceStart && loadPersonWords().roles.longestAt(text, i) !== null) break;
    if (i - pieceStart >= (body === null ? MAX_PIECE : MAX_UNIT)) break;
    i++;
  }
  // 村民和合作社 are two, 卫生和计划生育局 is one.
  if (body !== null && hasPlace && /[和与]/u.test(text.slice(from, body.end)) && !OFFICE.test(text.slice(from, body.end))) {
    return null;
  }
  // 学校, 公司 alone name none.
  return body !== null && !hasPlace && body.end - from < 3 ? null : body;
}

/** Whether a sign, a figure or a word that no name holds stands there. */
export function isNameEdge(text: string, at: number): boolean {
  if ((flagsAt(text, at) & HAN) === 0 || STARS.includes(text.charAt(at))) return true;
  const { index, kinds } = loadNameBreaks();
  const word = index.longestAt(text, at);
  return word !== null && kinds.get(word) !== 'part';
}

/** A weak suffix ends a name at its edge or before another suffix. */
function mayEnd(text: string, at: number): boolean {
  if (isNameEdge(text, at)) return true;
  const suffixes = loadOrganisationSuffixes();
  const next = suffixes.index.longestAt(text, at);
  return next !== null && suffixes.strengths.get(next) === 'yes';
}
