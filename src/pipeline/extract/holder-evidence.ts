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
import type { HolderTally } from './holder-tally.js';
import { type OrganisationName, readOrganisationName, visitOrganisationNames } from './organisation-names.js';
import { readPersonName } from './person-names.js';

/** A line is no longer than this; what is longer, or has sentences, is told in full. */
const MAX_LINE = 60;
const LEAD_LINES = 8;
const LEAD_PARAGRAPHS = 2;
const LEAD_LENGTH = 160;
const SENTENCE_LENGTH = 120;
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

export function isLine(text: string, { start, end }: Span): boolean {
  if (end - start > MAX_LINE) return false;
  for (let i = start; i < end - 1; i++)
    if (flagsAt(text, i) & SENTENCE_END && flagsAt(text, i + 1) & ~CLOSE_QUOTE) return false;
  return (flagsAt(text, end - 1) & SENTENCE_END) === 0;
}

/** Reads who is told to practise: from the title block, the lead, the sentences that name the practices, and the last line. */
export function collectEvidence(scope: HolderScope, tally: HolderTally): void {
  const { text, paragraphs, heading, practices, elsewhere } = scope;
  let told = 0;
  let newsletter = false;
  let speech = false;
  for (const [i, { span }] of paragraphs.slice(0, LEAD_LINES).entries()) {
    if (holdsWord(text, createSpan(span.start, Math.min(span.end, span.start + MAX_LINE)), 'furniture')) continue;
    if (isLine(text, span)) {
      newsletter ||= i < 3 && (ISSUE.test(text.slice(span.start, span.end)) || holdsWord(text, span, 'newsletter'));
      speech ||= holdsWord(text, span, 'speech');
      if (told === 0 && !speech) collectLine(text, span, newsletter, tally);
    } else if (told++ < LEAD_PARAGRAPHS) {
      collectLead(text, span, told === 1, tally);
    }
  }
  if (heading !== null && heading.start !== paragraphs[0]?.span.start) collectLine(text, heading, false, tally);
  let again = false;
  for (const practice of practices)
    again = collectSentence(text, practice, again || isDeep(scope, practice), tally) || again;
  for (const practice of elsewhere) {
    if (again) break;
    again = collectSentence(text, practice, isDeep(scope, practice), tally);
  }
  const last = paragraphs.at(-1)?.span;
  if (last !== undefined && paragraphs.length > 1 && isLine(text, last)) collectSignature(text, last, tally);
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
    tally.add(name, lineReason(text, { ...wording, start }, name, newsletter));
  });
}

function lineReason(text: string, line: Span & { dash: boolean }, name: OrganisationName, newsletter: boolean): string {
  const rest = skipBlanks(text, name.end, line.end);
  const edited = loadHolderWords().editor.longestAt(text, name.end);
  if (edited !== null && name.end + edited.length >= trimBlanksBefore(text, line.end)) return 'issuer';
  if (edited !== null && flagsAt(text, name.end + edited.length) & BLANK) return 'issuer';
  if (name.start !== line.start) return name.opens ? 'in-title' : 'aside';
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

export function isMedia({ name }: OrganisationName): boolean {
  return loadHolderWords().media.longestAt(name, name.length) !== null;
}

/** Who praises, visits or orders, and is no one who practises. */
function isOutsider(text: string, { end, opens }: OrganisationName, limit: number): boolean {
  return opens && end < limit && loadHolderWords().outsider.longestAt(text, end) !== null;
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
      if (!name.opens) return tally.add(name, asideReason(text, name));
      tally.add(name, first && subjects++ === 0 ? 'lead' : 'subject');
    },
    !first,
  );
}

/** 柳河县水利局局长; 走进柳河县水利局; 在柳河县, … */
function asideReason(text: string, { start, end }: OrganisationName): string {
  const { roles, heads } = loadPersonWords();
  const role = roles.longestAt(text, end);
  if (role !== null && heads.has(role)) return 'headed';
  if (loadHolderWords().visits.longestAt(text, start) !== null) return 'visited';
  const alone = text.charAt(start - 1) === '在' && (flagsAt(text, start - 2) & (HAN | LATIN | DIGIT)) === 0;
  return alone && flagsAt(text, end) & CLAUSE_END ? 'visited' : 'aside';
}

const ENDS = SENTENCE_END | NEWLINE;

/** The sentence in which a practice is named: whom it makes its subject, if anyone. */
function collectSentence(text: string, practice: Span, again: boolean, tally: HolderTally): boolean {
  let start = practice.start;
  const limit = Math.max(0, start - SENTENCE_LENGTH);
  while (start > limit && (flagsAt(text, start - 1) & ENDS) === 0) start--;
  let subject = null as OrganisationName | null;
  visitOrganisationNames(text, start, practice.start, (name) => {
    if (isMedia(name) || isOutsider(text, name, practice.start)) return;
    if (name.opens) subject = name;
    const gap = text.slice(name.end, practice.start);
    if (gap === '' || gap === '的') tally.add(name, 'owns');
  });
  const reason = again ? 'names-again' : 'names';
  if (subject !== null) {
    tally.add(subject, reason);
    return true;
  }
  // “四清”工作法是柳河县水利局摸索出来的
  let end = practice.end;
  while (end < practice.end + SENTENCE_LENGTH && (flagsAt(text, end) & ENDS) === 0) end++;
  visitOrganisationNames(text, practice.end, Math.min(end, text.length), (name) => {
    const before = text.charAt(name.start - 1);
    if ((before !== '是' && before !== '由') || isMedia(name)) return;
    tally.add(name, reason);
    subject = name;
  });
  return subject !== null;
}

function collectSignature(text: string, line: Span, tally: HolderTally): void {
  const wording = wordingOf(text, line);
  if (isCredit(text, wording) || holdsWord(text, line, 'furniture')) return;
  visitOrganisationNames(text, wording.start, wording.end, (name) => {
    const person = readPersonName(text, name.end);
    if (name.start === wording.start && (person?.end ?? name.end) >= wording.end - 1) tally.add(name, 'signature');
  });
}
