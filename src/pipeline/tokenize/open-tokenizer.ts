import { UsageError } from '../../errors.js';
import type { SegmenterName } from '../../model/segmentation.js';
import { createTokenizer, type Tokenizer } from './create-tokenizer.js';
import { openSegmenter } from './open-segmenter.js';
import { parseWordList } from './word-list.js';

export interface TokenizerRequest {
  /** The engine; the first that is installed if not told. */
  readonly segmenter?: SegmenterName | null;
  readonly withPartOfSpeech?: boolean;
  /** The user's own words as they stand in a file: `word [frequency] [tag]`, a line each; and what results call the file. */
  readonly dictionary?: { readonly name: string; readonly text: string } | null;
}

/** Loads what cuts words, once for a run. @throws UsageError where the engine or the dictionary cannot be used */
export async function openTokenizer(request: TokenizerRequest = {}): Promise<Tokenizer> {
  const { segmenter = null, withPartOfSpeech = false, dictionary = null } = request;
  const words = dictionary === null ? null : parseWordList(dictionary.text);
  if (words !== null && 'problem' in words) {
    throw new UsageError(`${dictionary!.name}:${words.line}: ${words.problem}`);
  }
  return createTokenizer(await openSegmenter(segmenter), {
    withPartOfSpeech,
    dictionary: words === null ? null : { name: dictionary!.name, words },
  });
}
