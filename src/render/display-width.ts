// Written over two columns: East Asian Wide and Fullwidth (Unicode Standard Annex 11), and emoji.
const WIDE =
  /[\u1100-\u115F\u2E80-\u303E\u3041-\u4DBF\u4E00-\uA4CF\uA960-\uA97C\uAC00-\uD7A3\uF900-\uFAFF\uFE10-\uFE19\uFE30-\uFE6B\uFF01-\uFF60\uFFE0-\uFFE6\u{1B000}-\u{1B2FF}\u{20000}-\u{3FFFD}\p{Emoji_Presentation}]/u;
const COMBINING = /\p{Mn}/u;

/** How many columns of a terminal a line takes. */
export function measureWidth(line: string): number {
  let width = 0;
  for (const character of line) width += characterWidth(character);
  return width;
}

export function characterWidth(character: string): number {
  if (character < '\u0300') return 1;
  if (character >= '\u4E00' && character <= '\u9FFF') return 2;
  if (COMBINING.test(character)) return 0;
  return WIDE.test(character) ? 2 : 1;
}

/** Cuts a line to at most `columns`, the last of them an ellipsis where something was cut. */
export function cutToWidth(line: string, columns: number): string {
  if (measureWidth(line) <= columns) return line;
  let kept = '';
  let width = 0;
  for (const character of line) {
    width += characterWidth(character);
    if (width > columns - 1) break;
    kept += character;
  }
  return `${kept}…`;
}

/** Fills lines of at most `columns` with pieces, breaking between them; a last line that does not fit is cut. */
export function fillLines(pieces: readonly string[], columns: number, most: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const [index, piece] of pieces.entries()) {
    const joined = line === '' ? piece : `${line}  ${piece}`;
    if (line === '' || measureWidth(joined) <= columns) {
      line = joined;
      continue;
    }
    if (lines.length === most - 1) {
      line = cutToWidth(`${line}  ${pieces.slice(index).join('  ')}`, columns);
      break;
    }
    lines.push(line);
    line = piece;
  }
  if (line !== '') lines.push(line);
  return lines.map((full) => cutToWidth(full, columns));
}

/** Blanks behind a line until it takes `columns`. */
export function padToWidth(line: string, columns: number): string {
  return line + ' '.repeat(Math.max(0, columns - measureWidth(line)));
}

/** Breaks a text at its blanks into lines of at most `columns`; a word that is longer is cut. */
export function wrapToWidth(text: string, columns: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    const joined = line === '' ? word : `${line} ${word}`;
    if (line !== '' && measureWidth(joined) > columns) {
      lines.push(line);
      line = word;
    } else {
      line = joined;
    }
  }
  return [...lines, line].map((full) => cutToWidth(full, columns));
}
