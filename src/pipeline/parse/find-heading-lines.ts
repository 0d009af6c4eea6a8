import { CLOSE_BRACKET, flagsAt, HAN, OPEN_BRACKET, SENTENCE_END, skipBlanks } from '../../language/characters.js';
import type { Outline, Paragraph } from '../../model/outline.js';
import { createSpan, type Span } from '../../model/span.js';
import { isHeadingLine, labelSpan } from './find-headings.js';
import { type FoundMark, findMarks } from './find-marks.js';

/** A line that may be a heading, before the tree decides what it is. */
export interface HeadingCandidate {
  readonly kind: 'article' | 'title' | 'numbered' | 'plain';
  /** Of its paragraph. */
  readonly index: number;
  readonly start: number;
  readonly heading: Span;
  readonly mark: HeadingMark | null;
  /** Whether the line holds nothing but the heading. */
  readonly alone: boolean;
}

export interface HeadingMark {
  readonly span: Span;
  readonly raw: string;
  readonly scheme: string;
  readonly family: string;
  readonly ordinal: number;
}

/** The signs before a heading of Markdown. */
const HEADING_SIGN = /^#{1,6}[ \t]+/;
/** Lines of Markdown that are no headings: entries of lists, quotations, tables, rules. */
const OTHER_LINE = /^(?:[-*+>][ \t]|\||[-*_=]{3,}$)/;
/** A line about the report and not of it: where it comes from, when, by whom, how often it was read. */
const ABOUT_REPORT =
  /[>＞|｜»]|当前位置|(?:来源|作者|记者|编辑|责编|审核|通讯员|发布(?:时间|日期|单位)?|时间|日期|字号|浏览|阅读|点击|文号|联系人|电话|地址|邮箱|收藏|分享)[:： (（]|\d{1,4}[-./年]\d{1,2}[-./月]\d{1,4}|[〇零一二三四五六七八九十0-9]{4}年[〇零一二三四五六七八九十0-9]{1,3}月|https?:|www\./u;
/** How a byline ends: who reports, not what about. */
const LEADING_DASH = /^[—–―-]{1,}/;
/** A plain heading with more commas than this is a sentence that lost its end. */
const MOST_COMMAS = 2;
/** Wording of a numbered line that is longer is no heading but an entry of a list. */
const LONGEST_HEADING = 60;
/** How many lines at the top of a report may be title, subtitle and byline. */
const HEAD_LINES = 5;

/** Every line that can be a heading: articles, titles, lines that open with a number, short lines that text follows. */
export function findHeadingLines(text: string, outline: Outline): HeadingCandidate[] {
  const { paragraphs } = outline;
  const marks = new Map<number, FoundMark>();
  for (const mark of findMarks(text, paragraphs)) if (mark.opensParagraph) marks.set(mark.span.start, mark);
  const articles = new Set(outline.articles.map(({ heading }) => heading.start));
  const candidates: HeadingCandidate[] = [];
  let head = 0;
  for (const [index, paragraph] of paragraphs.entries()) {
    const { start, end } = paragraph.span;
    if (articles.has(start)) {
      candidates.push({ kind: 'article', index, start, heading: createSpan(start, end), mark: null, alone: true });
      head = index + 1;
      continue;
    }
    const numbered = readNumbered(text, paragraph, marks, formalBefore(candidates));
    if (numbered !== null) {
      candidates.push(numbered);
      head = -1;
      continue;
    }
    const shown = shownHeading(text, paragraph);
    const place = head < 0 ? 'body' : placeInHead(text, paragraphs, index, head);
    if (place === 'body') head = -1;
    if (place === 'head' && shown === null) continue;
    if (place === 'title' && (shown !== null || isOwnWording(text, paragraph.span))) {
      const heading = shown ?? paragraph.span;
      candidates.push({ kind: 'title', index, start, heading, mark: null, alone: true });
    } else if (shown !== null || (place === 'body' && isPlainHeading(text, paragraphs, index))) {
      const heading = shown ?? paragraph.span;
      candidates.push({ kind: 'plain', index, start, heading, mark: null, alone: true });
    }
  }
  return candidates;
}

/** Whether the last formal number (壹、 贰、) of the headings so far is 贰: then 参、 is the third. */
function formalBefore(candidates: readonly HeadingCandidate[]): boolean {
  return candidates.findLast(({ mark }) => mark?.family === 'formal')?.mark?.ordinal === 2;
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

/** A short line that says one thing and that text follows. */
function isPlainHeading(text: string, paragraphs: readonly Paragraph[], index: number): boolean {
  const paragraph = paragraphs[index]!;
  const next = paragraphs[index + 1];
  if (next === undefined || !isHeadingLine(text, paragraph) || !isOwnWording(text, paragraph.span)) return false;
  const line = text.slice(paragraph.span.start, paragraph.span.end);
  if ((line.match(/[,，]/g)?.length ?? 0) > MOST_COMMAS || /[!！.]$/.test(line)) return false;
  return !isHeadingLine(text, next);
}

/** Numbers that are words (首先, 另一方面) run through sentences and head nothing. */
function readNumbered(
  text: string,
  { span, index }: Paragraph,
  marks: ReadonlyMap<number, FoundMark>,
  thirdFormal: boolean,
): HeadingCandidate | null {
  const opening = skipDecoration(text, span);
  const mark = marks.get(opening);
  const read: HeadingMark | null =
    mark !== undefined && mark.rule === 'number' && mark.family !== 'article'
      ? { span: mark.span, raw: mark.raw, scheme: mark.scheme, family: mark.family, ordinal: mark.ordinal }
      : thirdFormal
        ? readThirdFormal(text, opening)
        : null;
  if (read === null) return null;
  const from = skipBlanks(text, read.span.end, span.end);
  const stop = labelSpan(text, from, span.end, false, true);
  const alone = span.end - from <= LONGEST_HEADING && !holdsSentence(text, createSpan(from, span.end));
  const heading = alone ? trimEnd(text, createSpan(from, span.end)) : labelSpan(text, from, span.end);
  return {
    kind: 'numbered',
    index,
    start: span.start,
    heading: heading.end > from ? heading : stop,
    mark: read,
    alone,
  };
}

/** 参、 in the place of 叁、, as reports of Taiwan write it (參、); simplified it looks like a word. */
function readThirdFormal(text: string, start: number): HeadingMark | null {
  if (text.charAt(start) !== '参' || !'、.．'.includes(text.charAt(start + 1) || ' ')) return null;
  const span = createSpan(start, start + 2);
  return { span, raw: text.slice(start, start + 2), scheme: 'formal-comma', family: 'formal', ordinal: 3 };
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
