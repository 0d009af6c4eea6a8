/**
 * A row of a spreadsheet, as RFC 4180 has it. A cell that a spreadsheet would run as a formula gets an apostrophe before it, which the spreadsheet
 * takes for the sign of plain text.
 */
export function renderCsvRow(cells: readonly (string | number | null)[]): string {
  return `${cells.map(renderCell).join(',')}\r\n`;
}

// Blanks before the sign do not keep a spreadsheet from it; full-width signs count as well.
const FORMULA = /^[\s\p{Cf}]*[=+\-@＝＋－＠\t\r]/u;
const NEEDS_QUOTES = /[",\r\n]/;

function renderCell(cell: string | number | null): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell);
  // Controls other than tab and line breaks are taken for damage by spreadsheets.
  const clean = cell.replace(/[^\P{Cc}\t\n\r]/gu, '\uFFFD');
  const safe = FORMULA.test(clean) ? `'${clean}` : clean;
  return NEEDS_QUOTES.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
