import { describe, expect, test } from 'vitest';
import {
  BLANK,
  CLAUSE_END,
  CLOSE_BRACKET,
  CLOSE_QUOTE,
  COLON,
  closingOf,
  consistsOf,
  DASH,
  DIGIT,
  ENUMERATION_COMMA,
  flagsAt,
  flagsOf,
  HAN,
  hasFlag,
  LATIN,
  NEWLINE,
  NUMERAL,
  OPEN_BRACKET,
  OPEN_QUOTE,
  otherWidthOf,
  SEMICOLON,
  SENTENCE_END,
  skipBlanks,
  trimBlanksBefore,
} from '../../../src/language/characters.js';

describe('the kinds of characters', () => {
  test.each([
    ['Han', '中㐀龥鿿豈', HAN],
    ['Chinese numerals', '〇零一二三四五六七八九十百千两双廿卅壹贰叁肆伍陆柒捌玖拾', HAN | NUMERAL],
    ['what stands for a name left out', '○×＊', HAN],
    ['digits', '0123456789', DIGIT],
    ['letters', 'azAZ', LATIN],
    ['blanks', ' \t\u3000\u00a0\u200b\ufeff', BLANK],
    ['newlines', '\n\u2028\u2029', NEWLINE],
    ['ends of sentences', '。！？!?…', SENTENCE_END],
    ['commas', '，,', CLAUSE_END],
    ['semicolons', '；;', CLAUSE_END | SEMICOLON],
    ['colons', '：:', CLAUSE_END | COLON],
    ['the enumeration comma', '、', ENUMERATION_COMMA],
    ['opening quotes', '“「『‘《〈', OPEN_QUOTE],
    ['closing quotes', '”」』’》〉', CLOSE_QUOTE],
    ['opening brackets', '(（[［【〔{', OPEN_BRACKET],
    ['closing brackets', ')）]］】〕}', CLOSE_BRACKET],
    ['dashes', '—–-·•～', DASH],
    ['signs without a part', '"=#@', 0],
  ])('%s', (_kind, characters, flags) => {
    for (const character of characters)
      expect([character, flagsOf(character.charCodeAt(0))]).toEqual([character, flags]);
  });

  test('both halves of a character beyond the basic plane are Han', () => {
    expect(consistsOf('𠮷', HAN)).toBe(true);
  });

  test('outside the text is a newline, so that every scan ends', () => {
    expect([flagsAt('甲', -1), flagsAt('甲', 1), flagsAt('', 0)]).toEqual([NEWLINE, NEWLINE, NEWLINE]);
    expect(hasFlag('甲', 0, HAN | DIGIT)).toBe(true);
    expect(hasFlag('甲', 0, DIGIT)).toBe(false);
  });
});

test('a string consists of a kind only as a whole, an empty one of none', () => {
  expect(consistsOf('三四', NUMERAL)).toBe(true);
  expect(consistsOf('三个', NUMERAL)).toBe(false);
  expect(consistsOf('', HAN)).toBe(false);
});

describe('pairs of signs', () => {
  test.each(['“”', '「」', '『』', '‘’', '《》', '〈〉', '""', '()', '（）', '[]', '［］', '【】', '〔〕', '{}'])(
    '%s',
    (pair) => {
      expect(closingOf(pair.charCodeAt(0))).toBe(pair.charCodeAt(1));
    },
  );

  test('a closing sign and a letter open nothing', () => {
    expect([...'”)甲a\0'].map((sign) => closingOf(sign.charCodeAt(0)))).toEqual([0, 0, 0, 0, 0]);
  });

  test('only round brackets close in both widths', () => {
    const other = (sign: string) => String.fromCharCode(otherWidthOf(sign.charCodeAt(0)));
    expect([')', '）', ']', '”', '甲'].map(other)).toEqual(['）', ')', ']', '”', '甲']);
  });
});

describe('blanks', () => {
  test('are skipped up to a limit', () => {
    expect([skipBlanks('  甲', 0), skipBlanks('　\t', 0), skipBlanks('   ', 0, 2), skipBlanks(' \n甲', 0)]).toEqual([
      2, 2, 2, 1,
    ]);
  });

  test('and newlines are trimmed from an end, not past a start', () => {
    expect([trimBlanksBefore('甲 \n ', 4), trimBlanksBefore('   ', 3), trimBlanksBefore('   ', 3, 2)]).toEqual([
      1, 0, 2,
    ]);
  });
});
