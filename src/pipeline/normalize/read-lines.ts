import {
  ASCII_CLAUSE_MARK,
  ASCII_STOP_MARK,
  BLANK,
  CLAUSE_MARK,
  HAN,
  STOP_MARK,
  unitColumns,
  unitKind,
  ZERO_WIDTH,
} from './character-kinds.js';

/** A line of the text with what the rules about blanks and broken lines ask of it. */
export interface Line {
  readonly start: number;
  /** Before the newline. */
  readonly end: number;
  /** Without the blanks at both ends; an empty stretch in a blank line. */
  readonly bodyStart: number;
  readonly bodyEnd: number;
  /** In half-width columns, blanks not counted. */
  readonly width: number;
  /** In code points from the start of the line to its last character, blanks counted. */
  readonly characters: number;
  /** Whether blanks stand between its characters. */
  readonly hasInnerBlank: boolean;
  /** Whether a comma stands in it (the enumeration comma 、 is none). */
  readonly hasComma: boolean;
  /** Whether one of 。！？；… stands in it. */
  readonly hasStop: boolean;
  /** A row of a Markdown table or a line of its code: left as it is. */
  readonly verbatim: boolean;
}

export interface ReadLinesOptions {
  /** Whether fences (```) enclose code. */
  readonly markdown: boolean;
}

export function readLines(text: string, options: ReadLinesOptions): Line[] {
  const lines: Line[] = [];
  let fenced = false;
  for (let start = 0; start <= text.length; ) {
    const newline = text.indexOf('\n', start);
    const line = measureLine(text, start, newline < 0 ? text.length : newline);
    const fence = options.markdown && text.startsWith('```', line.bodyStart);
    const verbatim = fenced || fence || text.charCodeAt(line.bodyStart) === 0x7c;
    lines.push(verbatim ? { ...line, verbatim } : line);
    if (fence) fenced = !fenced;
    start = line.end + 1;
  }
  return lines;
}

const HAN_COLUMNS = unitColumns(HAN);

function measureLine(text: string, start: number, end: number): Line {
  let bodyStart = -1;
  let bodyEnd = start;
  let width = 0;
  let lowSurrogates = 0;
  let hasInnerBlank = false;
  let hasComma = false;
  let hasStop = false;
  for (let i = start; i < end; i++) {
    const unit = text.charCodeAt(i);
    const kind = unitKind(unit);
    if (kind === HAN && bodyEnd === i && bodyStart >= 0) {
      bodyEnd = i + 1;
      width += HAN_COLUMNS;
      continue;
    }
    if (unit >= 0xdc00 && unit <= 0xdfff) lowSurrogates++;
    if (kind === BLANK || kind === ZERO_WIDTH) continue;
    if (bodyStart < 0) bodyStart = i;
    else if (bodyEnd < i) hasInnerBlank = true;
    bodyEnd = i + 1;
    width += unitColumns(kind);
    if (kind === HAN) continue;
    if (kind === STOP_MARK || kind === ASCII_STOP_MARK) hasStop = true;
    else if (kind === ASCII_CLAUSE_MARK || (kind === CLAUSE_MARK && unit === 0xff0c)) hasComma = true;
  }
  if (bodyStart < 0) bodyStart = start;
  return {
    start,
    end,
    bodyStart,
    bodyEnd: Math.max(bodyEnd, bodyStart),
    width,
    characters: Math.max(0, bodyEnd - start - lowSurrogates),
    hasInnerBlank,
    hasComma,
    hasStop,
    verbatim: false,
  };
}
