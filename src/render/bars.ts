const EIGHTHS = ['', '▏', '▎', '▍', '▌', '▋', '▊', '▉'];
const LEVELS = [...'▁▂▃▄▅▆▇█'];
/** What stands in a sparkline where there is nothing of what there could be, and where there could be nothing. */
const ZERO = '·';
const MISSING = ' ';

/** A bar of block characters, an eighth of a column exact; empty for 0. What is more than 0 is seen. */
export function renderBar(value: number, most: number, columns: number): string {
  if (!(value > 0) || !(most > 0)) return '';
  const eighths = Math.max(1, Math.round((Math.min(value, most) / most) * columns * 8));
  return '█'.repeat(Math.floor(eighths / 8)) + EIGHTHS[eighths % 8]!;
}

/**
 * A row of values, a character each, or the mean of neighbours where there are more values than columns.
 * @param values null where there could be none
 */
export function renderSparkline(values: readonly (number | null)[], columns: number): string {
  const shown = averageNeighbours(values, columns);
  const most = shown.reduce<number>((high, value) => Math.max(high, value ?? 0), 0);
  return shown
    .map((value) => {
      if (value === null) return MISSING;
      return value > 0 ? LEVELS[Math.min(LEVELS.length - 1, Math.floor((value / most) * LEVELS.length))]! : ZERO;
    })
    .join('');
}

function averageNeighbours(values: readonly (number | null)[], columns: number): readonly (number | null)[] {
  if (values.length <= columns) return values;
  return Array.from({ length: columns }, (_, i) => {
    const from = Math.floor((i * values.length) / columns);
    const some = values.slice(from, Math.floor(((i + 1) * values.length) / columns)).filter((value) => value !== null);
    return some.length === 0 ? null : some.reduce((sum, value) => sum + value, 0) / some.length;
  });
}
