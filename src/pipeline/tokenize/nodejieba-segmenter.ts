import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readPackageVersion } from './package-version.js';
import type { SegmenterLoader } from './segmenter.js';

/** nodejieba, the engine in C++. */
export const loadNodejieba: SegmenterLoader = async (words) => {
  let folder: string | null = null;
  try {
    const { default: nodejieba } = await import('nodejieba');
    // Only words from a file come with a frequency; those inserted later are rare words and lose against their parts.
    folder = mkdtempSync(join(tmpdir(), 'workmethod-'));
    const userDict = join(folder, 'words.utf8');
    writeFileSync(userDict, words.map(({ word, frequency, tag }) => `${word} ${frequency} ${tag}\n`).join(''));
    nodejieba.load({ userDict });
    return {
      name: 'nodejieba',
      version: readPackageVersion(createRequire(import.meta.url).resolve('nodejieba'), 'nodejieba'),
      // Without `true` what the dictionary lacks falls into single characters.
      cut: (text) => nodejieba.cut(text, true),
      tag: (text) => nodejieba.tag(text),
    };
  } catch {
    return null;
  } finally {
    if (folder !== null) rmSync(folder, { recursive: true, force: true });
  }
};
