import { describe, expect, test } from 'vitest';
import { ENUMERATION_COMMA } from '../../../src/language/characters.js';
import {
  CLAUSE_STOP,
  closeOf,
  findOutside,
  HEADING_STOP,
  sentenceEnd,
  sentenceStart,
} from '../../../src/language/clauses.js';

/** What a quote or bracket at the start of the text reaches to, or null. */
function quoted(text: string, reach?: number): string | null {
  const end = reach === undefined ? closeOf(text, 0, text.length) : closeOf(text, 0, text.length, reach);
  return end < 0 ? null : text.slice(0, end);
}

describe('the sign that closes a quote or bracket', () => {
  test.each([
    ['“甲”乙', '“甲”'],
    ['“甲“乙”丙”丁', '“甲“乙”丙”'],
    ['“甲「乙」丙”丁', '“甲「乙」丙”'],
    ['(甲(乙)丙)丁', '(甲(乙)丙)'],
    ['(甲）乙', '(甲）'],
    ['（甲)乙', '（甲)'],
    ['（甲(乙)丙）丁', '（甲(乙)'],
    ['"甲"乙"', '"甲"'],
    ['“”', '“”'],
  ])('%s → %s', (text, expected) => {
    // Brackets of two widths nested in each other are told apart by no sign: the first that fits closes.
    expect(quoted(text)).toBe(expected);
  });

  test.each(['“甲', '“甲\n乙”', '(甲]', '“', '“甲“乙”丙'])('%j is never closed', (text) =>
    expect(quoted(text)).toBeNull(),
  );

  test('it stands within reach', () => {
    expect(quoted(`“${'甲'.repeat(90)}”`)).toBeNull();
    expect(quoted(`“${'甲'.repeat(90)}”`, 200)).not.toBeNull();
  });

  test('and before the limit', () => expect(closeOf('“甲”', 0, 2)).toBe(-1));
});

describe('signs outside quotes and brackets', () => {
  const upTo = (text: string, flags: number) => text.slice(0, findOutside(text, 0, text.length, flags));

  test.each([
    ['甲“乙,丙”丁,戊', '甲“乙,丙”丁'],
    ['甲(乙,丙)丁,戊', '甲(乙,丙)丁'],
    ['甲（乙,丙)丁,戊', '甲（乙,丙)丁'],
    ['甲"乙,丙"丁,戊', '甲"乙,丙"丁'],
    ['甲“乙,丙', '甲“乙'],
    ['甲乙', '甲乙'],
    ['“甲”“乙”,丙', '“甲”“乙”'],
  ])('%s → %s', (text, expected) => expect(upTo(text, CLAUSE_STOP)).toBe(expected));

  test('a heading keeps its commas and stops at ; : 。', () => {
    expect(upTo('甲,乙;丙', HEADING_STOP)).toBe('甲,乙');
    expect(upTo('甲、乙：丙', HEADING_STOP)).toBe('甲、乙');
  });

  test('a closing sign that closes nothing may end the search', () => {
    const text = '甲)乙、丙';
    expect(findOutside(text, 0, text.length, ENUMERATION_COMMA, true)).toBe(1);
    expect(findOutside(text, 0, text.length, ENUMERATION_COMMA)).toBe(3);
  });

  test('nothing is found past the limit', () => expect(findOutside('甲,乙', 0, 1, CLAUSE_STOP)).toBe(1));
});

describe('sentences', () => {
  const text = '甲。乙“丙。”丁!?戊\n己';

  test('end after their last sign, not inside quotes', () => {
    expect(text.slice(0, sentenceEnd(text, 0, text.length))).toBe('甲。');
    expect(text.slice(2, sentenceEnd(text, 2, text.length))).toBe('乙“丙。”丁!?');
  });

  test('end at the newline at the latest', () => {
    const from = text.indexOf('戊');
    expect(text.slice(from, sentenceEnd(text, from, text.length))).toBe('戊');
  });

  test('start after the sign or newline before them', () => {
    expect(sentenceStart(text, text.indexOf('己'), 0)).toBe(text.indexOf('己'));
    expect(sentenceStart(text, text.indexOf('戊'), 0)).toBe(text.indexOf('戊'));
    expect(sentenceStart('甲。乙丙', 3, 0)).toBe(2);
  });

  test('start after the quote that closed the one before', () => expect(sentenceStart('“甲。”乙丙', 5, 0)).toBe(4));
  test('start no earlier than the limit', () => expect(sentenceStart('甲乙丙', 2, 1)).toBe(1));
});
