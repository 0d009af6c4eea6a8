import type { CollocateWindow } from '../corpus/statistics/count-collocates.js';
import type { DispersionRow } from '../corpus/statistics/count-dispersion.js';
import { isOverused, isTied, type KeynessRow } from '../corpus/statistics/count-keyness.js';
import type { TrendRow } from '../corpus/statistics/count-trend.js';
import { renderSparkline } from './bars.js';
import { renderFrameworkTables } from './frameworks-table.js';
import { createPainter } from './paint.js';
import { toPrintableLine } from './printable.js';
import { fieldsOf, STATISTICS_FIELDS } from './statistics-fields.js';
import {
  barColumn,
  formatCell,
  quantity,
  type Row,
  renderHead,
  renderPlain,
  renderRows,
  type StatisticsTableOptions,
  type TableSettings,
  titled,
} from './statistics-table.js';
import type { StatisticsReport } from './statistics-writer.js';

/** For people: how much was counted, then the rows, with a picture where it says it faster. */
export function renderStatisticsTable(report: StatisticsReport, options: StatisticsTableOptions): string {
  const settings = { width: options.width, painter: createPainter(options.colour) };
  // A table is cut to its top, so its rows are few.
  const rows = [...report.result.rows] as Row[];
  return renderHead(report, settings) + renderBody(report, rows, settings);
}

function renderBody(report: StatisticsReport, rows: readonly Row[], settings: TableSettings): string {
  switch (report.what) {
    case 'overview':
      return renderOverview(report, rows, settings);
    case 'words':
    case 'ngrams':
      return renderPlain(report, rows, [barColumn('frequency', rows)], settings);
    case 'keyness':
      return renderKeyness(report, rows, settings);
    case 'dispersion':
      return renderPlain(report, rows, [dispersionPlot(report)], settings);
    case 'frameworks':
      return renderFrameworkTables(report, rows, settings);
    case 'trend':
      return renderTrend(report, rows, settings);
    case 'collocates':
      return renderNode(report, settings) + renderPlain(report, rows, [], settings);
    case 'diversity':
      return renderPlain(report, rows, [], settings);
  }
}

/** What the collocates are of, and how often it occurs. */
function renderNode({ result }: StatisticsReport, { painter }: TableSettings): string {
  const { node, nodeFrequency, window } = result.more as Readonly<{
    node: string;
    nodeFrequency: number;
    window: CollocateWindow;
  }>;
  const near = `${window.left} to the left, ${window.right} to the right`;
  return `${painter.strong(`near ${toPrintableLine(node)}`)}, ${quantity(nodeFrequency, 'occurrence')} (${near})\n`;
}

const SPARKLINE_COLUMNS = 80;

function renderOverview(report: StatisticsReport, rows: readonly Row[], settings: TableSettings): string {
  const [row] = rows;
  const table =
    row === undefined || 'group' in row
      ? renderPlain(report, rows, [barColumn('tokens', rows)], settings)
      : `\n${renderRows(
          NAMED,
          fieldsOf('overview', row).map(({ name, title, kind }) => ({
            name: title,
            value: formatCell(row[name], kind),
          })),
          [],
          settings,
        )}`;
  return table + renderYears(report, settings);
}

const NAMED = [
  { name: 'name', title: '', kind: 'text' },
  { name: 'value', title: '', kind: 'list' },
] as const;

/** Documents of each year, and those without. */
function renderYears({ result }: StatisticsReport, settings: TableSettings): string {
  const years = result.more?.['years'] as readonly { readonly year: number | null; readonly documents: number }[];
  const counts = new Map(years.map(({ year, documents }) => [year, documents]));
  const dated = years.flatMap(({ year }) => year ?? []);
  const undated = counts.get(null) ?? 0;
  const without = undated === 0 ? '' : `${undated} without a year`;
  if (dated.length === 0) return without === '' ? '' : titled('Documents by year', `${without}\n`, settings);
  const [first, last] = [dated[0]!, dated.at(-1)!];
  const values = Array.from({ length: last - first + 1 }, (_, i) => counts.get(first + i) ?? 0);
  const line = `${first} ${renderSparkline(values, SPARKLINE_COLUMNS)} ${last}`;
  return titled('Documents by year', `${[line, without].filter((text) => text !== '').join('; ')}\n`, settings);
}

function renderKeyness(report: StatisticsReport, rows: readonly Row[], settings: TableSettings): string {
  if (rows.length === 0 || report.options['sort'] === 'item') return renderPlain(report, rows, [], settings);
  return [...groupRows(rows, 'group').values()].map((own) => renderBothEnds(own, settings)).join('');
}

function renderBothEnds(rows: readonly Row[], settings: TableSettings): string {
  const [{ group } = {}] = rows;
  const of = group === undefined ? ['the target', 'the reference'] : [String(group), 'the other parts'];
  // What is as frequent in both is in neither list.
  const apart = rows.filter((row) => !isTied(row as unknown as KeynessRow));
  const isMore = (row: Row) => isOverused(row as unknown as KeynessRow);
  const more = apart.filter(isMore);
  // The strongest of either direction stands at the top of its list.
  const less = apart.filter((row) => !isMore(row)).reverse();
  if (apart.length === 0)
    return `\n${settings.painter.faint(`as frequent in ${of.map(toPrintableLine).join(' as in ')}`)}\n`;
  return [more, less]
    .map((part, i) => {
      if (part.length === 0) return '';
      const fields = fieldsOf('keyness', part[0]).filter(({ name }) => name !== 'group');
      const [here, there] = i === 0 ? of : [of[1], of[0]];
      return titled(
        `More in ${toPrintableLine(here!)} than in ${there}`,
        renderRows(fields, part, [], settings),
        settings,
      );
    })
    .join('');
}

/** How dense an item is in each part, in the order of the parts. */
function dispersionPlot({ result }: StatisticsReport) {
  const parts = result.more?.['parts'] as readonly { readonly tokens: number }[];
  return {
    title: 'from the first part to the last',
    draw: (row: Row) => {
      const { frequencies } = row as unknown as DispersionRow;
      return renderSparkline(
        frequencies.map((frequency, i) => frequency / parts[i]!.tokens),
        SPARKLINE_COLUMNS / 2,
      );
    },
  };
}

function renderTrend(report: StatisticsReport, rows: readonly Row[], settings: TableSettings): string {
  if (rows.length === 0) return renderPlain(report, rows, [], settings);
  const fields = STATISTICS_FIELDS.trend.filter(({ name }) => name !== 'item');
  return [...groupRows(rows, 'item')]
    .map(([item, years]) => {
      const trend = years as unknown as readonly TrendRow[];
      const values = trend.map(({ documents, perMillion }) => (documents === 0 ? null : perMillion));
      const name = item === undefined ? 'Numbered frameworks' : toPrintableLine(String(item));
      const line = `${trend[0]!.year} ${renderSparkline(values, SPARKLINE_COLUMNS)} ${trend.at(-1)!.year}`;
      return titled(
        `${name}  ${line}`,
        renderRows(fields, years, [barColumn('perMillion', years)], settings),
        settings,
      );
    })
    .join('');
}

/** Rows by the value of a field, in the order of first sight. */
function groupRows(rows: readonly Row[], name: string): Map<unknown, Row[]> {
  const groups = new Map<unknown, Row[]>();
  for (const row of rows) {
    const group = groups.get(row[name]);
    if (group === undefined) groups.set(row[name], [row]);
    else group.push(row);
  }
  return groups;
}
