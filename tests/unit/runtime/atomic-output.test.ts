import { chmodSync, lstatSync, readdirSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import { PassThrough, Writable } from 'node:stream';
import { describe, expect, test } from 'vitest';
import { UsageError } from '../../../src/errors.js';
import { isClosedPipe, openAtomicOutput, streamOutput } from '../../../src/runtime/atomic-output.js';
import { createFolder } from '../../support/temporary-folder.js';

describe('openAtomicOutput', () => {
  test('the file appears when all is written', async () => {
    const folder = createFolder({ 'out.txt': 'old' });
    const output = openAtomicOutput(`${folder}/out.txt`);
    await output.write('新');
    expect(readFileSync(`${folder}/out.txt`, 'utf8')).toBe('old');
    await output.commit();
    output.discard();
    expect(readdirSync(folder)).toEqual(['out.txt']);
    expect(readFileSync(`${folder}/out.txt`, 'utf8')).toBe('新');
  });

  test('nothing is left behind by an end in between', async () => {
    const folder = createFolder({ 'out.txt': 'old' });
    const output = openAtomicOutput(`${folder}/out.txt`);
    await output.write('half');
    output.discard();
    expect(readdirSync(folder)).toEqual(['out.txt']);
    expect(readFileSync(`${folder}/out.txt`, 'utf8')).toBe('old');
  });

  test('a link stays a link, and permissions stay', async () => {
    const folder = createFolder({ 'real.txt': 'old' });
    chmodSync(`${folder}/real.txt`, 0o640);
    symlinkSync('real.txt', `${folder}/out.txt`);
    const output = openAtomicOutput(`${folder}/out.txt`);
    await output.write('new');
    await output.commit();
    expect(lstatSync(`${folder}/out.txt`).isSymbolicLink()).toBe(true);
    expect(readFileSync(`${folder}/real.txt`, 'utf8')).toBe('new');
    expect(statSync(`${folder}/real.txt`).mode & 0o777).toBe(0o640);
  });

  test('says why a file cannot be written', () => {
    const folder = createFolder();
    expect(() => openAtomicOutput(folder)).toThrow(UsageError);
    expect(() => openAtomicOutput(`${folder}/no/out.txt`)).toThrow(/create it first/);
  });

  test('a device is written directly', async () => {
    const output = openAtomicOutput('/dev/null');
    await output.write('x');
    await output.commit();
    expect(statSync('/dev/null').isFile()).toBe(false);
  });
});

describe('streamOutput', () => {
  test('waits for a slow receiver', async () => {
    const slow = new PassThrough({ highWaterMark: 4 });
    const output = streamOutput(slow);
    let written = 0;
    const writing = (async () => {
      for (; written < 10; written += 1) await output.write('12345678');
    })();
    await new Promise((resume) => setTimeout(resume, 20));
    expect(written).toBeLessThan(4);
    slow.resume();
    await writing;
    expect(written).toBe(10);
  });

  test('a receiver that went away is told from other errors', async () => {
    const closed = new Writable({
      write: (_chunk, _encoding, done) => done(Object.assign(new Error('gone'), { code: 'EPIPE' })),
    });
    const output = streamOutput(closed);
    const error = await output.write('x').catch((reason: unknown) => reason);
    expect(isClosedPipe(error)).toBe(true);
    expect(isClosedPipe(Object.assign(new Error('full'), { code: 'ENOSPC' }))).toBe(false);
    await expect(output.write('y')).rejects.toThrow('gone');
  });
});
