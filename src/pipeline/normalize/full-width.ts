/** Full-width letters, digits, ＋ and ％ lie this far above their half-width forms. */
export const FULL_WIDTH_DISTANCE = 0xfee0;
/** From the first to the last character of each. */
export const FULL_WIDTH_RANGES = ['０９', 'ＡＺ', 'ａｚ', '＋＋', '％％'];

export function isFullWidth(unit: number): boolean {
  return (
    unit >= 0xff00 && FULL_WIDTH_RANGES.some((range) => unit >= range.charCodeAt(0) && unit <= range.charCodeAt(1))
  );
}
