import { BLANK, flagsAt, HAN, NEWLINE, SENTENCE_END } from '../../language/characters.js';
import { createSpan, type Span } from '../../model/span.js';
import { loadHolderWords } from '../../resources/holder-words.js';
import { loadPersonWords } from '../../resources/person-words.js';
import { type HolderScope, holdsWord, isLine } from './holder-evidence.js';
import { visitOrganisationNames } from './organisation-names.js';
import { findPersonInRole, readPersonName } from './person-names.js';

const TITLE_LINES = 4;
const LEAD_LENGTH = 300;
const SENTENCE_LENGTH = 80;
/** 老韩的五字诀: so called in the title, and again and again in the report. 小康 and 大方 are words: those need the full name in the lead. */
const NICKNAME = /^[老小阿大]/u;
const SURE_NICKNAME = '老';
const LEAST_NICKNAMES = 3;
const LEAST_NAME = 3;
const UNDER = /下[，,]/u;

/** The person that a report is about, with role and organisation as far as they stand with the name; null where it is about none. */
export function findReportedPerson(scope: HolderScope): string | null {
  const { text, paragraphs, heading } = scope;
  const lines = paragraphs.slice(0, TITLE_LINES).filter(({ span }) => isLine(text, span));
  const spans = lines.map(({ span }) => span);
  if (heading !== null) spans.unshift(heading);
  for (const span of spans) {
    const person = portrayed(text, span);
    if (person !== null) return person;
  }
  if (spans.some((span) => holdsWord(text, span, 'personal'))) {
    for (const span of spans) {
      const person = signed(text, span);
      if (person !== null) return person;
    }
  }
  return spans[0] === undefined ? null : (nicknamed(scope, spans[0]) ?? titled(scope, spans[0]));
}

/** ——记上湾村村医周桂香 */
function portrayed(text: string, { start, end }: Span): string | null {
  const dash = /^.{0,12}?(?:——|—|--|-)\s*/u.exec(text.slice(start, end));
  const at = start + (dash?.[0].length ?? 0);
  const word = dash === null ? null : loadHolderWords().portrait.longestAt(text, at);
  if (word === null) return null;
  const from = at + word.length;
  const person = findPersonInRole(text, from, end, ({ name }) => name.end === end);
  if (person !== null) return withOrganisation(text, person.span, from);
  // 记桥东扳道工周桂香: what he is stands in no table, and no organisation's name ends there.
  const bare = readPersonName(text, end - 3);
  let named = false;
  visitOrganisationNames(text, from, end, (name) => {
    named ||= name.end === end;
  });
  return bare === null || bare.end !== end || named ? null : text.slice(bare.start, end);
}

/** 柳河县水利局副局长　周正平, at the end of a line. */
function signed(text: string, { start, end }: Span): string | null {
  for (let i = end - 4; i < end - 1; i++) {
    if (i <= start || (flagsAt(text, i - 1) & BLANK) === 0) continue;
    if (readPersonName(text, i)?.end === end) return text.slice(start, end).replace(/\s+/gu, '');
  }
  return null;
}

/** 老赵的“三清”: who is meant stands in the lead with his full name, or he keeps the name he is called by. */
function nicknamed({ text, paragraphs }: HolderScope, title: Span): string | null {
  if (!NICKNAME.test(text.slice(title.start, title.end))) return null;
  const surname = loadPersonWords().surnames.longestAt(text, title.start + 1);
  if (surname === null) return null;
  const nickname = text.slice(title.start, title.start + 1 + surname.length);
  // 大石桥镇
  const behind = text.charAt(title.start + nickname.length);
  if (behind !== '的' && /\p{Script=Han}/u.test(behind)) return null;
  const end = paragraphs.at(-1)!.span.end;
  if (text.slice(title.start, end).split(nickname).length <= LEAST_NICKNAMES) return null;
  const limit = Math.min(end, title.end + LEAD_LENGTH);
  const full = findPersonInRole(text, title.end, limit, ({ name }) => text.startsWith(surname, name.start));
  if (full !== null) return withOrganisation(text, full.span, Math.max(title.end, full.span.start - 30));
  return nickname.startsWith(SURE_NICKNAME) ? nickname : null;
}

/** The person with the organisation whose name ends where the role begins. */
function withOrganisation(text: string, span: Span, from: number): string {
  let start = span.start;
  visitOrganisationNames(text, from, span.start, (name) => {
    if (name.end === span.start) start = name.start;
  });
  return text.slice(start, span.end);
}

/** “铁算盘”周正平的“三清”, where the lead tells who that is: 技师周正平. */
function titled({ text, paragraphs }: HolderScope, title: Span): string | null {
  const { rolesEnding } = loadPersonWords();
  const lead = text.slice(title.end, Math.min(paragraphs.at(-1)!.span.end, title.end + LEAD_LENGTH));
  for (let i = title.start; i < title.end - 1; i++) {
    const name = readPersonName(text, i);
    // 健康安全: two characters are too often words.
    if (
      name === null ||
      name.end - name.start < LEAST_NAME ||
      (text.charAt(name.end) !== '的' && (flagsAt(text, name.end) & HAN) !== 0)
    )
      continue;
    const found = lead.indexOf(text.slice(name.start, name.end));
    const at = title.end + found;
    const role = found < 0 ? null : rolesEnding.longestAt(text, at);
    if (role === null) continue;
    const span = createSpan(at - role.length, at + name.end - name.start);
    return withOrganisation(text, span, Math.max(title.end, span.start - 30));
  }
  return null;
}

/** 承办法官王某总结出“四步”: the person whom the sentence that names a practice makes its author, or null. */
export function findAuthor(text: string, practice: Span): string | null {
  let start = practice.start;
  const limit = Math.max(0, start - SENTENCE_LENGTH);
  while (start > limit && (flagsAt(text, start - 1) & (SENTENCE_END | NEWLINE)) === 0) start--;
  const { creates } = loadHolderWords();
  const { heads } = loadPersonWords();
  const person = findPersonInRole(text, start, practice.start, ({ role }) => !heads.has(role));
  if (person === null) return null;
  const at = creates.firstIn(text, person.span.end, practice.start);
  // 在民警周某带动下，所里总结出……
  if (at >= practice.start || UNDER.test(text.slice(person.span.end, at))) return null;
  return withOrganisation(text, person.span, start);
}
