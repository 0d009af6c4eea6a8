import {
  CLOSE_BRACKET,
  COLON,
  DIGIT,
  ENUMERATION_COMMA,
  flagsAt,
  HAN,
  LATIN,
  OPEN_BRACKET,
  SENTENCE_END,
  skipBlanks,
  trimBlanksBefore,
} from '../../language/characters.js';
import type { Outline, Paragraph } from '../../model/outline.js';
import { createSpan, type Span } from '../../model/span.js';
import { findGluedHeadings } from './find-glued-headings.js';
import { HEADING_SIGN, isHeadingLine, isPageLine, labelSpan, OTHER_LINE } from './find-headings.js';
import { type FoundMark, findMarks } from './find-marks.js';

/** A line that may be a heading, before the tree decides what it is. */
export interface HeadingCandidate {
  readonly kind: 'article' | 'title' | 'numbered' | 'plain';
  /** Of its paragraph, among those that are no lines of the web page. */
  readonly index: number;
  readonly start: number;
  readonly heading: Span;
  readonly mark: HeadingMark | null;
  /** Whether the line holds nothing but the heading. */
  readonly alone: boolean;
  /** Whether a line that is no heading stands before it and ends with a colon. */
  readonly afterColon: boolean;
}

export interface HeadingMark {
  readonly span: Span;
  readonly raw: string;
  readonly scheme: string;
  readonly family: string;
  readonly ordinal: number;
}

/** A line about the report and not of it: where it comes from, when, by whom, how often it was read. */
const ABOUT_REPORT =
  /[>＞|｜»]|当前位置|(?:来源|作者|记者|编辑|责编|审核|通讯员|发布(?:时间|日期|单位)?|时间|日期|字号|浏览|阅读|点击|文号|联系人|电话|地址|邮箱|收藏|分享)[:： (（]|第 ?\d+ ?页|\d{1,4}[-./年]\d{1,2}[-./月]\d{1,4}|[〇零一二三四五六七八九十0-9]{4}年[〇零一二三四五六七八九十0-9]{1,3}月|https?:|www\./u;
/** A line that ends like a sentence, or holds a semicolon, is no heading, nor is one that begins with what ends a clause. */
const NO_HEADING = /[!！.]$|[;；]|^[%、，。；：,.;:)）”》]/u;
/** The beginning of a subtitle. */
const LEADING_DASH = /^[—–―-]{1,}/;
/** A plain heading with more commas than this is a sentence that lost its end. */
const MOST_COMMAS = 2;
/** Wording of a numbered line that is longer is no heading but an entry of a list. */
const LONGEST_HEADING = 60;
/** How many lines at the top of a report may be title, subtitle and byline. */
const HEAD_LINES = 5;

/** Every line that can be a heading: articles, titles, lines that open with a number, short lines that text follows. */
export function findHeadingLines(text: string, outline: Outline): HeadingCandidate[] {
  const paragraphs = outline.paragraphs.filter((paragraph) => !isPageLine(text, paragraph));
  const marks = new Map<number, FoundMark>();
  const found = findMarks(text, paragraphs);
  for (const mark of found) if (mark.opensParagraph) marks.set(mark.span.start, mark);
  const articles = new Map(outline.articles.map(({ heading }) => [heading.start, heading]));
  const candidates: HeadingCandidate[] = [];
  /** Index of the line where the present report begins; -1 behind its title block. */
  let head = 0;
  let formal = 0;
  let article: Span | null = null;
  for (const [index, paragraph] of paragraphs.entries()) {
    const { span } = paragraph;
    const isArticle = articles.has(span.start);
    const read: Reading | null = isArticle
      ? ({ kind: 'article', heading: articles.get(span.start)!, mark: null, alone: true } as const)
      : (readNumbered(text, paragraph, marks, formal === 2) ?? readUnnumbered(text, paragraphs, index, head, article));
    if (isArticle) {
      head = index + 1;
      article = read!.heading;
    }
    if (!isArticle && head >= 0 && (read?.mark != null || placeInHead(text, paragraphs, index, head) === 'body'))
      head = -1;
    if (read === null) continue;
    if (read.mark?.family === 'formal') formal = read.mark.ordinal;
    const before = paragraphs[index - 1];
    const afterColon = before !== undefined && (flagsAt(text, before.span.end - 1) & COLON) !== 0;
    candidates.push({
      ...read,
      index,
      start: span.start,
      afterColon: afterColon && candidates.at(-1)?.index !== index - 1,
    });
  }
  const glued = findGluedHeadings(text, paragraphs, found, candidates);
  return glued.length === 0 ? candidates : [...candidates, ...glued].sort((a, b) => a.start - b.start);
}

