import { CLAUSE_END, ENUMERATION_COMMA, flagsAt, skipBlanks, trimBlanksBefore } from '../../language/characters.js';
import { findOutside } from '../../language/clauses.js';
import type { NormalizedDocument } from '../../model/document.js';
import type { Article, Enumeration, EnumerationMember, Outline, Paragraph, Section } from '../../model/outline.js';
import { createSpan, lowerBound, type Span } from '../../model/span.js';
import { buildChains, type Chain } from './build-chains.js';
import { findArticles } from './find-articles.js';
import { HEADING_SIGN, isHeadingLine, isPageLine, labelSpan, OTHER_LINE } from './find-headings.js';
import { type FoundMark, findMarks } from './find-marks.js';
import { findParagraphs } from './find-paragraphs.js';

/** Reads the outline of a normalized text: articles, sections, paragraphs and every numbered list. */
export function parseDocument(document: NormalizedDocument): Outline {
  const { text } = document;
  const paragraphs = findParagraphs(text);
  const marks = findMarks(text, paragraphs);
  const articles = findArticles(document, paragraphs, marks);
  const chains = stretchesOf(articles, text.length).flatMap(({ start, end }) =>
    buildChains(
      marks.slice(lowerBound(marks, start), lowerBound(marks, end)).filter((mark) => mark.family !== 'article'),
      end,
    ),
  );
  const lists = chains.filter((chain) => chain.marks.length >= 2);
  const enumerations = lists.map((chain) => toEnumeration(text, chain, paragraphs));
  const sections = findSections(text, paragraphs, lists, articles);
  return { title: findTitle(text, paragraphs, articles), articles, sections, paragraphs, enumerations };
}

/** The stretches in which lists are sought apart: each article, and what stands outside them. */
function stretchesOf(articles: readonly Article[], length: number): Span[] {
  if (articles.length === 0) return [createSpan(0, length)];
  return [createSpan(0, articles[0]!.span.start), ...articles.map((article) => article.span)];
}

function toEnumeration(text: string, chain: Chain, paragraphs: readonly Paragraph[]): Enumeration {
  const places = chain.marks.map((mark, i) => {
    const limit = chain.marks[i + 1]?.span.start ?? lastMemberEnd(text, chain, paragraphs);
    const from = afterMark(text, mark.span.end, limit);
    return { mark, from, limit, line: Math.min(limit, lineEnd(paragraphs, from)) };
  });
  // Where most members are cut at their first comma, the others are: the last of a list ends in 。 and looks like a heading.
  const cut = places.filter(({ mark, from, line }) => {
    return !mark.opensParagraph || labelSpan(text, from, line).end < labelSpan(text, from, line, false, true).end;
  });
  // …成效明显。一是登记,当天记下。⏎二是分办,…: what one of them says in mid-line the others say too.
  const mixed = places.some(({ mark }) => !mark.opensParagraph) && places.some(({ mark }) => mark.opensParagraph);
  const short = cut.length * 2 > places.length || mixed || opensAlike(text, places);
  const members: EnumerationMember[] = places.map(({ mark, from, limit, line }) => {
    const label = labelSpan(text, from, line, short || !mark.opensParagraph);
    return {
      ordinal: mark.ordinal,
      mark: mark.span,
      label,
      body: createSpan(from, trimBlanksBefore(text, limit, from)),
    };
  });
  const span = createSpan(chain.marks[0]!.span.start, members.at(-1)!.body.end);
  return { scheme: chain.marks[0]!.scheme, members, span };
}

/**
 * 快速抢修,与三家厂商约定两小时到场。 beside 快速复原,水退后两天清完道路。: sentences whose first clauses are of one length and share a character at
 * their edge, while the rest is longer, and of any length or much longer.
 */
function opensAlike(text: string, places: readonly { readonly from: number; readonly line: number }[]): boolean {
  const clauses = places.map(({ from, line }) => {
    const { end } = labelSpan(text, from, line, false, true);
    return { from, comma: findOutside(text, from, end, CLAUSE_END), end, closed: text.charAt(end) === '。' };
  });
  const first = clauses[0]!;
  const length = first.comma - first.from;
  const alike = clauses.every(({ from, comma, end, closed }) => {
    const edge =
      text.charAt(from) === text.charAt(first.from) || text.charAt(comma - 1) === text.charAt(first.comma - 1);
    return closed && edge && comma - from === length && end - comma > length + 1;
  });
  const rests = clauses.map(({ comma, end }) => end - comma);
  return alike && (rests.some((rest) => rest !== rests[0]) || rests[0]! > 3 * length);
}

