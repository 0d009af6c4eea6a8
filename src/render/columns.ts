import { COLUMN_GAP, renderBorderlessTable } from './borderless-table.js';
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

/** Rows under a head; the last column gets what the others leave of the width. */
export function renderColumns(
  head: readonly string[],
  rows: readonly TableRow[],
  width: number,
  painter: Painter,
): string {
  const fixed = head
    .slice(0, -1)
    .map((title, i) => Math.max(title.length, ...rows.map(({ cells }) => measureWidth(cells[i]!))) + COLUMN_GAP);
  const rest = Math.max(LEAST_LAST_WIDTH, width - fixed.reduce((sum, columns) => sum + columns, 0));
  return renderBorderlessTable(
    head.map((title) => painter.faint(title)),
    rows.map(({ cells, painted, pieces }) => {
      return [...(painted ?? cells), fillLines(pieces, rest, MOST_LINES).join('\n')];
    }),
  );
}
