// Controls (C0, DEL, C1), halves of surrogate pairs, line separators, marks that turn the writing direction or are not to be seen.
const UNPRINTABLE =
  /[\p{Cc}\p{Cs}\u00AD\u061C\u200B-\u200F\u2028-\u202E\u2060-\u206F\uFEFF\uFFF9-\uFFFB]|[\u{E0000}-\u{E007F}]/gu;

/** A text on one line for a terminal: blanks for tabs and line breaks, U+FFFD for whatever could steer the terminal. */
export function toPrintableLine(text: string): string {
  return text.replace(/[\t\n\r]+/g, ' ').replace(UNPRINTABLE, '\uFFFD');
}

/** A whole text for a terminal: tabs and line breaks stay, and every other character keeps its place. */
export function toPrintableText(text: string): string {
  return text.replace(UNPRINTABLE, (character, at: number) => {
    const harmless = character === '\n' || character === '\t' || (character === '\r' && text[at + 1] === '\n');
    return harmless ? character : '\uFFFD';
  });
}