/** Blanks, and a colon or comma after a mark that needs none (第一步:进门摸底). */
function afterMark(text: string, end: number, limit: number): number {
  let from = skipBlanks(text, end, limit);
  if (flagsAt(text, from) & (CLAUSE_END | ENUMERATION_COMMA)) from = skipBlanks(text, from + 1, limit);
  if (text.charAt(from) === '是' && !'否非'.includes(text.charAt(from + 1))) from++;
  return Math.min(from, limit);
}

/** Where the line that holds `offset` ends. */
function lineEnd(paragraphs: readonly Paragraph[], offset: number): number {
  return Math.max(offset, paragraphs[firstParagraphAt(paragraphs, offset)]?.span.end ?? offset);
}

/**
 * Where the last member ends: a list inside one paragraph ends with it; one whose marks open lines, or whose members had text below
 * their first line, goes on to the end of what it stands in.
 */
function lastMemberEnd(text: string, chain: Chain, paragraphs: readonly Paragraph[]): number {
  const marks = chain.marks;
  const last = marks.at(-1)!;
  const lineOfLast = lineEnd(paragraphs, last.span.end);
  if (!last.opensParagraph) {
    const headingAlone = lineOfLast - labelSpan(text, last.span.end, lineOfLast).end <= 1;
    return headingAlone && lineEnd(paragraphs, marks[0]!.span.end) < last.span.start
      ? chain.end
      : Math.min(chain.end, lineOfLast);
  }
  // Members of one line each: the last has one line too.
  const counts = marks.slice(0, -1).map((mark, i) => paragraphCount(paragraphs, mark, marks[i + 1]!));
  const single = counts.every((count) => count === 1);
  // Where all the others have a heading and one paragraph, what follows those of the last is the close of the report.
  if (counts.length >= 2 && counts.every((count) => count === 2)) {
    const second = paragraphs[firstParagraphAt(paragraphs, last.span.start) + 1];
    if (second !== undefined) return Math.min(chain.end, second.span.end);
  }
  return single && marks.length > 1 && !isHeadingAlone(text, paragraphs, last)
    ? Math.min(chain.end, lineOfLast)
    : chain.end;
}

function isHeadingAlone(text: string, paragraphs: readonly Paragraph[], mark: FoundMark): boolean {
  const end = lineEnd(paragraphs, mark.span.end);
  return isHeadingLine(text, { span: createSpan(mark.span.start, trimBlanksBefore(text, end)), index: 0 });
}

function paragraphCount(paragraphs: readonly Paragraph[], from: FoundMark, to: FoundMark): number {
  return firstParagraphAt(paragraphs, to.span.start) - firstParagraphAt(paragraphs, from.span.start);
}

/** Index of the last paragraph that starts at or before `offset`. */
function firstParagraphAt(paragraphs: readonly Paragraph[], offset: number): number {
  return lowerBound(paragraphs, offset + 1) - 1;
}

/** The parts under headings: members of lists that open lines, and lines that look like headings. */
function findSections(
  text: string,
  paragraphs: readonly Paragraph[],
  chains: readonly Chain[],
  articles: readonly Article[],
): Section[] {
  const marked = new Map<number, { mark: FoundMark; end: number; level: number }>();
  for (const chain of chains) {
    let level = 0;
    for (let outer = chain.parent; outer !== null; outer = outer.parent) level++;
    for (const [i, mark] of chain.marks.entries()) {
      if (!mark.opensParagraph) continue;
      // Signs of Markdown may stand between the start of the paragraph and the mark.
      const paragraph = paragraphs[firstParagraphAt(paragraphs, mark.span.start)]!;
      marked.set(paragraph.span.start, { mark, end: chain.marks[i + 1]?.span.start ?? chain.end, level });
    }
  }
  const sections: Section[] = [];
  const articleStarts = new Set(articles.map((article) => article.heading.start));
  for (const [i, paragraph] of paragraphs.entries()) {
    const numbered = marked.get(paragraph.span.start);
    if (numbered !== undefined) {
      const { mark, end, level } = numbered;
      const from = skipBlanks(text, mark.span.end, paragraph.span.end);
      sections.push({
        heading: labelSpan(text, from, paragraph.span.end),
        mark,
        level,
        span: createSpan(mark.span.start, end),
      });
    } else if (!articleStarts.has(paragraph.span.start) && isPlainHeading(text, paragraphs, i)) {
      const sign = HEADING_SIGN.exec(text.slice(paragraph.span.start, paragraph.span.end))?.[0].length ?? 0;
      const heading = createSpan(paragraph.span.start + sign, paragraph.span.end);
      sections.push({ heading, mark: null, level: -1, span: paragraph.span });
    }
  }
  return closePlainSections(sections, articles, text.length);
}

