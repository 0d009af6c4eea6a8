import type { DocumentEvaluation } from '../corpus/evaluate/evaluate-extractions.js';
import type { Difference, Miss } from '../corpus/evaluate/list-misses.js';
import { cutToWidth } from './display-width.js';
import type { Painter } from './paint.js';
import { toPrintableLine } from './printable.js';

/** What stands before the name of a miss. */
const TITLES: Readonly<Record<Miss['kind'], string>> = {
  'missed-framework': 'missed',
  'extra-framework': 'not annotated',
  'different-framework': 'different',
  'missed-list': 'missed list (costs nothing)',
  'missed-mention': 'missed mention',
  'extra-mention': 'mention not annotated',
  'wrong-span': 'quote is not at its span',
};

const INDENT = '    ';
const MOST_MEMBERS = 12;

/** What went wrong in one document, a paragraph in words; nothing where all is well. */
export function renderMisses(document: DocumentEvaluation, width: number, painter: Painter): string[] {
  const misses = document.misses ?? [];
  if (misses.length === 0) return [];
  const title = document.predicted ? document.doc : `${document.doc} (no result)`;
  const lines = misses.flatMap((miss) => [
    `  ${painter.warning(TITLES[miss.kind])} ${cutToWidth(describeMiss(miss), Math.max(20, width - TITLES[miss.kind].length - 3))}`,
    ...miss.differences.map((difference) => cutToWidth(INDENT + describeDifference(difference, miss.line), width)),
  ]);
  return [[painter.strong(cutToWidth(toPrintableLine(title), width)), ...lines].join('\n')];
}

function describeMiss({ name, line, confidence, members, differences, kind }: Miss): string {
  const place = [
    ...(line === null ? [] : [`line ${line}`]),
    ...(confidence === null ? [] : [`confidence ${confidence}`]),
    ...(kind === 'missed-framework' && differences.length > 0 ? ['named, but too few of its members'] : []),
  ];
  const where = place.length === 0 ? '' : ` (${place.join(', ')})`;
  return toPrintableLine(`${name}${where}${members.length === 0 ? '' : `: ${listLabels(members)}`}`);
}

function listLabels(members: readonly string[]): string {
  return members.slice(0, MOST_MEMBERS).join('、') + (members.length > MOST_MEMBERS ? '…' : '');
}

/** @param known the line that was told already */
function describeDifference(difference: Difference, known: number | null): string {
  const { field, member, annotated, given, line, partial } = difference;
  const place = line === null || line === known ? '' : ` (line ${line})`;
  const subject = field === 'pair' ? `second half of member ${member}` : member === null ? field : `member ${member}`;
  if (field === 'member' && given === null) return toPrintableLine(`${subject} missed: ${annotated}`);
  if (field === 'member' && annotated === null) return toPrintableLine(`${subject} not annotated: ${given}${place}`);
  const sides = `annotated ${annotated ?? 'none'}, given ${given ?? 'none'}${place}`;
  return toPrintableLine(`${subject}${partial ? ' (right in the partial score)' : ''}: ${sides}`);
}
