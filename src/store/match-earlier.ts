import type { SourceDocument } from '../model/document.js';

/** A document of a file as the last run left it. */
export interface EarlierDocument {
  readonly id: number;
  readonly position: number;
  readonly name: string;
  readonly sha256: string;
  readonly encoding: string;
  readonly format: string;
}

/** The documents that a file held, each to be taken once. */
export interface EarlierDocuments {
  /** One with the same name and bytes, read in the same way. */
  takeSame(source: SourceDocument): EarlierDocument | null;
  /** One with the same name. */
  takeNamed(name: string): EarlierDocument | null;
  /** Those nobody took. */
  remaining(): EarlierDocument[];
}

/** Names may stand for several: records of a JSON lines file need not differ in their ids. */
export function matchEarlier(documents: readonly EarlierDocument[]): EarlierDocuments {
  const byName = new Map<string, EarlierDocument[]>();
  for (const document of documents) {
    const list = byName.get(document.name);
    if (list === undefined) byName.set(document.name, [document]);
    else list.push(document);
  }
  const take = (name: string, fits: (document: EarlierDocument) => boolean) => {
    const list = byName.get(name) ?? [];
    const at = list.findIndex(fits);
    return at < 0 ? null : list.splice(at, 1)[0]!;
  };
  return {
    takeSame: ({ id, sha256, encoding, format }) =>
      take(
        id,
        (document) => document.sha256 === sha256 && document.encoding === encoding && document.format === format,
      ),
    takeNamed: (name) => take(name, () => true),
    remaining: () => [...byName.values()].flat(),
  };
}
