import { loadHolderWeights } from '../../resources/holder-weights.js';
import { refersTo, unitOf } from './name-references.js';
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

/** Names of one organisation, under the fullest. */
interface Group {
  readonly full: Candidate;
  readonly others: Candidate[];
  score: number;
}

/** Further sentences that a name is the subject of tell little more. */
const MOST_AGAIN = 3;
const MAX_CANDIDATES = 24;
/** What may speak for a house when a unit of it practises. */
const HOUSE_REASONS = ['lead', 'subject', 'source', 'headed', 'visited'];

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
    return best === null || best.score < weightOf('least') ? null : nameOf(best);
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
      if (group === null) groups.push({ full: candidate, others: [], score: kindScore(candidate) + candidate.score });
      else {
        group.others.push(candidate);
        group.score += candidate.score;
      }
    }
    return groups;
  }
}

/** 柳河县中医院护理部, where sentences that name practices have 院护理部 for a subject, and nothing but the lead has 柳河县中医院. */
function nameOf({ full, others }: Group): string {
  if (full.reasons.some((reason) => !HOUSE_REASONS.includes(reason))) return full.name;
  for (const other of others.sort((a, b) => b.score - a.score)) {
    const acts = other.strong && other.reasons.some((reason) => reason.startsWith('names'));
    const unit = acts ? unitOf(other, full) : null;
    if (unit !== null) return full.name + unit;
  }
  return full.name;
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
