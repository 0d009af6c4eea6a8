import type { WrongSpan } from './check-spans.js';
import { compareFields, type Field } from './compare-fields.js';
import { type DocumentMatch, type FrameworkMatch, isFound } from './match-document.js';
import type { PredictedFramework } from './predicted-document.js';
import { isExactWording, toWording } from './wording.js';

/** A member or field that is not as annotated. */
export interface Difference {
  readonly field: Field | 'member';
  /** Number of the member, from 1: the annotated one's, else the given one's. Null for fields of the framework. */
  readonly member: number | null;
  /** Null where a member was added. */
  readonly annotated: string | null;
  /** Null where a member was missed. */
  readonly given: string | null;
  /** In the report, where known. */
  readonly line: number | null;
  /** Whether it is right all the same in the partial score. */
  readonly partial: boolean;
}

/**
 * What went wrong with one framework or mention. `different-framework`: right in the partial score, but not as annotated.
 * `missed-list`: costs nothing.
 */
export interface Miss {
  readonly kind:
    | 'missed-framework'
    | 'extra-framework'
    | 'different-framework'
    | 'missed-list'
    | 'missed-mention'
    | 'extra-mention'
    | 'wrong-span';
  readonly name: string;
  /** In the report, where known. */
  readonly line: number | null;
  /** Of a given framework. */
  readonly confidence: number | null;
  /** Labels of a framework that stands on one side only. */
  readonly members: readonly string[];
  /** Of a framework that stands on both sides. */
  readonly differences: readonly Difference[];
}

/** @param source the text of the report, to say where missed names stand; null where it is not known */
export function listMisses(match: DocumentMatch, wrongSpans: readonly WrongSpan[], source: string | null): Miss[] {
  const findLine = (quote: string | null) => lineOf(quote, source);
  const frameworks = match.frameworks.flatMap((framework) => {
    const { gold, given, free } = framework;
    if (given === null) {
      if (gold.optional) return [];
      const line = findLine(gold.quote) ?? findLine(gold.name);
      const members = gold.items.map(({ label }) => label);
      return [describeMiss(free ? 'missed-list' : 'missed-framework', gold.name, { line, members })];
    }
    return free ? [] : describeDifferences(framework, given, match);
  });
  const extra = match.extra.map(({ name, span, confidence, items }) => {
    const members = items.map(({ label }) => label);
    return describeMiss('extra-framework', name, { line: span?.line ?? null, confidence, members });
  });
  const mentions = match.mentions.flatMap(({ gold, given, line }) => {
    if (given === null && gold !== null) return [describeMiss('missed-mention', gold, { line: findLine(gold) })];
    return gold === null && given !== null ? [describeMiss('extra-mention', given, { line })] : [];
  });
  const spans = wrongSpans.map(({ name, line }) => describeMiss('wrong-span', name, { line }));
  return [...frameworks, ...extra, ...mentions, ...spans];
}

function describeMiss(kind: Miss['kind'], name: string, details: Partial<Miss>): Miss {
  return { kind, name, line: null, confidence: null, members: [], differences: [], ...details };
}

function lineOf(quote: string | null, source: string | null): number | null {
  if (source === null || quote === null || quote === '') return null;
  const at = source.indexOf(quote);
  return at < 0 ? null : source.slice(0, at).split('\n').length;
}

function describeDifferences(match: FrameworkMatch, given: PredictedFramework, document: DocumentMatch): Miss[] {
  const differences = [...listMembers(match, given), ...listFields(match, given, document)];
  const found = isFound(match);
  if (found && differences.length === 0) return [];
  const { confidence, span } = given;
  const kind = found ? 'different-framework' : 'missed-framework';
  return [describeMiss(kind, match.gold.name, { line: span?.line ?? null, confidence, differences })];
}

function listFields(match: FrameworkMatch, given: PredictedFramework, document: DocumentMatch): Difference[] {
  if (document.prediction === null) return [];
  return compareFields(match, document.gold, document.prediction)
    .filter(({ strict }) => !strict)
    .map(({ strict, ...comparison }) => ({ ...comparison, line: given.span?.line ?? null }));
}

/** Members in order: annotated ones that were missed or are worded otherwise, and given ones that were added between them. */
function listMembers({ gold, members }: FrameworkMatch, given: PredictedFramework): Difference[] {
  const differences: Difference[] = [];
  const add = (i: number | null, j: number | null) => {
    const annotated = i === null ? null : gold.items[i]!.label;
    const found = j === null ? null : given.items[j]!;
    if (annotated !== null && found !== null && isExactWording(toWording(annotated), toWording(found.label))) return;
    differences.push({
      field: 'member',
      member: (i ?? j ?? 0) + 1,
      annotated,
      given: found?.label ?? null,
      line: found?.span?.line ?? null,
      partial: annotated !== null && found !== null,
    });
  };
  let [i, j] = [0, 0];
  for (const [nextI, nextJ] of [...members, [gold.items.length, given.items.length] as const]) {
    for (; i < nextI; i++) add(i, null);
    for (; j < nextJ; j++) add(null, j);
    if (i < gold.items.length && j < given.items.length) add(i++, j++);
  }
  return differences;
}
