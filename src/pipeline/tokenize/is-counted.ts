/** Letters and digits of any script; no marks of lists such as ①. */
const LETTER_OR_DIGIT = /[\p{L}\p{Nd}\p{Nl}]/u;
const COUNTED = new Uint8Array(65536);
for (let code = 0; code < 65536; code++) if (LETTER_OR_DIGIT.test(String.fromCharCode(code))) COUNTED[code] = 1;
const HIGH_SURROGATES = { from: 0xd800, to: 0xdbff };

/** Whether a token is a word, a number or a name, and no sign: that is what statistics count. */
export function isCounted(text: string, start: number, end: number): boolean {
  for (let i = start; i < end; i++) {
    const code = text.charCodeAt(i);
    if (COUNTED[code] === 1) return true;
    // Rare characters and emoji take two code units.
    if (code < HIGH_SURROGATES.from || code > HIGH_SURROGATES.to) continue;
    if (LETTER_OR_DIGIT.test(String.fromCodePoint(text.codePointAt(i)!))) return true;
  }
  return false;
}
