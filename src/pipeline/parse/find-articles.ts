import { BLANK, COLON, flagsAt, trimBlanksBefore } from '../../language/characters.js';
import type { Article, Paragraph } from '../../model/outline.js';
import { createSpan } from '../../model/span.js';
import type { FoundMark } from './find-marks.js';

/**
 * The reports of a bundle: lines that begin with 第N篇, 篇N … in one numbering. Each reaches to the next; what stands before the
 * first (a cover, a table of contents) belongs to none.
 */
export function findArticles(text: string, paragraphs: readonly Paragraph[], marks: readonly FoundMark[]): Article[] {
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
      heading: createSpan(mark.span.start, Math.min(line?.span.end ?? mark.span.end, mark.span.start + 80)),
      span: createSpan(mark.span.start, end),
    };
  });
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
