import { createRequire } from 'node:module';
import { readPackageVersion } from './package-version.js';
import type { SegmenterLoader } from './segmenter.js';

/** jieba-wasm, the engine in WebAssembly, which runs wherever Node does. */
export const loadJiebaWasm: SegmenterLoader = async (words) => {
  try {
    const { add_word: addWord, cut, tag } = await import('jieba-wasm');
    for (const { word, frequency, tag: kind } of words) addWord(word, frequency, kind);
    return {
      name: 'jieba-wasm',
      version: readPackageVersion(createRequire(import.meta.url).resolve('jieba-wasm'), 'jieba-wasm'),
      cut: (text) => cut(text, true),
      tag: (text) => tag(text, true),
    };
  } catch {
    return null;
  }
};
