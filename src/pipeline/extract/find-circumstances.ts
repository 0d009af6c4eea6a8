import type { DateReading } from '../../language/dates.js';
import type { ArticleContext } from './article-context.js';
import { findOutcomes } from './find-outcomes.js';
import { beginsWithPlace, findPlace } from './find-place.js';
import { findStartDate } from './find-start-date.js';
import type { Circumstances, FrameworkDraft } from './framework-draft.js';

/**
 * Where each framework of an article is practised, since when, and what it brought; in the order of the drafts.
 * @param holder of the article as a whole
 */
export function findCircumstances(
  context: ArticleContext,
  drafts: readonly FrameworkDraft[],
  holder: string | null,
  reading: DateReading,
): Circumstances[] {
  const { text, span } = context;
  const place = findPlace(context, holder);
  const placeOf = (own: string | null) => (own === holder || !beginsWithPlace(own) ? place : findPlace(context, own));
  const outcomes = findOutcomes(context, drafts);
  return drafts.map((draft) => ({
    place: placeOf(draft.holder),
    date: findStartDate(text, draft, span, reading),
    outcomes: outcomes.get(draft) ?? [],
  }));
}
