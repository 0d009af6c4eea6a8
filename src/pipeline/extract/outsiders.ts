import { loadHolderWords } from '../../resources/holder-words.js';
import type { OrganisationName } from './organisation-names.js';

/** A newspaper, a station, a party of inquiry: who tells of what others practise. */
export function isMedia({ name }: OrganisationName): boolean {
  return loadHolderWords().media.longestAt(name, name.length) !== null;
}

/** Who praises, visits or orders, and is no one who practises. */
export function isOutsider(text: string, { end, opens }: OrganisationName, limit: number): boolean {
  return opens && end < limit && loadHolderWords().outsider.longestAt(text, end) !== null;
}
