import fc from 'fast-check';
import entries from 'opencc-js/dict/TSPhrases';
import { describe, expect, test } from 'vitest';
import type { NormalizedDocument } from '../../src/model/document.js';
import {
  addEdit,
  applyDeletions,
  composeEdits,
  createEditList,
  type Edits,
  WHITESPACE,
} from '../../src/pipeline/normalize/edits.js';
import { listChanges } from '../../src/pipeline/normalize/list-changes.js';
import { normalizeDocument } from '../../src/pipeline/normalize/normalize-document.js';

function normalize(text: string): NormalizedDocument {
  return normalizeDocument({ id: 'a', path: null, text, format: 'md', encoding: 'utf-8', sha256: '', diagnostics: [] });
}

const characters = fc.constantFrom(
  ...'的工作群众推行一二三六治乾隆縣機關後著徵坏打氾陞麽㜢𡞱𠮷車ａＺ９％＋3x'.match(/./gu)!,
  ...['乾縣', '不可貲計', '幺麼', '一坏', '想像', '计画', '土壞', '一壞', '\ud840', '\udc00', '😀', '\u030c', '⿰'],
);
const blanks = fc.constantFrom(' ', ' ', '  ', '　', '\t', '\u200b', '\u00a0', '\r\n', '\n', '\n\n', '\n　　');
const signs = fc.constantFrom(
  ...['，', '。', '、', ',', ':', '；', '……', '“', '”', '（', '）', '(', ')', '|', '#', '- '],
);
const noise = fc.constantFrom('(dǎo)', '(yi) ', ' (ti)', '（lǚ）', '(a)', '(App)', '(', 'ǎo', ')');
const marks = fc.constantFrom('一、', '(二)', '3.', '二是', '第一条 ', '\n一、', '\n2.', '\n```\n');
const pieces = fc.oneof({ weight: 5, arbitrary: characters }, blanks, signs, noise, { weight: 1, arbitrary: marks });
/** Long stretches of running text, so that lines come to be long enough to be joined. */
const stretches = fc.constantFrom(
  '我们坚持把各项工作任务落到实处,让群众得到看得见的实惠和便利,办好每一件小事',
  '這些年來全鎮幹部堅持走訪群眾解決問題,辦好了一件又一件實事好事和難事',
  '各科室分工负责合力推进二十个字整',
  '基层反映良好。',
);
const mixed = fc.array(pieces, { maxLength: 60, size: 'max' }).map((parts) => parts.join(''));
/** Paragraphs wrapped at a margin, or broken once in a while, now and then with a mark, a blank or noise in them. */
const wrapped = fc
  .tuple(
    fc.constantFrom(20, 22, 24, 28, 33, 41, 45, 60),
    fc.array(fc.oneof({ weight: 6, arbitrary: stretches }, { weight: 1, arbitrary: pieces }), {
      minLength: 4,
      maxLength: 40,
      size: 'max',
    }),
    fc.integer({ min: 2, max: 9 }),
  )
  .map(([width, parts, every]) => {
    const paragraphs = parts.map((part, i) => (i % every === every - 1 ? `${part}\n` : part)).join('');
    return paragraphs.replace(new RegExp(`[^\\n]{${width}}`, 'gu'), '$&\n');
  });
const texts = fc.oneof(mixed, wrapped, fc.string({ unit: 'binary', maxLength: 200 }));
const RUNS = { numRuns: 3000 };

test('normalizing twice changes nothing more', () => {
  fc.assert(
    fc.property(texts, (text) => {
      const once = normalize(text).text;
      expect(normalize(once).text).toBe(once);
    }),
    RUNS,
  );
});

test('the changes, put back from the last to the first, give the source', () => {
  fc.assert(
    fc.property(texts, (text) => {
      const document = normalize(text);
      const changes = listChanges(document);
      const counts: Record<string, number> = {};
      // A change stands in the normalized text as far from the end as in the source, once those behind it are put back.
      let restored = document.text;
      for (const { rule, span, before, after } of changes.toReversed()) {
        const end = restored.length - (text.length - span.end);
        expect(restored.slice(end - after.length, end)).toBe(after);
        restored = restored.slice(0, end - after.length) + before + restored.slice(end);
        expect(before).not.toBe(after);
        expect(text.slice(span.start, span.end)).toBe(before);
        counts[rule] = (counts[rule] ?? 0) + 1;
      }
      expect(restored).toBe(text);
      expect(document.changeCounts).toEqual(counts);
    }),
    RUNS,
  );
});

test('texts made of the words of the dictionary and their halves rest after one normalization', () => {
  const words = entries.split(/[ |]/);
  const parts = fc
    .tuple(fc.constantFrom(...words), fc.nat(3), fc.nat(3))
    .map(([word, from, cut]) => word.slice(from % word.length, word.length - (cut % 2)));
  fc.assert(
    fc.property(fc.array(parts, { maxLength: 12 }), fc.constantFrom('', '这们个为对开'), (list, prefix) => {
      const once = normalize(prefix + list.join('')).text;
      expect(normalize(once).text).toBe(once);
    }),
    RUNS,
  );
});

