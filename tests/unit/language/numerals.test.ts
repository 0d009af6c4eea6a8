import { describe, expect, test } from 'vitest';
import { readNumeral } from '../../../src/language/numerals.js';
import { normalizeDocument } from '../../../src/pipeline/normalize/normalize-document.js';
import { buildSource } from '../../support/build-extraction.js';

const read = (text: string, start = 0) => {
  const numeral = readNumeral(text, start);
  return numeral === null ? null : { raw: text.slice(numeral.start, numeral.end), value: numeral.value };
};
const whole = (text: string, value: number | null) => expect(read(text)).toEqual({ raw: text, value });

describe('Chinese numerals', () => {
  test.each([
    ['一', 1],
    ['二', 2],
    ['九', 9],
    ['十', 10],
    ['十二', 12],
    ['二十', 20],
    ['二十三', 23],
    ['九十九', 99],
    ['百', 100],
    ['一百', 100],
    ['一百零八', 108],
    ['一百一十二', 112],
    ['两百', 200],
    ['三千五百', 3500],
    ['廿', 20],
    ['廿五', 25],
    ['卅一', 31],
    ['两', 2],
    ['双', 2],
  ])('%s is %d', (text, value) => whole(text, value));

  test.each([
    ['壹', 1],
    ['贰', 2],
    ['拾', 10],
    ['拾贰', 12],
    ['叁拾', 30],
  ])('formal %s is %d', (text, value) => {
    whole(text, value);
    expect(readNumeral(text, 0)!.kind).toBe('formal');
  });

  test.each(['两三', '一三四', '三五', '七八'])('%s is a string of digits, no number', (text) => {
    whole(text, null);
    expect(readNumeral(text, 0)!.digits).toHaveLength(text.length);
  });

  test('两三 is two or three, never 23', () => expect(readNumeral('两三个月', 0)!.digits).toEqual([2, 3]));

  test.each(['三三十', '十十', '百千', '十廿', '二十三四'])('%s is no number', (text) => whole(text, null));

  test('a 零 that counts what follows belongs to no number', () => {
    expect(read('四零服务')).toEqual({ raw: '四', value: 4 });
    expect(read('零')).toEqual({ raw: '零', value: 0 });
  });

  test('ends before what is no numeral', () => expect(read('三十六计')).toEqual({ raw: '三十六', value: 36 }));
  test('is read from where it is asked for', () => expect(read('二十三', 1)).toEqual({ raw: '十三', value: 13 }));
});

describe('years', () => {
  test.each([
    ['二〇一〇', 2010],
    ['二零一零', 2010],
    ['二0一0', 2010],
    ['2〇1〇', 2010],
    ['二○一○', null],
  ])('%s', (text, value) => {
    // ○ (a circle, not the numeral 〇) stands for names left out as often as for zero: no numeral.
    if (value === null) expect(read(text)).toEqual({ raw: '二', value: 2 });
    else whole(text, value);
  });

  test('a year ends before 年', () => expect(read('二〇一〇年')).toEqual({ raw: '二〇一〇', value: 2010 }));
});

describe('Arabic numerals', () => {
  test.each([
    ['12', 12],
    ['007', 7],
    ['2010', 2010],
    ['0', 0],
  ])('%s is %d', (text, value) => {
    whole(text, value);
    expect(readNumeral(text, 0)!.kind).toBe('arabic');
  });

  test('full-width digits are read once the text is normalized', () => {
    expect(read('１２')).toBeNull();
    expect(read(normalizeDocument(buildSource('１２项')).text)).toEqual({ raw: '12', value: 12 });
  });

  test('the single digits of a code', () => expect(readNumeral('12345工作法', 0)!.digits).toEqual([1, 2, 3, 4, 5]));
  test('a dot ends them', () => expect(read('2.3')).toEqual({ raw: '2', value: 2 }));
  test('Chinese digits behind do not join', () => expect(read('3一体')).toEqual({ raw: '3', value: 3 }));
});

describe('numbers that are one sign', () => {
  test.each([
    ['①', 1, 'circled'],
    ['⑳', 20, 'circled'],
    ['❶', 1, 'circled'],
    ['⓵', 1, 'circled'],
    ['⑴', 1, 'parenthesized'],
    ['⒇', 20, 'parenthesized'],
    ['㈠', 1, 'parenthesized'],
    ['㈩', 10, 'parenthesized'],
    ['⒈', 1, 'full-stop'],
    ['⒛', 20, 'full-stop'],
    ['Ⅰ', 1, 'roman'],
    ['Ⅻ', 12, 'roman'],
    ['ⅰ', 1, 'roman'],
    ['ⅻ', 12, 'roman'],
  ] as const)('%s is %d, %s', (text, value, kind) => {
    whole(`${text}`, value);
    expect(readNumeral(text, 0)!.kind).toBe(kind);
  });

  test('one sign at a time', () => expect(read('①②')).toEqual({ raw: '①', value: 1 }));
});

test.each(['甲', '', ' ', '、', 'I', 'V', '半', '几'])('%j begins no numeral', (text) => {
  expect(readNumeral(text, 0)).toBeNull();
});

test('no numeral outside the text', () => {
  expect(readNumeral('三', 1)).toBeNull();
  expect(readNumeral('三', -1)).toBeNull();
});
