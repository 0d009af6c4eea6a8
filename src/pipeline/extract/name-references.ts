import { loadReferenceWords } from '../../resources/reference-words.js';
import type { OrganisationName } from './organisation-names.js';

/** What tells whether two names are those of one organisation. */
type Named = Pick<OrganisationName, 'name' | 'own' | 'placeLevel'>;

/** 局党委 is that of 中共……港务局委员会. */
const PARTY = /^(?:中共|中国共产党).*(?:委员会|党组)(?:办公室)?$/u;
/** 县局 says too little of which it is. */
const LEAST_SHORT = 3;

/** Whether a name stands for another: 城东大队, 县法院 (云岭县人民法院), 镇党委 (雨前镇), 院护理部 (柳河县中医院, of which it is a part). */
export function refersTo(short: Named, full: Named): boolean {
  if (short.name === full.name || full.name.endsWith(short.name)) return true;
  if (short.placeLevel > 0) return full.name.includes(short.name) && isGovernment(full.name, short.name);
  const { heads, ranks } = loadReferenceWords();
  const head = short.own ? null : heads.longestAt(short.name, 0);
  if (full.placeLevel > 0) return head !== null && governs(short.name) && full.name.endsWith(head);
  if (head !== null && full.own) {
    if (governs(short.name) && PARTY.test(full.name) && full.name.includes(head)) return true;
    if (full.name.endsWith(head)) return true;
    if (ranks.has(head) && !full.name.includes(head)) return false;
  }
  if (short.name.at(-1) !== full.name.at(-1) || short.name.length < LEAST_SHORT) return false;
  return isAbridged(short.name, full.name);
}

/** What is behind the head of a unit's short form: 护理部 of 院护理部, where the other name is that of a house (柳河县中医院); else null. */
export function unitOf(short: Named, house: Named): string | null {
  const head = short.own ? null : loadReferenceWords().heads.longestAt(short.name, 0);
  if (head === null || house.placeLevel > 0 || !house.own || !house.name.endsWith(head)) return null;
  return short.name.slice(head.length);
}

function governs(name: string): boolean {
  return loadReferenceWords().governments.longestAt(name, name.length) !== null;
}

/** Whether the characters of the one stand in the other in the same order: 柳河税务局 in 柳河县税务局. */
function isAbridged(short: string, full: string): boolean {
  let at = full.length;
  for (let i = short.length - 1; i >= 0; i--) {
    if (at === 0) return false;
    at = full.lastIndexOf(short.charAt(i), at - 1);
    if (at < 0) return false;
  }
  return true;
}

/** 雨前镇党委 governs 雨前镇, the town's 税务所 does not. */
function isGovernment(name: string, place: string): boolean {
  const word = loadReferenceWords().governments.longestAt(name, name.length);
  return word !== null && name.length - word.length <= name.indexOf(place) + place.length;
}