type Reading = Pick<HeadingCandidate, 'kind' | 'heading' | 'mark' | 'alone'>;

function readUnnumbered(
  text: string,
  paragraphs: readonly Paragraph[],
  index: number,
  head: number,
  article: Span | null,
): Reading | null {
  const paragraph = paragraphs[index]!;
  const shown = shownHeading(text, paragraph);
  const place = head < 0 ? 'body' : placeInHead(text, paragraphs, index, head);
  const heading = shown ?? paragraph.span;
  if (place === 'title' && shown === null && article !== null) {
    // The heading of an article says its title; a line that says it again, or a byline, is none of its own.
    const titled = isBareNumber(text, article) && isOwnWording(text, paragraph.span);
    return titled ? { kind: 'plain', heading, mark: null, alone: true } : null;
  }
  if (place === 'title' && (shown !== null || isOwnWording(text, paragraph.span)))
    return { kind: article === null ? 'title' : 'plain', heading, mark: null, alone: true };
  const plain = shown !== null || (place === 'body' && isPlainHeading(text, paragraphs, index));
  return plain ? { kind: 'plain', heading, mark: null, alone: true } : null;
}

/** 第一篇, 【范文二】: the heading of an article that says no more than its number. */
function isBareNumber(text: string, { start, end }: Span): boolean {
  const wording = text
    .slice(start, end)
    .replace(/^【?(?:第?[^:： 】]{1,6}?篇|篇[^:： 】]{1,6}|范文..?|材料..?|案例..?|经验..?)】?[:： ]?/u, '');
  return wording.length < 4;
}

/** The title is the first heading-like line of a report; subtitle and byline follow it at once. */
function placeInHead(text: string, paragraphs: readonly Paragraph[], index: number, head: number) {
  if (index - head >= HEAD_LINES || !isHeadingLine(text, paragraphs[index]!)) return 'body';
  const earlier = paragraphs.slice(head, index);
  return earlier.some(({ span }) => isOwnWording(text, span)) ? 'head' : 'title';
}

/** `## 主要做法`: what a line of Markdown shows as a heading, or null. */
function shownHeading(text: string, { span }: Paragraph): Span | null {
  const sign = HEADING_SIGN.exec(text.slice(span.start, Math.min(span.end, span.start + 10)));
  return sign === null ? null : createSpan(span.start + sign[0].length, span.end);
}

/** Whether a line says something of its own: not who wrote it, when, where to click. */
function isOwnWording(text: string, span: Span): boolean {
  const line = text.slice(span.start, span.end);
  let letters = 0;
  for (let i = span.start; i < span.end; i++) if (flagsAt(text, i) & HAN) letters++;
  const bracketed =
    (flagsAt(text, span.start) & OPEN_BRACKET) !== 0 && (flagsAt(text, span.end - 1) & CLOSE_BRACKET) !== 0;
  return letters >= 2 && !bracketed && !OTHER_LINE.test(line) && !ABOUT_REPORT.test(line) && !LEADING_DASH.test(line);
}

