import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { convertCharacters } from '../../src/pipeline/normalize/convert-characters.js';
import { listChanges } from '../../src/pipeline/normalize/list-changes.js';
import { listSpellings } from '../../src/pipeline/normalize/list-spellings.js';
import { normalizeDocument } from '../../src/pipeline/normalize/normalize-document.js';
import {
  forEachEntry,
  traditionalCharacters,
  traditionalPhrases,
} from '../../src/pipeline/normalize/opencc-package.js';
import { isRemovable } from '../../src/pipeline/normalize/removable-characters.js';
import { createPlainScanner } from '../../src/search/scanner.js';
import { createSimdScanner } from '../../src/search/simd-scanner.js';
import { createStoreSearchSource } from '../../src/store/store-search-source.js';
import { storeCorpus } from '../support/read-corpus.js';
import {
  createNaiveSearch,
  listFound,
  mixCorpus,
  readOwnReports,
  readSources,
  searchFolder,
} from '../support/search-corpus.js';
import { createFolder } from '../support/temporary-folder.js';

const mixed = mixCorpus(readOwnReports(40), 20_261_121);

describe('search finds what a naive search of the normalized texts finds', () => {
  test('for 500 stretches of the texts, in the script and with the noise they have there, in the files and in a corpus database', async () => {
    const folder = createFolder(Object.fromEntries(mixed));
    const paths = [...mixed.keys()].map((name) => `${folder}/${name}`).sort();
    const sources = await readSources(paths);
    const searchNaively = createNaiveSearch(sources);
    const store = await storeCorpus(paths, join(createFolder({}), 'corpus.db'));
    const stored = createStoreSearchSource(store);
    const stretch = fc
      .tuple(fc.nat(), fc.nat(), fc.integer({ min: 1, max: 8 }))
      .map(([which, at, length]) => {
        const characters = [...sources[which % sources.length]!.text];
        const start = at % characters.length;
        return characters.slice(start, start + length).join('');
      })
      .filter((phrase) => phrase.trim() !== '' && !/[\n\r]/.test(phrase));
    await fc.assert(
      fc.asyncProperty(stretch, async (phrase) => {
        const expected = await searchNaively(phrase);
        expect(await searchFolder(paths, [phrase])).toEqual(expected);
        expect(await listFound(stored, [phrase])).toEqual(expected);
      }),
      { numRuns: 500 },
    );
    store.close();
  }, 120_000);

  test('for texts made of what noise, brackets, letters and variants are made of', async () => {
    const unit = fc.constantFrom(
      ...'信訪访发發髮乾隆里Ａa1１ (（)）\n\r\u3000:？，。着著坏𠮶',
      'xin',
      '(fǎng)',
      '（fa）',
      '\u200b',
      '。\n',
      '  ',
    );
    const text = fc.array(unit, { minLength: 1, maxLength: 40 }).map((parts) => parts.join(''));
    await fc.assert(
      fc.asyncProperty(
        fc.array(text, { minLength: 1, maxLength: 4 }),
        fc.nat(),
        fc.integer({ min: 1, max: 5 }),
        async (texts, at, length) => {
          const all = [...texts.join('')];
          const start = at % all.length;
          const phrase = all.slice(start, start + length).join('');
          fc.pre(phrase.trim() !== '' && texts.every((each) => each.trim() !== ''));
          const folder = createFolder(Object.fromEntries(texts.map((each, i) => [`${i}.txt`, Buffer.from(each)])));
          const paths = texts.map((_, i) => `${folder}/${i}.txt`);
          const searchNaively = createNaiveSearch(await readSources(paths));
          expect(await searchFolder(paths, [phrase])).toEqual(await searchNaively(phrase));
        },
      ),
      { numRuns: 500 },
    );
  }, 120_000);
});

describe('what the bytes are searched by', () => {
  test('every character that OpenCC simplifies, by itself or in a word, is a spelling of the outcome', () => {
    const lacking: string[] = [];
    const check = (from: string, to: string) => {
      const outcomes = [...to];
      for (const [i, character] of [...from].entries()) {
        if (!listSpellings(outcomes[i]!).some((spelling) => spelling.character === character))
          lacking.push(`${from} ${to}`);
      }
    };
    forEachEntry(traditionalCharacters, check);
    forEachEntry(traditionalPhrases, check);
    expect(lacking).toEqual([]);
  });

  test('a certain spelling becomes the character beside whatever neighbours', () => {
    const characters = new Set<string>();
    forEachEntry(traditionalPhrases, (from, to) => {
      for (const character of from + to) characters.add(character);
    });
    const words: string[] = [];
    forEachEntry(traditionalPhrases, (from) => words.push(from));
    const wrong: string[] = [];
    for (const character of characters) {
      for (const { character: spelling, certain } of listSpellings(character)) {
        if (!certain) continue;
        for (const word of words) {
          const at = word.indexOf(spelling);
          if (at < 0) continue;
          const outcome = [...convertCharacters(`說${word}`).text][[...word.slice(0, at)].length + 1];
          if (outcome !== character) wrong.push(`${word}: ${spelling} → ${outcome}, not ${character}`);
        }
      }
    }
    expect(wrong).toEqual([]);
  });

  test('nothing is ever taken out but what may be', () => {
    const unit = fc.constantFrom(
      ...'信訪 \n\r\t　()（）:?？\uFFFDaǎZＡ1。，“”-—·、',
      'xin',
      '(fǎng)',
      '\u200b',
      '\n\n',
      '  ',
    );
    fc.assert(
      fc.property(
        fc.array(unit, { maxLength: 60 }).map((parts) => parts.join('')),
        (text) => {
          const source = { id: 'a', path: null, text, format: 'txt', encoding: 'utf-8', sha256: '', diagnostics: [] };
          for (const { before, after } of listChanges(normalizeDocument(source))) {
            if (after === '')
              for (let i = 0; i < before.length; i++) expect(isRemovable(before.charCodeAt(i))).toBe(true);
          }
        },
      ),
      { numRuns: 2000 },
    );
  });

  test('vectors find what a plain loop finds', () => {
    const byte = fc.constantFrom(0xe8, 0xae, 0xbf, 0x28, 0x0a, 0x00, 0x1b, 0x41);
    const pairs = [
      { first: 0xae, second: 0xbf },
      { first: 0x41, second: null },
      { first: 0xe8, second: 0xae },
    ];
    const simd = createSimdScanner(pairs, 512)!;
    const plain = createPlainScanner(pairs, 512);
    fc.assert(
      fc.property(
        fc.uint8Array({ max: 255, maxLength: 3 }),
        fc.array(byte, { maxLength: 400 }),
        fc.nat(40),
        (head, tail, from) => {
          const text = Uint8Array.from([...head, ...tail]);
          for (const { bytes } of [simd, plain]) bytes.fill(0x2e).set(text);
          const start = Math.min(from, text.length);
          const found = [simd, plain].map((scanner) => {
            const count = scanner.scan(start, text.length);
            return { at: [...scanner.positions.subarray(0, count)], control: scanner.sawControl };
          });
          expect(found[0]!.at).toEqual(found[1]!.at);
          // Vectors look a little beyond the end, where a control would only cost time.
          if (found[1]!.control) expect(found[0]!.control).toBe(true);
        },
      ),
      { numRuns: 2000 },
    );
  });
});
