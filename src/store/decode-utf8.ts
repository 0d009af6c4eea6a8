let units = new Uint16Array(0x1_0000);
let bytesOfUnits = Buffer.from(units.buffer);

/** So many bytes are decoded by Node first: before the loop is compiled it is the slower one. */
const BEFORE_LOOP = 1_000_000;
let decoded = 0;

/**
 * The text of bytes that are known to be valid UTF-8. Reading much of a corpus is mostly this, and the decoders of Node 20 take three times as
 * long over Chinese characters as a loop.
 */
export function decodeUtf8(bytes: Uint8Array): string {
  if (decoded > BEFORE_LOOP) return decodeByLoop(bytes);
  decoded += bytes.length;
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8');
}

function decodeByLoop(bytes: Uint8Array): string {
  const { length } = bytes;
  if (units.length < length) {
    units = new Uint16Array(length);
    bytesOfUnits = Buffer.from(units.buffer);
  }
  const target = units;
  let count = 0;
  for (let at = 0; at < length; ) {
    const lead = bytes[at]!;
    if (lead < 0x80) {
      target[count++] = lead;
      at += 1;
    } else if (lead >= 0xe0 && lead < 0xf0) {
      target[count++] = ((lead & 0x0f) << 12) | ((bytes[at + 1]! & 0x3f) << 6) | (bytes[at + 2]! & 0x3f);
      at += 3;
    } else if (lead < 0xe0) {
      target[count++] = ((lead & 0x1f) << 6) | (bytes[at + 1]! & 0x3f);
      at += 2;
    } else {
      const low = ((bytes[at + 1]! & 0x3f) << 12) | ((bytes[at + 2]! & 0x3f) << 6) | (bytes[at + 3]! & 0x3f);
      const code = (((lead & 0x07) << 18) | low) - 0x1_0000;
      target[count++] = 0xd800 | (code >> 10);
      target[count++] = 0xdc00 | (code & 0x3ff);
      at += 4;
    }
  }
  return bytesOfUnits.toString('utf16le', 0, count * 2);
}
