import type { FormulaGroup } from '../../model/framework.js';
import type { GoldDocument, GoldFramework } from './gold-document.js';
import type { FrameworkMatch } from './match-document.js';
import { toNameKey } from './name-key.js';
import type { PredictedDocument, PredictedFramework } from './predicted-document.js';
import { isExactWording, isSimilarWording, toPlainText, toWording } from './wording.js';

/** What is compared of a framework beside its members. */
export const FIELDS = [
  'name',
  'pattern',
  'declared',
  'groups',
  'category',
  'parent',
  'article',
  'holder',
  'pair',
] as const;

export type Field = (typeof FIELDS)[number];

/** One field of an annotated framework beside that of the given one. */
export interface FieldComparison {
  readonly field: Field;
  /** For `pair`, the number of the member, from 1. */
  readonly member: number | null;
  readonly annotated: string | null;
  readonly given: string | null;
  readonly partial: boolean;
  readonly strict: boolean;
}

/**
 * Compares the fields of an annotated framework with those of the given one that bears its name.
 *
 * | field | partial | strict |
 * | --- | --- | --- |
 * | name | always: they went together by it | same characters, not another name of it |
 * | pattern, declared, category | equal | equal |
 * | groups | same numbers | same numbers and heads |
 * | parent | same name, but for method noun and classifier | same characters |
 * | article, holder, pair | similar wording | same characters |
 *
 * `article` is compared in bundles of reports, `holder` where one is annotated, `pair` for each member that has one with the given member
 * of its number.
 */
export function compareFields(
  match: FrameworkMatch,
  gold: GoldDocument,
  prediction: PredictedDocument,
): FieldComparison[] {
  const { gold: annotated, given } = match;
  if (given === null) return [];
  const equal = (field: Field, a: string | number | null, b: string | number | null): FieldComparison => {
    return describe(field, a, b, { partial: a === b, strict: a === b });
  };
  return [
    describe('name', annotated.name, given.name, {
      partial: true,
      strict: toPlainText(annotated.name) === toPlainText(given.name),
    }),
    equal('pattern', annotated.pattern, given.pattern),
    equal('declared', annotated.declared, given.declared),
    compareGroups(annotated.groups, given.groups),
    equal('category', annotated.category, given.category),
    compareParents(annotated, given, prediction),
    ...(gold.articles.length > 0 ? [compareArticles(annotated, given, prediction)] : []),
    ...((annotated.holder ?? '') !== '' ? [compareWordings('holder', annotated.holder, given.holder, null)] : []),
    ...comparePairs(annotated, given),
  ];
}

function describe(
  field: Field,
  annotated: string | number | null,
  given: string | number | null,
  outcome: { readonly partial: boolean; readonly strict: boolean; readonly member?: number },
): FieldComparison {
  const text = (value: string | number | null) => (value === null ? null : String(value));
  return { field, member: null, annotated: text(annotated), given: text(given), ...outcome };
}

function compareGroups(annotated: readonly FormulaGroup[], given: readonly FormulaGroup[]): FieldComparison {
  const counts = (groups: readonly FormulaGroup[]) => groups.map(({ count }) => count).join(',');
  const heads = (groups: readonly FormulaGroup[]) => groups.map(({ head }) => toPlainText(head ?? '')).join(',');
  const show = (groups: readonly FormulaGroup[]) => {
    return groups.map(({ count, head }) => `${count ?? 'N'} ${head ?? ''}`.trim()).join(' + ');
  };
  const partial = counts(annotated) === counts(given);
  const strict = partial && annotated.length === given.length && heads(annotated) === heads(given);
  return describe('groups', show(annotated), show(given), { partial, strict });
}

function compareParents(
  annotated: GoldFramework,
  given: PredictedFramework,
  prediction: PredictedDocument,
): FieldComparison {
  const parent =
    given.parent === null ? null : (prediction.frameworks.findLast(({ id }) => id === given.parent)?.name ?? null);
  const [a, b] = [annotated.parent ?? '', parent ?? ''];
  return describe('parent', annotated.parent, parent, {
    partial: toNameKey(a) === toNameKey(b),
    strict: toPlainText(a) === toPlainText(b),
  });
}

function compareArticles(
  annotated: GoldFramework,
  given: PredictedFramework,
  prediction: PredictedDocument,
): FieldComparison {
  const heading = prediction.articles.find(({ index }) => index === given.article)?.heading ?? null;
  if ((annotated.article ?? '') !== '') return compareWordings('article', annotated.article, heading, null);
  const none = !given.article;
  return describe('article', null, heading ?? given.article, { partial: none, strict: none });
}

function compareWordings(
  field: Field,
  annotated: string | null,
  given: string | null,
  member: number | null,
): FieldComparison {
  const [a, b] = [toWording(annotated ?? ''), toWording(given ?? '')];
  const outcome = { partial: isSimilarWording(a, b), strict: isExactWording(a, b) };
  return { ...describe(field, annotated, given, outcome), member };
}

function comparePairs(annotated: GoldFramework, given: PredictedFramework): FieldComparison[] {
  return annotated.items.flatMap(({ pair }, i) => {
    return (pair ?? '') === '' ? [] : [compareWordings('pair', pair, given.items[i]?.pair ?? null, i + 1)];
  });
}
