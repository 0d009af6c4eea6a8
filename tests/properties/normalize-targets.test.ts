import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import simplifiedPhrases from 'opencc-js/dict/STPhrases';
import taiwanPhrases from 'opencc-js/dict/TWPhrases';
import mainlandPhrases from 'opencc-js/dict/TWPhrasesRev';
import { describe, expect, test } from 'vitest';
import {
  CLEANING_RULES,
  createNormalizer,
  type NormalizerOptions,
} from '../../src/pipeline/normalize/create-normalizer.js';
import { OPENCC_CONFIGS, type OpenccConfig } from '../../src/pipeline/normalize/opencc-configs.js';
import { buildSource } from '../support/build-extraction.js';
import { replayBackwards } from '../support/replay-changes.js';

const WISHES: readonly NormalizerOptions[] = [
  {},
  { phrases: true },
  { to: 'traditional' },
  { to: 'taiwan' },
  { to: 'taiwan', phrases: true },
  { to: 'hongkong' },
  { to: 'hongkong', phrases: true },
  { clean: CLEANING_RULES },
  { to: 'taiwan', phrases: true, clean: CLEANING_RULES },
  { clean: [] },
];
const OPENCC = (Object.keys(OPENCC_CONFIGS) as OpenccConfig[]).map((opencc) => ({ opencc }));
const name = (options: NormalizerOptions) => JSON.stringify(options);

const characters = fc.constantFrom(
  ...'的工作群众推行一二三后里干发台乾隆縣機關後著徵麽㜢𡞱𠮷車ａＺ９％＋3x'.match(/./gu)!,
  ...['软件', '軟體', '程序', '程式', '进程', '數據機', '鼠标', '行動數據', '皇后', '干涉', '么', '麼', '周边', '裏'],
  ...['\ud840', '\udc00', '😀', '\u030c', '⿰', '⿲亻尔尔', '車', '!度嗣耔F', '！度嗣耔F道', '。度嗣耔F', '嗣耔'],
);
const signs = fc.constantFrom(
  ...[
    '，',
    '。',
    '!',
    '(',
    ')',
    '（',
    '“',
    '”',
    ' ',
    '　',
    '\u200b',
    '\n',
    '\r\n',
    '(dǎo)',
    '(yi) ',
    '（lǚ）',
    '(GDP)',
  ],
  ...['\n首页\n', '\n当前位置：首页 > 正文\n', '\n未完，全文共12字\n', '\n分享到：微信\n', '\n```\n', '|'],
);
const words = fc.constantFrom(
  ...[simplifiedPhrases, taiwanPhrases, mainlandPhrases].flatMap((entries) =>
    entries.split('|').filter((_, i) => i % 7 === 0 || entries.length < 50_000),
  ),
);
/** Words of the dictionaries, their outcomes and halves, one beside the other. */
const entries = fc.tuple(words, fc.nat(3), fc.nat(2)).map(([entry, from, cut]) => {
  const word = entry.split(' ')[from % 2]!;
  return word.slice(from > 1 ? 1 : 0, word.length - (cut === 2 ? 1 : 0));
});
const texts = fc.oneof(
  fc
    .array(fc.oneof({ weight: 3, arbitrary: characters }, { weight: 2, arbitrary: entries }, signs), {
      maxLength: 30,
      size: 'max',
    })
    .map((parts) => parts.join('')),
  fc.string({ unit: 'binary', maxLength: 120 }),
);
const RUNS = { numRuns: 800 };

describe.each(WISHES.map((options) => [name(options), options] as const))('%s', (_, options) => {
  test('normalizing twice changes nothing more', async () => {
    const { normalize } = await createNormalizer(options);
    fc.assert(
      fc.property(texts, fc.constantFrom('txt', 'md'), (text, format) => {
        const once = normalize(buildSource(text, { format })).text;
        expect(normalize(buildSource(once, { format })).text).toBe(once);
      }),
      RUNS,
    );
  });
});

describe.each([...WISHES, ...OPENCC].map((options) => [name(options), options] as const))('%s', (_, options) => {
  test('the changes, played backwards, give the source', async () => {
    const { normalize } = await createNormalizer(options);
    fc.assert(
      fc.property(texts, (text) => {
        expect(replayBackwards(normalize(buildSource(text)))).toBe(text);
      }),
      RUNS,
    );
  });

  test('offsets rise with the characters and stay in the source', async () => {
    const { normalize } = await createNormalizer(options);
    fc.assert(
      fc.property(texts, (text) => {
        const { text: normalized, offsets } = normalize(buildSource(text));
        let last = { start: 0, end: 0 };
        for (let at = 0; at < normalized.length; at++) {
          const span = offsets.toSource({ start: at, end: at + 1 });
          expect(span.start).toBeGreaterThanOrEqual(last.start);
          expect(span.end).toBeGreaterThanOrEqual(last.end);
          expect(span.end).toBeGreaterThan(span.start);
          expect(span.end).toBeLessThanOrEqual(text.length);
          last = span;
        }
      }),
      { numRuns: 300 },
    );
  });
});

/** Whole reports, where there are any: those of the gold and those beside the clone. They are measured and never printed. */
const FOLDERS = ['../gold/reports/', '../../data/samples/', '../../../shared/corpus/'];
const reports = FOLDERS.flatMap((folder) => {
  const { pathname } = new URL(folder, import.meta.url);
  try {
    return readdirSync(pathname, { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.(?:txt|md|jsonl)$/.test(file))
      .map((file) => pathname + file);
  } catch {
    return [];
  }
});

describe('whole reports', () => {
  test('there are some', () => expect(reports.length).toBeGreaterThan(200));

  test.each([{}, { to: 'taiwan', phrases: true, clean: CLEANING_RULES }] as const)(
    'give their source back, and rest: %j',
    async (options) => {
      const { normalize } = await createNormalizer(options);
      const wrong = reports.filter((path) => {
        const source = readFileSync(path, 'utf8').replace(/^\uFEFF/, '');
        const document = normalize(buildSource(source));
        const twice = normalize(buildSource(document.text)).text;
        return replayBackwards(document) !== source || twice !== document.text;
      });
      expect(wrong).toEqual([]);
    },
    240_000,
  );
});