/** A short line that text follows, or one that Markdown marks as a heading. */
function isPlainHeading(text: string, paragraphs: readonly Paragraph[], index: number): boolean {
  const line = text.slice(paragraphs[index]!.span.start, paragraphs[index]!.span.end);
  if (OTHER_LINE.test(line)) return false;
  const next = paragraphs[index + 1];
  if (next === undefined) return false;
  const looksLikeOne =
    HEADING_SIGN.test(line) || (isHeadingLine(text, paragraphs[index]!) && !isHeadingLine(text, next));
  // The dearest question comes last.
  return looksLikeOne && !isPageLine(text, paragraphs[index]!);
}

/** A plain heading reaches to the next plain heading, or to the end of the numbered section or article that holds it. */
function closePlainSections(sections: readonly Section[], articles: readonly Article[], length: number): Section[] {
  const result: Section[] = [];
  const holders: Section[] = [];
  for (const [i, section] of sections.entries()) {
    while (holders.length > 0 && holders.at(-1)!.span.end <= section.span.start) holders.pop();
    if (section.mark !== null) {
      holders.push(section);
      result.push(section);
      continue;
    }
    const article = articles[lowerBound(articles, section.span.start + 1) - 1];
    const articleEnd = article !== undefined && section.span.start < article.span.end ? article.span.end : length;
    let end = Math.min(holders.at(-1)?.span.end ?? length, articleEnd);
    for (let k = i + 1; k < sections.length && sections[k]!.span.start < end; k++) {
      const other = sections[k]!;
      if (other.mark === null || other.level < (holders.at(-1)?.level ?? -1)) {
        end = other.span.start;
        break;
      }
    }
    const level = holders.length === 0 ? 0 : holders.at(-1)!.level + 1;
    result.push({ ...section, level, span: createSpan(section.span.start, end) });
  }
  return result;
}

/** 首页 > 基层动态 > 正文; 2023-05-04 来源:某报: lines of a web page around the title. */
function isNavigation(text: string, { span }: Paragraph): boolean {
  const line = text.slice(span.start, span.end);
  return /[>＞|｜»]|当前位置|来源[:：]|发布时间|^\d{4}[-年./]\d/u.test(line);
}

/** The title is one of the first lines … */
const HEAD_LINES = 4;
/** … behind those of the web page around the report. */
const HEAD_WITH_PAGE = 24;

/** The first line that looks like a heading; of a bundle, the first article's without its number. */
function findTitle(text: string, paragraphs: readonly Paragraph[], articles: readonly Article[]): Span | null {
  const first = articles[0];
  if (first !== undefined && paragraphs[0] !== undefined && paragraphs[0].span.start === first.heading.start) {
    const colon = text.slice(first.heading.start, first.heading.end).search(/[::]/);
    return colon < 0 ? first.heading : createSpan(first.heading.start + colon + 1, first.heading.end);
  }
  const head = findHead(text, paragraphs);
  if (head === null) return null;
  const sign = HEADING_SIGN.exec(text.slice(head.span.start, head.span.end))?.[0].length ?? 0;
  return createSpan(head.span.start + sign, head.span.end);
}

function findHead(text: string, paragraphs: readonly Paragraph[]): Paragraph | null {
  let passed = 0;
  for (const paragraph of paragraphs.slice(0, HEAD_WITH_PAGE)) {
    if (isHeadingLine(text, paragraph)) {
      if (isPageLine(text, paragraph)) continue;
      if (!isNavigation(text, paragraph)) return paragraph;
    }
    if (++passed === HEAD_LINES) return null;
  }
  return null;
}
