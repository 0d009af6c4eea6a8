import fc from 'fast-check';
import { expect, test } from 'vitest';
import { measureWidth } from '../../src/render/display-width.js';
import { toExtractionRecord } from '../../src/render/extraction-record.js';
import { createJsonWriter } from '../../src/render/json.js';
import { createTableWriter } from '../../src/render/table.js';
import { buildExtraction, buildFramework } from '../support/build-extraction.js';
import { expectSchema } from '../support/check-schema.js';

const hostile = fc.string({
  unit: fc.oneof(
    fc.constantFrom(
      '\0',
      '\u001b',
      '\u009b',
      '\u007f',
      '\u202e',
      '\u2028',
      '\uD800',
      '\uDC00',
      '\n',
      '\t',
      '\r',
      '=',
      '"',
      '\\',
      '</script>',
      '😀',
      '六',
    ),
    fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
  ),
  minLength: 1,
  maxLength: 60,
});

const extractions = fc.tuple(hostile, fc.array(hostile, { maxLength: 6 })).map(([name, labels]) => {
  const text = [name, ...labels].join('\n');
  const span = { start: 0, end: name.length };
  const members = labels.map((label, i) => ({ index: i + 1, label, pair: label, span, body: span, framework: null }));
  const framework = buildFramework({ name, span, category: name, holder: name, aliases: [name], members });
  return buildExtraction(text, {
    title: name,
    frameworks: [framework],
    mentions: [{ name, groups: [], occurrences: [span] }],
  });
});

test('whatever a document holds, the JSON is what the schema says and steers no terminal', () => {
  fc.assert(
    fc.property(extractions, (extraction) => {
      const writer = createJsonWriter();
      const json = writer.begin() + writer.document(toExtractionRecord(extraction, { withText: true })) + writer.end();
      const envelope = JSON.parse(json);
      expectSchema(envelope);
      expect(envelope.documents[0].frameworks[0].quote).toBe(envelope.documents[0].title);
      expect(json).not.toMatch(/[^\P{Cc}\n]|[\u202a-\u202e]/u);
    }),
  );
});

test('whatever a document holds, the table steers no terminal and keeps its width', () => {
  fc.assert(
    fc.property(extractions, (extraction) => {
      const table = createTableWriter({ width: 100, colour: false }).document(toExtractionRecord(extraction));
      expect(table).not.toMatch(/[^\P{Cc}\n]|[\p{Cs}\u202a-\u202e]/u);
      for (const line of table.split('\n')) expect(measureWidth(line)).toBeLessThanOrEqual(100);
    }),
  );
});
