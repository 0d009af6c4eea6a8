import { describe, expect, test } from 'vitest';
import { UsageError } from '../../../src/errors.js';
import { decodeText, resolveEncoding } from '../../../src/pipeline/read/decode-text.js';
import { encodeText } from '../../support/encode-text.js';

describe('decodeText', () => {
  test.each(['utf-8', 'gb18030', 'big5', 'utf-16le', 'utf-16be'] as const)(
    'gives back what was encoded as %s',
    (encoding) => {
      const text = '工作一\r\n\t工作二 abc';
      expect(decodeText(encodeText(text, encoding), encoding, null)).toEqual({ text, diagnostics: [] });
    },
  );

  test.each(['utf-8', 'gb18030', 'big5', 'utf-16le', 'utf-16be'] as const)(
    'drops a last character cut in two in %s',
    (encoding) => {
      const { text, diagnostics } = decodeText(encodeText('工作法', encoding).slice(0, -1), encoding, 'a.txt');
      expect(text).toBe('工作');
      expect(diagnostics.map(({ code, path }) => [code, path])).toEqual([['truncated-character', 'a.txt']]);
    },
  );

  test('drops one byte order mark and no more', () => {
    expect(decodeText(Buffer.from('\uFEFFa'), 'utf-8', null).text).toBe('a');
    expect(decodeText(Buffer.from('\uFEFF\uFEFFa'), 'utf-8', null).text).toBe('\uFEFFa');
    expect(decodeText(Buffer.from('\uFEFFa', 'utf16le'), 'utf-16le', null).text).toBe('a');
    expect(decodeText(Uint8Array.of(0x84, 0x31, 0x95, 0x33, 0x61), 'gb18030', null).text).toBe('a');
  });

  test('knows the Hong Kong supplement of Big5', () => {
    // 呢啲 and a letter with a tone mark, by their places in the supplement.
    const bytes = Uint8Array.of(0xa9, 0x4f, 0x9d, 0xf8, 0x28, 0x88, 0x69, 0x29);
    expect(decodeText(bytes, 'big5', null)).toEqual({ text: '呢啲(ǎ)', diagnostics: [] });
    const cut = decodeText(Uint8Array.of(...bytes, 0xa9), 'big5', 'a.txt');
    expect(cut.text).toHaveLength(5);
    expect(cut.diagnostics.map(({ code }) => code)).toEqual(['truncated-character']);
  });

  test('says where bytes mean nothing', () => {
    const { text, diagnostics } = decodeText(Uint8Array.of(0x61, 0xff, 0x62, 0xe5, 0xb7), 'utf-8', null);
    expect(text).toBe('a\uFFFDb');
    expect(diagnostics.map(({ code, span }) => [code, span])).toEqual([
      ['undecodable-bytes', { start: 1, end: 2 }],
      ['truncated-character', null],
    ]);
  });
});

describe('resolveEncoding', () => {
  test.each([
    ['GBK', 'gb18030'],
    ['gb2312', 'gb18030'],
    ['UTF8', 'utf-8'],
    ['Big5', 'big5'],
    ['utf-16', 'utf-16le'],
  ])('knows %s', (label, name) => {
    expect(resolveEncoding(label)).toBe(name);
  });

  test('says what it knows when asked for another', () => {
    expect(() => resolveEncoding('klingon')).toThrow(UsageError);
    expect(() => resolveEncoding('klingon')).toThrow(/big5/);
  });
});
