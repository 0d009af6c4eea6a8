import { describe, expect, test } from 'vitest';
import { findDates, readDate } from '../../../src/language/dates.js';

const REPUBLIC = { republicYears: true };
const read = (text: string) => {
  const date = readDate(text, 0);
  return date === null ? null : [text.slice(0, date.end), date.iso];
};

describe('dates as they are written', () => {
  test.each([
    ['2023年', '2023年', '2023'],
    ['2023年5月', '2023年5月', '2023-05'],
    ['2023年5月12日', '2023年5月12日', '2023-05-12'],
    ['2023年05月02号', '2023年05月02号', '2023-05-02'],
    ['二〇一九年三月', '二〇一九年三月', '2019-03'],
    ['二零二三年十一月二十一日', '二零二三年十一月二十一日', '2023-11-21'],
    ['二○一○年十月十六日', '二○一○年十月十六日', '2010-10-16'],
    ['二0一九年', '二0一九年', '2019'],
    ['2О1О年', '2О1О年', '2010'],
    ['2019-03-01 08:30', '2019-03-01', '2019-03-01'],
    ['2019.3.1', '2019.3.1', '2019-03-01'],
    ['2019/3/1', '2019/3/1', '2019-03-01'],
    ['2019－03－01', '2019－03－01', '2019-03-01'],
    ['2019.3', '2019.3', '2019-03'],
    ['05.11.2016', '05.11.2016', '2016-11-05'],
    ['民国108年', '民国108年', '2019'],
    ['民国一〇八年三月', '民国一〇八年三月', '2019-03'],
    ['民国九十八年', '民国九十八年', '2009'],
    ['2024年2月29日', '2024年2月29日', '2024-02-29'],
  ])('%s', (text, raw, iso) => expect(read(text)).toEqual([raw, iso]));
});

describe('no date', () => {
  test.each([
    ['a month that is none', '2019年13月'],
    ['a day that is none', '2019-02-30'],
    ['a leap day of another year', '2023年2月29日'],
    ['a year long gone', '1019年'],
    ['a figure', '2019.3万元'],
    ['a share', '2019.3%'],
    ['a number', '2019件'],
    ['a version', '2019.3.1.4'],
    ['a year of the Republic without 民国', '108年'],
    ['years that something lasted', '三年'],
    ['nothing', ''],
  ])('%s', (_kind, text) => expect(read(text)).toBeNull());

  test.each([
    ['in a number', '12019年', 1],
    ['in an address', 'a-2019-03-01', 2],
  ])('%s', (_kind, text, start) => expect(readDate(text, start)).toBeNull());
});

test('years of the Republic may lack 民国 where that is known', () => {
  expect(readDate('113年5月', 0, REPUBLIC)?.iso).toBe('2024-05');
  expect(readDate('一一一年', 0, REPUBLIC)?.iso).toBe('2022');
  expect(readDate('12年', 0, REPUBLIC)).toBeNull();
});

test('the dates of a stretch, in order and none twice', () => {
  const text = '自2018年以来,2019-03-01前,二〇二〇年五月';
  expect(findDates(text, 0, text.length).map(({ iso }) => iso)).toEqual(['2018', '2019-03-01', '2020-05']);
  expect(findDates(text, 0, 4)).toEqual([]);
});
