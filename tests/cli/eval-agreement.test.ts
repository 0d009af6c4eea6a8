import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { runProgram } from '../support/run-program.js';
import { createFolder } from '../support/temporary-folder.js';

// The scorer by which the project is judged lies beside a clone, if at all.
const SHARED = fileURLToPath(new URL('../../../shared/', import.meta.url));
const SCORER = join(SHARED, 'eval/score.mjs');
const REPORTS = fileURLToPath(new URL('../gold/reports', import.meta.url));

function runScorer(gold: string, results: string, texts: readonly string[]): unknown {
  const args = ['--gold', gold, '--pred', results, ...texts.flatMap((text) => ['--text', text]), '--json'];
  const { status, stdout, stderr } = spawnSync(process.execPath, [SCORER, ...args], { encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout);
}

/** Our totals in the words of the scorer. */
async function runEvaluation(args: readonly string[]): Promise<unknown> {
  const { stdout, stderr } = await runProgram(['eval', '--format', 'json', '--quiet', ...args]);
  if (stdout === '') throw new Error(stderr);
  const { totals } = JSON.parse(stdout);
  const { frameworks, members, mentions, perfect, lists, fields, spans } = totals;
  const convert = ({ partial, given, annotated }: typeof frameworks) => {
    const { right, precision, recall, f1 } = partial;
    return { precision, recall, f1, tp: right, predicted: given, gold: annotated };
  };
  const compared = Object.entries<typeof fields.pair>(fields).filter(([name]) => name !== 'name');
  return {
    documents: totals.documents,
    documents_without_prediction: totals.withoutPrediction,
    frameworks: convert(frameworks),
    members: convert(members),
    perfect: { share: perfect.share, count: perfect.right, of: perfect.annotated },
    mentions: convert(mentions),
    lists_found: { count: lists.found, of: lists.annotated },
    fields: Object.fromEntries(compared.map(([name, { compared: of, partial }]) => [name, { ...partial, of }])),
    spans,
  };
}

const pick = fc.constantFrom;
const name = fc
  .tuple(
    pick('', '“', '起身'),
    pick(
      '四清',
      '四清',
      '三項',
      '三个结合',
      '五位一體',
      '六诊六治',
      '12345',
      '1+3+N',
      '一 二 三',
      '双随机、一公开',
      '两',
      '法',
    ),
    pick('', '', '工作法', '”機制', '工程', '服务法法', '管理模式', '体系要求'),
  )
  .map((parts) => parts.join(''));
const label = fc.oneof(
  pick(
    '底数清',
    '底數清',
    '账清',
    '清',
    '',
    '——',
    '放下“架子”、走出院子',
    '放下架子',
    '热心',
    '立案窗口熱(rè)心接',
    '嗰边',
    '𠮶边',
  ),
  fc.string({ unit: pick('提', '升', '服', '务', '務', '水', '平', '，', '🙂', 'Ａ', 'a'), maxLength: 9 }),
);
const pattern = pick('counted', 'paired', 'compound', 'labelled');
const text = pick(null, '', '河湾镇', '河灣鎮党委', '县局', '第二篇:村务', '第二篇：村務公开');
const group = fc.record({ count: pick(null, 1, 3, 4), head: pick(null, '清', '诊') });
const common = {
  category: pick(null, '工作法', '机制'),
  pattern,
  groups: fc.array(group, { maxLength: 2 }),
  declared: pick(2, 3, 4),
  holder: text,
};
const items = fc.array(fc.record({ label, pair: pick(null, null, '防治', '防治好') }), { maxLength: 5 });
const goldFramework = fc.record({
  ...common,
  name,
  items,
  aliases: fc.array(name, { maxLength: 1 }),
  tier: pick('core', 'core', 'core', 'list'),
  optional: pick(false, false, false, true),
  article: text,
  parent: fc.option(name),
  quote: fc.constant(null),
});
const SOURCE = '😀第一行\n底数清、账清。';
const span = fc.record({ start: fc.nat(12), end: fc.nat(14), line: fc.constant(1) });
const quote = pick('底数清', '😀第一', '账清', '一行\n', '');
const givenItems = items.chain((list) =>
  fc.tuple(...list.map((item) => fc.record({ ...constants(item), span: fc.option(span), quote }))),
);
const givenFramework = fc.record({
  ...common,
  name,
  items: givenItems,
  confidence: fc.double({ min: 0, max: 1, noNaN: true }),
  article: pick(null, 1, 2),
  parent: pick(null, '0', '1', '9'),
  span,
  quote,
});
const documents = fc.record({
  gold: fc.record({
    articles: pick([], ['第二篇:村务公开']),
    frameworks: fc.array(goldFramework, { maxLength: 4 }),
    mentions: fc.array(name, { maxLength: 4 }),
    optional_mentions: fc.array(name, { maxLength: 2 }),
  }),
  given: fc.option(
    fc.record({
      articles: pick(
        [],
        [
          { index: 1, heading: '第一篇' },
          { index: 2, heading: '第二篇:村务公开' },
        ],
      ),
      frameworks: fc
        .array(givenFramework, { maxLength: 5 })
        .map((list) => list.map((one, i) => ({ ...one, id: `${i}` }))),
      mentions: fc
        .array(name, { maxLength: 5 })
        .map((names) => names.map((given) => ({ name: given, occurrences: [] }))),
    }),
    { freq: 20 },
  ),
});

/** What is given just as annotated, with a span that holds its quote. */
function copyAsGiven(
  { name, items, pattern, declared }: typeof goldFramework extends fc.Arbitrary<infer Value> ? Value : never,
  i: number,
) {
  const grounding = { span: { start: 0, end: 4, line: 1 }, quote: '😀第一行' };
  return {
    id: `copy ${i}`,
    name,
    pattern,
    declared,
    ...grounding,
    items: items.map((item) => ({ ...item, ...grounding })),
  };
}

function constants<Shape extends object>(shape: Shape): { [Key in keyof Shape]: fc.Arbitrary<Shape[Key]> } {
  return Object.fromEntries(Object.entries(shape).map(([key, value]) => [key, fc.constant(value)])) as never;
}

describe.skipIf(!existsSync(SCORER))('the figures are those of the scorer', () => {
  test('on the development reports', async () => {
    const folder = createFolder();
    const results = join(folder, 'results.json');
    await runProgram(['extract', REPORTS, '--quiet', '-o', results]);
    const expected = runScorer(REPORTS, results, [REPORTS]);
    expect(await runEvaluation(['--gold', REPORTS])).toEqual(expected);
    expect(await runEvaluation(['--gold', REPORTS, results])).toEqual(expected);
  });

  test('on the reports beside the scorer', async () => {
    const folder = createFolder();
    const results = join(folder, 'results.json');
    const corpora = ['seeds', 'web', 'written'].map((corpus) => join(SHARED, 'corpus', corpus)).filter(existsSync);
    await runProgram(['extract', ...corpora, '--quiet', '-o', results]);
    const gold = join(SHARED, 'gold');
    expect(await runEvaluation(['--gold', gold, ...corpora])).toEqual(runScorer(gold, results, corpora));
  });

  test('on whatever annotations and results', async () => {
    const folder = createFolder();
    mkdirSync(join(folder, 'gold'));
    const all = fc.sample(documents, 2000);
    const given = all.flatMap((document, i) => {
      if (document.given === null) return [];
      const copies = i % 3 === 0 ? document.gold.frameworks.map(copyAsGiven) : [];
      return [{ path: `r/${i}.txt`, ...document.given, frameworks: [...copies, ...document.given.frameworks] }];
    });
    for (const [i, { gold }] of all.entries()) {
      writeFileSync(join(folder, `gold/${i}.gold.json`), JSON.stringify({ doc: `${i}.txt`, ...gold }));
      writeFileSync(join(folder, `gold/${i}.txt`), SOURCE);
    }
    const results = join(folder, 'results.json');
    writeFileSync(results, JSON.stringify({ documents: given }));
    const gold = join(folder, 'gold');
    const evaluation = await runEvaluation(['--gold', gold, results]);
    expect(evaluation).toEqual(runScorer(gold, results, [gold]));
    // Every figure has something right and something wrong to tell apart.
    expect(listShares(evaluation).filter((share) => share <= 0 || share >= 1)).toEqual([]);
    expect(listShares(evaluation).length).toBeGreaterThan(17);
  });
});

function listShares(value: unknown): number[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, part]) => {
    return ['share', 'precision', 'recall', 'f1'].includes(name) ? [Number(part)] : listShares(part);
  });
}
