import type { MentionedName } from '../corpus/statistics/count-frameworks.js';
import type { FrameworkTallies, FrameworkTally } from '../corpus/statistics/framework-tallies.js';
import type { PracticeMember, PracticeRow } from '../corpus/statistics/practice-row.js';
import { renderColumns } from './columns.js';
import { cutToWidth, fillLines } from './display-width.js';
import { formatCount } from './format-number.js';
import { toPrintableLine } from './printable.js';
import { barColumn, type Row, renderRows, type TableSettings, titled } from './statistics-table.js';
import type { StatisticsReport } from './statistics-writer.js';

const WIDEST_NAME = 24;
const WIDEST_CATEGORY = 12;
const HEAD = ['name', 'category', 'declared', 'documents', 'occurrences', 'members'];
/** Lines of the words that only some frameworks have. */
const MOST_LINES = 4;
const MOST_VALUES = 10;

/** The practices, what their names count and are called, and the names that stand without members. */
export function renderFrameworkTables(
  { result }: StatisticsReport,
  rows: readonly Row[],
  settings: TableSettings,
): string {
  const practices = rows as unknown as readonly PracticeRow[];
  const more = result.more as unknown as FrameworkTallies & { readonly mentions: readonly MentionedName[] };
  if (practices.length === 0)
    return `\n${settings.painter.faint('no frameworks found')}\n${renderMentions(more.mentions, settings)}`;
  return [
    titled('Practices', `${renderPractices(practices, settings)}\n`, settings),
    renderTallies('Numbers in the names', more.numbers, settings),
    renderTallies('Patterns', more.patterns, settings),
    renderTallies('Method nouns', more.categories.slice(0, MOST_VALUES), settings),
    renderTallies('What is counted', more.heads.slice(0, MOST_VALUES), settings),
    renderMentions(more.mentions, settings),
  ].join('');
}

function renderPractices(practices: readonly PracticeRow[], { width, painter }: TableSettings): string {
  const lines = practices.map(({ name, category, declared, documents, occurrences, members }) => ({
    cells: [
      cutToWidth(toPrintableLine(name), WIDEST_NAME),
      cutToWidth(toPrintableLine(category ?? ''), WIDEST_CATEGORY),
      ...[declared, documents, occurrences].map(formatCount),
    ],
    pieces: members.map(describeMember),
  }));
  return renderColumns(HEAD, lines, width, painter);
}

/** `账目清 (账清)`: how else reports word it, in brackets. */
function describeMember({ label, variants }: PracticeMember): string {
  const others = variants.map((variant) => variant.label).join(' | ');
  return toPrintableLine(others === '' ? label : `${label} (${others})`);
}

function renderTallies(
  title: string,
  tallies: readonly FrameworkTally<string | number>[],
  settings: TableSettings,
): string {
  if (tallies.length === 0) return '';
  const rows: Row[] = tallies.map((tally) => ({ ...tally }));
  const fields = [
    { name: 'value', title: '', kind: 'text' },
    { name: 'practices', title: 'practices', kind: 'count' },
    { name: 'frameworks', title: 'frameworks', kind: 'count' },
    { name: 'documents', title: 'documents', kind: 'count' },
  ] as const;
  return titled(title, renderRows(fields, rows, [barColumn('frameworks', rows)], settings), settings);
}

function renderMentions(mentions: readonly MentionedName[], settings: TableSettings): string {
  if (mentions.length === 0) return '';
  const names = mentions.map(({ name, occurrences, documents }) => {
    return `${toPrintableLine(name)} ${occurrences}/${documents}`;
  });
  const lines = fillLines(names, settings.width, MOST_LINES);
  return titled('Named without members, not counted above (occurrences/documents)', `${lines.join('\n')}\n`, settings);
}
