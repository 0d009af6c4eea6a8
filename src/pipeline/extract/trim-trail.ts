import { flagsAt, OPEN_QUOTE } from '../../language/characters.js';
import { closeOf } from '../../language/clauses.js';
import { createSpan, type Span } from '../../model/span.js';
import { loadContextWords } from '../../resources/context-words.js';
import { loadFrameworkRules } from '../../resources/framework-rules.js';
import { median } from './alike-elements.js';

/** The last element runs on into the sentence (和谐型班组;  …等举措): cut at 等, or where it ends like the others do. */
export function trimTrail(text: string, last: Span, others: readonly Span[]): Span {
  const usual = median(others.map((span) => span.end - span.start));
  // 眼、手、腿、口都勤: what is said of all of them.
  const ofAll = /[都均皆]/u.exec(text.slice(last.start + 1, last.end));
  if (ofAll !== null && ofAll.index + 1 >= Math.min(2, usual))
    return createSpan(last.start, last.start + 1 + ofAll.index);
  const trail = trailStart(text, last, others);
  if (trail !== null) return createSpan(last.start, trail);
  // 发一张卡、换一套灯、结一个对子: all of them count.
  const allCount =
    others.filter(({ start, end }) => COUNTED.test(text.slice(start, end))).length * 2 >= Math.max(1, others.length);
  const counted = allCount
    ? null
    : /[一二两三四五六七八九十\d][个项条大种点]/u.exec(text.slice(last.start + 1, last.end));
  if (counted !== null) return createSpan(last.start, last.start + 1 + counted.index);
  const etc = /等(?![级次候待同于])/u.exec(text.slice(last.start + 1, last.end));
  if (etc !== null && etc.index + 1 >= Math.min(2, usual)) return createSpan(last.start, last.start + 1 + etc.index);
  if (last.end - last.start <= usual) return last;
  const ending = others.length > 0 ? text.charAt(others[0]!.end - 1) : '';
  if (others.length >= 2 && others.every((span) => text.charAt(span.end - 1) === ending) && usual >= 2) {
    for (let i = last.start + 1; i < last.end; i++) {
      if (text.charAt(i) === ending) return createSpan(last.start, i + 1);
    }
  }
  if (last.end - last.start <= usual + 3) return last;
  for (const stop of ['的', '并', '和', '来', '在', '以']) {
    const from = last.start + Math.max(2, usual - 1);
    const at = text.slice(from, last.end).indexOf(stop);
    if (at >= 0) return createSpan(last.start, from + at);
  }
  return last;
}

const COUNTED = /[一二两三四五六七八九十\d][\u4e00-\u9fff]/u;

/** 安全员共同到现场看: where what is said of all the members begins, or null. */
function trailStart(text: string, last: Span, others: readonly Span[]): number | null {
  const { trailWords } = loadFrameworkRules();
  const longest = Math.max(...others.map(({ start, end }) => end - start));
  if (last.end - last.start <= longest + 1) return null;
  for (let i = last.start + 2; i < Math.min(last.end, last.start + longest + 6); i++)
    if (trailWords.longestAt(text, i) !== null) return i;
  return null;
}

/** Without what leads over to the name: 等, 的, 为主要内容的. */
export function stripTail(text: string, span: Span): Span {
  const { cuesBefore } = loadFrameworkRules();
  let end = span.end;
  for (let again = true; again; ) {
    again = false;
    const tail = cuesBefore.longestAt(text, end);
    if (tail !== null && end - tail.length > span.start) {
      end -= tail.length;
      again = true;
    }
  }
  return createSpan(span.start, end);
}

/** 计划生育和环境保护是我国 before 两项基本国策, 光伏产品“新 before 三样: cut at the copula or at the quote that opens the name. */
export function withoutCopula(text: string, { start, end }: Span): number {
  for (let i = end - 1; i > start + 1 && end - i <= COPULA_REACH; i--) {
    if (text.charAt(i) === '是' || (flagsAt(text, i) & OPEN_QUOTE && closeOf(text, i, end) < 0)) return i;
  }
  return end;
}

const COPULA_REACH = 8;

/** 集中学习与自学相结合、理论学习与观摩相结合: what both end in leads over to nothing. */
export function endsAlike(text: string, last: Span, before: Span | undefined, tailStart: number): boolean {
  const tail = text.slice(tailStart, last.end);
  return tail !== '' && before !== undefined && text.slice(before.start, before.end).endsWith(tail);
}

/** …,黄色收铝罐,此“三色”计划: what only points at the list before it. */
export function isLinkWord(text: string, { start, end }: Span): boolean {
  return loadContextWords().links.has(text.slice(start, end));
}
