import { flagsAt, NEWLINE, skipBlanks, trimBlanksBefore } from '../../language/characters.js';
import type { Paragraph } from '../../model/outline.js';
import { createSpan } from '../../model/span.js';

/** The lines of a text that are not blank, without their outer blanks. */
export function findParagraphs(text: string): Paragraph[] {
  const paragraphs: Paragraph[] = [];
  const onlyNewlines = !text.includes('\u2028') && !text.includes('\u2029');
  let start = 0;
  while (start < text.length) {
    const end = onlyNewlines ? lineEnd(text, start) : anyLineEnd(text, start);
    const first = skipBlanks(text, start, end);
    const last = trimBlanksBefore(text, end, first);
    if (last > first) paragraphs.push({ span: createSpan(first, last), index: paragraphs.length });
    start = end + 1;
  }
  return paragraphs;
}

function lineEnd(text: string, start: number): number {
  const newline = text.indexOf('\n', start);
  return newline < 0 ? text.length : newline;
}

function anyLineEnd(text: string, start: number): number {
  let end = start;
  while ((flagsAt(text, end) & NEWLINE) === 0) end++;
  return end;
}
