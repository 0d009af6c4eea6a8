/** Letters and digits of any script; no marks of lists such as ①. */
const LETTER_OR_DIGIT = /[\p{L}\p{Nd}\p{Nl}]/u;
/** By code unit; made when something is counted, for it takes some milliseconds. */
let counted: Uint8Array | null = null;
const HIGH_SURROGATES = { from: 0xd800, to: 0xdbff };

/** Whether a token is a word, a number or a name, and no sign: that is what statistics count. */
export function isCounted(text: string, start: number, end: number): boolean {
  counted ??= listCounted();
  for (let i = start; i < end; i++) {
    const code = text.charCodeAt(i);
    if (counted[code] === 1) return true;
    // Rare characters and emoji take two code units.
    if (code < HIGH_SURROGATES.from || code > HIGH_SURROGATES.to) continue;
    if (LETTER_OR_DIGIT.test(String.fromCodePoint(text.codePointAt(i)!))) return true;
  }
  return false;
}

function listCounted(): Uint8Array {
  const table = new Uint8Array(65536);
  for (let code = 0; code < table.length; code++) if (LETTER_OR_DIGIT.test(String.fromCharCode(code))) table[code] = 1;
  return table;
}
