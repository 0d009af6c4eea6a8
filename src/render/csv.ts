/** What a spreadsheet takes for a formula. */
const FORMULA = /^[=+\-@\t\r]/;
const QUOTED = /[",\r\n]/;
const LINE_END = '\r\n';

/**
 * A line of comma-separated values (RFC 4180). Numbers are written plainly; a text that a spreadsheet would take for a formula is
 * made harmless by an apostrophe before it.
 */
export function renderCsvLine(cells: readonly (string | number | null)[]): string {
  return cells.map(renderCell).join(',') + LINE_END;
}

function renderCell(cell: string | number | null): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell);
  const text = FORMULA.test(cell) ? `'${cell}` : cell;
  return QUOTED.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
