import { COMMON_CHARACTERS } from '../../language/common-characters.js';

/** The encodings Chinese reports come in, by their WHATWG names. GBK and GB2312 are read as GB18030, which holds both. */
export type DetectedEncoding = 'utf-8' | 'gb18030' | 'big5' | 'utf-16le' | 'utf-16be';

const BYTE_ORDER_MARKS: readonly (readonly [DetectedEncoding, readonly number[]])[] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['gb18030', [0x84, 0x31, 0x95, 0x33]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
];

/** In order of preference where two score alike. */
const CANDIDATES: readonly DetectedEncoding[] = ['utf-8', 'gb18030', 'big5', 'utf-16le', 'utf-16be'];

/** How much of a file is decoded to choose between candidates. */
const SAMPLE_BYTES = 65_536;
/** How much plain text before the first telling byte is looked at with it. Even, as UTF-16 comes in pairs. */
const CONTEXT_BYTES = 64;
/** Below this mean score no candidate looks like text. A list of rare characters scores 0.2, Chinese prose 0.8, noise below 0. */
const LEAST_SCORE = 0.1;
/** Mostly ASCII text with a few stray bytes (a curly quote of Windows-1252) is read as UTF-8 as long as they are this rare. */
const MOST_STRAY_BYTES = 0.02;

/** The ideographic space and the marks of Chinese text. */
const COMMON_SIGNS = new Set(
  '\u3000\uff0c\uff1b\uff1a\uff1f\uff01\uff08\uff09\uff0e。、“”‘’《》〈〉【】「」『』—…·〔〕',
);

/**
 * Tells the encoding of a text by its byte order mark, by being valid UTF-8, else by which decoding holds the most common
 * Chinese characters. Being decodable proves nothing: GB18030 accepts nearly every Big5 file.
 * @param bytes the whole file or its beginning; a character cut off at the end does no harm
 * @returns null for binary data
 */
export function detectEncoding(bytes: Uint8Array): DetectedEncoding | null {
  const marked = BYTE_ORDER_MARKS.find(([, mark]) => mark.every((byte, i) => bytes[i] === byte));
  if (marked !== undefined) return looksBinary(bytes, marked[0]) ? null : marked[0];
  const hasNul = bytes.includes(0);
  if (!hasNul && isValidUtf8(bytes)) return looksBinary(bytes, 'utf-8') ? null : 'utf-8';
  return bestCandidate(sampleOf(bytes)) ?? (isMostlyAscii(bytes) ? 'utf-8' : null);
}

function isValidUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}

/** From the first byte that is not ASCII text: what stands before it reads the same in all encodings but UTF-16. */
function sampleOf(bytes: Uint8Array): Uint8Array {
  const telling = bytes.findIndex((byte) => byte >= 0x80 || byte === 0);
  const start = Math.max(0, telling - (telling % 2) - CONTEXT_BYTES);
  return bytes.subarray(start, start + SAMPLE_BYTES);
}

function bestCandidate(sample: Uint8Array): DetectedEncoding | null {
  let best: DetectedEncoding | null = null;
  let bestScore = LEAST_SCORE;
  for (const encoding of CANDIDATES) {
    const score = scoreText(new TextDecoder(encoding).decode(sample, { stream: true }));
    if (score <= bestScore) continue;
    best = encoding;
    bestScore = score;
  }
  return best;
}

/** The mean worth of the characters: 1 if all are common, 0.5 for plain ASCII, negative for noise. */
function scoreText(text: string): number {
  let sum = 0;
  let count = 0;
  for (const character of text) {
    sum += scoreCharacter(character, character.codePointAt(0)!);
    count += 1;
  }
  return count === 0 ? 0 : sum / count;
}

function scoreCharacter(character: string, code: number): number {
  // More than a rare ideograph, or ASCII with one NUL in it would pass for UTF-16.
  if ((code >= 0x20 && code < 0x7f) || code === 0x0a || code === 0x0d || code === 0x09) return 0.5;
  if (COMMON_CHARACTERS.has(character) || COMMON_SIGNS.has(character)) return 1;
  if (code >= 0x4e00 && code <= 0x9fff) return 0.2;
  if (code === 0xfffd) return -4;
  if (code < 0x20 || (code >= 0x7f && code < 0xa0)) return -2;
  // Private use and unassigned code points, and Hangul, which two GB2312 bytes make in UTF-16.
  if (/[\p{Co}\p{Cn}\p{Cs}\p{Script=Hangul}]/u.test(character)) return -1;
  return /[\p{P}\p{S}\p{N}\p{Script=Latin}\p{Script=Han}]/u.test(character) ? 0 : -0.5;
}

/** Control characters and NUL beyond what a damaged text holds. */
function looksBinary(bytes: Uint8Array, encoding: DetectedEncoding): boolean {
  const text = new TextDecoder(encoding).decode(bytes.subarray(0, SAMPLE_BYTES), { stream: true });
  let control = 0;
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    if (code < 0x09 || (code > 0x0d && code < 0x20 && code !== 0x1b) || code === 0xfffd) control += 1;
  }
  return control > Math.max(text.length * 0.1, 1);
}

function isMostlyAscii(bytes: Uint8Array): boolean {
  const sample = bytes.subarray(0, SAMPLE_BYTES);
  let stray = 0;
  for (const byte of sample) {
    if (byte >= 0x7f || byte < 0x09 || (byte > 0x0d && byte < 0x20)) stray += 1;
  }
  return stray <= Math.max(sample.length * MOST_STRAY_BYTES, 1);
}
