/**
 * What a UTF-16 code unit is, as flags in a table: the whole tool scans text by these and seldom needs a regular expression.
 */
export const HAN = 1;
export const DIGIT = 2;
export const LATIN = 4;
/** A character a Chinese numeral may be made of: 一 … 十 百 千 零 〇 两 双 廿 and the formal 壹 … 拾. */
export const NUMERAL = 8;
export const BLANK = 16;
export const NEWLINE = 32;
/** 。！？!? and … */
export const SENTENCE_END = 64;
/** ，,；;：: */
export const CLAUSE_END = 128;
/** 、 and the arrows that part the steps of a process */
export const ENUMERATION_COMMA = 256;
export const OPEN_QUOTE = 512;
export const CLOSE_QUOTE = 1024;
export const OPEN_BRACKET = 2048;
export const CLOSE_BRACKET = 4096;
export const SEMICOLON = 8192;
export const COLON = 16384;
/** Dashes and the middle dot, which part words but end no clause. */
export const DASH = 32768;

const FLAGS = new Uint16Array(65536);

function flag(characters: string, bits: number): void {
  for (let i = 0; i < characters.length; i++) FLAGS[characters.charCodeAt(i)]! |= bits;
}

for (let code = 0x3400; code <= 0x9fff; code++) FLAGS[code] = HAN;
// Both halves of an astral Han character (extension B and on) count as Han: they never are punctuation.
for (let code = 0xd800; code <= 0xdfff; code++) FLAGS[code] = HAN;
for (let code = 0xf900; code <= 0xfaff; code++) FLAGS[code] = HAN;
flag('〇○×＊*', HAN); // stand for names left out: ○○区, ××县, **铁路段
flag('0123456789', DIGIT);
for (let code = 0; code < 26; code++) FLAGS[65 + code] = FLAGS[97 + code] = LATIN;
flag('〇一二三四五六七八九十百千零两双廿卅壹贰叁肆伍陆柒捌玖拾', NUMERAL);
flag(' \t\r\f\v\u00a0\u3000\u200b\u200c\u200d\ufeff\u2002\u2003\u2009', BLANK);
flag('\n\u2028\u2029', NEWLINE);
flag('。！？!?…', SENTENCE_END);
flag('，,；;：:', CLAUSE_END);
flag('；;', SEMICOLON);
flag('：:', COLON);
flag('、→➔⟶', ENUMERATION_COMMA);
flag('“「『‘《〈', OPEN_QUOTE);
flag('”」』’》〉', CLOSE_QUOTE);
flag('(（[［【〔{', OPEN_BRACKET);
flag(')）]］】〕}', CLOSE_BRACKET);
flag('—–-─―－·•・~～', DASH);

/** The flags of a code unit; 0 for one that is none of these. */
export function flagsOf(code: number): number {
  return FLAGS[code] ?? 0;
}

/** The flags of the code unit at `index`; of a newline outside the text, so that every scan ends at its edges. */
export function flagsAt(text: string, index: number): number {
  return index < 0 || index >= text.length ? NEWLINE : FLAGS[text.charCodeAt(index)]!;
}

/** Every character that carries one of the flags, in one string. */
export function charactersWith(bits: number): string {
  let characters = '';
  for (let code = 0; code < FLAGS.length; code++) if (FLAGS[code]! & bits) characters += String.fromCharCode(code);
  return characters;
}

export function hasFlag(text: string, index: number, bits: number): boolean {
  return (flagsAt(text, index) & bits) !== 0;
}

/** Whether every code unit of a non-empty string carries one of the flags. */
export function consistsOf(text: string, bits: number): boolean {
  for (let i = 0; i < text.length; i++) if ((FLAGS[text.charCodeAt(i)]! & bits) === 0) return false;
  return text.length > 0;
}

/** The closing sign of each opening one, by code unit; 0 for every other. */
const CLOSING = new Uint16Array(65536);
for (const pair of [
  '“”',
  '「」',
  '『』',
  '‘’',
  '《》',
  '〈〉',
  '""',
  '()',
  '（）',
  '[]',
  '［］',
  '【】',
  '〔〕',
  '{}',
]) {
  CLOSING[pair.charCodeAt(0)] = pair.charCodeAt(1);
}

/** The code unit that closes the quote or bracket `opening`, or 0. */
export function closingOf(opening: number): number {
  return CLOSING[opening]!;
}

/** The other width of a closing round bracket (scraped reports mix ( with ）), else the sign itself. */
export function otherWidthOf(closing: number): number {
  if (closing === HALF_WIDTH_CLOSE) return FULL_WIDTH_CLOSE;
  return closing === FULL_WIDTH_CLOSE ? HALF_WIDTH_CLOSE : closing;
}

const HALF_WIDTH_CLOSE = 0x29;
const FULL_WIDTH_CLOSE = 0xff09;

/** First index at or after `from` that is no blank. */
export function skipBlanks(text: string, from: number, end = text.length): number {
  let i = from;
  while (i < end && (FLAGS[text.charCodeAt(i)]! & BLANK) !== 0) i++;
  return i;
}

/** The end of the stretch that ends at `to` once its trailing blanks are left out. */
export function trimBlanksBefore(text: string, to: number, start = 0): number {
  let i = to;
  while (i > start && (FLAGS[text.charCodeAt(i - 1)]! & (BLANK | NEWLINE)) !== 0) i--;
  return i;
}
