import { DIGIT, flagsAt, HAN, LATIN } from '../../language/characters.js';
import { loadNameBreaks } from '../../resources/name-breaks.js';
import { loadOrganisationSuffixes, type SuffixStrength } from '../../resources/organisation-suffixes.js';
import { loadPersonWords } from '../../resources/person-words.js';

/** What follows the places of an organisation's name: 水利局, 供电公司石桥供电所. */
export interface OrganisationBody {
  readonly end: number;
  /** Whether the last suffix names an organisation wherever it stands. */
  readonly strong: boolean;
  /** Whether words of its own stand before a suffix. */
  readonly named: boolean;
}

/** Signs of which names are made. */
export const NAME_SIGNS = HAN | LATIN | DIGIT;
/** What stands before the first suffix, and between one suffix and the next, is no longer than this. */
const MAX_PIECE = 12;
const MAX_UNIT = 8;
/** 学校, 公司 alone name none. */
const LEAST_LENGTH = 3;
/** Kinds of places that organisations are named by as well: a name has one in front of them. */
const PLACE_KIND = /^(?:街道|社区|乡|镇)$/u;
/** 村民和合作社 are two, 卫生和计划生育局 is one. */
const JOINS = '和与';
const OFFICE = /(?:局|委员会|厅|委|办公室)$/u;
/** **柳河县水利局**: printed bold. */
const STARS = '*＊';

/**
 * From the end of the places to the last of the suffixes that follow each other, or null where there is none.
 * @param hasPlace whether places stand in front
 */
export function readOrganisationBody(
  text: string,
  from: number,
  limit: number,
  hasPlace: boolean,
): OrganisationBody | null {
  const { index, strengths } = loadOrganisationSuffixes();
  let body = hasPlace ? committeeAt(text, from) : null;
  // Up to there stands a word of names that only holds a break: 创新中心.
  let safe = from;
  for (let i = body?.end ?? from; i < limit && flagsAt(text, i) & NAME_SIGNS; ) {
    const pieceStart = body?.end ?? from;
    const suffix = index.longestAt(text, i);
    const strength = suffix === null ? 'none' : strengths.get(suffix)!;
    if (i >= safe) {
      const word = breakAt(text, i, strength === 'none' ? 0 : suffix!.length);
      if (word < 0 && !(hasPlace && body === null && i > from && JOINS.includes(text.charAt(i)))) break;
      safe = Math.max(safe, i + word);
    }
    if (
      strength !== 'none' &&
      fits(text, { at: i, suffix: suffix!, strength, piece: i - pieceStart, hasPlace, body })
    ) {
      body = { end: i + suffix!.length, strong: strength === 'yes', named: body?.named || i - pieceStart > 1 };
      i = body.end;
      continue;
    }
    if (i === pieceStart && body !== null && loadPersonWords().roles.longestAt(text, i) !== null) break;
    if (i - pieceStart >= (body === null ? MAX_PIECE : MAX_UNIT)) break;
    i += strength === 'none' ? Math.max(1, suffix?.length ?? 0) : 1;
  }
  return body !== null && body.end <= limit && isWhole(text.slice(from, body.end), hasPlace) ? body : null;
}

/** -1 where a word begins that no name holds and that is longer than `length`; else the length of a word of names that holds a break, or 0. */
function breakAt(text: string, at: number, length: number): number {
  const { index, kinds } = loadNameBreaks();
  const word = index.longestAt(text, at);
  if (word === null) return 0;
  const kind = kinds.get(word)!;
  if (kind === 'part') return word.length;
  return kind !== 'start' && word.length > length ? -1 : 0;
}

interface Place {
  readonly at: number;
  readonly suffix: string;
  readonly strength: SuffixStrength;
  /** How much stands before the suffix since the one before it. */
  readonly piece: number;
  readonly hasPlace: boolean;
  readonly body: OrganisationBody | null;
}

function fits(text: string, { at, suffix, strength, piece, hasPlace, body }: Place): boolean {
  // 桥东街道社区治理: a kind of place right behind a place is none.
  if (strength === 'yes') return !(hasPlace && body === null && piece === 0 && PLACE_KIND.test(suffix));
  if (body === null ? strength === 'unit' : piece === 0) return false;
  // 新购货车6部
  if (flagsAt(text, at - 1) & DIGIT) return false;
  return (hasPlace && strength === 'no' && piece > 1) || mayEnd(text, at + suffix.length);
}

/** ××市|委: the rank of the place is the first character of the suffix. */
function committeeAt(text: string, from: number): OrganisationBody | null {
  const { index, strengths } = loadOrganisationSuffixes();
  if (index.longestAt(text, from) !== null) return null;
  const suffix = index.longestAt(text, from - 1);
  if (suffix === null || suffix.length === 1 || strengths.get(suffix) !== 'yes') return null;
  return { end: from - 1 + suffix.length, strong: true, named: true };
}

function isWhole(body: string, hasPlace: boolean): boolean {
  if (!hasPlace) return body.length >= LEAST_LENGTH;
  return ![...JOINS].some((word) => body.includes(word)) || OFFICE.test(body);
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
  const { index, strengths } = loadOrganisationSuffixes();
  const next = index.longestAt(text, at);
  return next !== null && strengths.get(next) === 'yes';
}
