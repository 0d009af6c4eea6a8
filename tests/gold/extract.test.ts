import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { extractDocument } from '../../src/pipeline/run-pipeline.js';
import {
  type ExtractionRecord,
  type FrameworkRecord,
  type OutcomeRecord,
  toExtractionRecord,
} from '../../src/render/extraction-record.js';
import { buildSource } from '../support/build-extraction.js';

/** One framework as a case expects it: `name` and `labels` always, any other field only where the case is about it. */
interface ExpectedFramework {
  readonly name: string;
  readonly labels: readonly string[];
  /** The second halves, in order. */
  readonly pairs?: readonly string[];
  /** The name of the framework it is part of. */
  readonly parent?: string | null;
  /** What it brought, in order of place: all of it, each as `text value unit`, with ≈ behind it where the report says about. */
  readonly outcomes?: readonly string[];
  readonly [field: string]: unknown;
}

interface Expected {
  /** All frameworks of the text, in order of place. */
  readonly frameworks: readonly ExpectedFramework[];
  /** The names of all mentions. */
  readonly mentions?: readonly string[];
  /** The date that the document bears. */
  readonly date?: string | null;
}

const FOLDER = new URL('./extract/', import.meta.url).pathname;
const FILES = ['expected.json', 'input.txt', 'note.md'];
const COMPARED = [
  'pattern',
  'category',
  'declared',
  'found',
  'complete',
  'groups',
  'holder',
  'place',
  'date',
  'article',
  'aliases',
];
const SHAPED = ['name', 'labels', 'pairs', 'parent', 'outcomes'];
const OF_DOCUMENT = ['frameworks', 'mentions', 'date'];

const names = readdirSync(FOLDER).sort();

test('there are cases', () => {
  expect(names.length).toBeGreaterThan(45);
});

describe.each(names)('%s', (name) => {
  const folder = join(FOLDER, name);
  const read = (file: string) => readFileSync(join(folder, file), 'utf8');

  test('has its files', () => {
    expect(readdirSync(folder).sort()).toEqual(FILES);
    expect(read('note.md').trim()).not.toBe('');
    expect(read('input.txt').trim()).not.toBe('');
  });

  test('finds what is expected', () => {
    const expected = JSON.parse(read('expected.json')) as Expected;
    checkFields(expected);
    const record = extract(read('input.txt'));
    const found: Expected = {
      frameworks: record.frameworks.map((framework, i) => asExpected(record, framework, expected.frameworks[i])),
      ...(expected.mentions === undefined ? {} : { mentions: record.mentions.map((mention) => mention.name) }),
      ...(expected.date === undefined ? {} : { date: record.date }),
    };
    expect(found).toEqual(expected);
  });

  test('quotes what stands at its positions', () => {
    const text = read('input.txt');
    const characters = [...text];
    for (const { span, quote, items, outcomes } of extract(text).frameworks) {
      expect(characters.slice(span.start, span.end).join('')).toBe(quote);
      for (const part of [...items, ...outcomes])
        expect(characters.slice(part.span.start, part.span.end).join('')).toBe(part.quote);
    }
  });
});

function extract(text: string): ExtractionRecord {
  return toExtractionRecord(extractDocument(buildSource(text)));
}

/** The fields of a framework that the case asks for. One that nobody expected shows its name and labels. */
function asExpected(
  record: ExtractionRecord,
  framework: FrameworkRecord,
  expected: ExpectedFramework | undefined,
): ExpectedFramework {
  const parent = record.frameworks.find(({ id }) => id === framework.parent)?.name ?? null;
  const fields = COMPARED.filter((field) => expected !== undefined && field in expected);
  return {
    name: framework.name,
    labels: framework.items.map((item) => item.label),
    ...(framework.pattern === 'paired' || expected?.pairs !== undefined
      ? { pairs: framework.items.map((item) => item.pair ?? '') }
      : {}),
    ...(expected?.parent === undefined ? {} : { parent }),
    ...(expected?.outcomes === undefined ? {} : { outcomes: framework.outcomes.map(tellOutcome) }),
    ...Object.fromEntries(fields.map((field) => [field, framework[field as keyof FrameworkRecord] ?? null])),
  };
}

function tellOutcome({ text, value, unit, approximate }: OutcomeRecord): string {
  return `${text} ${value} ${unit}${approximate ? ' ≈' : ''}`;
}

/** A misspelt field would compare nothing. */
function checkFields(expected: Expected): void {
  const known = [...COMPARED, ...SHAPED];
  for (const framework of expected.frameworks) {
    for (const field of Object.keys(framework)) {
      if (!known.includes(field)) throw new Error(`unknown field ${field}; known: ${known.join(', ')}`);
    }
    if (framework.name === undefined || framework.labels === undefined) throw new Error('name and labels are needed');
  }
  for (const field of Object.keys(expected)) {
    if (!OF_DOCUMENT.includes(field)) throw new Error(`unknown field ${field}; known: ${OF_DOCUMENT.join(', ')}`);
  }
}
