import {
  ASCII_CLAUSE_MARK,
  ASCII_STOP_MARK,
  CLAUSE_MARK,
  CLOSING,
  DIGIT,
  HAN,
  kindAt,
  kindBefore,
  LATIN,
  OPENING,
  STOP_MARK,
} from './character-kinds.js';
import type { Line } from './read-lines.js';

/** Whether the second line can be read on from the first: by the characters at the break alone, not by widths. */
export function mayContinue(text: string, line: Line, next: Line): boolean {
  if (line.width === 0 || next.width === 0 || line.verbatim || next.verbatim) return false;
  if (next.bodyStart !== next.start || STRUCTURE.test(text.charAt(line.bodyStart))) return false;
  const left = kindBefore(text, line.bodyEnd);
  const right = kindAt(text, next.start);
  if (endsInHeading(text, line) && right !== CLOSING) return false;
  if (!endsOpen(text, line, left) || !(right === HAN || continues(right, text.charAt(next.start)))) return false;
  // Without a Chinese character on either side, words or numbers would run together (PDF\ncopy).
  if (left !== HAN && right !== HAN && right !== CLAUSE_MARK && right !== STOP_MARK) return false;
  return !opensEntry(text, next);
}

/** After these a sentence goes on: a word, a comma, a quotation that does not end it. */
function endsOpen(text: string, line: Line, kind: number): boolean {
  if (kind === CLOSING) return !isTerminated(text, line);
  return (
    kind === HAN ||
    kind === DIGIT ||
    kind === LATIN ||
    kind === CLAUSE_MARK ||
    kind === ASCII_CLAUSE_MARK ||
    kind === OPENING
  );
}

function continues(kind: number, sign: string): boolean {
  if (kind === DIGIT || kind === LATIN || kind === CLAUSE_MARK || kind === CLOSING) return true;
  // An ellipsis that begins a line stands for lines left out.
  if (kind === STOP_MARK) return sign !== '…';
  return kind === ASCII_CLAUSE_MARK || (kind === OPENING && '“‘《'.includes(sign));
}

/** Whether the line ends in a mark that ends a sentence or announces a list, closing quotes and brackets aside. */
export function isTerminated(text: string, line: Line): boolean {
  let end = line.bodyEnd;
  while (end > line.bodyStart && kindBefore(text, end) === CLOSING) end--;
  const kind = kindBefore(text, end);
  return kind === STOP_MARK || kind === ASCII_STOP_MARK || '：:'.includes(text.charAt(end - 1) || ' ');
}

/** A heading run on to the end of a paragraph: …共同进步。三、工作体会. The next line is its text. */
function endsInHeading(text: string, line: Line): boolean {
  let start = line.bodyEnd;
  const floor = Math.max(line.bodyStart, line.bodyEnd - MAX_HEADING);
  while (start > floor && !SENTENCE_END.includes(text.charAt(start - 1))) start--;
  // A quote that is still open goes on in the next line, and so does its sentence.
  return start > floor && ENTRY.test(text.slice(start, start + 8)) && !leavesQuoteOpen(text, start, line.bodyEnd);
}

function leavesQuoteOpen(text: string, start: number, end: number): boolean {
  const wording = text.slice(start, end);
  return wording.lastIndexOf('“') > wording.lastIndexOf('”') || wording.lastIndexOf('「') > wording.lastIndexOf('」');
}

const SENTENCE_END = '。！？!?';
const MAX_HEADING = 40;

/** What begins a line with a structure of its own in Markdown or a list. */
const STRUCTURE = /^[#>|*+•●◆■□◇○▪·—-]/;
const CHINESE_NUMBER = '[〇零一二三四五六七八九十百壹贰貳叁參参肆伍陆陸柒捌玖拾]{1,4}';
const ARABIC_NUMBER = '[\\d０-９]{1,3}';
/** What an entry or a part opens with, each alternative by itself; no number is longer than four characters. */
const ENTRY_OPENINGS = [
  // 一、 二是 三要
  `${CHINESE_NUMBER}(?:[、.．,，:：)）]|是|要|来|來|则|則|曰|[^\\S\\n]|$)`,
  // 第一 第3条
  `第(?:${CHINESE_NUMBER}|${ARABIC_NUMBER})`,
  // 1. 2） 3 总则
  `${ARABIC_NUMBER}(?:[、.．)）:：]|[^\\S\\n])`,
  '[①-⓿❶-➓㈠-㉃㊀-㊉Ⅰ-ⅿ]',
  // (一) 【要点】
  '[(（【〖〔[]',
  '[A-Za-z][.．、)）]',
  '首先|其次|再次|再者|最后|最後|此外|另外|附件|附[：:]|其[一二三四五六七八九]',
];
const ENTRY = new RegExp(`^(?:${ENTRY_OPENINGS.join('|')})`, 'u');

/** Whether the line begins an entry or a part of its own. */
function opensEntry(text: string, line: Line): boolean {
  const opening = text.slice(line.bodyStart, Math.min(line.bodyEnd, line.bodyStart + 8));
  return STRUCTURE.test(opening) || ENTRY.test(opening);
}

const HEADING = new RegExp(`^(?:${CHINESE_NUMBER}、|[(（]${CHINESE_NUMBER}[)）]|第${CHINESE_NUMBER}[^是要，,])`, 'u');

/** Whether the line begins like a numbered heading: 一、 (一) 第三章. */
export function opensHeading(text: string, line: Line): boolean {
  return HEADING.test(text.slice(line.bodyStart, line.bodyStart + 8));
}
