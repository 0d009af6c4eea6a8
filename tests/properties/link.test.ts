import fc from 'fast-check';
import { Converter } from 'opencc-js/cn2t';
import { describe, expect, test } from 'vitest';
import { clusterFrameworks } from '../../src/corpus/cluster-frameworks.js';
import { type DocumentSketch, sketchDocument } from '../../src/corpus/document-sketch.js';
import { findReprints } from '../../src/corpus/find-reprints.js';
import { sketchFramework } from '../../src/corpus/framework-sketch.js';
import { linkDocuments } from '../../src/corpus/link-documents.js';
import { sketchText } from '../../src/corpus/text-sketch.js';
import { normalizeDocument } from '../../src/pipeline/normalize/normalize-document.js';
import { listGroups, readFramework, sketchReport } from '../support/build-corpus.js';
import { buildExtraction, buildSource } from '../support/build-extraction.js';
import { REPORT } from '../support/linked-texts.js';
import { reportTexts } from '../support/report-texts.js';

/** Frameworks of few names and few words, so that many are nearly the same. */
const words = [
  '身份',
  '承诺',
  '结果',
  '岗位承诺',
  '办理结果',
  '党员身份',
  '作风',
  '工作作风',
  '热',
  '耐',
  '一张表',
  '1张表',
];
const lines = fc
  .tuple(
    fc.constantFrom('三亮', '三亮行动', '三个亮', '三亮相', '3亮', '三看', '望闻问切', '134', '三亮三看'),
    fc.constantFrom('', ' 工作法', ' #5', ' @河湾镇', ' =三看'),
    fc.array(fc.constantFrom(...words.flatMap((word) => [word, `亮${word}`, `${word}/看${word}`])), {
      minLength: 2,
      maxLength: 6,
    }),
  )
  .map(([name, mark, members]) => `${name}${mark}: ${members.join(' ')}`);
/** Sentences of which reports are put together, so that many are nearly the same. */
const sentences = REPORT.split(/(?<=[。\n])/);
const texts = fc.array(fc.constantFrom(...sentences), { maxLength: 12 }).map((parts) => parts.join(''));

const corpora = fc.array(fc.tuple(texts, fc.array(lines, { maxLength: 4 })), { maxLength: 12 }).map((documents) =>
  documents.map(([text, found], i): DocumentSketch => {
    const frameworks = found.map((line, k) => ({ ...readFramework(line), id: String(k + 1) }));
    const extraction = buildExtraction(text, { frameworks });
    return sketchDocument({
      ...extraction,
      document: { ...extraction.document, source: buildSource(text, { id: `d${i}` }) },
    });
  }),
);

describe('linking', () => {
  test('does not depend on the order of the documents', () => {
    fc.assert(
      fc.property(corpora, fc.infiniteStream(fc.nat()), (documents, keys) => {
        const shuffled = documents
          .map((document) => ({ document, key: keys.next().value! }))
          .sort((a, b) => a.key - b.key);
        const [links, others] = [linkDocuments(documents), linkDocuments(shuffled.map(({ document }) => document))];
        expect(listGroups(others)).toEqual(listGroups(links));
        const counts = ({ clusters }: typeof links) => clusters.map(({ documents: count }) => count).sort();
        expect(counts(others)).toEqual(counts(links));
        const reprints = ({ reprints: groups }: typeof links) =>
          groups
            .map(({ first, others: rest }) =>
              [first, ...rest]
                .map(({ document }) => document)
                .sort()
                .join(),
            )
            .sort();
        expect(reprints(others)).toEqual(reprints(links));
      }),
      { numRuns: 400 },
    );
  });

  test('puts every framework in one cluster, and counts every document or tells it as a reprint', () => {
    fc.assert(
      fc.property(corpora, (documents) => {
        const { clusters, documents: links } = linkDocuments(documents);
        const all = documents.flatMap(({ id, frameworks }) => frameworks.map((framework) => `${id}/${framework.id}`));
        expect(listGroups({ clusters, documents: [], reprints: [] }).flat().sort()).toEqual(all.sort());
        expect(clusters.map(({ id }) => id)).toEqual(clusters.map((_, i) => `c${i + 1}`));
        for (const [i, { clusters: own }] of links.entries()) expect(own).toHaveLength(documents[i]!.frameworks.length);
        for (const { frameworks, documents: count, reprints } of clusters) {
          expect(new Set(frameworks.map(({ document }) => document)).size).toBe(count + reprints.length);
        }
      }),
    );
  });

  test('an unrelated document changes no cluster', () => {
    const stranger = sketchReport(
      'stranger',
      '西岭茶场办“六采”比赛：采芽、采尖、采嫩叶、采鲜叶、采净叶、采匀叶。比赛分上午下午两场。',
    );
    expect(stranger.frameworks).toHaveLength(1);
    fc.assert(
      fc.property(corpora, fc.nat({ max: 12 }), (documents, at) => {
        const more = [...documents.slice(0, at), stranger, ...documents.slice(at)];
        const groups = listGroups(linkDocuments(more));
        expect(groups.filter((group) => group[0] !== 'stranger/1')).toEqual(listGroups(linkDocuments(documents)));
        expect(groups).toContainEqual(['stranger/1']);
      }),
    );
  });
});

