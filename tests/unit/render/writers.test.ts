import { describe, expect, test } from 'vitest';
import { toExtractionRecord } from '../../../src/render/extraction-record.js';
import { createJsonWriter } from '../../../src/render/json.js';
import { createJsonLinesWriter } from '../../../src/render/jsonl.js';
import { createTableWriter } from '../../../src/render/table.js';
import { buildExtraction, buildFramework } from '../../support/build-extraction.js';
import { expectSchema } from '../../support/check-schema.js';

const failure = { path: 'x.txt', code: 'empty', message: 'the file is empty' };
const span = { start: 0, end: 2 };
const members = ['甲清', '乙清', '丙清'].map((label, i) => ({
  index: i + 1,
  label,
  pair: null,
  span,
  body: null,
  framework: null,
}));
const framework = buildFramework({ name: '四清', category: '工作法', span, declared: 4, complete: false, members });
const record = toExtractionRecord(buildExtraction('四清', { title: '题', frameworks: [framework] }));

describe('JSON', () => {
  test.each([0, 1, 2])('is one envelope for %i documents', (count) => {
    const writer = createJsonWriter();
    const parts = [writer.begin()];
    for (let i = 0; i < count; i += 1) parts.push(writer.document(record), writer.failure(failure));
    const envelope = JSON.parse(parts.join('') + writer.end());
    expectSchema(envelope);
    expect(envelope.documents).toHaveLength(count);
    expect(envelope.failures).toHaveLength(count);
  });
});

describe('JSON lines', () => {
  test('a failure is a line in its place', () => {
    const writer = createJsonLinesWriter();
    const lines = (writer.begin() + writer.failure(failure) + writer.document(record) + writer.end())
      .trimEnd()
      .split('\n');
    for (const line of lines) expectSchema(JSON.parse(line), 'line');
    expect(JSON.parse(lines[0]!)).toEqual({ path: 'x.txt', failure: { code: 'empty', message: 'the file is empty' } });
  });
});

describe('table', () => {
  test('aligns columns over Chinese', () => {
    const table = createTableWriter({ width: 100, colour: false }).document(record);
    expect(table).toBe(
      [
        'a.txt  题',
        '1 framework, 0 mentions',
        'name  category  pattern  found  line  members',
        '四清  工作法    counted  3/4    1     甲清  乙清  丙清',
        '',
      ].join('\n'),
    );
  });

  test('colours only when asked', () => {
    expect(createTableWriter({ width: 100, colour: true }).document(record)).toContain('\u001b[33m3/4');
  });

  test('narrow terminals get cut lines', () => {
    const long = { ...record, title: '长'.repeat(60) };
    expect(createTableWriter({ width: 40, colour: false }).document(long).split('\n')[0]).toBe(
      `a.txt  ${'长'.repeat(16)}…`,
    );
  });
});
