import { COMMON_CHARACTERS } from '../../language/common-characters.js';
import type { Span } from '../../model/span.js';
import { createSpan } from '../../model/span.js';
import { decodeGbk, gbkBytes } from './gbk-bytes.js';
import { openccDictionary } from './opencc-dictionary.js';

/** A stretch whose bytes were read one place off. */
export interface ShiftedBytes {
  readonly span: Span;
  /** What was meant, where the bytes tell it; null where one is lost for good. */
  readonly reading: string | null;
}

/**
 * 。《人民鐵 is A1A3 A1B6 C8CB C3F1 E846 in GBK. Where the first byte of such a row goes astray, the rest is paired anew:
 * A3A1 B6C8 CBC3 F1E8 46, ！度嗣耔F, until a byte of ASCII ends it. The first of the two marks leaves one of these in its place:
 * ！ (often narrowed to !), a blank (A1A1), or 。 itself where the byte behind it is lost.
 */
const REMAINS = '!！\u3000。';
const STOP_BYTES = [0xa1, 0xa3];
/** The first byte of the mark behind 。: “ ” 《 》 and the like, of which the second is that of a character now. */
const MARK_BYTE = 0xa1;
const MARKS = '“”‘’《》〈〉「」『』【】';
const LONGEST_RUN = 60;
/** So many of the characters that stand there must be rare … */
const RARE_SHARE = 0.25;
/** … and of those that the bytes give when paired aright, so many among the commonest. */
const COMMON_SHARE = 0.5;

/** All such stretches, in order of place. */
export function findShiftedBytes(text: string): ShiftedBytes[] {
  const found: ShiftedBytes[] = [];
  let start = -1;
  for (let i = 0; i <= text.length; i++) {
    const unit = i < text.length ? text.charCodeAt(i) : 0;
    if (isPaired(unit)) {
      if (start < 0) start = i;
      continue;
    }
    if (start > 0 && i - start >= 2 && i - start <= LONGEST_RUN && REMAINS.includes(text.charAt(start - 1))) {
      const shifted = readRun(text, start, i);
      if (shifted !== null) found.push(shifted);
    }
    start = -1;
  }
  return found;
}

/** What two high bytes may come out as: a Chinese character, a sign of another script, or the private use area where GBK has none. */
function isPaired(unit: number): boolean {
  return (
    (unit >= 0x3040 && unit <= 0x9fff) ||
    (unit >= 0xe000 && unit <= 0xe864) ||
    (unit >= 0x370 && unit <= 0x451) ||
    (unit >= 0x2100 && unit <= 0x2642)
  );
}

function readRun(text: string, start: number, end: number): ShiftedBytes | null {
  const last = text.charCodeAt(end);
  const trail = last >= 0x40 && last <= 0x7e ? last : null;
  // 。 and a word behind it is what any text has; only the remains of a character make it worth a look.
  if (text.charAt(start - 1) === '。' && trail === null && last !== 0xfffd) return null;
  const run = text.slice(start, end);
  const bytes = [...STOP_BYTES, MARK_BYTE];
  let rare = 0;
  for (let i = 0; i < run.length; i++) {
    const pair = gbkBytes(run.charCodeAt(i));
    if (pair === 0) return null;
    bytes.push(pair >> 8, pair & 0xff);
    if (!isEveryday(run.charAt(i))) rare++;
  }
  if (rare < run.length * RARE_SHARE || rare === 0) return null;
  if (trail === null) bytes.pop();
  else bytes.push(trail);
  const reading = decodeGbk(bytes);
  if (reading === null || !readsWell(reading)) return null;
  if (trail === null) return { span: createSpan(start - 1, end), reading: null };
  return { span: createSpan(start - 1, end + 1), reading };
}

function readsWell(reading: string): boolean {
  const [, mark, ...rest] = reading;
  if (mark === undefined || !MARKS.includes(mark) || rest.length < 2) return false;
  let common = 0;
  for (const character of rest) {
    if (COMMON_CHARACTERS.has(character)) common++;
    if (!isEveryday(character) && !isMark(character)) return false;
  }
  return common >= rest.length * COMMON_SHARE;
}

/** Among the 3755 frequent characters that GB 2312 puts first (B0A1 to D7F9), or the traditional form of one. */
function isEveryday(character: string): boolean {
  const unit = character.charCodeAt(0);
  const lead = gbkBytes(openccDictionary().characters[unit] || unit) >> 8;
  return lead >= 0xb0 && lead <= 0xd7;
}

/** The marks of rows A1 and A3. */
function isMark(character: string): boolean {
  const lead = gbkBytes(character.charCodeAt(0)) >> 8;
  return lead === 0xa1 || lead === 0xa3;
}
