import {
  BLANK,
  CLAUSE_END,
  CLOSE_BRACKET,
  COLON,
  flagsAt,
  HAN,
  LATIN,
  NEWLINE,
  OPEN_QUOTE,
  SENTENCE_END,
} from '../../language/characters.js';
import { createSpan, type Span } from '../../model/span.js';
import { loadOrganisationSuffixes } from '../../resources/organisation-suffixes.js';
import type { ArticleContext } from './article-context.js';

/** Words that stand before an organisation's name and are none of it. */
const BEFORE_NAME =
  /^.*(?:近年来|今年以来|一年来|年来|以来|我们|来自|走进|围绕|根据|按照|作为|通过|据悉|目前|日前|近日|同志|图为|来源|作者|单位|由|在|是|为|对|从|向|被|把|让|给|与|和|及|的|了|到|以|将|——|--)/u;
/** Only the head of a report tells who writes of himself. */
const LEAD_PARAGRAPHS = 8;
const MAX_NAME = 24;

interface Found {
  readonly name: string;
  readonly score: number;
}

/** Who practises what the article tells of: an organisation named in its byline, its title or its first sentences; null where none is. */
export function findHolder(context: ArticleContext): string | null {
  const counts = new Map<string, number>();
  const lead = context.paragraphs.slice(0, LEAD_PARAGRAPHS);
  const tail = context.paragraphs.slice(-1);
  for (const [i, { span }] of [...lead, ...tail].entries()) {
    for (const found of organisationsIn(context.text, span, Math.min(i, LEAD_PARAGRAPHS))) {
      counts.set(found.name, (counts.get(found.name) ?? 0) + found.score);
    }
  }
  const best = [...counts].sort((a, b) => b[1] - a[1] || b[0].length - a[0].length)[0];
  if (best === undefined) return null;
  // The fullest form of the name: 北京市公安局燕山分局 for 燕山分局.
  const fuller = [...counts.keys()].filter((name) => name.endsWith(best[0]) && name.length <= MAX_NAME);
  return fuller.sort((a, b) => b.length - a.length)[0] ?? best[0];
}

function organisationsIn(text: string, span: Span, position: number): Found[] {
  const found: Found[] = [];
  let from = span.start;
  const limit = Math.min(span.end, span.start + 240);
  for (let i = span.start; i <= limit; i++) {
    const flags = i === limit ? NEWLINE : flagsAt(text, i);
    if (flags & (HAN | LATIN)) continue;
    if (i > from) {
      const organisation = organisationIn(text, createSpan(from, i));
      if (organisation !== null) {
        const alone = organisation.end === i && organisation.start === from && from === span.start && i === span.end;
        const opens = organisation.start === from;
        const score =
          (alone ? 5 : opens ? 2 : 1) *
          (organisation.strong ? 1 : 0.4) *
          (position === 0 ? 1.5 : position < 4 ? 1.2 : 0.8);
        found.push({ name: text.slice(organisation.start, organisation.end), score });
      }
    }
    from = i + 1;
    if (flags & (OPEN_QUOTE | BLANK | CLAUSE_END | SENTENCE_END | COLON | NEWLINE | CLOSE_BRACKET)) continue;
  }
  return found;
}

/** The organisation a clause names first: from the clause's start (or the function word before it) to the last suffix in a row. */
function organisationIn(text: string, clause: Span): (Span & { strong: boolean }) | null {
  const limit = Math.min(clause.end, clause.start + 40);
  const { index, strong: strongSuffixes } = loadOrganisationSuffixes();
  const from = index.firstIn(text, clause.start + 1, limit);
  if (from >= limit) return null;
  const wording = text.slice(clause.start, limit);
  let end = -1;
  let strong = false;
  for (let i = from - clause.start; i < wording.length; i++) {
    const suffix = index.longestAt(wording, i);
    if (suffix === null) continue;
    const isStrong = strongSuffixes.has(suffix);
    if (end >= 0 && i > end + 6) break;
    if (!isStrong && end >= 0 && i > end) continue;
    if (!isStrong && i + suffix.length < wording.length && !isVerbBehind(wording, i + suffix.length)) continue;
    end = Math.max(end, i + suffix.length);
    strong ||= isStrong;
    i = Math.max(i, end - 1);
  }
  if (end < 0) return null;
  const cut = BEFORE_NAME.exec(wording.slice(0, end - 1));
  const start = cut === null ? 0 : cut[0].length;
  const length = end - start;
  if (
    length < 3 ||
    length > MAX_NAME ||
    /^[我本该各全一二三四五六七八九十两几多某些这那其]/u.test(wording.slice(start))
  )
    return null;
  return { start: clause.start + start, end: clause.start + end, strong };
}

/** 检修二班推行 …: a short suffix ends a name only before what it does. */
function isVerbBehind(wording: string, at: number): boolean {
  return /^(?:以|在|从|把|紧|坚|推|创|探|实|开|率|积|认|立|结|针|着|始|不|为|按|根|高|深|全|大|通|充|近|地|位|是|有|管|承|工作|党|团)/u.test(
    wording.slice(at),
  );
}