/** A short line that says one thing, that text follows, and that goes on with no sentence of the line before. */
function isPlainHeading(text: string, paragraphs: readonly Paragraph[], index: number): boolean {
  const paragraph = paragraphs[index]!;
  const next = paragraphs[index + 1];
  if (next === undefined || !isHeadingLine(text, paragraph) || !isOwnWording(text, paragraph.span)) return false;
  const line = text.slice(paragraph.span.start, paragraph.span.end);
  if ((line.match(/[,，]/g)?.length ?? 0) > MOST_COMMAS || NO_HEADING.test(line)) return false;
  return !isHeadingLine(text, next) && !breaksOff(text, paragraphs[index - 1]);
}

/** Whether a line of running text ends in mid-sentence. */
function breaksOff(text: string, line: Paragraph | undefined): boolean {
  if (line === undefined || isHeadingLine(text, line)) return false;
  return (flagsAt(text, line.span.end - 1) & (HAN | DIGIT | LATIN | ENUMERATION_COMMA)) !== 0;
}

/** Numbers that are words (首先, 另一方面) run through sentences and head nothing. */
function readNumbered(
  text: string,
  { span }: Paragraph,
  marks: ReadonlyMap<number, FoundMark>,
  thirdFormal: boolean,
): Reading | null {
  const opening = skipDecoration(text, span);
  const mark = marks.get(opening);
  const read: HeadingMark | null =
    mark !== undefined && mark.rule === 'number' && mark.family !== 'article'
      ? { span: mark.span, raw: mark.raw, scheme: mark.scheme, family: mark.family, ordinal: mark.ordinal }
      : (readThirdFormal(text, opening, thirdFormal) ?? readStem(text, opening));
  // “安全第 / 一、预防为主”: the line was broken inside 第一.
  if (read === null || text.charAt(trimBlanksBefore(text, span.start) - 1) === '第') return null;
  const from = skipBlanks(text, read.span.end, span.end);
  const stop = labelSpan(text, from, span.end, false, true);
  const alone = span.end - from <= LONGEST_HEADING && !holdsSentence(text, createSpan(from, span.end));
  const heading = alone ? trimEnd(text, createSpan(from, span.end)) : labelSpan(text, from, span.end);
  return { kind: 'numbered', heading: heading.end > from ? heading : stop, mark: read, alone };
}

/** 参、 in the place of 叁、, as reports of Taiwan write it (參、); simplified it looks like a word. */
function readThirdFormal(text: string, start: number, due: boolean): HeadingMark | null {
  return due && text.charAt(start) === '参' ? readSigned(text, start, 'formal-comma', 'formal', 3) : null;
}

const STEMS = '甲乙丙丁戊己庚辛壬癸';

/** 甲、 乙、 … which number nothing but headings, so that `data/structure/marks.tsv` has no row for them. */
function readStem(text: string, start: number): HeadingMark | null {
  const ordinal = STEMS.indexOf(text.charAt(start) || ' ') + 1;
  return ordinal === 0 ? null : readSigned(text, start, 'stem-comma', 'stem', ordinal);
}

/** A number of one character with 、 or a full stop behind it. */
function readSigned(text: string, start: number, scheme: string, family: string, ordinal: number): HeadingMark | null {
  if (!'、.．'.includes(text.charAt(start + 1) || ' ')) return null;
  const span = createSpan(start, start + 2);
  return { span, raw: text.slice(start, start + 2), scheme, family, ordinal };
}

function skipDecoration(text: string, { start, end }: Span): number {
  let i = start;
  while (i < end && '#*->•·●■◆★☆▲◎※ \t'.includes(text.charAt(i))) i++;
  return i;
}

/** Whether a sentence ends before the end of the stretch. */
function holdsSentence(text: string, { start, end }: Span): boolean {
  for (let i = start; i < end - 1; i++) if (flagsAt(text, i) & SENTENCE_END) return true;
  return false;
}

/** Without the sign that ends it: 从理念上融入。 */
function trimEnd(text: string, { start, end }: Span): Span {
  let last = end;
  while (last > start && '。;；:：,，、'.includes(text.charAt(last - 1))) last--;
  return createSpan(start, last);
}
