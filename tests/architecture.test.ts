import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { findViolations } from './support/architecture-rules.js';
import { drawImportGraph, readSourceFiles } from './support/import-graph.js';

const sources = readSourceFiles(fileURLToPath(new URL('../src/', import.meta.url)), 'src');

/** What the rules say of files given by path and text. */
function check(texts: Readonly<Record<string, string>>): string[] {
  return findViolations(drawImportGraph(new Map(Object.entries(texts))));
}

describe('the source', () => {
  test('keeps the rules of src/README.md', () => {
    expect(findViolations(drawImportGraph(sources))).toEqual([]);
  });

  test('is read with its imports', () => {
    const graph = drawImportGraph(sources);
    const known = new Set(graph.map(({ path }) => path));
    const targets = graph.flatMap(({ imports }) => imports.flatMap(({ target }) => target ?? []));
    expect(targets.filter((target) => !known.has(target))).toEqual([]);
    const runPipeline = graph.find(({ path }) => path === 'src/pipeline/run-pipeline.ts');
    expect(runPipeline?.imports.map(({ target }) => target)).toContain('src/pipeline/parse/parse-document.ts');
  });
});

describe('imports are seen', () => {
  test.each([
    ["import { a } from '../cli/main.js';"],
    ["import type { A } from '../cli/main.js';"],
    ["import a, {\n  b,\n  type C as D,\n} from '../cli/main.js';"],
    ["import * as a from '../cli/main.js';"],
    ["import '../cli/main.js';"],
    ["export * from '../cli/main.js';"],
    ["export type { A } from '../cli/main.js';"],
    ["export {A} from'../cli/main.js';"],
    ["const a = await import('../cli/main.js');"],
    ["type A = import('../cli/main.js').A;"],
    ["const a = createRequire(import.meta.url); a.b(require('../cli/main.js'));"],
    ["new Worker(new URL('../cli/main.js', import.meta.url));"],
    ["const a = '/* no comment'; import { b } from '../cli/main.js'; // */"],
  ])('%s', (text) => {
    expect(check({ 'src/model/planted.ts': text })).toEqual([
      expect.stringContaining('src/model/planted.ts: imports ../cli/main.js'),
    ]);
  });

  test.each([
    ["// import { a } from '../cli/main.js';"],
    ["/**\n * import { a } from '../cli/main.js';\n * console.log(a)\n */"],
    ['export const from = 1;'],
  ])('but not in %s', (text) => {
    expect(check({ 'src/model/planted.ts': text })).toEqual([]);
  });
});

