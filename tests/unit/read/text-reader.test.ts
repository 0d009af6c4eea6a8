import { describe, expect, test } from 'vitest';
import { collectBytes } from '../../../src/pipeline/read/text-reader.js';

async function* chunks() {
  yield Buffer.from('12345');
  yield Buffer.from('67890');
}

describe('collectBytes', () => {
  const input = { path: 'a.txt', format: 'txt', head: new Uint8Array(), size: null, open: chunks };

  test('joins all chunks', async () => {
    expect(Buffer.from(await collectBytes(input)).toString()).toBe('1234567890');
  });

  test('stops at the limit, whether the size is known or not', async () => {
    await expect(collectBytes(input, 9)).rejects.toMatchObject({ code: 'too-large', path: 'a.txt' });
    const neverOpened = {
      ...input,
      size: 10,
      open: () => {
        throw new Error('opened');
      },
    };
    await expect(collectBytes(neverOpened, 9)).rejects.toMatchObject({ code: 'too-large' });
  });
});
