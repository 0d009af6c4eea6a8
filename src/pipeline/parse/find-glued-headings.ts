import { COLON, flagsAt, SENTENCE_END, skipBlanks, trimBlanksBefore } from '../../language/characters.js';
import { findOutside } from '../../language/clauses.js';
import type { Paragraph } from '../../model/outline.js';
import { createSpan, lowerBound } from '../../model/span.js';
import type { HeadingCandidate } from './find-heading-lines.js';
import { labelSpan } from './find-headings.js';
import type { FoundMark } from './find-marks.js';

/** Wording of a heading that lost its line; longer wording is a sentence of the text. */
const LONGEST_GLUED = 30;

/** A number amid a line, and whether its wording is all that follows there. */
interface GluedNumber {
  readonly mark: FoundMark;
  /** Index of its paragraph. */
  readonly index: number;
  readonly heading: HeadingCandidate['heading'];
  readonly tail: boolean;
}

/**
 * Headings whose line break was lost, so that they end the line of the text before them (…全部到位。三、工作启示) or stand amid it. They are
 * taken only where a list of headings on lines of their own goes on with them: at the end of a line, or right between two
 * headings whose numbers leave one out.
 */
export function findGluedHeadings(
  text: string,
  paragraphs: readonly Paragraph[],
  marks: readonly FoundMark[],
  lines: readonly HeadingCandidate[],
): HeadingCandidate[] {
  const numbers = marks.flatMap((mark) => readGlued(text, paragraphs, mark) ?? []);
  const found: HeadingCandidate[] = [];
  const last = new Map<string, HeadingCandidate>();
  let k = 0;
  for (const [i, number] of numbers.entries()) {
    const { mark, index, heading, tail } = number;
    for (; k < lines.length && lines[k]!.start < mark.span.start; k++) {
      const line = lines[k]!;
      if (line.mark !== null) last.set(line.mark.family, line);
      else if (line.kind === 'article') last.clear();
    }
    const before = last.get(mark.family);
    if (before?.mark?.ordinal !== mark.ordinal - 1 || !before.alone) continue;
    if (!tail && nextNumber(numbers, i, lines, k) !== mark.ordinal + 1) continue;
    const { span, raw, scheme, family, ordinal } = mark;
    const read = { span, raw, scheme, family, ordinal };
    const { start } = span;
    const heads = { kind: 'numbered', index, start, heading, mark: read, alone: true, afterColon: false } as const;
    found.push(heads);
    last.set(family, heads);
  }
  return found;
}

/** A number behind the end of a sentence (or amid a clause, where the full stop was lost too) with short wording of its own. */
function readGlued(text: string, paragraphs: readonly Paragraph[], mark: FoundMark): GluedNumber | null {
  if (mark.opensParagraph || mark.rule !== 'number' || mark.family === 'article' || mark.ordinal < 2) return null;
  const index = lowerBound(paragraphs, mark.span.start + 1) - 1;
  const line = paragraphs[index];
  if (line === undefined) return null;
  const from = skipBlanks(text, mark.span.end, line.span.end);
  // No further than its wording may reach: a line may hold many numbers and no end of a sentence.
  const limit = Math.min(line.span.end, from + LONGEST_GLUED + 2);
  const stop = findOutside(text, from, limit, SENTENCE_END | COLON);
  const heading = labelSpan(text, from, limit, false, true);
  const length = heading.end - heading.start;
  if (length < 2 || stop - from > LONGEST_GLUED) return null;
  const before = trimBlanksBefore(text, mark.span.start, line.span.start);
  const behindSentence = before > line.span.start && (flagsAt(text, before - 1) & SENTENCE_END) !== 0;
  const tail = behindSentence && stop >= line.span.end - 1;
  return { mark, index, heading: createSpan(heading.start, heading.end), tail };
}

/** The number that comes next in the same family, at the head or the end of a line. */
function nextNumber(
  numbers: readonly GluedNumber[],
  i: number,
  lines: readonly HeadingCandidate[],
  k: number,
): number | null {
  const { mark } = numbers[i]!;
  const line = lines.slice(k, k + NEAR).find((other) => other.mark?.family === mark.family);
  const tail = numbers.slice(i + 1, i + 1 + NEAR).find((other) => other.tail && other.mark.family === mark.family);
  if (tail !== undefined && (line === undefined || tail.mark.span.start < line.start)) return tail.mark.ordinal;
  return line?.mark?.ordinal ?? null;
}

/** How many numbers ahead the next one of a list is sought. */
const NEAR = 40;