test('a report in the other script is a reprint', () => {
  const toTraditional = Converter({ from: 'cn', to: 'tw' });
  const sketch = (text: string) => sketchText(normalizeDocument(buildSource(text)).text);
  fc.assert(
    fc.property(reportTexts, (text) => {
      // A report has some traditional characters to be told by.
      const [a, b] = [`${REPORT}\n${text}`, toTraditional(`${REPORT}\n${text}`)].map(sketch);
      const [first, second] = findReprints([a!, b!]);
      expect(second).toBe(first);
    }),
    { numRuns: 200 },
  );
});

describe('hostile corpora', () => {
  /** Far above what the work takes, far below what comparing all pairs would. */
  const LIMIT = 20_000;
  const syllables = Array.from({ length: 400 }, (_, i) => String.fromCharCode(0x5000 + i * 17));
  const word = (i: number) => `${syllables[i % 400]}${syllables[Math.floor(i / 400) % 400]}`;

  test.each([
    [
      'one generic name, other members',
      (i: number) => `三个到位: ${[0, 1, 2].map((k) => `${word(i * 3 + k)}到位`).join(' ')}`,
      10_000,
    ],
    [
      'one generic name, one member in common',
      (i: number) => `三个到位: 责任到位 ${word(i)}到位 ${word(i + 77_777)}到位`,
      10_000,
    ],
    [
      'members of few words',
      (i: number) =>
        `四查 行动: ${[7, 11, 13, 17].map((k) => `查${syllables[(i * k) % 60]}${syllables[(i + k) % 60]}`).join(' ')}`,
      null,
    ],
    ['other names, the same members', (i: number) => `三${word(i)}: 亮身份 亮承诺 亮结果`, null],
    ['the same again and again', () => '三亮: 亮身份 亮承诺 亮结果', 1],
  ])('10,000 frameworks: %s', (_kind, line, expected) => {
    const sketches = Array.from({ length: 10_000 }, (_, i) => sketchFramework(readFramework(line(i)), null));
    const start = performance.now();
    const clusters = clusterFrameworks(sketches.map((sketch, i) => ({ sketch, edition: `report ${i}` })));
    expect(performance.now() - start).toBeLessThan(LIMIT);
    if (expected !== null) expect(new Set(clusters).size).toBe(expected);
  });

  test('1,700 reports in one frame', () => {
    const frame = REPORT.slice(0, 120);
    const sketches = Array.from({ length: 1700 }, (_, i) =>
      sketchText(frame + Array.from({ length: 90 }, (_x, k) => word(i * 90 + k)).join('')),
    );
    const start = performance.now();
    expect(new Set(findReprints(sketches)).size).toBe(1700);
    expect(performance.now() - start).toBeLessThan(LIMIT);
  });

  test('a name and members without end', () => {
    const line = `三${'亮'.repeat(100_000)}: ${'亮身份'.repeat(50_000)} ${'亮承诺 '.repeat(50_000).trim()}`;
    const start = performance.now();
    const sketch = sketchFramework(readFramework(line), null);
    expect(
      clusterFrameworks([1, 2].map((i) => ({ sketch: { ...sketch, cut: i === 1 }, edition: `report ${i}` }))),
    ).toEqual([0, 0]);
    expect(performance.now() - start).toBeLessThan(LIMIT);
  });
});
