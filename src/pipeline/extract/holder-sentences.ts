import { flagsAt, NEWLINE, SENTENCE_END } from '../../language/characters.js';
import type { Span } from '../../model/span.js';
import type { HolderTally } from './holder-tally.js';
import { type OrganisationName, readOrganisationName, visitOrganisationNames } from './organisation-names.js';
import { isMedia, isOutsider } from './outsiders.js';

const ENDS = SENTENCE_END | NEWLINE;
const SENTENCE_LENGTH = 120;
/** Behind the name the sentence comes to its author soon, or has none. */
const AUTHOR_LENGTH = 40;
const BEFORE_AUTHOR = '是由';
const LAST_WORD = 3;
/** ……，全镇坚持: a later clause has a subject that is spoken of without its name. */
const SPOKEN_OF = /[，,；;][我该本全](\p{Script=Han})/u;

/**
 * The sentence in which a practice is named: whom it makes its subject, or its author.
 * @param again whether a sentence of the report has told that before
 * @returns whether this one tells it
 */
export function collectNaming(text: string, practice: Span, again: boolean, tally: HolderTally): boolean {
  const found = readSubject(text, practice, tally) ?? readAuthor(text, practice);
  if (found === null) return false;
  tally.add(found, again ? 'names-again' : 'names');
  return true;
}

function readSubject(text: string, practice: Span, tally: HolderTally): OrganisationName | null {
  let start = practice.start;
  const limit = Math.max(0, start - SENTENCE_LENGTH);
  while (start > limit && (flagsAt(text, start - 1) & ENDS) === 0) start--;
  let subject = null as OrganisationName | null;
  const read = (name: OrganisationName): void => {
    if (isMedia(name) || isOutsider(text, name, practice.start)) return;
    subject = name;
    const gap = text.slice(name.end, practice.start);
    if (gap === '' || gap === '的') tally.add(name, 'owns');
  };
  visitOrganisationNames(text, start, practice.start, read, true);
  if (subject === null) return null;
  const later = SPOKEN_OF.exec(text.slice(subject.end, practice.start))?.[1];
  return later === undefined || subject.name.slice(-LAST_WORD).includes(later) ? subject : null;
}

/** “四清”工作法是柳河县水利局摸索出来的 */
function readAuthor(text: string, practice: Span): OrganisationName | null {
  const limit = Math.min(text.length, practice.end + AUTHOR_LENGTH);
  for (let i = practice.end; i < limit && (flagsAt(text, i) & ENDS) === 0; i++) {
    if (!BEFORE_AUTHOR.includes(text.charAt(i))) continue;
    const name = readOrganisationName(text, i + 1, limit, false);
    if (name !== null && !isMedia(name)) return name;
  }
  return null;
}
