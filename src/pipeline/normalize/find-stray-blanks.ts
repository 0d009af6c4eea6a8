import {
  BLANK,
  CHINESE_MARK,
  CLAUSE_MARK,
  CLOSING,
  DIGIT,
  HAN,
  isBlankKind,
  kindAt,
  kindBefore,
  OPENING,
  STOP_MARK,
  unitKind,
} from './character-kinds.js';
import { addEdit, createEditList, type EditList, type Edits, WHITESPACE } from './edits.js';
import type { Line } from './read-lines.js';

/** A title or an entry of a table is at most this wide (40 Chinese characters). */
const TITLE_COLUMNS = 80;
/** Blanks as wide as two Chinese characters are set on purpose: columns, or paragraphs that lost their line break. */
const GAP_COLUMNS = 4;
/**
 * A line is spaced out (六 诊 六 治) if this share of the places between its Chinese characters holds a blank; words set
 * apart stay well below.
 */
const SPACED_OUT = 2 / 3;

/**
 * Blanks that mean nothing: 制作 警示牌 in running text, 六 诊 六 治 anywhere. In a short line without sentence marks a blank
 * parts two titles (推行六步工作法 综合治理性别比) or two columns and stays.
 */
export function findStrayBlanks(text: string, lines: readonly Line[]): Edits {
  const edits = createEditList();
  for (const line of lines) {
    if (line.hasInnerBlank && !line.verbatim) findInLine(text, line, edits);
  }
  return edits;
}

function findInLine(text: string, line: Line, edits: EditList): void {
  const spacedOut = isSpacedOut(text, line);
  const title = line.width <= TITLE_COLUMNS && !line.hasComma && !line.hasStop;
  let markEnds = spacedOut ? -1 : endOfUnitMark(text, line);
  for (let i = line.bodyStart; i < line.bodyEnd; ) {
    if (!isBlankKind(unitKind(text.charCodeAt(i)))) {
      i++;
      continue;
    }
    const end = endOfBlanks(text, i, line.bodyEnd);
    const columns = blankColumns(text, i, end);
    const meant = columns > 0 && !spacedOut && (title || columns >= GAP_COLUMNS || i === markEnds);
    if (i === markEnds) markEnds = -1;
    if (!meant && isChineseJunction(kindBefore(text, i), kindAt(text, end))) addEdit(edits, i, end, WHITESPACE);
    i = end;
  }
}

/** Whether a blank between characters of these kinds means nothing. */
function isChineseJunction(left: number, right: number): boolean {
  if (left === DIGIT && right === DIGIT) return false;
  const chinese = (kind: number) => kind === HAN || isChineseMark(kind);
  return (chinese(left) && (chinese(right) || right === DIGIT)) || (left === DIGIT && chinese(right));
}

function isChineseMark(kind: number): boolean {
  return kind === CLAUSE_MARK || kind === STOP_MARK || kind === OPENING || kind === CLOSING || kind === CHINESE_MARK;
}

function endOfBlanks(text: string, start: number, limit: number): number {
  let end = start;
  while (end < limit && isBlankKind(unitKind(text.charCodeAt(end)))) end++;
  return end;
}

function blankColumns(text: string, start: number, end: number): number {
  let columns = 0;
  for (let i = start; i < end; i++) {
    const unit = text.charCodeAt(i);
    if (unitKind(unit) === BLANK) columns += unit === 0x3000 ? 2 : 1;
  }
  return columns;
}

function isSpacedOut(text: string, line: Line): boolean {
  let places = 0;
  let blanks = 0;
  let end = -1;
  for (let i = line.bodyStart; i < line.bodyEnd; i++) {
    if (isBlankKind(unitKind(text.charCodeAt(i)))) continue;
    const chinese = kindAt(text, i) === HAN;
    if (chinese && end >= 0) {
      places++;
      if (end < i) blanks++;
    }
    if (chinese && unitKind(text.charCodeAt(i)) !== HAN) i++;
    end = chinese ? i + 1 : -1;
  }
  return places > 0 && blanks >= places * SPACED_OUT;
}

/**
 * 第三章, 第十二条 or a bare number opening the line: the blank after it is its only mark and stays. Returns where the mark
 * ends, or -1.
 */
function endOfUnitMark(text: string, line: Line): number {
  const match = UNIT_MARK.exec(text.slice(line.bodyStart, line.bodyStart + 12));
  return match === null ? -1 : line.bodyStart + match[0].length;
}

const UNIT_MARK = new RegExp(
  `^(?:${[
    '第[\\d０-９〇零一二三四五六七八九十百]{1,5}[章节節条條款篇编編部讲講课課步招式]',
    '[\\d０-９]{1,3}(?:[.．][\\d０-９]{1,3}){0,3}',
    '[〇一二三四五六七八九十]{1,3}',
  ].join('|')})(?=\\s)`,
);
