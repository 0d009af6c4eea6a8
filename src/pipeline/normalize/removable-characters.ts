import {
  BLANK,
  CHINESE_MARK,
  CLAUSE_MARK,
  CLOSING,
  HAN,
  LATIN,
  NEWLINE,
  OPENING,
  STOP_MARK,
  unitKind,
  ZERO_WIDTH,
} from './character-kinds.js';

/** Whether `normalizeDocument` may take a character out: blanks, line breaks, and what inserted pinyin is made of. No other is ever taken out. */
export function isRemovable(unit: number): boolean {
  const kind = unitKind(unit);
  return kind === BLANK || kind === ZERO_WIDTH || kind === NEWLINE || kind === LATIN || PINYIN_SIGNS.includes(unit);
}

const PINYIN_SIGNS = Array.from('()（）:?？\uFFFD', (sign) => sign.charCodeAt(0));

/** Whether a character takes no room or room alone; a line break is none. */
export function isBlank(unit: number): boolean {
  const kind = unitKind(unit);
  return kind === BLANK || kind === ZERO_WIDTH;
}

/**
 * Whether something may be taken out between two characters of the normalized text: only beside a Chinese character or mark. Letters and
 * digits of one word stay together.
 */
export function mayBeParted(left: string, right: string): boolean {
  return isChinese(left) || isChinese(right);
}

const CHINESE_KINDS: ReadonlySet<number> = new Set([HAN, CLAUSE_MARK, STOP_MARK, OPENING, CLOSING, CHINESE_MARK]);

function isChinese(character: string): boolean {
  // Beyond the Basic Multilingual Plane most are Chinese; to think so of the others does no harm.
  return character.length > 1 || CHINESE_KINDS.has(unitKind(character.charCodeAt(0)));
}
