import { describe, expect, test } from 'vitest';
import { renderBar, renderSparkline } from '../../../src/render/bars.js';
import { renderCsvRow } from '../../../src/render/csv-row.js';
import { formatDecimal, formatProbability, formatRate } from '../../../src/render/format-number.js';

describe('comma-separated values', () => {
  test('are quoted by RFC 4180', () => {
    expect(renderCsvRow(['a', 'b,c', 'd"e', 'f\ng', null, 1.5])).toBe('a,"b,c","d""e","f\ng",,1.5\r\n');
  });

  test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1'])('%j is no formula', (text) => {
    const [cell] = renderCsvRow([text, 'x']).split(',x');
    expect(cell!.replace(/^"/, '').startsWith("'")).toBe(true);
  });

  test('numbers are plain, negative ones too', () => {
    expect(renderCsvRow([-1.5, 1e-300, 12345678])).toBe('-1.5,1e-300,12345678\r\n');
  });
});

describe('pictures', () => {
  test('a bar is as long as its share, and seen where there is anything', () => {
    expect([renderBar(10, 10, 4), renderBar(5, 10, 4), renderBar(0.01, 10, 4), renderBar(0, 10, 4)]).toEqual([
      '████',
      '██',
      '▏',
      '',
    ]);
    expect(renderBar(1, 0, 4)).toBe('');
  });

  test('a sparkline tells nothing from none', () => {
    expect(renderSparkline([0, 1, null, 8, 4], 10)).toBe('·▂ █▅');
    expect(renderSparkline([0, 0], 10)).toBe('··');
    expect(renderSparkline([], 10)).toBe('');
  });

  test('a sparkline of many values is as long as it may be', () => {
    const line = renderSparkline(
      Array.from({ length: 1000 }, (_, i) => i),
      40,
    );
    expect([line.length, line[0], line.at(-1)]).toEqual([40, '▁', '█']);
  });
});

test('figures are rounded to what they are worth', () => {
  expect([0, 0.123, 12.34, 1234.5].map(formatRate)).toEqual(['0.0', '0.12', '12.3', '1,235']);
  expect([0, 1e-20, 0.0005, 0.04, 1].map(formatProbability)).toEqual([
    '< 1e-300',
    '1.0e-20',
    '5.0e-4',
    '0.040',
    '1.000',
  ]);
  expect([formatDecimal(null, 2), formatDecimal(-0.126, 2), formatDecimal(Number.POSITIVE_INFINITY, 2)]).toEqual([
    '–',
    '-0.13',
    '∞',
  ]);
});
