import type { PlacedDocument } from '../../src/corpus/statistics/corpus-groups.js';
import type { ItemFilter } from '../../src/corpus/statistics/item-filter.js';
import type { SourceDocument } from '../../src/model/document.js';
import { createCharacterTokenizer, toCountableDocument } from '../../src/pipeline/run-pipeline.js';
import { buildSource } from './build-extraction.js';

/** Lists show everything. */
export const NO_FILTER: ItemFilter = { stopwords: null, takesTag: null };

type Known = Partial<SourceDocument> & { readonly year?: number | null };

/** A document whose tokens are its characters, as the program cuts them. */
export function ofCharacters(text: string, { year = null, ...known }: Known = {}): PlacedDocument {
  const source = { ...buildSource(text), ...known };
  return { document: toCountableDocument({ source }, { tokenizer: createCharacterTokenizer() }), year };
}

/** A document whose tokens are parted by blanks. `。` ends a sentence, `，` is a sign, `word/tag` carries a part of speech. */
export function ofTokens(text: string, known: Known = {}): PlacedDocument {
  const { document, year } = ofCharacters(text, known);
  const sentences = text.split('。').map((line, i) => {
    const pieces = line.split(' ').filter((piece) => piece !== '');
    const words = pieces.filter((piece) => piece !== '，');
    return {
      tokens: words.map((word) => word.split('/')[0]!),
      tags: text.includes('/') ? words.map((word) => word.split('/')[1] ?? '') : null,
      afterSign: pieces.flatMap((piece, k) => (piece === '，' ? [] : [k === 0 || pieces[k - 1] === '，'])),
      start: i,
    };
  });
  return { document: { ...document, text, sentences: () => sentences }, year };
}
