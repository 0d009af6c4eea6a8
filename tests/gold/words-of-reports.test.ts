import { readdirSync, readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { SEGMENTERS, type SegmenterName } from '../../src/model/segmentation.js';
import { openTokenizer, segmentDocument } from '../../src/pipeline/run-pipeline.js';
import { buildSource } from '../support/build-extraction.js';

/** The words of the annotated reports: names that are annotated stay whole, and both engines cut alike. */

interface Gold {
  readonly frameworks: readonly { readonly name: string; readonly tier?: string }[];
}

interface CutReport {
  readonly text: string;
  readonly gold: Gold;
  /** Where each word ends, by where it begins. */
  readonly words: ReadonlyMap<number, number>;
}

const FOLDER = new URL('./reports/', import.meta.url).pathname;
const LEAST_WHOLE = 0.995;
const LEAST_AGREEMENT = 0.99;
const reports = new Map<SegmenterName, CutReport[]>();

beforeAll(async () => {
  const names = readdirSync(FOLDER).filter((name) => name.endsWith('.txt'));
  for (const segmenter of SEGMENTERS) {
    const tokenizer = await openTokenizer({ segmenter });
    const cut = names.map((name): CutReport => {
      const source = buildSource(readFileSync(`${FOLDER}${name}`, 'utf8'));
      const { document, units } = segmentDocument(source, 'word', { tokenizer });
      const tokens = [...units].flatMap((unit) => unit.tokens).filter(({ blank }) => !blank);
      const gold = JSON.parse(readFileSync(`${FOLDER}${name.replace('.txt', '.gold.json')}`, 'utf8')) as Gold;
      return { text: document.text, gold, words: new Map(tokens.map(({ span }) => [span.start, span.end])) };
    });
    reports.set(segmenter, cut);
  }
}, 60_000);

describe.each(SEGMENTERS)('with %s', (segmenter) => {
  test('the names of frameworks are one word, alone or with their method noun', () => {
    const named = reports
      .get(segmenter)!
      .flatMap((report) =>
        report.gold.frameworks
          .filter(({ name, tier }) => tier !== 'list' && report.text.includes(name))
          .map(({ name }) => ({ name, whole: isOneWord(report, name) })),
      );
    const cut = named.filter(({ whole }) => !whole).map(({ name }) => name);
    expect(named.length).toBeGreaterThan(800);
    expect(1 - cut.length / named.length).toBeGreaterThanOrEqual(LEAST_WHOLE);
  });
});

/** Whether the name is a word, or the beginning of one, at a place at least (第三响 is not 三响). */
function isOneWord({ text, words }: CutReport, name: string): boolean {
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
    for (let start = at; start >= at - 4; start--) if ((words.get(start) ?? 0) >= at + name.length) return true;
  }
  return false;
}

test('the engines agree', () => {
  const [first, second] = SEGMENTERS.map((segmenter) => reports.get(segmenter)!);
  let same = 0;
  let all = 0;
  for (const [i, { words }] of first!.entries()) {
    const others = second![i]!.words;
    all += Math.max(words.size, others.size);
    for (const [start, end] of words) if (others.get(start) === end) same++;
  }
  expect(same / all).toBeGreaterThanOrEqual(LEAST_AGREEMENT);
});
