import { describe, expect, test } from 'vitest';
import { findShiftedBytes } from '../../src/pipeline/normalize/find-shifted-bytes.js';
import { gbkBytes } from '../../src/pipeline/normalize/gbk-bytes.js';

/** The text as a program shows it that lost the first byte of GBK. */
function losingFirstByte(text: string): string {
  const bytes = [...text].flatMap((character) => {
    const pair = gbkBytes(character.charCodeAt(0));
    return pair === 0 ? [character.charCodeAt(0)] : [pair >> 8, pair & 0xff];
  });
  return new TextDecoder('gbk').decode(Uint8Array.from(bytes.slice(1)));
}

const readings = (text: string) => findShiftedBytes(text).map(({ reading }) => reading);

describe('a lost byte', () => {
  test.each(['。《人民鐵', '。“广大职工和識', '。”大家都認識這個問題', '。《工作条例和制度》的要求，认真進'])(
    'in front of %s',
    (text) => {
      const garbled = losingFirstByte(text);
      const [found] = findShiftedBytes(`前文${garbled}后文`);
      // It ends where a byte of ASCII ends the row; the text behind is in order again.
      expect(found?.reading).not.toBeNull();
      expect(text.startsWith(found!.reading!)).toBe(true);
      expect(`前文${garbled}`.slice(found!.span.start, found!.span.end).length).toBeGreaterThan(3);
    },
  );

  test('leaves ！, a blank or 。 behind', () => {
    for (const remains of ['!', '！', '　', '。'])
      expect(readings(`前文${remains}度嗣耔F后文`)).toEqual(['。《人民鐵']);
    expect(readings('前文，度嗣耔F后文')).toEqual([]);
  });

  test('and the last byte lost as well: told, with no reading', () => {
    expect(readings('都说！比褐诙晕颐堑墓ぷ鞫己苈\ufffd意')).toEqual([null]);
    expect(readings('都说！比褐诙晕颐堑墓ぷ鞫己苈\n')).toEqual([null]);
  });
});

describe('is not seen', () => {
  test.each([
    ['where all that stands there is everyday words', '大家!昂吐示C位', '。“和率綜'],
    ['where what the bytes give holds rare characters', losingFirstByte('。“和耔綜'), '。“和耔綜'],
    ['where what the bytes give is seldom written', losingFirstByte('。“柠橙佬進'), '。“柠橙佬進'],
    ['where no mark would stand behind the full stop', losingFirstByte('。～的嗣進'), '。～的嗣進'],
  ])('%s', (_, text, reading) => {
    // What the bytes give is as the case says: only the judgement keeps it from being taken.
    expect(losingFirstByte(reading).slice(1)).toBe(text.slice(text.search(/[!！]/) + 1).slice(0, reading.length - 1));
    expect(findShiftedBytes(text)).toEqual([]);
  });

  test.each(['欢迎!度假村App上线', '快来!博客用户Alice', '通过！\n下一项', '好！耔种发芽了。', '!', '度嗣耔F'])(
    'in %s',
    (text) => {
      expect(findShiftedBytes(text)).toEqual([]);
    },
  );
});

test('a million of them take no more than a moment', () => {
  const begin = performance.now();
  expect(findShiftedBytes('!度嗣耔F'.repeat(200_000))).toHaveLength(200_000);
  expect(findShiftedBytes(`!${'嗣'.repeat(1_000_000)}F`)).toEqual([]);
  expect(performance.now() - begin).toBeLessThan(10_000);
});
