import { describe, expect, test } from 'vitest';
import { yearOf } from '../../../../src/corpus/statistics/document-year.js';
import type { SourceDocument } from '../../../../src/model/document.js';
import { ofCharacters } from '../../../support/build-countable.js';

function yearIn(text: string, known: Partial<SourceDocument>, field = 'date'): number | null {
  return yearOf(ofCharacters(text, known).document, field);
}

describe('the year of a report', () => {
  test.each([
    ['reports/2019/a.txt', 2019],
    ['reports/2019-2020/b2018.txt', 2018],
    ['a-20190305.txt', 2019],
    ['a-20191399.txt', null],
    ['archive/2017/07/b.txt', 2017],
    ['二〇一九年总结.txt', 2019],
    ['a-120193.txt', null],
    ['a-3019.txt', null],
    ['a.txt', null],
  ])('of %s is %s', (path, year) => expect(yearIn('村里修渠。\n', { id: path, path })).toBe(year));

  test('is that of a field of its record, whatever else says so', () => {
    const text = '修渠总结\n2015年3月1日\n村里修渠。\n';
    const known = { id: 'r2012', path: '2011.jsonl' };
    expect(yearIn(text, { ...known, record: { date: '2016-05-01', when: 2017 } })).toBe(2016);
    expect(yearIn(text, { ...known, record: { date: '2016-05-01', when: 2017 } }, 'when')).toBe(2017);
    expect(yearIn(text, { ...known, record: { date: 'soon' } })).toBe(2015);
    expect(yearIn('村里修渠。\n', { ...known, record: {} })).toBe(2012);
    expect(yearIn('村里修渠。\n', { id: 'r', path: '2011.jsonl', record: {} })).toBe(2011);
  });

  test('is not found among what every object has', () => {
    expect(yearIn('村里修渠。\n', { id: 'r', path: 'a.jsonl', record: {} }, 'constructor')).toBeNull();
  });
});
