import type { DateReading } from '../../language/dates.js';
import type { ArticleContext } from './article-context.js';
import { findOutcomes } from './find-outcomes.js';
import { findPlace } from './find-place.js';
import { findStartDate } from './find-start-date.js';
import type { Circumstances, FrameworkDraft } from './framework-draft.js';

/** Where each framework of an article is practised, since when, and what it brought; in the order of the drafts. */
export function findCircumstances(
  context: ArticleContext,
  drafts: readonly FrameworkDraft[],
  holder: string | null,
  reading: DateReading,
): Circumstances[] {
  const { text, span } = context;
  const place = findPlace(context, holder);
  const outcomes = findOutcomes(context, drafts);
  return drafts.map((draft) => ({
    place,
    date: findStartDate(text, draft, span, reading),
    outcomes: outcomes.get(draft) ?? [],
  }));
}
