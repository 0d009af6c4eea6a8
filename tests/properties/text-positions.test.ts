import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createTextPositions } from '../../src/render/text-positions.js';

const texts = fc.oneof(
  fc.string({ unit: fc.constantFrom('甲', 'a', '\n', '\r', '😀', '𠀀', '\uD83D', '\uDE00', '“') }),
  fc.string({ unit: 'binary' }),
);

test('cutting the text at the code points of a span gives the slice of the span', () => {
  fc.assert(
    fc.property(texts, fc.nat(), fc.nat(), (text, a, b) => {
      const [start, end] = [a % (text.length + 1), b % (text.length + 1)].sort((x, y) => x - y) as [number, number];
      const positions = createTextPositions(text);
      const record = positions.locate({ start, end });
      const points = [...text];
      expect(positions.length).toBe(points.length);
      expect(points.slice(record.start, record.end).join('')).toBe(positions.slice({ start, end }));
      const before = points.slice(0, record.start).join('');
      expect(record.line).toBe(before.split('\n').length);
    }),
  );
});

test('the slice holds the span and at most one half of a pair more at each end', () => {
  fc.assert(
    fc.property(texts, fc.nat(), fc.nat(), (text, a, b) => {
      const [start, end] = [a % (text.length + 1), b % (text.length + 1)].sort((x, y) => x - y) as [number, number];
      const slice = createTextPositions(text).slice({ start, end });
      expect(slice).toContain(text.slice(start, end));
      expect(slice.length - (end - start)).toBeLessThanOrEqual(2);
    }),
  );
});
