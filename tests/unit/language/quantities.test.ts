import { describe, expect, test } from 'vitest';
import { readQuantity } from '../../../src/language/quantities.js';

const read = (text: string, start = 0) => {
  const quantity = readQuantity(text, start);
  return quantity === null ? null : [text.slice(start, quantity.end), quantity.value, quantity.approximate];
};

describe('exact numbers', () => {
  test.each([
    ['86起', '86', 86],
    ['2,640件', '2,640', 2640],
    ['12,345,678元', '12,345,678', 12_345_678],
    ['98.5%', '98.5', 98.5],
    ['98．5%', '98．5', 98.5],
    ['3.2万元', '3.2万', 32_000],
    ['1.1万平方米', '1.1万', 11_000],
    ['134.9万亿元', '134.9万亿', 134_900_000_000_000],
    ['3万2,118件', '3万2,118', 32_118],
    ['2亿3千万元', '2亿3千万', 230_000_000],
    ['二十三户', '二十三', 23],
    ['一百零八人', '一百零八', 108],
    ['两千户', '两千', 2000],
    ['一万三千二百件', '一万三千二百', 13_200],
    ['一百二十万元', '一百二十万', 1_200_000],
    ['一亿三千万元', '一亿三千万', 130_000_000],
    ['一万二千亿元', '一万二千亿', 1_200_000_000_000],
    ['三点五万元', '三点五万', 35_000],
    ['百分之九十四点六', '百分之九十四点六', 94.6],
    ['12千米', '12', 12],
    ['12百分点', '12', 12],
  ])('%s', (text, raw, value) => expect(read(text)).toEqual([raw, value, false]));
});

describe('about so many', () => {
  test.each([
    ['三百余起', 0, '三百余', 300],
    ['3.5万余元', 0, '3.5万余', 35_000],
    ['200余万元', 0, '200余万', 2_000_000],
    ['1500多万元', 0, '1500多万', 15_000_000],
    ['四亿零七百多万吨', 0, '四亿零七百多万', 407_000_000],
    ['百余户', 0, '百余', 100],
    ['近300户', 1, '300', 300],
    ['约12起', 1, '12', 12],
    ['超过12起', 2, '12', 12],
    ['上千户', 1, '千', 1000],
  ])('%s', (text, start, raw, value) => expect(read(text, start)).toEqual([raw, value, true]));

  test.each([
    ['节约12度', 2],
    ['附近12户', 2],
    ['街上12户', 2],
  ])('not in %s', (text, start) => expect(read(text, start)).toEqual(['12', 12, false]));
});

describe('no quantity begins', () => {
  test.each([
    ['an ordinal', '第3期', 1],
    ['each', '每3户', 1],
    ['some tens', '数十户', 1],
    ['inside a number', '86起', 1],
    ['behind a decimal point', '98.5%', 3],
    ['behind a comma of thousands', '2,640件', 2],
    ['the end of a telephone number', '0539-6123456', 5],
    ['the end of a range, unless it is asked for', '85-90%', 3],
    ['a code', 'A12', 1],
    ['a number with letters', '5G', 0],
    ['a clock', '13:30', 0],
    ['a ratio', '3/5', 0],
    ['a version', '2.1.3', 0],
    ['a fraction in words', '三分之二', 0],
    ['a string of Chinese digits', '一三四', 0],
    ['a number too long', '1234567890123456789', 0],
    ['a scale alone', '百户', 0],
    ['a numeral out of order', '三千百户', 0],
    ['no number', '户', 0],
    ['the end of the text', '', 0],
  ])('%s', (_kind, text, start) => expect(read(text, start)).toBeNull());
});

test('the end of a range is read behind its sign', () => expect(readQuantity('85-90%', 3, true)?.value).toBe(90));
