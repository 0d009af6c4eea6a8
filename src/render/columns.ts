import Table from 'cli-table3';
import { fillLines, measureWidth } from './display-width.js';
import type { Painter } from './paint.js';

export interface TableRow {
  /** All columns but the last. */
  readonly cells: readonly string[];
  /** The same with colours, where there are any. */
  readonly painted?: readonly string[];
  /** What fills the last column, over two lines at most. */
  readonly pieces: readonly string[];
}

const LEAST_LAST_WIDTH = 16;
const MOST_LINES = 2;
const GAP = 2;

/** Rows under a head; the last column gets what the others leave of the width. */
export function renderColumns(
  head: readonly string[],
  rows: readonly TableRow[],
  width: number,
  painter: Painter,
): string {
  const fixed = head
    .slice(0, -1)
    .map((title, i) => Math.max(title.length, ...rows.map(({ cells }) => measureWidth(cells[i]!))) + GAP);
  const rest = Math.max(LEAST_LAST_WIDTH, width - fixed.reduce((sum, columns) => sum + columns, 0));
  const table = new Table({
    head: head.map((title) => painter.faint(title)),
    chars: BORDERLESS,
    style: { head: [], border: [], 'padding-left': 0, 'padding-right': GAP },
  });
  for (const { cells, painted, pieces } of rows) {
    table.push([...(painted ?? cells), fillLines(pieces, rest, MOST_LINES).join('\n')]);
  }
  return table
    .toString()
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n');
}

const BORDERLESS = {
  top: '',
  'top-mid': '',
  'top-left': '',
  'top-right': '',
  bottom: '',
  'bottom-mid': '',
  'bottom-left': '',
  'bottom-right': '',
  left: '',
  'left-mid': '',
  mid: '',
  'mid-mid': '',
  right: '',
  'right-mid': '',
  middle: '',
};
