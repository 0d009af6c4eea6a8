import { CLAUSE_END, flagsAt } from '../../language/characters.js';
import type { HeadingLine } from '../../model/section-outline.js';
import type { HeadingCandidate } from './find-heading-lines.js';
import { labelSpan } from './find-headings.js';

/**
 * Headings that run into their text end alike within a list: where most of them stop at their first comma, the others do, though their
 * sentence be short enough to be a heading (一是建台账,逐户登记。 beside 二是勤走访,…).
 */
export function alignRunIn(
  text: string,
  headings: readonly HeadingLine[],
  candidates: readonly HeadingCandidate[],
): HeadingLine[] {
  const runIn = new Set(candidates.filter(({ alone, mark }) => !alone && mark !== null).map(({ start }) => start));
  const lists = new Map<string, { all: number; cut: number }>();
  const keyOf = ({ parent, scheme }: HeadingLine) => `${parent} ${scheme}`;
  for (const line of headings) {
    if (!runIn.has(line.start)) continue;
    const list = lists.get(keyOf(line)) ?? { all: 0, cut: 0 };
    list.all++;
    if (flagsAt(text, line.heading.end) & CLAUSE_END) list.cut++;
    lists.set(keyOf(line), list);
  }
  return headings.map((line) => {
    const list = lists.get(keyOf(line));
    if (list === undefined || !runIn.has(line.start) || list.cut * 2 <= list.all) return line;
    return { ...line, heading: labelSpan(text, line.heading.start, line.heading.end, true) };
  });
}
