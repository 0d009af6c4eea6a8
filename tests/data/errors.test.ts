import { beforeEach, describe, expect, test, vi } from 'vitest';
import { buildSource } from '../support/build-extraction.js';

/** What stands in a data file instead of its text, by the end of its path. */
const replaced = new Map<string, string>();

vi.mock('node:fs', async (importOriginal) => {
  const fs = await importOriginal<typeof import('node:fs')>();
  const readFileSync = (path: string | URL, ...rest: unknown[]) => {
    for (const [file, text] of replaced) if (String(path).endsWith(`/data/${file}`)) return text;
    return (fs.readFileSync as (...args: unknown[]) => unknown)(path, ...rest);
  };
  return { ...fs, readFileSync };
});

const MARKS = 'id\tpattern\tfamily\tplace\tordinal\tunless_before\texample\tcounter_example';
const GOOD_MARK = 'a\t{chinese}、\tchinese\tline\tnumber\t-\t一、甲\t-';

/** Tables are read once: each test reads them anew. */
beforeEach(() => {
  replaced.clear();
  vi.resetModules();
});

async function loadMarks(...lines: string[]) {
  replaced.set('structure/marks.tsv', lines.join('\n'));
  const { loadMarkPatterns } = await import('../../src/resources/mark-patterns.js');
  return loadMarkPatterns();
}

async function loadRules(file: string, ...lines: string[]) {
  replaced.set(`frameworks/${file}`, lines.join('\n'));
  const { loadFrameworkRules } = await import('../../src/resources/framework-rules.js');
  return loadFrameworkRules();
}

async function loadWeights(...lines: string[]) {
  replaced.set('frameworks/link-weights.tsv', lines.join('\n'));
  const { loadLinkWeights } = await import('../../src/resources/link-weights.js');
  return loadLinkWeights();
}

describe('a table is read', () => {
  test('without comments and blank lines', async () => {
    const rows = await loadMarks('# comment', MARKS, '', GOOD_MARK, '  ', '# end');
    expect(rows.map(({ id }) => id)).toEqual(['a']);
  });

  test('with lines that end in a carriage return', async () => {
    const rows = await loadMarks(`${MARKS}\r`, `${GOOD_MARK}\r`);
    expect(rows[0]!.counterExample).toBe('-');
  });
});

describe('a table without rows', () => {
  test('of words beside a name takes nothing from what is found', async () => {
    replaced.set('frameworks/context-words.tsv', 'kind\tword\texample\tcounter_example\n');
    const { extractDocument } = await import('../../src/pipeline/run-pipeline.js');
    const { frameworks } = extractDocument(buildSource('治理“三乱”，乱堆放、乱张贴、乱停车。\n'));
    expect(frameworks.map(({ name }) => name)).toEqual(['三乱']);
  });
});

