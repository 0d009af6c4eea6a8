import { decodeHongKong } from './decode-text.js';

/**
 * All byte sequences that some encoding other than UTF-8 reads as the character: GB18030, Big5 with and without the Hong Kong supplement, UTF-16 of either
 * order. Node has no encoders, so all pairs of bytes are decoded once, when first asked for.
 */
export function listByteForms(character: string): Uint8Array[] {
  const littleEndian = Buffer.from(character, 'utf16le');
  const forms: Uint8Array[] = [littleEndian, Buffer.from(littleEndian).swap16()];
  if (character < '\u0080') return [Buffer.from(character), ...forms];
  shortCodes ??= DECODERS.map((decode) => decode(listPairs()).split('\n'));
  for (const characters of shortCodes) {
    for (let k = characters.indexOf(character); k >= 0; k = characters.indexOf(character, k + 1)) forms.push(pairAt(k));
  }
  return shortCodes[0]!.includes(character) ? forms : [...forms, ...longForm(character)];
}

/** What each pair of bytes is read as, by the number of the pair. */
let shortCodes: readonly (readonly string[])[] | null = null;

const DECODERS: readonly ((bytes: Uint8Array) => string)[] = [
  (bytes) => new TextDecoder('gb18030').decode(bytes),
  (bytes) => new TextDecoder('big5').decode(bytes),
  decodeHongKong,
];

const FIRST_LEAD = 0x81;
const FIRST_TRAIL = 0x40;
const LEADS = 0xff - FIRST_LEAD;
const TRAILS = 0xff - FIRST_TRAIL;
const NEWLINE = 0x0a;

function pairAt(number: number): Buffer {
  return Buffer.of(FIRST_LEAD + Math.floor(number / TRAILS), FIRST_TRAIL + (number % TRAILS));
}

/** With a line break behind each, so that a wrong one does not disturb the next. */
function listPairs(): Uint8Array {
  const bytes = new Uint8Array(3 * LEADS * TRAILS).fill(NEWLINE);
  for (let k = 0; k < LEADS * TRAILS; k++) bytes.set(pairAt(k), 3 * k);
  return bytes;
}

/** GB18030 has four bytes for what GBK lacks; nothing for halves of surrogate pairs. */
function longForm(character: string): Uint8Array[] {
  const point = character.codePointAt(0)!;
  if (point > 0xffff) return [fourBytes(point - 0x10000 + FIRST_BEYOND_PLANE)];
  longCodes ??= new TextDecoder('gb18030').decode(listLong()).split('\n');
  const number = longCodes.indexOf(character);
  return number < 0 ? [] : [fourBytes(number)];
}

let longCodes: readonly string[] | null = null;

/** Numbers of four-byte codes: those below lie in the Basic Multilingual Plane, and U+10000 follows much later. */
const WITHIN_PLANE = 39_420;
const FIRST_BEYOND_PLANE = 189_000;

function listLong(): Uint8Array {
  const bytes = new Uint8Array(5 * WITHIN_PLANE).fill(NEWLINE);
  for (let k = 0; k < WITHIN_PLANE; k++) bytes.set(fourBytes(k), 5 * k);
  return bytes;
}

function fourBytes(number: number): Buffer {
  return Buffer.of(
    0x81 + Math.floor(number / 12_600),
    0x30 + (Math.floor(number / 1260) % 10),
    0x81 + (Math.floor(number / 10) % 126),
    0x30 + (number % 10),
  );
}
