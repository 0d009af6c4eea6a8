import { expect, test } from 'vitest';
import { sketchDocument } from '../../../src/corpus/document-sketch.js';
import { linkDocuments } from '../../../src/corpus/link-documents.js';
import { sketchReport } from '../../support/build-corpus.js';
import { buildExtraction, buildFramework } from '../../support/build-extraction.js';
import { FOLLOWER, NAMESAKE, REPORT, REPRINT } from '../../support/linked-texts.js';

test('reprints are counted once, and a practice of the same name stays apart', () => {
  const links = linkDocuments([
    sketchReport('a', REPORT),
    sketchReport('b', NAMESAKE),
    sketchReport('c', REPRINT),
    sketchReport('d', FOLLOWER),
  ]);
  expect(links.reprints).toEqual([
    { first: { document: 'a', article: null }, others: [{ document: 'c', article: null }] },
  ]);
  expect(links.documents.map(({ reprintOf, clusters }) => [reprintOf, clusters])).toEqual([
    [null, ['c1']],
    [null, ['c2']],
    ['a', ['c1']],
    [null, ['c1']],
  ]);
  expect(links.clusters[0]).toMatchObject({
    id: 'c1',
    name: '三亮',
    category: '工作法',
    frameworks: ['a', 'c', 'd'].map((document) => ({ document, framework: '1' })),
    documents: 2,
    reprints: ['c'],
  });
  expect(links.clusters.map(({ documents }) => documents)).toEqual([2, 1]);
});

test('an article of a bundle is a reprint of a report that stands by itself', () => {
  const bundle = [`第一篇：${NAMESAKE}`, `第二篇：${REPORT}`, `第三篇：${FOLLOWER}`].join('\n\n');
  const links = linkDocuments([sketchReport('single', REPRINT), sketchReport('bundle', bundle)]);
  expect(links.reprints).toEqual([
    { first: { document: 'single', article: null }, others: [{ document: 'bundle', article: 2 }] },
  ]);
  expect(links.documents[1]!.reprintOf).toBeNull();
  expect([...links.documents[1]!.articleReprints]).toEqual([[2, 'single']]);
  // The third article practises it as well: the bundle counts.
  expect(links.clusters.map(({ name, documents, reprints }) => [name, documents, reprints])).toEqual([
    ['三亮', 2, []],
    ['三亮', 1, []],
  ]);
});

test('a report that stood in a bundle before is told as its reprint', () => {
  const bundle = [`第一篇：${NAMESAKE}`, `第二篇：${REPORT}`].join('\n\n');
  const links = linkDocuments([sketchReport('bundle', bundle), sketchReport('single', REPORT)]);
  expect(links.documents.map(({ reprintOf }) => reprintOf)).toEqual([null, 'bundle']);
  expect(links.clusters.find(({ frameworks }) => frameworks.length === 2)).toMatchObject({
    documents: 1,
    reprints: ['single'],
  });
});

test('of a bundle that is printed again as a whole, the articles are not told', () => {
  const bundle = [`第一篇：${NAMESAKE}`, `第二篇：${REPORT}`, `第三篇：${FOLLOWER}`].join('\n\n');
  const links = linkDocuments([sketchReport('x', bundle), sketchReport('y', bundle)]);
  expect(links.reprints).toEqual([
    { first: { document: 'x', article: null }, others: [{ document: 'y', article: null }] },
  ]);
  expect(links.clusters.map(({ documents, reprints }) => [documents, reprints])).toEqual([
    [1, ['y']],
    [1, ['y']],
  ]);
});

test('the first date is the earliest of the frameworks, and theirs come before those of the documents', () => {
  const span = { start: 0, end: 2 };
  const members = ['甲公开', '乙公开'].map((label, i) => ({
    index: i + 1,
    label,
    pair: null,
    span,
    body: null,
    framework: null,
  }));
  const sketch = (id: string, own: string | null, document: string | null) => {
    const extraction = buildExtraction(id, {
      frameworks: [{ ...buildFramework({ name: '两公开', span, members }), date: own } as never],
    });
    const source = { ...extraction.document.source, id };
    return sketchDocument({ ...extraction, document: { ...extraction.document, source }, date: document } as never);
  };
  const documents = [sketch('a', null, '2023-05'), sketch('b', '2022-11-03', '2019'), sketch('c', null, null)];
  expect(linkDocuments(documents).clusters.map(({ firstDate }) => firstDate)).toEqual(['2022-11-03']);
  expect(linkDocuments([documents[2]!]).clusters[0]!.firstDate).toBeNull();
});

test('nothing to link', () => {
  expect(linkDocuments([])).toEqual({ documents: [], clusters: [], reprints: [] });
});
