import { expect, test } from 'vitest';
import { createTextPositions } from '../../../src/render/text-positions.js';

test('counts code points and lines', () => {
  const text = '甲😀乙\r\n丙\n𠀀丁';
  const positions = createTextPositions(text);
  expect(positions.length).toBe(9);
  const start = text.indexOf('丁');
  expect(positions.locate({ start, end: start + 1 })).toEqual({ start: 8, end: 9, line: 3 });
  expect(positions.locate({ start: 3, end: 4 })).toEqual({ start: 2, end: 3, line: 1 });
});

test('a span that splits a surrogate pair holds the whole of it', () => {
  const positions = createTextPositions('a😀b');
  expect(positions.slice({ start: 2, end: 3 })).toBe('😀');
  expect(positions.locate({ start: 2, end: 3 })).toEqual({ start: 1, end: 2, line: 1 });
  expect(positions.slice({ start: 0, end: 2 })).toBe('a😀');
});

test('half a surrogate pair is a code point of its own', () => {
  const text = '\uD83Da\uDE00😀';
  expect(createTextPositions(text).locate({ start: 3, end: 5 })).toEqual({ start: 3, end: 4, line: 1 });
});

test('the newline belongs to the line it ends', () => {
  const positions = createTextPositions('a\nb');
  expect(positions.locate({ start: 1, end: 2 }).line).toBe(1);
  expect(positions.locate({ start: 2, end: 3 }).line).toBe(2);
});
