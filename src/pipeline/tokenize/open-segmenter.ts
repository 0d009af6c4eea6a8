import { UsageError } from '../../errors.js';
import { SEGMENTERS, type SegmenterName } from '../../model/segmentation.js';
import { loadDomainWords } from '../../resources/domain-words.js';
import type { Segmenter, SegmenterLoader } from './segmenter.js';

const LOADERS: Readonly<Record<SegmenterName, () => Promise<SegmenterLoader>>> = {
  nodejieba: async () => (await import('./nodejieba-segmenter.js')).loadNodejieba,
  'jieba-wasm': async () => (await import('./jieba-wasm-segmenter.js')).loadJiebaWasm,
};

/**
 * Loads the engine that cuts words, once for a run: the one asked for, else the first that is installed. It knows the words of
 * `data/lexicon/domain-words.tsv`.
 * @throws UsageError where it cannot be loaded
 */
export async function openSegmenter(asked: SegmenterName | null = null): Promise<Segmenter> {
  const words = loadDomainWords();
  for (const name of asked === null ? SEGMENTERS : [asked]) {
    const load = await LOADERS[name]();
    const segmenter = await load(words);
    if (segmenter !== null) return segmenter;
  }
  if (asked === null) throw new UsageError('no engine for words can be loaded; install the program again');
  const others = SEGMENTERS.filter((name) => name !== asked).join(' or ');
  throw new UsageError(`--segmenter ${asked}: it is not installed or cannot run here; try ${others}`);
}
