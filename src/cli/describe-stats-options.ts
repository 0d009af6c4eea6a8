import { basename } from 'node:path';
import type { YearRange } from '../corpus/statistics/document-year.js';
import { STOPWORDS_NAME } from '../resources/stopwords.js';
import type { StatsOptions } from './stats-options.js';

/** What of the wishes of the user decided the figures, as JSON names it; nothing of the machine. */
export function describeStatsOptions(options: StatsOptions): Record<string, unknown> {
  const { what, unit, by, pos, stopwords, minFrequency, sort, top, n, smoothing } = options;
  const lists = ['words', 'ngrams', 'collocates', 'keyness'].includes(what);
  return {
    unit,
    ...(what === 'ngrams' && { n }),
    ...(by !== null && { by }),
    ...(lists && { partsOfSpeech: pos, stopwords: nameStopwords(stopwords) }),
    ...((lists || what === 'frameworks') && { minFrequency }),
    ...(sort !== null && { sort }),
    ...(top !== null && { top }),
    ...(what === 'keyness' && { smoothing }),
    ...(options.years !== null && { years: describeYears(options.years) }),
    ...(options.referenceYears !== null && { referenceYears: describeYears(options.referenceYears) }),
  };
}

/** What the list of words left out is called: nothing of where it lies. */
function nameStopwords(list: string | null): string | null {
  if (list === null) return null;
  return list === 'default' ? STOPWORDS_NAME : basename(list);
}

/** `2013-`, `-1989`, `1990-1999`, `2013` */
export function describeYears({ from, to }: YearRange): string {
  if (from === to) return String(from);
  return [from, to].map((year) => (Number.isFinite(year) ? String(year) : '')).join('-');
}