test('composed edits do what the rounds do one after the other', () => {
  const deletions = (text: string, seeds: readonly number[]): Edits => {
    const edits = createEditList();
    let from = 0;
    for (const seed of seeds) {
      const start = from + (seed % 5);
      const end = Math.min(text.length, start + 1 + ((seed >> 3) % 4));
      addEdit(edits, start, end, WHITESPACE);
      from = Math.max(from, end);
    }
    return edits;
  };
  const seeds = fc.array(fc.nat(255), { maxLength: 8 });
  fc.assert(
    fc.property(fc.string({ maxLength: 40 }), seeds, seeds, (text, a, b) => {
      const first = deletions(text, a);
      const middle = applyDeletions(text, first);
      const second = deletions(middle, b);
      expect(applyDeletions(text, composeEdits(first, second))).toBe(applyDeletions(middle, second));
    }),
    RUNS,
  );
});

describe('offsets', () => {
  test('rise with the characters, stay in the source and lead to what the character came from', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const { text: normalized, offsets } = normalize(text);
        let last = 0;
        for (let at = 0; at < normalized.length; ) {
          const end = at + String.fromCodePoint(normalized.codePointAt(at)!).length;
          const span = offsets.toSource({ start: at, end });
          expect(span.start).toBeGreaterThanOrEqual(last);
          expect(span.end).toBeGreaterThan(span.start);
          expect(span.end).toBeLessThanOrEqual(text.length);
          const character = text.slice(span.start, span.end);
          const same = character === normalized.slice(at, end);
          if (!same)
            expect(listChanges(normalize(text)).some((c) => c.span.start < span.end && c.span.end > span.start)).toBe(
              true,
            );
          last = span.end;
          at = end;
        }
      }),
      { numRuns: 1000 },
    );
  });

  test('a span begins at its first character and ends with its last', () => {
    fc.assert(
      fc.property(texts, fc.nat(), fc.nat(), (text, a, b) => {
        const { text: normalized, offsets } = normalize(text);
        fc.pre(normalized.length > 0);
        const [start, end] = [a % (normalized.length + 1), b % (normalized.length + 1)].sort((x, y) => x - y) as [
          number,
          number,
        ];
        const span = offsets.toSource({ start, end });
        expect(span.start).toBeLessThanOrEqual(span.end);
        if (start === end) expect(span.end).toBe(span.start);
        else {
          expect(span.start).toBe(offsets.toSource({ start, end: start + 1 }).start);
          expect(span.end).toBe(offsets.toSource({ start: end - 1, end }).end);
        }
      }),
      RUNS,
    );
  });

  test('the source of a span holds the same characters, in order, once converted and cleaned', () => {
    // Characters that keep their form and their length, with noise, blanks and breaks between them.
    const plain = fc
      .array(fc.constantFrom('甲', '乙', '丙', '丁', '(dǎo)', ' ', '\u200b', '，', '。', '\n'), { maxLength: 60 })
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(plain, fc.nat(), fc.nat(), (text, a, b) => {
        const { text: normalized, offsets } = normalize(text);
        const [start, end] = [a % (normalized.length + 1), b % (normalized.length + 1)].sort((x, y) => x - y) as [
          number,
          number,
        ];
        const span = offsets.toSource({ start, end });
        const bare = (words: string) => words.replace(/\(dǎo\)|[ \u200b\n]/g, '');
        expect(bare(text.slice(span.start, span.end))).toBe(bare(normalized.slice(start, end)));
      }),
      RUNS,
    );
  });
});

describe('hostile text', () => {
  const million = 1_000_000;
  test.each([
    ['opening brackets', '('.repeat(million)],
    ['full-width brackets after a character', '好（'.repeat(million / 2)],
    ['unfinished pinyin', '好(zhuang'.repeat(million / 10)],
    ['noise upon noise', `好${'(hǎo)'.repeat(million / 5)}`],
    ['blanks', ' '.repeat(million)],
    ['blanks before brackets', `好${' ('.repeat(million / 2)}`],
    ['spaced-out characters', '好 '.repeat(million / 2)],
    ['newlines', '\n'.repeat(million)],
    ['ideographic description characters', `縣${'⿰'.repeat(million)}`],
    ['beginnings of words', '乾縣乾'.repeat(million / 3)],
    ['wrapped lines', `${'办好民生实事,'.repeat(5)}\n`.repeat(million / 40)],
    ['lines that each grow longer', Array.from({ length: 1400 }, (_, i) => '民'.repeat(i)).join('\n')],
    ['lone surrogates', '\ud840\udc00\udc00\ud840縣'.repeat(million / 5)],
  ])('%s, a million of them, take no more than a moment', (_, text) => {
    const begin = performance.now();
    const document = normalize(text);
    document.offsets.toSource({ start: 0, end: document.text.length });
    expect(performance.now() - begin).toBeLessThan(20_000);
  });

  test('lone surrogates survive', () => {
    const text = '縣\ud840丁\udc00\ud83d';
    expect(normalize(text).text).toBe('县\ud840丁\udc00\ud83d');
  });
});
