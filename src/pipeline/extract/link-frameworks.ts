import { spansOverlap } from '../../model/span.js';
import { type ArticleContext, isInLead } from './article-context.js';
import { keyOfGroup } from './formula.js';
import { isCharacterCount } from './head-agreement.js';
import type { Candidate } from './member-draft.js';
import { listEntries, MIN_SCORE, type NameEntry } from './name-entries.js';
import { ordinalSteps } from './ordinal-steps.js';
import { confidenceOf } from './weigh-link.js';

/** A name with the enumeration that carries it out. */
export interface Link {
  readonly entry: NameEntry;
  readonly candidate: Candidate;
  readonly confidence: number;
  /** Other names of the same set in this article. */
  readonly aliases: string[];
}

/**
 * The best assignment of enumerations to the names of an article: strongest link first, no enumeration to two names.
 * @param losses where it is asked for, is told which link a candidate lost its members to
 */
export function linkFrameworks(
  context: ArticleContext,
  losses?: Map<Candidate, Link>,
): { links: Link[]; entries: NameEntry[] } {
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
    if (taken.has(entry)) continue;
    const rival = claims.rivalOf(candidate);
    if (rival !== null) losses?.set(candidate, rival);
    const same = rival === null ? sameCharacters(context, candidate, links) : null;
    if (same !== null) {
      taken.add(entry);
      same.aliases.push(candidate.formula.name);
    } else if (rival === null) {
      const link = { entry, candidate, confidence: confidenceOf(candidate.score), aliases: [] };
      taken.add(entry);
      claims.add(link);
      links.push(link);
    } else if (isOtherName(context, entry, candidate, rival)) {
      taken.add(entry);
      rival.aliases.push(candidate.formula.name);
    }
  }
  const ordinal = ordinalSteps(context.formulas, links);
  return {
    links: dropUnsupported(ordinal.size === 0 ? links : links.filter(({ entry }) => !ordinal.has(entry.key))),
    entries,
  };
}

/** 六举 in the title, 六步 in the text: a name of the lead that promises as many and would be carried out by the same members. */
function isOtherName(context: ArticleContext, entry: NameEntry, candidate: Candidate, rival: Link): boolean {
  const { formula } = candidate;
  const { formula: other } = rival.candidate;
  if (entry.candidates[0] !== candidate || formula.declared !== other.declared) return false;
  if (formula.pattern !== other.pattern || formula.category !== other.category) return false;
  return entry.formulas.every(({ span }) => isInLead(context, span));
}

/** 五个字：听、帮、教 … and 五字诀 told again below: the same characters under two names that count them. */
function sameCharacters({ text }: ArticleContext, candidate: Candidate, links: readonly Link[]): Link | null {
  if (!isCharacterCount(candidate.formula)) return null;
  const wording = wordingOf(text, candidate);
  const isSame = (link: Link) =>
    isCharacterCount(link.candidate.formula) && wordingOf(text, link.candidate) === wording;
  return links.find(isSame) ?? null;
}

function wordingOf(text: string, { members }: Candidate): string {
  return members.map(({ label }) => text.slice(label.start, label.end)).join('、');
}

/** A compound read from its name alone stands only if half of its groups of several are enumerated, or have sections of their own. */
function dropUnsupported(links: readonly Link[]): Link[] {
  const listed = new Set(links.filter(({ candidate }) => candidate.kind !== 'name').map(({ entry }) => entry.key));
  return links.filter(({ entry, candidate }) => {
    if (candidate.kind !== 'name') return true;
    const groups = candidate.formula.groups.filter(({ count }) => (count ?? 0) > 1).map(keyOfGroup);
    const told = groups.filter((key) => key !== entry.key && listed.has(key)).length;
    return told > 0 && (told * 2 >= groups.length || candidate.members.some(({ body }) => body !== null));
  });
}

/** Stretches of the text by the block they begin or end in: what overlaps is found without comparing all with all. */
const BLOCK = 128;

/** The members that names have been given so far. */
class Claims {
  readonly #byBlock = new Map<number, Link[]>();

  add(link: Link): void {
    if (link.candidate.kind === 'name') return;
    for (const block of blocksOf(link.candidate)) {
      const there = this.#byBlock.get(block);
      if (there === undefined) this.#byBlock.set(block, [link]);
      else there.push(link);
    }
  }

  /** The name that came first to at least half of the same members, or null. */
  rivalOf(candidate: Candidate): Link | null {
    if (candidate.kind === 'name') return null;
    const rivals = new Set<Link>();
    for (const block of blocksOf(candidate)) for (const rival of this.#byBlock.get(block) ?? []) rivals.add(rival);
    for (const rival of rivals) if (claimsSame(rival.candidate, candidate)) return rival;
    return null;
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
