import { loadHolderWeights } from '../../resources/holder-weights.js';
import { loadReferenceWords } from '../../resources/reference-words.js';
import type { OrganisationName } from './organisation-names.js';

/** What was observed for a name as that of who practises. */
interface Candidate {
  readonly name: string;
  readonly placeLevel: number;
  readonly own: boolean;
  readonly strong: boolean;
  readonly reasons: string[];
  score: number;
}

/** What tells whether two names are those of one organisation. */
type Named = Pick<OrganisationName, 'name' | 'own' | 'placeLevel'>;

/** Names of one organisation, under the fullest. */
interface Group {
  readonly full: Candidate;
  score: number;
}

/** Further sentences that a name is the subject of tell little more. */
const MOST_AGAIN = 3;
const MAX_CANDIDATES = 24;
/** 局党委 is that of 中共……港务局委员会. */
const PARTY = /^(?:中共|中国共产党).*(?:委员会|党组)(?:办公室)?$/u;
/** 县局 says too little of which it is. */
const LEAST_SHORT = 3;

/** Sums up what speaks for each name and gives the one that most does. */
export class HolderTally {
  readonly #candidates = new Map<string, Candidate>();

  get isEmpty(): boolean {
    return this.#candidates.size === 0;
  }

  add(found: OrganisationName, reason: string): void {
    let candidate = this.#candidates.get(found.name);
    if (candidate === undefined) {
      if (this.#candidates.size >= MAX_CANDIDATES) return;
      const { name, placeLevel, own, strong } = found;
      candidate = { name, placeLevel, own, strong, reasons: [], score: 0 };
      this.#candidates.set(name, candidate);
    }
    const before = candidate.reasons.filter((other) => other === reason).length;
    if (before > 0 && (reason !== 'names-again' || before >= MOST_AGAIN)) return;
    candidate.reasons.push(reason);
    candidate.score += weightOf(reason);
  }

  /**
   * The name that most speaks for, in its fullest form, or null.
   * @param text of the report, in which names are counted
   * @param references how often the report says 我局, 该局, by the last character
   */
  best(text: string, references: ReadonlyMap<string, number>): string | null {
    let best: Group | null = null;
    for (const group of this.#groups()) {
      if (group.score <= 0) continue;
      group.score += countedScore(text, group.full.name) + referenceScore(references, group.full.name);
      if (best === null || group.score > best.score) best = group;
    }
    return best === null || best.score < weightOf('least') ? null : best.full.name;
  }

  /** Names of one organisation together, under the fullest. */
  #groups(): Group[] {
    const sorted = [...this.#candidates.values()].sort(
      (a, b) => Number(b.own) - Number(a.own) || b.name.length - a.name.length,
    );
    const groups: Group[] = [];
    for (const candidate of sorted) {
      const group = groups
        .filter(({ full }) => refersTo(candidate, full))
        .reduce<Group | null>((best, other) => (best === null || other.score > best.score ? other : best), null);
      if (group === null) groups.push({ full: candidate, score: kindScore(candidate) + candidate.score });
      else group.score += candidate.score;
    }
    return groups;
  }
}

function weightOf(reason: string): number {
  return loadHolderWeights().get(reason) ?? 0;
}

function kindScore({ own, strong, placeLevel }: Candidate): number {
  let score = own ? 0 : weightOf('refers');
  if (!strong) score += weightOf('weak');
  if (placeLevel > 3) score += weightOf('village');
  else if (placeLevel === 3) score += weightOf('county');
  else if (placeLevel > 0) score += weightOf('province');
  return score;
}

/** How often its last words stand in the report: 城东大队 of 柳河市公安局城东大队. */
function countedScore(text: string, name: string): number {
  const tail = name.slice(-4);
  let count = 0;
  for (let at = text.indexOf(tail); at >= 0 && count < 15; at = text.indexOf(tail, at + tail.length)) count++;
  return weightOf('mentions') * Math.log2(Math.max(1, count));
}

function referenceScore(references: ReadonlyMap<string, number>, name: string): number {
  return (references.get(name.at(-1)!) ?? 0) > 0 ? weightOf('reference') : 0;
}

/** Whether a name is a shorter form of another: 城东大队, 县法院 (云岭县人民法院), 镇党委 (雨前镇). */
export function refersTo(short: Named, full: Named): boolean {
  if (short.name === full.name || full.name.endsWith(short.name)) return true;
  if (short.placeLevel > 0) return full.name.includes(short.name) && isGovernment(full.name, short.name);
  const { heads, ranks } = loadReferenceWords();
  const head = short.own ? null : heads.longestAt(short.name, 0);
  if (full.placeLevel > 0) return head !== null && governs(short.name) && full.name.endsWith(head);
  if (head !== null && full.own) {
    if (governs(short.name) && PARTY.test(full.name) && full.name.includes(head)) return true;
    // 院护理部 is a part of 柳河县中医院, which stands for it.
    if (full.name.endsWith(head)) return true;
    if (ranks.has(head) && !full.name.includes(head)) return false;
  }
  if (short.name.at(-1) !== full.name.at(-1) || short.name.length < LEAST_SHORT) return false;
  return isAbridged(short.name, full.name);
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
