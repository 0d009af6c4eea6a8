import type { DocumentEvaluation } from '../corpus/evaluate/evaluate-extractions.js';
import type { Difference, Miss } from '../corpus/evaluate/list-misses.js';
import { cutToWidth, measureWidth } from './display-width.js';
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
const LEAST_SIDE = 12;

/** What went wrong in one document, a paragraph in words; nothing where all is well. */
export function renderMisses(document: DocumentEvaluation, width: number, painter: Painter): string[] {
  const misses = document.misses ?? [];
  if (misses.length === 0) return [];
  const title = document.predicted ? document.doc : `${document.doc} (no result)`;
  const lines = misses.flatMap((miss) => [
    `  ${painter.warning(TITLES[miss.kind])} ${cutToWidth(describeMiss(miss), Math.max(20, width - TITLES[miss.kind].length - 3))}`,
    ...miss.differences.map((difference) => cutToWidth(describeDifference(difference, miss.line, width), width)),
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

/**
 * `worded differently`: right all the same in the partial score.
 * @param known the line that was told already
 */
function describeDifference(difference: Difference, known: number | null, width: number): string {
  const { field, member, annotated, given, line, partial } = difference;
  const subject =
    INDENT + (field === 'pair' ? `second half of member ${member}` : `${field} ${member ?? ''}`.trimEnd());
  const place = line === null || line === known ? '' : ` (line ${line})`;
  if (field === 'member' && given === null) return `${subject} missed: ${toPrintableLine(annotated ?? '')}`;
  if (field === 'member' && annotated === null)
    return `${subject} not annotated: ${toPrintableLine(given ?? '')}${place}`;
  const title = `${subject}${partial ? ' worded differently' : ''}: annotated `;
  // Each side gets half of the room, so that both can be seen.
  const room = Math.max(LEAST_SIDE, Math.floor((width - measureWidth(`${title}, given ${place}`)) / 2));
  const show = (side: string | null) => cutToWidth(toPrintableLine(side ?? 'none'), room);
  return `${title}${show(annotated)}, given ${show(given)}${place}`;
}
