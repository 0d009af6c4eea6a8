/** What stands for a measure that is not defined. */
export const NONE = '–';

/** 12345 → 12,345 */
export function formatCount(value: number): string {
  return value.toLocaleString('en-US', { maximumFractionDigits: 0 });
}

/** With a fixed number of decimals; – for none, ∞ beyond all bounds. */
export function formatDecimal(value: number | null, digits: number): string {
  if (value === null) return NONE;
  if (!Number.isFinite(value)) return value > 0 ? '∞' : '−∞';
  return value.toLocaleString('en-US', { minimumFractionDigits: digits, maximumFractionDigits: digits });
}

/** A rate with as many decimals as it is worth: 1,234 or 56.7 or 0.89. */
export function formatRate(value: number): string {
  if (value >= 1000) return formatCount(value);
  return formatDecimal(value, value >= 10 || value === 0 ? 1 : 2);
}

/** 0.034, 1.2e-15 */
export function formatProbability(value: number): string {
  if (value === 0) return '< 1e-300';
  return value >= 0.001 ? value.toFixed(3) : value.toExponential(1);
}