describe('a broken rule is told', () => {
  test.each([
    ['src/model/a.ts', '../errors.js', 'model may import model'],
    ['src/errors.ts', './model/span.js', 'errors.ts may import errors.ts'],
    ['src/language/a.ts', '../resources/read-table.js', 'language may import language, model'],
    ['src/language/a.ts', '../pipeline/parse/find-marks.js', 'language may import language, model'],
    ['src/resources/a.ts', '../language/numerals.js', 'resources may import resources, model, errors.ts'],
    ['src/pipeline/parse/a.ts', '../run-pipeline.js', 'pipeline/parse may import pipeline/parse, model, language'],
    ['src/pipeline/read/a.ts', '../../runtime/shard.js', 'pipeline/read may import'],
    ['src/render/a.ts', '../pipeline/read/formats.js', 'render may import'],
    ['src/render/a.ts', '../pipeline/run-pipeline.js', 'render may import'],
    ['src/render/a.ts', '../cli/options.js', 'render may import'],
    [
      'src/corpus/a.ts',
      '../render/json.js',
      'corpus may import corpus, model, language, resources, errors.ts, a stage',
    ],
    [
      'src/corpus/a.ts',
      '../cli/options.js',
      'corpus may import corpus, model, language, resources, errors.ts, a stage',
    ],
    ['src/search/a.ts', '../cli/options.js', 'search may import anything but cli'],
    ['src/runtime/a.ts', '../cli/options.js', 'runtime may import anything but cli'],
    ['src/index.ts', './cli/main.js', 'index.ts may import anything but cli'],
    ['src/model/a.ts', '../../tests/support/encode-text.js', 'which is not in src'],
    ['src/attic/a.ts', '../errors.js', 'attic is no room of src'],
  ])('%s imports %s', (path, specifier, message) => {
    expect(check({ [path]: `import { a } from '${specifier}';` })).toEqual([expect.stringContaining(message)]);
  });

  test('a stage imports another', () => {
    const violations = check({ 'src/pipeline/extract/a.ts': "import type { A } from '../parse/find-marks.js';" });
    expect(violations).toEqual([
      expect.stringContaining('pipeline/extract may import pipeline/extract, model'),
      expect.stringContaining('knows pipeline/extract and pipeline/parse; only src/pipeline/run-pipeline.ts'),
    ]);
  });

  test('two stages are known outside run-pipeline', () => {
    const text = "import '../pipeline/read/formats.js';\nimport '../pipeline/parse/find-marks.js';";
    expect(check({ 'src/cli/a.ts': text })).toEqual([
      expect.stringContaining('knows pipeline/read and pipeline/parse'),
    ]);
    expect(check({ 'src/pipeline/run-pipeline.ts': text.replaceAll('../pipeline/', './') })).toEqual([]);
  });

  test.each([
    ["console.error('a');"],
    ["process.stdout.write('a');"],
    ["process.stderr.write('a');"],
    ['process.exit(1);'],
    ['process.exitCode = 1;'],
    ['const { stdout } = process;'],
    ["import { stdout } from 'node:process';"],
  ])('printing or leaving outside cli: %s', (text) => {
    expect(check({ 'src/runtime/a.ts': text })).toEqual([expect.stringContaining('only src/cli prints or exits')]);
    expect(check({ 'src/cli/a.ts': text })).toEqual([]);
  });

  test('opening data/ outside resources', () => {
    const text = "readFileSync(new URL('../../data/structure/marks.tsv', import.meta.url));";
    expect(check({ 'src/cli/a.ts': text })).toEqual([expect.stringContaining('only src/resources opens data/')]);
    expect(check({ 'src/resources/a.ts': text })).toEqual([]);
  });

  test.each(["import { readFileSync } from 'node:fs';", "await import('fs/promises');"])('corpus with %s', (text) => {
    expect(check({ 'src/corpus/evaluate/a.ts': text })).toEqual([expect.stringContaining('corpus opens no files')]);
    expect(check({ 'src/cli/a.ts': text })).toEqual([]);
  });

  test('a package that enters through two files', () => {
    const files = { 'src/cli/a.ts': "import 'chalk';", 'src/render/b.ts': "import type { C } from 'chalk/source';" };
    expect(check(files)).toEqual([
      'chalk is imported by src/cli/a.ts, src/render/b.ts; a package enters through one file',
    ]);
    expect(check({ 'src/render/b.ts': "import '@scope/a/b';\nimport '@scope/c';" })).toEqual([]);
  });

  test.each([
    'src/cli/utils.ts',
    'src/cli/text-helpers.ts',
    'src/runtime/job-manager.ts',
    'src/render/common.ts',
    'src/render/utils/a.ts',
    'src/render/toTable.ts',
    'src/render/to_table.ts',
    'src/render/Table.ts',
  ])('the name %s', (path) => {
    expect(check({ [path]: '' })).toHaveLength(1);
  });

  test.each(['src/cli/stats.command.ts', 'src/language/common-characters.ts', 'src/render/opencc.d.ts'])(
    'but not the name %s',
    (path) => {
      expect(check({ [path]: '' })).toEqual([]);
    },
  );
});

describe('the length of files', () => {
  const USUAL = 250;
  const MOST = 400;
  /** Files that may be longer than `MOST`, each with the reason. */
  const LONGER: Readonly<Record<string, string>> = {};
  const lengths = [...sources].map(([path, text]) => ({ path, lines: text.split('\n').length - 1 }));

  test(`no file is longer than ${MOST} lines, most have fewer than ${USUAL}`, () => {
    const long = lengths.filter(({ lines }) => lines > USUAL).map(({ path, lines }) => `${path}: ${lines} lines`);
    if (long.length > 0) console.warn(`longer than ${USUAL} lines:\n  ${long.join('\n  ')}`);
    const tooLong = lengths.filter(({ path, lines }) => lines > MOST && !(path in LONGER));
    expect(tooLong).toEqual([]);
    expect(long.length).toBeLessThan(sources.size / 10);
  });
});
