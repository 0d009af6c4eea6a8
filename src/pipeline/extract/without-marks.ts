import { consistsOf, DIGIT, flagsAt, NUMERAL } from '../../language/characters.js';
import { createSpan, type Span } from '../../model/span.js';

/** 一、…；二、…；三、…: the marks of a list that stands in a sentence are no part of its members. */
export function withoutMarks(text: string, elements: Span[]): Span[] {
  // All but one have one: by far the most lists show at their second element that they have none.
  if (!mayBeMarked(text, elements[1]) && !mayBeMarked(text, elements[2])) return elements;
  const marks = elements.map(
    ({ start, end }) => MARK.exec(text.slice(start, Math.min(end, start + 8)))?.[0].length ?? 0,
  );
  if (marks.filter((length) => length > 0).length < Math.max(2, elements.length - 1)) return elements;
  return elements.map(({ start, end }, i) => createSpan(start + marks[i]!, end));
}

function mayBeMarked(text: string, element: Span | undefined): boolean {
  return (
    element !== undefined &&
    ('第（(①②③'.includes(text.charAt(element.start)) || (flagsAt(text, element.start) & (NUMERAL | DIGIT)) !== 0)
  );
}

/** 一、, 1., ①, (1), 第一帖是 */
const MARK =
  /^(?:[①-⑳]|[（(]\d{1,2}[)）]|[一二三四五六七八九十]{1,3}、|\d{1,2}[.、．]|第[一二三四五六七八九十]{1,2}[\u4e00-\u9fff]?就?[是，：:])(?=[“「\u4e00-\u9fff])/u;

/** 一看压力表，二听电机声，三摸轴承温: numbers that count on from one mark the elements, all of them. */
export function withoutCount(text: string, elements: Span[]): Span[] {
  const counted = elements.length >= 3 && elements.every(({ start }, i) => text.charAt(start) === COUNT.charAt(i));
  return counted ? elements.map(({ start, end }) => createSpan(start + 1, end)) : elements;
}

const COUNT = '一二三四五六七八九十';

/** 既是宣传员，又是调解员，还是守护员: the words that add one member to another. */
export function withoutAdding(text: string, elements: readonly Span[]): readonly Span[] {
  if (![elements[1], elements[2]].some((element) => element !== undefined && ADDS.includes(text.charAt(element.start))))
    return elements;
  const adding = elements.map(({ start, end }) => ADDING.exec(text.slice(start, end))?.[0].length ?? 0);
  if (adding.filter((length) => length > 0).length < 2) return elements;
  return elements.map(({ start, end }, i) => createSpan(start + adding[i]!, end));
}

const ADDS = '既又还也更同另一';
const ADDING = /^(?:(?:既|又|还|也|更|同时)(?:是|要|能|会)|另?一[个种类条项]叫做?)(?=.{2})/u;

/** The 五 of 五、重拳打击 … is the mark of its line, not an element. */
export function isMarkNumber(text: string, { start, end }: Span): boolean {
  return consistsOf(text.slice(start, end), NUMERAL | DIGIT);
}
