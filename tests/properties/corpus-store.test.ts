import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { SourceDocument } from '../../src/model/document.js';
import { normalizeDocument } from '../../src/pipeline/normalize/normalize-document.js';
import { findInputs } from '../../src/pipeline/read/find-inputs.js';
import { DEFAULT_READ_OPTIONS, isReadFailure } from '../../src/pipeline/read/format-reader.js';
import { readInputs } from '../../src/pipeline/read/read-inputs.js';
import { extractDocument } from '../../src/pipeline/run-pipeline.js';
import { listBigrams, matchPhrases } from '../../src/store/bigrams.js';
import { openCorpusIndex } from '../../src/store/corpus-index.js';
import { type CorpusStore, openCorpusStore } from '../../src/store/corpus-store.js';
import { currentSettings } from '../../src/store/current-settings.js';
import { decodeUtf8 } from '../../src/store/decode-utf8.js';
import type { StoredDocument } from '../../src/store/stored-document.js';
import { anyTexts, mixedTexts, reportTexts } from '../support/report-texts.js';
import { createFolder } from '../support/temporary-folder.js';

const noisy = reportTexts.map((text) =>
  text.replaceAll('清', '清(qīng)').replaceAll('制度', '制 度').replaceAll('治', '治'),
);
const texts = fc.oneof(reportTexts, noisy, mixedTexts, anyTexts).filter((text) => text !== '');

/** Stores texts as records of a JSON lines file, and opens them as stored and as read. */
async function store(
  list: readonly string[],
): Promise<{ readonly store: CorpusStore; readonly sources: SourceDocument[] }> {
  const folder = createFolder();
  const file = join(folder, 'a.jsonl');
  writeFileSync(
    file,
    list.map((text, i) => JSON.stringify({ year: i, text, id: i % 9 === 1 ? `${i}\0\ud842` : `${i}` })).join('\n'),
  );
  const index = openCorpusIndex(join(folder, 'corpus.db'));
  const { inputs } = await findInputs([file]);
  for await (const step of index.update(inputs, currentSettings([file], DEFAULT_READ_OPTIONS)))
    if (step.kind === 'failure') throw new Error(step.failure.message);
  index.commit();
  const sources: SourceDocument[] = [];
  for await (const source of readInputs(inputs)) if (!isReadFailure(source)) sources.push(source);
  return { store: openCorpusStore(join(folder, 'corpus.db')), sources };
}

function listDocuments(stored: Iterable<StoredDocument | { readonly code: string }>): StoredDocument[] {
  return [...stored].filter((document) => !('code' in document)) as StoredDocument[];
}

test('documents come back as they were read, normalized and extracted', async () => {
  const list = fc.sample(texts, 120);
  const { store: corpus, sources } = await store(list);
  const documents = listDocuments(corpus.documents());
  expect(documents.length).toBe(sources.length);
  for (const [i, stored] of documents.entries()) {
    const source = sources[i]!;
    expect({ ...stored.source }).toEqual(source);
    const fresh = normalizeDocument(source);
    const restored = stored.document();
    expect([restored.text, restored.script, restored.changeCounts]).toEqual([
      fresh.text,
      fresh.script,
      fresh.changeCounts,
    ]);
    for (let start = 0; start <= fresh.text.length; start += 3)
      for (const end of [start, start + 1, start + 4])
        expect(restored.offsets.toSource({ start, end })).toEqual(fresh.offsets.toSource({ start, end }));
    const { document: _, ...found } = stored.extraction();
    const { document: __, ...extracted } = extractDocument(source);
    expect(found).toEqual(JSON.parse(JSON.stringify(extracted)));
  }
  corpus.close();
});

test('a document that holds a phrase is among the candidates for it', async () => {
  const list = fc.sample(texts, 150);
  const { store: corpus, sources } = await store(list);
  const normalized = sources.map((source) => normalizeDocument(source).text);
  const cuts = fc.tuple(fc.nat(list.length - 1), fc.nat(10_000), fc.integer({ min: 1, max: 9 }));
  const cut = (text: string, at: number, length: number) => {
    const start = at % Math.max(1, text.length - length + 1);
    return text.slice(start, start + length);
  };
  fc.assert(
    fc.property(fc.array(fc.array(cuts, { minLength: 1, maxLength: 3 }), { maxLength: 3 }), (required) => {
      const phrases = required.map((alternatives) =>
        alternatives.map(([i, at, length]) => cut(normalized[i]!, at, length)),
      );
      const fits = (text: string) =>
        phrases.every((alternatives) => alternatives.some((phrase) => text.includes(phrase)));
      const expected = sources.filter((_, i) => fits(normalized[i]!)).map(({ id }) => id);
      const found = new Set(listDocuments(corpus.candidates(phrases)).map(({ source }) => source.id));
      expect(expected.filter((id) => !found.has(id))).toEqual([]);
    }),
    { numRuns: 400 },
  );
  corpus.close();
});

test('where phrases of Chinese characters are sought, the candidates are the documents that hold them', async () => {
  const list = ['群众工作', '群众的工作', '众工', '群众。\n工作', '工作群众', '群', '末尾的群', '群\n众'];
  const { store: corpus } = await store(list);
  const find = (...required: string[][]) =>
    listDocuments(corpus.candidates(required)).map(({ source }) => list[Number.parseInt(source.id, 10)]);
  expect(find(['群众工作'])).toEqual(['群众工作']);
  expect(find(['群众'], ['工作'])).toEqual(['群众工作', '群众的工作', '群众。\n工作', '工作群众']);
  expect(find(['众工', '的群'])).toEqual(['群众工作', '众工', '末尾的群']);
  expect(find(['群'])).toEqual(list.filter((text) => text.includes('群')));
  expect(find(['没有'])).toEqual([]);
  expect(find()).toEqual(list);
  expect(find([])).toEqual(list);
  corpus.close();
});

test('each pair of neighbouring characters is indexed once, whatever the text', () => {
  fc.assert(
    fc.property(texts, (text) => {
      const words = listBigrams(text).split(' ');
      expect(new Set(words).size).toBe(words.length);
      for (const word of words) expect(text).toContain(word);
    }),
  );
  expect(listBigrams('三清、三清。\n 𠮷a')).toBe('三清 清、 、三 清。 。 𠮷a a');
  expect(matchPhrases([['"a'], ['三 清'], [' ', '三清']])).toBe('(("""a")) AND (("三" * AND "清" *))');
  expect(matchPhrases([[' ']])).toBeNull();
});

test('valid UTF-8 is decoded as others decode it', () => {
  // From some length on by a loop of its own.
  expect(decodeUtf8(Buffer.alloc(1_000_001, 0x61)).length).toBe(1_000_001);
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
      const bytes = Buffer.from(text, 'utf8');
      expect(decodeUtf8(bytes)).toBe(bytes.toString('utf8'));
    }),
  );
});
