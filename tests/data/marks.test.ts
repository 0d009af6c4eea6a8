import { describe, expect, test } from 'vitest';
import { findMarks } from '../../src/pipeline/parse/find-marks.js';
import { findParagraphs } from '../../src/pipeline/parse/find-paragraphs.js';
import { loadMarkPatterns } from '../../src/resources/mark-patterns.js';

const marksOf = (text: string) => findMarks(text, findParagraphs(text));
const schemesOf = (text: string) => marksOf(text).map(({ scheme }) => scheme);

describe.each(loadMarkPatterns().map((row) => [row.id, row] as const))('%s', (id, row) => {
  const { example, counterExample, place, before } = row;

  test('is the only mark of its example, and opens it', () => {
    const marks = marksOf(example);
    expect(marks.map(({ scheme, span }) => [scheme, span.start])).toEqual([[id, 0]]);
    expect(marks[0]!.raw.startsWith(before)).toBe(true);
  });

  test('stands in a text where its place allows', () => {
    const allowed = ['line', 'sentence', 'clause', 'anywhere'].indexOf(place);
    expect({
      sentence: schemesOf(`说明如下。${example}。`).includes(id),
      clause: schemesOf(`说明如下,${example}。`).includes(id),
      anywhere: schemesOf(`说明到此${example}。`).includes(id),
    }).toEqual({ sentence: allowed >= 1, clause: allowed >= 2, anywhere: allowed >= 3 });
  });

  test('is not found in its counter-example', () => {
    if (counterExample !== '-') expect(schemesOf(counterExample)).not.toContain(id);
  });
});
