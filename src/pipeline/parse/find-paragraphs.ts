import { flagsAt, NEWLINE, skipBlanks, trimBlanksBefore } from '../../language/characters.js';
import type { Paragraph } from '../../model/outline.js';
import { createSpan } from '../../model/span.js';

/** The lines of a text that are not blank, without their outer blanks. */
export function findParagraphs(text: string): Paragraph[] {
  const paragraphs: Paragraph[] = [];
  let start = 0;
  while (start < text.length) {
    let end = start;
    while ((flagsAt(text, end) & NEWLINE) === 0) end++;
    const first = skipBlanks(text, start, end);
    const last = trimBlanksBefore(text, end, first);
    if (last > first) paragraphs.push({ span: createSpan(first, last), index: paragraphs.length });
    start = end + 1;
  }
  return paragraphs;
}
