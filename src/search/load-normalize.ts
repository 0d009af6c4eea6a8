import type { NormalizedDocument, SourceDocument } from '../model/document.js';

/** Normalizing, loaded when it is needed: most searches find all they want in the bytes of files. */
export interface Normalize {
  /** Must have been awaited once before `normalize` is called. */
  ready(): Promise<void>;
  normalize(source: SourceDocument): NormalizedDocument;
}

export function loadNormalize(): Normalize {
  let loaded: ((source: SourceDocument) => NormalizedDocument) | null = null;
  return {
    async ready() {
      loaded ??= (await import('../pipeline/normalize/normalize-document.js')).normalizeDocument;
    },
    normalize(source) {
      if (loaded === null) throw new Error('normalizing was not loaded');
      return loaded(source);
    },
  };
}