describe('a broken row is told by file, line and cell', () => {
  const column = (index: number, value: string) => {
    const cells = GOOD_MARK.split('\t');
    cells[index - 1] = value;
    return cells.join('\t');
  };

  test('an unknown placeholder, with those that are known', async () => {
    const comments = Array.from({ length: 12 }, () => '#');
    await expect(loadMarks(...comments, MARKS, column(2, '第{numbr}条'))).rejects.toThrow(
      /^data\/structure\/marks\.tsv:14:2: unknown placeholder \{numbr\}; known: chinese, arabic, .*classifier$/,
    );
  });

  test.each([
    ['two placeholders', 2, '{chinese}{arabic}', '2:2: cannot read the pattern {chinese}{arabic}'],
    ['an open brace', 2, '{chinese', '2:2: cannot read the pattern {chinese'],
    ['no pattern', 2, '', '2:2: cannot read the pattern'],
    ['an unknown place', 4, 'start', '2:4: unknown place start; known: line, sentence, clause, anywhere'],
    ['an ordinal that is no number', 5, 'first', '2:5: not a number: first'],
    ['an ordinal between two numbers', 5, '1.5', '2:5: not a number: 1.5'],
  ])('%s', async (_kind, index, value, message) => {
    await expect(loadMarks(MARKS, column(index, value))).rejects.toThrow(`data/structure/marks.tsv:${message}`);
  });

  test('a column by another name', async () => {
    await expect(loadMarks(MARKS.replace('pattern', 'form'), GOOD_MARK)).rejects.toThrow(
      'data/structure/marks.tsv:1:2: the header must be: id, pattern, family, place, ordinal, unless_before, example, counter_example',
    );
  });

  test('a column that is missing', async () => {
    await expect(loadMarks(MARKS.replace('\tcounter_example', ''), GOOD_MARK)).rejects.toThrow(
      'marks.tsv:1:8: the header',
    );
  });

  test('a cell too many', async () => {
    await expect(loadMarks(MARKS, `${GOOD_MARK}\tx`)).rejects.toThrow('marks.tsv:2:9: 9 cells, but the header names 8');
  });

  test('an unknown kind of exclusion', async () => {
    await expect(
      loadRules('exclusions.tsv', 'kind\ttext\texample\tcounter_example', 'units\t年\t三年\t-'),
    ).rejects.toThrow(
      'data/frameworks/exclusions.tsv:2:1: unknown kind; known: unit, unit-verb, before, before-one, after, idiom, each, word, measure, no-head',
    );
  });

  test('an unknown way of counting', async () => {
    const header = 'classifier\tkept\tcounts\texample\tcounter_example';
    await expect(loadRules('classifiers.tsv', header, '个\tno\tmuch\t三个结合\t-')).rejects.toThrow(
      'data/frameworks/classifiers.tsv:2:3: unknown much; known: practices, things, either',
    );
  });

  test.each([
    [
      'role of a method noun',
      'method-nouns.tsv',
      'noun\trole',
      '机制\tclosed',
      '2: unknown closed; known: -, closing, way',
    ],
    ['side of a cue', 'cues.tsv', 'cue\tside', '即\tbehind', '2: unknown behind; known: after, before'],
    ['reach of a lead', 'leads.tsv', 'lead\twithin', '由\tyes', '2: unknown yes; known: -, list, pair, both'],
    [
      'function word',
      'function-words.tsv',
      'kind\tword',
      'end\t的',
      '1: unknown kind; known: stop, word, head, opening',
    ],
    ['conjunction', 'conjunction-words.tsv', 'kind\tword', 'and\t和', '1: unknown kind; known: conjunction, word'],
  ])('an unknown %s', async (_what, file, header, row, message) => {
    await expect(loadRules(file, `${header}\texample\tcounter_example`, `${row}\t三个结合\t-`)).rejects.toThrow(
      `data/frameworks/${file}:2:${message}`,
    );
  });

  test('an unknown kind of word beside a name', async () => {
    replaced.set('frameworks/context-words.tsv', 'kind\tword\texample\tcounter_example\nteachings\t理论\t三个结合\t-');
    const { loadContextWords } = await import('../../src/resources/context-words.js');
    expect(() => loadContextWords()).toThrow(
      'data/frameworks/context-words.tsv:2:1: unknown kind; known: teaching, opposing, order, back, link, naming, body, rule, after',
    );
  });

  test('a weight that is no number', async () => {
    await expect(loadWeights('feature\tweight\tnote', 'bias\tmuch\t')).rejects.toThrow(
      'data/frameworks/link-weights.tsv:2:2: not a number: much',
    );
  });

  test.each([
    [
      'an unknown kind of word at a figure',
      'frameworks/outcome-words.tsv',
      ['kind\tword\texample\tcounter_example', 'results\t化解\t化解纠纷12起\t-'],
      'data/frameworks/outcome-words.tsv:2:1: unknown kind; known: result, lasting, fall',
    ],
    [
      'an unknown kind of unit',
      'lexicon/measure-units.tsv',
      ['unit\tkind\texample\tcounter_example', '起\tthing\t化解纠纷12起\t-'],
      'data/lexicon/measure-units.tsv:2:2: unknown kind; known: count, times, money',
    ],
  ])('%s', async (_kind, file, lines, message) => {
    replaced.set(file, lines.join('\n'));
    const { loadOutcomeRules } = await import('../../src/resources/outcome-rules.js');
    expect(() => loadOutcomeRules()).toThrow(message);
  });

  test('a place of no level', async () => {
    replaced.set('lexicon/place-suffixes.tsv', 'suffix\tlevel\texample\tcounter_example\n省\t6\t海东省\t-');
    const { loadPlaceSuffixes } = await import('../../src/resources/place-suffixes.js');
    expect(() => loadPlaceSuffixes()).toThrow('data/lexicon/place-suffixes.tsv:2:2: no level from 0 to 5: 6');
  });

  test('a verb of beginning that is neither yes nor no', async () => {
    replaced.set(
      'frameworks/start-words.tsv',
      'verb\talone\texample\tcounter_example\n推出\tperhaps\t2018年推出“三清”\t-',
    );
    const { loadStartWords } = await import('../../src/resources/start-words.js');
    expect(() => loadStartWords()).toThrow('data/frameworks/start-words.tsv:2:2: not yes or no: perhaps');
  });

  test('as an error of the data', async () => {
    const { DataFileError } = await import('../../src/errors.js');
    await expect(loadMarks('id')).rejects.toThrow(DataFileError);
  });
});
