import type { Paragraph } from '../../model/outline.js';
import { createSpan, lowerBound, type Span } from '../../model/span.js';
import { loadOrganisationSuffixes } from '../../resources/organisation-suffixes.js';
import type { ArticleContext } from './article-context.js';
import { findAuthor, findReportedPerson } from './find-holder-person.js';
import { collectEvidence, type HolderScope, isLine } from './holder-evidence.js';
import { HolderTally } from './holder-tally.js';
import type { Link } from './link-frameworks.js';
import { refersTo } from './name-references.js';
import { isNameEdge } from './organisation-body.js';
import { type OrganisationName, readOrganisationName } from './organisation-names.js';
import { readPlaceChain } from './place-chain.js';

/** Who practises what an article tells of. */
export interface Holders {
  /** Of the article as a whole: an organisation, a place or a person, or null. */
  readonly general: string | null;
  /** Of one practice; another than the general one where its own sentence or report says so. */
  of(link: Link): string | null;
}

/** Practices that are looked at for the sentence that names them. */
const MAX_PRACTICES = 6;
const MAX_OCCURRENCES = 3;
const MAX_ELSEWHERE = 3;
/** 我局, 该局, 本局, 全局 are sought no further than this. */
const REFERENCE_LENGTH = 3000;
const REFERENCE = /[我该本全]/gu;
/** 我校 is a 小学, 中学 or 大学 as well. */
const SCHOOL = ['校', '学'] as const;

/** The names of practices in a text, in order of place. */
interface Practices {
  readonly named: readonly Place[];
  /** Where the same ones are named elsewhere. */
  readonly again: readonly Place[];
}

interface Place {
  readonly span: Span;
}

/** Finds who practises: from the title, the byline, the lead and the sentences that name the practices; for each report where a file holds several. */
export function findHolders(context: ArticleContext, links: readonly Link[]): Holders {
  const practices = listPractices(links);
  const parts = listParts(context);
  const holders = parts.map(({ paragraphs }) => holderOf(context, paragraphs, practices));
  const general = holders[0] ?? null;
  return {
    general,
    of(link) {
      const { span } = link.candidate.formula;
      return findAuthor(context.text, span) ?? holders[lowerBound(parts, span.start + 1) - 1] ?? general;
    },
  };
}

function listPractices(links: readonly Link[]): Practices {
  const inOrder = (places: Place[]) => places.sort((a, b) => a.span.start - b.span.start);
  return {
    named: inOrder(links.map(({ candidate }) => candidate.formula)),
    again: inOrder(links.flatMap(({ entry }) => entry.formulas.slice(0, MAX_OCCURRENCES))),
  };
}

function holderOf(context: ArticleContext, paragraphs: readonly Paragraph[], practices: Practices): string | null {
  const first = paragraphs[0];
  if (first === undefined) return null;
  const { text, title, index } = context;
  const span = createSpan(first.span.start, paragraphs.at(-1)!.span.end);
  const scope: HolderScope = {
    text,
    paragraphs,
    heading: index !== null && title !== null && span.start <= title.end ? title : null,
    practices: firstWithin(practices.named, span, MAX_PRACTICES),
    elsewhere: firstWithin(practices.again, span, MAX_ELSEWHERE),
  };
  const person = findReportedPerson(scope);
  if (person !== null) return person;
  const tally = new HolderTally();
  collectEvidence(scope, tally);
  return tally.isEmpty ? null : tally.best(text.slice(span.start, span.end), countReferences(text, span));
}

function firstWithin(places: readonly Place[], { start, end }: Span, most: number): Span[] {
  const from = lowerBound(places, start);
  const to = Math.min(lowerBound(places, end), from + most);
  return places.slice(from, to).map(({ span }) => span);
}

/** How often the report says 我局, 该公司 …, by the last character. */
function countReferences(text: string, { start, end }: Span): Map<string, number> {
  const { index } = loadOrganisationSuffixes();
  const counts = new Map<string, number>();
  const limit = Math.min(end, start + REFERENCE_LENGTH);
  for (const { index: at } of text.slice(start, limit).matchAll(REFERENCE)) {
    const from = start + at + 1;
    const last = (index.longestAt(text, from) ?? text.charAt(from)).at(-1) ?? '';
    counts.set(last, (counts.get(last) ?? 0) + 1);
  }
  const schools = counts.get(SCHOOL[0]);
  if (schools !== undefined) counts.set(SCHOOL[1], schools);
  return counts;
}

/** One of the reports of a text: where it begins, and its paragraphs. */
interface Part extends Place {
  readonly paragraphs: readonly Paragraph[];
}

/** The reports that follow each other without a number, each headed by the name of who practises: 石桥镇：“三清”管水. */
function listParts({ text, paragraphs, span }: ArticleContext): Part[] {
  const starts = [0];
  let heading: OrganisationName | null = null;
  // The first of the lines that stand together since the last paragraph that tells.
  let lines = 0;
  let told = false;
  for (let i = 0; i < paragraphs.length; i++) {
    const line = paragraphs[i]!.span;
    if (!isLine(text, line)) {
      told = true;
      lines = i + 1;
      continue;
    }
    const name = readOrganisationName(text, line.start, line.end, true);
    if (name === null || !name.own || !isNameEdge(text, name.end)) continue;
    if (told && heading !== null && isAnother(name, heading)) starts.push(lines);
    heading = name;
    told = false;
  }
  if (starts.length === 1) return [{ span, paragraphs }];
  return starts.map((start, i) => ({
    span: paragraphs[start]!.span,
    paragraphs: paragraphs.slice(start, starts[i + 1]),
  }));
}

/** 石桥镇 and 柳河镇, but not 石桥镇 and its 党委: who heads another report. */
function isAnother(name: OrganisationName, before: OrganisationName): boolean {
  if (refersTo(name, before) || refersTo(before, name)) return false;
  return name.name.at(-1) === before.name.at(-1) || readPlaceChain(name.name, wholeOf(name.name), true) !== null;
}

function wholeOf(wording: string): Span {
  return createSpan(0, wording.length);
}
