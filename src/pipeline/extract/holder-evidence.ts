import {
  BLANK,
  CLAUSE_END,
  CLOSE_QUOTE,
  COLON,
  DIGIT,
  flagsAt,
  HAN,
  LATIN,
  NEWLINE,
  OPEN_BRACKET,
  SENTENCE_END,
  skipBlanks,
  trimBlanksBefore,
} from '../../language/characters.js';
import type { Paragraph } from '../../model/outline.js';
import { createSpan, type Span } from '../../model/span.js';
import { type HolderWordKind, loadHolderWords } from '../../resources/holder-words.js';
import { loadPersonWords } from '../../resources/person-words.js';
import { collectNaming } from './holder-sentences.js';
import type { HolderTally } from './holder-tally.js';
import { type OrganisationName, readOrganisationName, visitOrganisationNames } from './organisation-names.js';
import { isMedia, isOutsider } from './outsiders.js';
import { readPersonName } from './person-names.js';

/** A line is no longer than this; what is longer, or has sentences, is told in full. */
const MAX_LINE = 60;
const LEAD_LINES = 8;
const OUTLINE_LINES = 30;
const NEWSLETTER_LINES = 3;
const LEAD_PARAGRAPHS = 2;
const LEAD_LENGTH = 160;
/** In characters from the beginning of the scope. */
const DEEP = 1500;
/** Headings (第一篇：), list signs and dashes in front of a line's wording. */
const LINE_HEAD =
  /^(?:[#＊*>□■◆●▲★\s　]+|第[\d一二三四五六七八九十]{1,3}[篇期]\s*[：:]?|[【[（(][^】\])）]{1,12}[】\])）])*/u;
const DASH_HEAD = /^(?:——|—|--|-|－－|－)\s*/u;
const ISSUE = /^第?\s*[\d〇一二三四五六七八九十]{1,4}\s*期/u;

/** A stretch of paragraphs that is read for one holder, and the places that name its practices. */
export interface HolderScope {
  readonly text: string;
  readonly paragraphs: readonly Paragraph[];
  /** The heading of the report in a bundle, else null. */
  readonly heading: Span | null;
  readonly practices: readonly Span[];
  /** Where they are named again. */
  readonly elsewhere: readonly Span[];
}

/** Far down a report the subject of a sentence may be an example of many. */
function isDeep({ paragraphs }: HolderScope, practice: Span): boolean {
  return practice.start > paragraphs[0]!.span.start + DEEP;
}

/** Whether a word of the kind stands in the stretch. */
export function holdsWord(text: string, { start, end }: Span, kind: HolderWordKind): boolean {
  return loadHolderWords()[kind].firstIn(text, start, end) < end;
}

/** Whether a paragraph is a line of its own: short, and no sentence. What ends in …… breaks off. */
export function isLine(text: string, { start, end }: Span): boolean {
  if (end - start > MAX_LINE) return false;
  let last = end;
  while (last > start && text.charAt(last - 1) === '…') last--;
  for (let i = start; i < last; i++) {
    if (flagsAt(text, i) & SENTENCE_END && (i === last - 1 || flagsAt(text, i + 1) & ~CLOSE_QUOTE)) return false;
  }
  return true;
}

/** Reads who is told to practise: from the title block, the lead, the sentences that name the practices, and the last line. */
export function collectEvidence(scope: HolderScope, tally: HolderTally): void {
  const { text, paragraphs, heading, practices, elsewhere } = scope;
  let told = 0;
  let newsletter = false;
  let speech = false;
  for (const [i, { span }] of paragraphs.slice(0, OUTLINE_LINES).entries()) {
    // Below an outline the lead comes late.
    if (i >= LEAD_LINES && told > 0) break;
    if (holdsWord(text, createSpan(span.start, Math.min(span.end, span.start + MAX_LINE)), 'furniture')) continue;
    if (!isLine(text, span)) {
      if (told++ < LEAD_PARAGRAPHS) collectLead(text, span, told === 1, tally);
    } else if (i < LEAD_LINES && told === 0) {
      newsletter ||= i < NEWSLETTER_LINES && isNewsletter(text, span);
      speech ||= holdsWord(text, span, 'speech');
      if (!speech) collectLine(text, span, newsletter, tally);
    }
  }
  if (heading !== null && heading.start !== paragraphs[0]?.span.start) collectLine(text, heading, false, tally);
  let again = false;
  for (const practice of practices)
    again = collectNaming(text, practice, again || isDeep(scope, practice), tally) || again;
  for (const practice of elsewhere) {
    if (again) break;
    again = collectNaming(text, practice, isDeep(scope, practice), tally);
  }
  const last = paragraphs.at(-1)?.span;
  if (last !== undefined && paragraphs.length > 1 && isLine(text, last)) collectSignature(text, last, tally);
}

function isNewsletter(text: string, line: Span): boolean {
  return ISSUE.test(text.slice(line.start, line.end)) || holdsWord(text, line, 'newsletter');
}

/** The span of a line's wording, and whether a dash stood in front: ——柳河县水利局的做法. */
function wordingOf(text: string, { start, end }: Span): Span & { dash: boolean } {
  const raw = text.slice(start, end);
  const head = LINE_HEAD.exec(raw)![0];
  // **铁路段: the stars stand for a name.
  const skipped = /\*\*$/u.test(head) && !raw.slice(head.length).includes('**') ? '' : head;
  const dash = DASH_HEAD.exec(raw.slice(skipped.length))?.[0] ?? '';
  return { start: start + skipped.length + dash.length, end, dash: dash !== '' };
}

function collectLine(text: string, line: Span, newsletter: boolean, tally: HolderTally): void {
  const wording = wordingOf(text, line);
  if (isCredit(text, wording)) return;
  if (isSource(text, wording, tally)) return;
  let { start } = wording;
  const words = loadHolderWords();
  const before =
    (wording.dash ? words.portrait.longestAt(text, start) : null) ?? words.interview.longestAt(text, start);
  start += before?.length ?? 0;
  visitOrganisationNames(text, start, wording.end, (name) => {
    if (isMedia(name) || isOutsider(text, name, wording.end)) return;
    const reason = lineReason(text, { ...wording, start }, name, newsletter);
    if (reason !== null) tally.add(name, reason);
  });
}

function lineReason(
  text: string,
  line: Span & { dash: boolean },
  name: OrganisationName,
  newsletter: boolean,
): string | null {
  const rest = skipBlanks(text, name.end, line.end);
  const edited = loadHolderWords().editor.longestAt(text, name.end);
  if (edited !== null && name.end + edited.length >= trimBlanksBefore(text, line.end)) return 'issuer';
  if (edited !== null && flagsAt(text, name.end + edited.length) & BLANK) return 'issuer';
  if (name.start !== line.start) {
    const visited = loadHolderWords().visits.longestAt(text, name.start) !== null;
    return name.opens || visited ? 'in-title' : null;
  }
  if (line.dash) return 'subtitle';
  const alone = rest >= line.end || rest > name.end || (flagsAt(text, rest) & OPEN_BRACKET) !== 0;
  if (newsletter && alone && name.placeLevel === 0) return 'issuer';
  return alone ? 'byline' : 'title';
}

/** 来源：柳河县水利局 */
function isSource(text: string, { start, end }: Span, tally: HolderTally): boolean {
  const { source } = loadHolderWords();
  for (let i = start; i < end; i++) {
    const word = source.longestAt(text, i);
    if (word === null || (flagsAt(text, i + word.length) & COLON) === 0) continue;
    const at = skipBlanks(text, i + word.length + 1, end);
    const name = readOrganisationName(text, at, end, true);
    if (name !== null && !isMedia(name)) tally.add(name, 'source');
    return true;
  }
  return false;
}

/** 记者 …, 报：… */
function isCredit(text: string, { start, end }: Span): boolean {
  const { credit } = loadHolderWords();
  for (let i = start; i < end; i++) {
    const word = credit.longestAt(text, i);
    if (word === null) continue;
    const next = flagsAt(text, i + word.length);
    if (next & COLON || (i === start && word.length > 1 && next & (BLANK | NEWLINE))) return true;
  }
  return false;
}

function collectLead(text: string, { start, end }: Span, first: boolean, tally: HolderTally): void {
  let subjects = 0;
  visitOrganisationNames(
    text,
    start,
    Math.min(end, start + LEAD_LENGTH),
    (name) => {
      if (isMedia(name)) return;
      if (isOutsider(text, name, end)) return tally.add(name, 'outsider');
      if (!name.opens) {
        const reason = reasonAside(text, name);
        if (reason !== null) tally.add(name, reason);
        return;
      }
      tally.add(name, first && subjects++ === 0 ? 'lead' : 'subject');
    },
    !first,
  );
}

/** 柳河县水利局局长; 走进柳河县水利局; 在柳河县, … */
function reasonAside(text: string, { start, end }: OrganisationName): string | null {
  const { roles, heads } = loadPersonWords();
  const role = roles.longestAt(text, end);
  if (role !== null && heads.has(role)) return 'headed';
  if (loadHolderWords().visits.longestAt(text, start) !== null) return 'visited';
  const alone = text.charAt(start - 1) === '在' && (flagsAt(text, start - 2) & (HAN | LATIN | DIGIT)) === 0;
  return alone && flagsAt(text, end) & CLAUSE_END ? 'visited' : null;
}

function collectSignature(text: string, line: Span, tally: HolderTally): void {
  const wording = wordingOf(text, line);
  if (isCredit(text, wording) || holdsWord(text, line, 'furniture')) return;
  visitOrganisationNames(text, wording.start, wording.end, (name) => {
    const person = readPersonName(text, name.end);
    if (name.start === wording.start && (person?.end ?? name.end) >= wording.end - 1) tally.add(name, 'signature');
  });
}
