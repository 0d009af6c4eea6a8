import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { SEGMENTERS, type SegmenterName, UNIT_KINDS, type UnitKind } from '../../src/model/segmentation.js';
import { openTokenizer, segmentDocument } from '../../src/pipeline/run-pipeline.js';
import type { Tokenizer } from '../../src/pipeline/tokenize/create-tokenizer.js';
import { toUnitRecords, type UnitRecord } from '../../src/render/segmentation-record.js';
import { buildSource } from '../support/build-extraction.js';
import { anyTexts, mixedTexts, reportTexts } from '../support/report-texts.js';

const tokenizers = new Map<SegmenterName, Tokenizer>();
const dictionary = { name: 'own.txt', text: '账目清\n“三清”工作法 9\n走访群众 5 v\n清工 7\n5G\na<' };

beforeAll(async () => {
  for (const segmenter of SEGMENTERS) {
    tokenizers.set(
      segmenter,
      await openTokenizer({ segmenter, withPartOfSpeech: segmenter === 'nodejieba', dictionary }),
    );
  }
});

function cut(text: string, unit: UnitKind, segmenter: SegmenterName = 'nodejieba'): UnitRecord[] {
  const tokenizer = unit === 'word' ? tokenizers.get(segmenter)! : null;
  return [...toUnitRecords(segmentDocument(buildSource(text), unit, { tokenizer }))];
}

function check(text: string, records: readonly UnitRecord[]): void {
  const characters = [...text];
  let at = 0;
  let line = 1;
  for (const [i, record] of records.entries()) {
    expect([record.index, record.span.start, record.span.line]).toEqual([i + 1, at, line]);
    expect(record.span.end).toBeGreaterThan(at);
    const covered = characters.slice(at, record.span.end);
    expect(record.text).toBe(covered.join(''));
    line += covered.filter((character) => character === '\n').length;
    at = record.span.end;
  }
  expect(at).toBe(characters.length);
}

describe.each([
  ['any text', anyTexts],
  ['pieces of reports', mixedTexts],
  ['reports', reportTexts],
])('%s', (_kind, texts) => {
  test.each(UNIT_KINDS)('units of level %s cover the source without gap or overlap', (unit) =>
    fc.assert(
      fc.property(texts, (text) => check(text, cut(text, unit))),
      { numRuns: 150 },
    ),
  );

  test('words joined are their sentence, with either engine', () =>
    fc.assert(
      fc.property(texts, fc.constantFrom(...SEGMENTERS), (text, segmenter) => {
        const sentences = cut(text, 'sentence');
        const joined = new Map<number, string>();
        for (const { sentence, text: word } of cut(text, 'word', segmenter)) {
          joined.set(sentence!, (joined.get(sentence!) ?? '') + word);
        }
        expect([...joined.values()]).toEqual(sentences.map((sentence) => sentence.text));
      }),
      { numRuns: 150 },
    ));

  test('each level is cut where the one above it is', () =>
    fc.assert(
      fc.property(texts, (text) => {
        const ends = UNIT_KINDS.map((unit) => new Set(cut(text, unit).map(({ span }) => span.end)));
        // Sections may run through the end of an article's last blank lines, so the levels from the paragraph on are compared.
        for (const [i, unit] of UNIT_KINDS.entries()) {
          if (i < 3) continue;
          for (const end of ends[i - 1]!) expect([unit, end, ends[i]!.has(end)]).toEqual([unit, end, true]);
        }
      }),
      { numRuns: 100 },
    ));
});

test('a long line of opening signs or of numbers takes no longer than its length asks for', () => {
  const started = Date.now();
  for (const text of [
    '“'.repeat(50_000),
    '（“'.repeat(25_000),
    '1.条\n'.repeat(30_000),
    '一、甲：\n1.乙\n'.repeat(8_000),
  ]) {
    for (const unit of ['section', 'sentence'] as const) check(text, cut(text, unit));
  }
  expect(Date.now() - started).toBeLessThan(20_000);
});
