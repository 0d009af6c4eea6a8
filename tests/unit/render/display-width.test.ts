import { expect, test } from 'vitest';
import { cutToWidth, fillLines, measureWidth, padToWidth, wrapToWidth } from '../../../src/render/display-width.js';
import { toPrintableLine, toPrintableText } from '../../../src/render/printable.js';

test('a Chinese character takes two columns', () => {
  expect(measureWidth('六诊ab,“”')).toBe(9);
  expect(measureWidth('e\u0301')).toBe(1);
  expect(measureWidth('𠀀😀')).toBe(4);
});

test('cuts between characters and marks the cut', () => {
  expect(cutToWidth('六诊六治', 8)).toBe('六诊六治');
  expect(cutToWidth('六诊六治', 7)).toBe('六诊六…');
  expect(cutToWidth('六诊六治', 6)).toBe('六诊…');
});

test('fills lines with whole pieces', () => {
  expect(fillLines(['一一', '二二', '三三'], 10, 2)).toEqual(['一一  二二', '三三']);
  expect(fillLines(['一一', '二二', '三三'], 10, 1)).toEqual(['一一  二…']);
  expect(fillLines(['一一一一一一'], 6, 2)).toEqual(['一一…']);
  expect(fillLines([], 6, 2)).toEqual([]);
});

test('fills a column up with blanks', () => {
  expect(padToWidth('六诊', 6)).toBe('六诊  ');
  expect(padToWidth('六诊', 3)).toBe('六诊');
});

test('breaks a text at its blanks', () => {
  expect(wrapToWidth('as 一一 二二 three', 8)).toEqual(['as 一一', '二二', 'three']);
  expect(wrapToWidth('to 一一一一一一', 6)).toEqual(['to', '一一…']);
  expect(wrapToWidth('', 6)).toEqual(['']);
});

test('control characters become harmless', () => {
  expect(toPrintableLine('a\u001b[31mb\tc\r\nd\u202ee')).toBe('a\uFFFD[31mb c d\uFFFDe');
  expect(toPrintableText('a\tb\r\nc\rd\u0007\n')).toBe('a\tb\r\nc\uFFFDd\uFFFD\n');
});
