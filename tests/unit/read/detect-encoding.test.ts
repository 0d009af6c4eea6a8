import { describe, expect, test } from 'vitest';
import { detectEncoding } from '../../../src/pipeline/read/detect-encoding.js';
import { encodeText } from '../../support/encode-text.js';
import { SIMPLIFIED_REPORT, TRADITIONAL_REPORT } from '../../support/sample-texts.js';

const CASES = [
  ['utf-8', SIMPLIFIED_REPORT],
  ['utf-8', TRADITIONAL_REPORT],
  ['gb18030', SIMPLIFIED_REPORT],
  ['gb18030', TRADITIONAL_REPORT],
  ['big5', TRADITIONAL_REPORT],
  ['utf-16le', SIMPLIFIED_REPORT],
  ['utf-16le', TRADITIONAL_REPORT],
  ['utf-16be', SIMPLIFIED_REPORT],
  ['utf-16be', TRADITIONAL_REPORT],
] as const;

describe('detectEncoding', () => {
  test.each(CASES)('tells %s from every 40 and every 200 bytes of a report', (encoding, report) => {
    for (const size of [40, 200]) {
      const characters = [...report];
      for (let start = 0; start < characters.length - size / 2; start += 7) {
        // Cut anywhere: the last character may be half.
        const bytes = encodeText(characters.slice(start, start + size).join(''), encoding).subarray(0, size - 1);
        expect(detectEncoding(bytes), characters.slice(start, start + 20).join('')).toBe(encoding);
      }
    }
  });

  test.each([
    ['utf-8', [0xef, 0xbb, 0xbf]],
    ['gb18030', [0x84, 0x31, 0x95, 0x33]],
    ['utf-16le', [0xff, 0xfe]],
    ['utf-16be', [0xfe, 0xff]],
  ] as const)('believes the byte order mark of %s', (encoding, mark) => {
    expect(detectEncoding(Uint8Array.of(...mark, ...encodeText('abc', encoding)))).toBe(encoding);
  });

  test('takes Big5 although every byte of it is valid GB18030', () => {
    const bytes = encodeText('問題清、責任清', 'big5');
    expect(() => new TextDecoder('gb18030', { fatal: true }).decode(bytes)).not.toThrow();
    expect(detectEncoding(bytes)).toBe('big5');
  });

  test('looks where the Chinese begins, however far in', () => {
    const bytes = Buffer.concat([
      Buffer.from('plain words\n'.repeat(20_000)),
      encodeText(SIMPLIFIED_REPORT, 'gb18030'),
    ]);
    expect(detectEncoding(bytes)).toBe('gb18030');
  });

  test('keeps UTF-8 with a few broken bytes', () => {
    const bytes = Buffer.from(SIMPLIFIED_REPORT);
    bytes[100] = 0xff;
    bytes[200] = 0x80;
    expect(detectEncoding(bytes)).toBe('utf-8');
  });

  test('keeps text with a NUL in it', () => {
    expect(detectEncoding(Buffer.from(`${SIMPLIFIED_REPORT}\0`))).toBe('utf-8');
    expect(detectEncoding(Buffer.from('twenty plain words\0 and more'))).toBe('utf-8');
  });

  test('plain ASCII is UTF-8', () => {
    expect(detectEncoding(Buffer.from('12345\n'))).toBe('utf-8');
    expect(detectEncoding(encodeText('12345\n', 'utf-16le'))).toBe('utf-16le');
  });

  test.each([
    [
      'a picture',
      Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d, 0x49, 0x48, 0x44, 0x52, 0, 0, 1, 0),
    ],
    ['zeros', new Uint8Array(4096)],
    ['all bytes', Uint8Array.from({ length: 4096 }, (_, i) => (i * 167 + (i >> 3) * 31) % 256)],
    [
      'an archive',
      Uint8Array.of(0x50, 0x4b, 3, 4, 0x14, 0, 8, 0, 8, 0, 0x21, 0xfd, 0x9c, 0x8e, 0xd1, 0, 1, 2, 0xff, 0xfe, 0x93),
    ],
  ])('calls %s binary', (_, bytes) => {
    expect(detectEncoding(bytes)).toBeNull();
  });
});
