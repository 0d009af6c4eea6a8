import { spansOverlap } from '../../model/span.js';
import type { ArticleContext } from './article-context.js';
import type { Candidate } from './member-draft.js';
import { keyOf, listEntries, MIN_SCORE, type NameEntry } from './name-entries.js';
import { confidenceOf } from './weigh-link.js';

/** A name with the enumeration that carries it out. */
export interface Link {
  readonly entry: NameEntry;
  readonly candidate: Candidate;
  readonly confidence: number;
}

/** The best assignment of enumerations to the names of an article: strongest link first, no enumeration to two names. */
export function linkFrameworks(context: ArticleContext): { links: Link[]; entries: NameEntry[] } {
  const entries = listEntries(context);
  const ranked = entries
    .flatMap((entry) => entry.candidates.map((candidate) => ({ entry, candidate })))
    .filter(({ candidate }) => candidate.score >= MIN_SCORE)
    .sort(
      (a, b) =>
        b.candidate.score - a.candidate.score ||
        a.candidate.distance - b.candidate.distance ||
        a.candidate.formula.span.start - b.candidate.formula.span.start,
    );
  const links: Link[] = [];
  const claims = new Claims();
  const taken = new Set<NameEntry>();
  for (const { entry, candidate } of ranked) {
    if (taken.has(entry) || claims.contests(candidate)) continue;
    taken.add(entry);
    claims.add(candidate);
    links.push({ entry, candidate, confidence: confidenceOf(candidate.score) });
  }
  return { links: dropUnsupported(links), entries };
}

/** A compound read from its name alone stands only if a group of it is enumerated. */
function dropUnsupported(links: readonly Link[]): Link[] {
  const listed = new Set(links.filter(({ candidate }) => candidate.kind !== 'name').map(({ entry }) => entry.key));
  return links.filter(({ entry, candidate }) => {
    if (candidate.kind !== 'name') return true;
    return keyOf(candidate.formula)
      .split('|')
      .some((key) => key !== entry.key && listed.has(key));
  });
}

/** Stretches of the text by the block they begin or end in: what overlaps is found without comparing all with all. */
const BLOCK = 128;

/** The members that names have been given so far. */
class Claims {
  readonly #byBlock = new Map<number, Candidate[]>();

  add(candidate: Candidate): void {
    if (candidate.kind === 'name') return;
    for (const block of blocksOf(candidate)) {
      const there = this.#byBlock.get(block);
      if (there === undefined) this.#byBlock.set(block, [candidate]);
      else there.push(candidate);
    }
  }

  /** Whether a name that came first has at least half of the same members. */
  contests(candidate: Candidate): boolean {
    if (candidate.kind === 'name') return false;
    const rivals = new Set<Candidate>();
    for (const block of blocksOf(candidate)) for (const rival of this.#byBlock.get(block) ?? []) rivals.add(rival);
    for (const rival of rivals) if (claimsSame(rival, candidate)) return true;
    return false;
  }
}

function blocksOf({ members }: Candidate): Set<number> {
  const blocks = new Set<number>();
  for (const { label } of members) {
    for (let block = Math.floor(label.start / BLOCK); block <= label.end / BLOCK; block++) blocks.add(block);
  }
  return blocks;
}

/** Whether two candidates give at least half of the same members. */
function claimsSame(a: Candidate, b: Candidate): boolean {
  let shared = 0;
  for (const one of a.members) if (b.members.some((other) => spansOverlap(one.label, other.label))) shared++;
  return shared * 2 >= Math.min(a.members.length, b.members.length);
}
