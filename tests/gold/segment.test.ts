import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { SEGMENTERS, type UnitKind } from '../../src/model/segmentation.js';
import { openTokenizer, segmentDocument } from '../../src/pipeline/run-pipeline.js';
import type { Tokenizer } from '../../src/pipeline/tokenize/create-tokenizer.js';
import { toSegmentationRecord, toUnitRecords, type UnitRecord } from '../../src/render/segmentation-record.js';
import { buildSource } from '../support/build-extraction.js';

/** What a reader expects of a text; see tests/README.md. */
interface Expected {
  readonly unit: UnitKind;
  /** Sentences and paragraphs without the blanks around them; words without white space; headings as the outline shows them. */
  readonly units: readonly string[];
  /** What is wrong with the numbers of headings: `gap 三、`. */
  readonly faults?: readonly string[];
  /** Those of the units that are flagged as part of the web page. */
  readonly boilerplate?: readonly string[];
  /** The lines of a dictionary of the user's. */
  readonly dictionary?: readonly string[];
}

const FOLDER = new URL('./segment/', import.meta.url).pathname;
const FIELDS = ['unit', 'units', 'faults', 'boilerplate', 'dictionary'];
const names = readdirSync(FOLDER).sort();
const plain = new Map<string, Tokenizer>();

beforeAll(async () => {
  for (const segmenter of SEGMENTERS) plain.set(segmenter, await openTokenizer({ segmenter }));
});

test('there are cases', () => expect(names.length).toBeGreaterThanOrEqual(20));

describe.each(names)('%s', (name) => {
  const read = (file: string) => readFileSync(join(FOLDER, name, file), 'utf8');
  const text = read('input.txt');
  const expected = JSON.parse(read('expected.json')) as Expected;

  test('has its files', () => {
    expect(readdirSync(join(FOLDER, name)).sort()).toEqual(['expected.json', 'input.txt', 'note.md']);
    expect(read('note.md').trim()).not.toBe('');
    expect(Object.keys(expected).filter((field) => !FIELDS.includes(field))).toEqual([]);
  });

  test.each(expected.unit === 'word' ? SEGMENTERS : [null])('is cut as expected (%s)', async (segmenter) => {
    const { unit, dictionary } = expected;
    const list = dictionary === undefined ? null : { name: 'own.txt', text: dictionary.join('\n') };
    const tokenizer =
      segmenter === null
        ? null
        : list === null
          ? plain.get(segmenter)!
          : await openTokenizer({ segmenter, dictionary: list });
    const segmentation = segmentDocument(buildSource(text), unit, { tokenizer });
    const units = [...toUnitRecords(segmentation)].filter(({ blank }) => blank !== true);
    expect(units.map(show)).toEqual(expected.units);
    expect(units.filter(({ boilerplate }) => boilerplate === true).map(show)).toEqual(expected.boilerplate ?? []);
    const { warnings } = toSegmentationRecord(segmentation);
    const faults = warnings.filter(({ code }) => code.startsWith('numbering-'));
    const characters = [...text];
    const shown = faults.map(({ code, span }) => {
      return `${code.replace('numbering-', '')} ${characters.slice(span!.start, span!.end).join('')}`;
    });
    expect(shown).toEqual(expected.faults ?? []);
  });
});

function show({ unit, text, heading, continued }: UnitRecord): string {
  if (unit !== 'section' && unit !== 'article') return text.trim();
  if (heading == null) return '-';
  return (
    '  '.repeat(heading.level) +
    (continued ? '… ' : '') +
    (heading.mark === null ? '' : `${heading.mark} `) +
    heading.text
  );
}
