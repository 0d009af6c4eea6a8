import type { CorpusSize } from '../corpus/statistics/corpus-groups.js';
import { renderBar } from './bars.js';
import { renderBorderlessTable } from './borderless-table.js';
import { cutToWidth } from './display-width.js';
import { formatCount, formatDecimal, formatProbability, formatRate, NONE } from './format-number.js';
import type { Painter } from './paint.js';
import { toPrintableLine } from './printable.js';
import { fieldsOf, type StatisticsField } from './statistics-fields.js';
import type { StatisticsReport } from './statistics-writer.js';
import { describeSegmenter } from './unit-text.js';

export interface StatisticsTableOptions {
  /** Columns of the terminal. */
  readonly width: number;
  readonly colour: boolean;
}

/** What the parts of a table share. */
export interface TableSettings {
  readonly width: number;
  readonly painter: Painter;
}

export type Row = Readonly<Record<string, unknown>>;

/** A column that shows a picture. */
export interface PictureColumn {
  readonly title: string;
  readonly draw: (row: Row) => string;
}

const WIDEST_TEXT = 36;
const BAR_COLUMNS = 20;

/** `80 documents, 744,123 tokens, 1,376,012 characters` and what cut the words. */
export function renderHead({ result, segmenter, options }: StatisticsReport, { painter }: TableSettings): string {
  const { corpus, reference } = result;
  const yearsOf = (name: string) => (options[name] === undefined ? '' : ` (${options[name]})`);
  const size = describeSize(corpus) + yearsOf('years');
  const compared = reference && `\ncompared with ${describeSize(reference)}${yearsOf('referenceYears')}`;
  const unit = segmenter === null ? 'tokens are characters' : describeSegmenter(segmenter);
  return `${painter.strong(size + (compared ?? ''))}\n${painter.faint(unit)}\n`;
}

function describeSize({ documents, tokens, characters }: CorpusSize): string {
  return [quantity(documents, 'document'), quantity(tokens, 'token'), quantity(characters, 'character')].join(', ');
}

/** `1 token`, `2,104 tokens` */
export function quantity(number: number, noun: string): string {
  return `${formatCount(number)} ${noun}${number === 1 ? '' : 's'}`;
}

/** Rows under the titles of their fields, and pictures behind them; words to the left, figures to the right. */
export function renderRows(
  fields: readonly StatisticsField[],
  rows: readonly Row[],
  pictures: readonly PictureColumn[],
  { painter }: TableSettings,
): string {
  const titles = [...fields, ...pictures].map(({ title }) => title);
  const head = titles.every((title) => title === '') ? [] : titles.map((title) => painter.faint(title));
  const lines = rows.map((row) => [
    ...fields.map(({ name, kind }) => formatCell(row[name], kind)),
    ...pictures.map(({ draw }) => draw(row)),
  ]);
  const alignments = fields.map(({ kind }) => (kind === 'text' ? ('left' as const) : ('right' as const)));
  return `${renderBorderlessTable(head, lines, alignments)}\n`;
}

/** A bar as long as a field is great beside the greatest of the rows. */
export function barColumn(name: string, rows: readonly Row[], columns = BAR_COLUMNS): PictureColumn {
  const most = rows.reduce((high, row) => Math.max(high, Number(row[name] ?? 0)), 0);
  return { title: '', draw: (row) => renderBar(Number(row[name] ?? 0), most, columns) };
}

export function titled(title: string, body: string, { painter }: TableSettings): string {
  return `\n${painter.strong(title)}\n${body}`;
}

/** Rows with the fields they have. */
export function renderPlain(
  report: StatisticsReport,
  rows: readonly Row[],
  pictures: readonly PictureColumn[],
  settings: TableSettings,
): string {
  if (rows.length === 0) return `\n${settings.painter.faint('nothing to show')}\n`;
  return `\n${renderRows(fieldsOf(report.what, rows[0]), rows, pictures, settings)}`;
}

export function formatCell(value: unknown, kind: StatisticsField['kind']): string {
  if (value === null || value === undefined) return kind === 'percent' ? '∞' : NONE;
  if (typeof value !== 'number') return cutToWidth(toPrintableLine(String(value)), WIDEST_TEXT);
  switch (kind) {
    case 'text':
      return String(value);
    case 'count':
    case 'list':
      return formatCount(value);
    case 'rate':
      return formatRate(value);
    case 'percent':
      return formatDecimal(value, 0);
    case 'probability':
      return formatProbability(value);
    default:
      return formatDecimal(value, Number(kind.slice(-1)));
  }
}
