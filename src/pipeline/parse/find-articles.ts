import { BLANK, COLON, flagsAt, SENTENCE_END, trimBlanksBefore } from '../../language/characters.js';
import { findOutside } from '../../language/clauses.js';
import type { NormalizedDocument } from '../../model/document.js';
import type { Article, Paragraph } from '../../model/outline.js';
import { createSpan, type Span } from '../../model/span.js';
import type { FoundMark } from './find-marks.js';

/**
 * The reports of a bundle: lines that begin with 第N篇, 篇N … in one numbering. Each reaches to the next; what stands before the
 * first (a cover, a table of contents) belongs to none.
 */
export function findArticles(
  document: NormalizedDocument,
  paragraphs: readonly Paragraph[],
  marks: readonly FoundMark[],
): Article[] {
  const { text } = document;
  const heads = marks.filter((mark) => mark.family === 'article' && mark.opensParagraph && isHeadOfArticle(text, mark));
  if (heads.length === 0) return [];
  const scheme = mostFrequentScheme(heads);
  const chosen = heads.filter((mark) => mark.scheme === scheme);
  const lines = new Map(paragraphs.map((paragraph) => [paragraph.span.start, paragraph]));
  return chosen.map((mark, i) => {
    const line = lines.get(mark.span.start);
    const end = i + 1 < chosen.length ? trimBlanksBefore(text, chosen[i + 1]!.span.start) : text.length;
    return {
      index: mark.ordinal,
      heading: headingOf(document, mark, line?.span.end ?? mark.span.end),
      span: createSpan(mark.span.start, end),
    };
  });
}

/** A heading is no longer. */
const LONGEST = 80;
/** Wording that is shorter is no title. */
const SHORTEST = 4;

/**
 * The line, or where the report begins on the same line (第一篇:某某的做法 今年以来,…。) what stands before the blank that parts them, which
 * normalizing took out; without a blank the first sentence.
 */
function headingOf(document: NormalizedDocument, mark: FoundMark, lineEnd: number): Span {
  const { text } = document;
  const { start } = mark.span;
  const end = Math.min(lineEnd, start + LONGEST);
  const sentence = findOutside(text, mark.span.end, lineEnd, SENTENCE_END);
  if (sentence >= lineEnd - 1 && lineEnd - start <= LONGEST && text.charAt(lineEnd - 1) !== '。')
    return createSpan(start, end);
  for (let i = mark.span.end + SHORTEST; i < Math.min(end, sentence); i++)
    if (hadBlankBefore(document, i)) return createSpan(start, trimBlanksBefore(text, i, start));
  return createSpan(start, Math.min(end, sentence));
}

function hadBlankBefore({ source, offsets }: NormalizedDocument, i: number): boolean {
  const before = offsets.toSource(createSpan(i - 1, i));
  const after = offsets.toSource(createSpan(i, i + 1));
  return /\s/.test(source.text.slice(before.start, after.start));
}

function isHeadOfArticle(text: string, mark: FoundMark): boolean {
  const next = flagsAt(text, mark.span.end);
  if (mark.scheme.startsWith('article-bracket')) return true;
  return (
    (next & (COLON | BLANK)) !== 0 || '、.．\n'.includes(text.charAt(mark.span.end)) || mark.scheme === 'article-pian'
  );
}

function mostFrequentScheme(marks: readonly FoundMark[]): string {
  const counts = new Map<string, number>();
  for (const { scheme } of marks) counts.set(scheme, (counts.get(scheme) ?? 0) + 1);
  return [...counts].reduce((best, entry) => (entry[1] > best[1] ? entry : best))[0];
}
