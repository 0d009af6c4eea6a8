/**
 * What a UTF-16 code unit is to this stage. Simplified and traditional, full-width and half-width forms of a character
 * are of one kind and of one width, so that no decision falls out differently when a text is normalized a second time.
 */
export const OTHER = 0;
/** A blank that takes room: space, tab, U+3000, no-break space … and the carriage return before a newline. */
export const BLANK = 1;
/** A blank that takes none: zero-width space and joiners, soft hyphen, byte order mark. */
export const ZERO_WIDTH = 2;
export const NEWLINE = 3;
export const HAN = 4;
export const DIGIT = 5;
export const LATIN = 6;
/** ，、 */
export const CLAUSE_MARK = 7;
/** 。！？；… */
export const STOP_MARK = 8;
export const OPENING = 9;
export const CLOSING = 10;
/** ： · — and the other Chinese marks. */
export const CHINESE_MARK = 11;
/** , */
export const ASCII_CLAUSE_MARK = 12;
/** ; ! ? */
export const ASCII_STOP_MARK = 13;
const ASCII_OPENING = 14;
const ASCII_CLOSING = 15;
/** The first half of a Chinese character beyond the Basic Multilingual Plane (planes 2 and 3). */
const HAN_HIGH_SURROGATE = 16;
const LOW_SURROGATE = 17;

const KINDS = new Uint8Array(65536);

function assign(kind: number, characters: string): void {
  for (let i = 0; i < characters.length; i++) KINDS[characters.charCodeAt(i)] = kind;
}

assign(BLANK, ' \t\r\f\v\u00a0\u1680\u2028\u2029\u202f\u205f\u3000');
KINDS.fill(BLANK, 0x2000, 0x200b);
assign(ZERO_WIDTH, '\u00ad\u200b\u200c\u200d\u2060\ufeff');
assign(NEWLINE, '\n');
KINDS.fill(HAN, 0x3400, 0x4dc0);
KINDS.fill(HAN, 0x4e00, 0xa000);
KINDS.fill(HAN, 0xf900, 0xfb00);
assign(HAN, '々〇');
for (const zero of [0x30, 0xff10]) KINDS.fill(DIGIT, zero, zero + 10);
for (const a of [0x41, 0x61, 0xff21, 0xff41]) KINDS.fill(LATIN, a, a + 26);
// Accented letters (pinyin with tone marks among them), the script ɡ and combining marks.
KINDS.fill(LATIN, 0xc0, 0x250);
KINDS.fill(LATIN, 0x300, 0x370);
assign(LATIN, 'ɑɡ');
assign(OTHER, '×÷');
assign(CLAUSE_MARK, '，、');
assign(STOP_MARK, '。！？；…｡');
assign(OPENING, '“‘（《〈「『【〔［');
assign(CLOSING, '”’）》〉」』】〕］');
assign(CHINESE_MARK, '：·—～．');
assign(ASCII_CLAUSE_MARK, ',');
assign(ASCII_STOP_MARK, ';!?');
assign(ASCII_OPENING, '([{');
assign(ASCII_CLOSING, ')]}');
KINDS.fill(HAN_HIGH_SURROGATE, 0xd840, 0xd8c0);
KINDS.fill(LOW_SURROGATE, 0xdc00, 0xe000);

/** The kind of the code unit itself: halves of a surrogate pair count as halves. */
export function unitKind(unit: number): number {
  return KINDS[unit]!;
}

/** The kind of the character that begins at `index`; OTHER beyond the text. */
export function kindAt(text: string, index: number): number {
  if (index < 0 || index >= text.length) return OTHER;
  const kind = KINDS[text.charCodeAt(index)]!;
  if (kind === HAN_HIGH_SURROGATE) return isLowSurrogate(text, index + 1) ? HAN : OTHER;
  return kind === LOW_SURROGATE ? OTHER : kind;
}

/** The kind of the character that ends before `index`; OTHER at the beginning of the text. */
export function kindBefore(text: string, index: number): number {
  if (index <= 0) return OTHER;
  const kind = KINDS[text.charCodeAt(index - 1)]!;
  if (kind === LOW_SURROGATE)
    return index > 1 && unitKind(text.charCodeAt(index - 2)) === HAN_HIGH_SURROGATE ? HAN : OTHER;
  return kind === HAN_HIGH_SURROGATE ? OTHER : kind;
}

export function isBlankKind(kind: number): boolean {
  return kind === BLANK || kind === ZERO_WIDTH;
}

/**
 * How many half-width columns a code unit takes: a Chinese character two, a letter or digit one whatever its form, a
 * blank none.
 */
export function unitColumns(kind: number): number {
  return COLUMNS[kind]!;
}

const COLUMNS = new Uint8Array(18).fill(1);
for (const kind of [HAN, CLAUSE_MARK, STOP_MARK, OPENING, CLOSING, CHINESE_MARK, HAN_HIGH_SURROGATE]) COLUMNS[kind] = 2;
// Blanks do not count, for stray ones are taken out and a width must not depend on them.
for (const kind of [BLANK, ZERO_WIDTH, NEWLINE, LOW_SURROGATE]) COLUMNS[kind] = 0;

function isLowSurrogate(text: string, index: number): boolean {
  return index < text.length && KINDS[text.charCodeAt(index)] === LOW_SURROGATE;
}
