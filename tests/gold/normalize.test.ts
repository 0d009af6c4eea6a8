import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createNormalizer, type NormalizerOptions } from '../../src/pipeline/normalize/create-normalizer.js';
import { buildSource } from '../support/build-extraction.js';
import { replayBackwards } from '../support/replay-changes.js';

/** What a case wishes of the normalizer, and what it looks at besides the text. */
interface Case extends NormalizerOptions {
  /** How many changes each rule makes; all of them. */
  readonly changes?: Readonly<Record<string, number>>;
  readonly script?: string;
  /** The codes of all warnings. */
  readonly warnings?: readonly string[];
}

const FOLDER = new URL('./normalize/', import.meta.url).pathname;
const FILES = ['case.json', 'expected.txt', 'input.txt', 'note.md'];
const FIELDS = ['to', 'phrases', 'opencc', 'clean', 'changes', 'script', 'warnings'];

const names = readdirSync(FOLDER).sort();

test('there are cases', () => expect(names.length).toBeGreaterThanOrEqual(25));

describe.each(names)('%s', (name) => {
  const folder = join(FOLDER, name);
  const read = (file: string) => readFileSync(join(folder, file), 'utf8');
  const wishes: Case = existsSync(join(folder, 'case.json')) ? JSON.parse(read('case.json')) : {};

  test('has its files, and no field that nobody reads', () => {
    expect(FILES).toEqual(expect.arrayContaining(readdirSync(folder)));
    expect(FIELDS).toEqual(expect.arrayContaining(Object.keys(wishes)));
    expect(read('note.md').trim()).not.toBe('');
  });

  test('gives what is expected, rests there, and can be undone', async () => {
    const { normalize } = await createNormalizer(wishes);
    const document = normalize(buildSource(read('input.txt')));
    expect(document.text).toBe(read('expected.txt'));
    expect(normalize(buildSource(document.text)).text).toBe(document.text);
    expect(replayBackwards(document)).toBe(read('input.txt'));
    if (wishes.changes !== undefined) expect(document.changeCounts).toEqual(wishes.changes);
    if (wishes.script !== undefined) expect(document.script).toBe(wishes.script);
    if (wishes.warnings !== undefined) expect(document.diagnostics.map(({ code }) => code)).toEqual(wishes.warnings);
  });
});
