import { expect, test } from 'vitest';
import type { Extraction } from '../../../src/model/extraction.js';
import { toExtractionRecord } from '../../../src/render/extraction-record.js';
import { buildExtraction, buildFramework, buildSource, spanOf } from '../../support/build-extraction.js';
import { expectSchema } from '../../support/check-schema.js';

const TEXT = '😀标题\n推行“两清”工作法:账目清、物品清。\n账目清,每月对账。';

function extract(fields: Partial<Extraction> = {}): Extraction {
  const name = spanOf(TEXT, '“两清”工作法');
  const members = [
    {
      index: 1,
      label: '账目清',
      pair: null,
      span: spanOf(TEXT, '账目清'),
      body: spanOf(TEXT, '账目清,每月对账。'),
      framework: null,
    },
    { index: 2, label: '物品清', pair: null, span: spanOf(TEXT, '物品清'), body: null, framework: null },
  ];
  const framework = buildFramework({
    name: '两清',
    category: '工作法',
    span: name,
    members,
    declared: 2,
    confidence: 0.87654,
  });
  return buildExtraction(TEXT, { title: '标题', frameworks: [framework], ...fields });
}

test('says spans in code points with their line, and quotes the source', () => {
  const record = toExtractionRecord(extract());
  expectSchema(record, 'document');
  const [framework] = record.frameworks;
  expect(framework).toMatchObject({
    span: { start: 6, end: 13, line: 2 },
    quote: '“两清”工作法',
    found: 2,
    confidence: 0.88,
  });
  expect(framework?.items[0]).toMatchObject({ quote: '账目清', body: { start: 23, end: 32, line: 3 } });
  expect(framework?.items[1]?.body).toBeNull();
  expect([...TEXT].slice(23, 32).join('')).toBe('账目清,每月对账。');
  expect(record.length).toBe([...TEXT].length);
});

test('leads spans through the offsets of the document', () => {
  const source = buildSource('推行(tuīxíng)“两清”');
  const extraction = extract();
  const document = {
    ...extraction.document,
    source,
    text: '推行“两清”',
    offsets: { toSource: () => ({ start: 11, end: 15 }) },
  };
  const record = toExtractionRecord({
    ...extraction,
    document,
    frameworks: [buildFramework({ name: '两清', span: { start: 2, end: 6 } })],
  });
  expect(record.frameworks[0]?.quote).toBe('“两清”');
});

test('adds body texts and aliases only where they belong', () => {
  const plain = toExtractionRecord(extract()).frameworks[0]!;
  expect(plain).not.toHaveProperty('aliases');
  expect(plain.items[0]).not.toHaveProperty('text');
  const framework = { ...extract().frameworks[0]!, aliases: ['双清'] };
  const record = toExtractionRecord(extract({ frameworks: [framework] }), { withText: true });
  expectSchema(record, 'document');
  expect(record.frameworks[0]?.aliases).toEqual(['双清']);
  expect(record.frameworks[0]?.items.map((item) => item.text)).toEqual(['账目清,每月对账。', null]);
});

test('an outcome is led back to the source in code points', () => {
  const text = `${TEXT}\n今年化解(jiě)误会12起。`;
  const span = spanOf(text, '化解(jiě)误会12起');
  const outcome = { text: '化解误会12起', value: 12, unit: '起', approximate: false, span };
  const framework = { ...extract().frameworks[0]!, outcomes: [outcome], place: '柴河镇', date: '2018-03' };
  const record = toExtractionRecord({ ...buildExtraction(text), frameworks: [framework], date: '2019' });
  expectSchema(record, 'document');
  expect(record.date).toBe('2019');
  expect(record.frameworks[0]).toMatchObject({ place: '柴河镇', date: '2018-03' });
  const [found] = record.frameworks[0]!.outcomes;
  expect(found).toEqual({ ...outcome, span: { start: 35, end: 47, line: 4 }, quote: '化解(jiě)误会12起' });
  expect([...text].slice(found!.span.start, found!.span.end).join('')).toBe(found!.quote);
});

test('warnings are for users, notes are not', () => {
  const note = { code: 'note', message: 'n', path: null, span: null };
  const diagnostics = [
    { ...note, severity: 'info' as const },
    { ...note, severity: 'warning' as const, code: 'noise-removed' },
  ];
  expect(toExtractionRecord(extract({ diagnostics })).warnings).toEqual([{ code: 'noise-removed', message: 'n' }]);
});

test('the fields of a document come in a fixed order', () => {
  expect(Object.keys(toExtractionRecord(extract()))).toEqual(
    'id path format encoding script sha256 length title date articles frameworks mentions warnings'.split(' '),
  );
});
