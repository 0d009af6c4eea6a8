/** The two bytes of a character in GBK, as one number; 0 for one that has none. Built when first asked for. */
export function gbkBytes(unit: number): number {
  table ??= buildTable();
  return table[unit]!;
}

/** The characters of a row of GBK bytes, or null where some do not stand for one. */
export function decodeGbk(bytes: readonly number[]): string | null {
  try {
    return new TextDecoder('gbk', { fatal: true }).decode(Uint8Array.from(bytes));
  } catch {
    return null;
  }
}

let table: Uint16Array | null = null;

function buildTable(): Uint16Array {
  const bytes: number[] = [];
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) if (trail !== 0x7f) bytes.push(lead, trail);
  }
  const built = new Uint16Array(65536);
  const text = new TextDecoder('gbk').decode(Uint8Array.from(bytes));
  // Each pair is one character; what is not assigned is one of the private use area or U+FFFD, and gives no bytes back.
  let at = 0;
  for (const character of text) {
    const unit = character.codePointAt(0)!;
    if (unit <= 0xffff && unit !== 0xfffd && built[unit] === 0) built[unit] = bytes[at]! * 256 + bytes[at + 1]!;
    at += 2;
  }
  return built;
}
