import type { ReadFailure } from '../model/document.js';
import type { FoundInput } from '../pipeline/read/find-inputs.js';
import type { ReadOptions } from '../pipeline/read/format-reader.js';
import type { NamedHit } from '../render/hit-record.js';
import { loadSearchWriter, type SearchLook } from '../render/search-writer.js';
import type { CompiledQuery } from './compile-query.js';
import { FileSearcher } from './file-searcher.js';
import type { ScanPlan } from './scan-plan.js';
import { type SearchLimits, searchGroups } from './search-documents.js';
import type { SearchSource } from './search-source.js';

/** What is to be done with documents. Plain data, so that it can be handed to another thread. */
export interface SearchJob {
  readonly compiled: CompiledQuery;
  readonly plan: ScanPlan;
  readonly read: ReadOptions;
  readonly limits: SearchLimits;
  /** How hits are written; where they are gathered first, how much of the text stands on either side. */
  readonly look: SearchLook | { readonly kind: 'gather'; readonly columns: number };
}

/** A part of the results, in the order of the documents. */
export interface SearchPart {
  /** In UTF-8. */
  readonly output: Uint8Array<ArrayBuffer>;
  readonly gathered: readonly NamedHit[];
  readonly failures: readonly ReadFailure[];
  readonly documents: number;
  readonly hits: number;
  /** The document that was searched last. */
  readonly last: string;
}

/** So much text is handed over at once. */
const PART = 1_000_000;
const MOST_GATHERED = 10_000;

/** What searches one list of inputs after the other for the same job. */
export type SearchInputs = (inputs: Iterable<FoundInput>) => AsyncGenerator<SearchPart>;

export function createSearchInputs(job: SearchJob, standardInput?: AsyncIterable<Uint8Array>): SearchInputs {
  const searcher = new FileSearcher(job.plan, job.read, standardInput);
  return (inputs) => searchSource(searcher.source(inputs), job);
}

/** Searches and writes. Parts come as they are full, so that no more is held than that. */
export async function* searchSource(source: SearchSource, job: SearchJob): AsyncGenerator<SearchPart> {
  const { look } = job;
  const write = look.kind === 'gather' ? null : await loadSearchWriter(look);
  const { listHits } = look.kind === 'gather' ? await import('../render/hit-record.js') : { listHits: null };
  let part = emptyPart();
  for await (const group of searchGroups(source, job.compiled, job.limits)) {
    for (const found of group) {
      if ('code' in found) {
        part.failures.push(found);
        continue;
      }
      part.documents += 1;
      part.hits += found.hits.length;
      part.last = found.name;
      for (const piece of write?.(found) ?? []) {
        part.pieces.push(piece);
        part.size += piece.length;
        if (part.size < PART) continue;
        yield finish(part);
        part = emptyPart();
      }
      if (look.kind !== 'gather') continue;
      for (const hit of listHits!(found, look.columns)) {
        part.gathered.push(hit);
        if (part.gathered.length < MOST_GATHERED) continue;
        yield finish(part);
        part = emptyPart();
      }
    }
  }
  yield finish(part);
}

interface GrowingPart extends Omit<SearchPart, 'output'> {
  readonly pieces: (string | Uint8Array)[];
  size: number;
  readonly gathered: NamedHit[];
  readonly failures: ReadFailure[];
  documents: number;
  hits: number;
  last: string;
}

function emptyPart(): GrowingPart {
  return { pieces: [], size: 0, gathered: [], failures: [], documents: 0, hits: 0, last: '' };
}

/** With its pieces in memory of their own, which can be handed over. */
function finish({ pieces, size, ...part }: GrowingPart): SearchPart {
  const bytes = pieces.map((piece) => (typeof piece === 'string' ? Buffer.from(piece) : piece));
  const output = Buffer.allocUnsafeSlow(bytes.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of bytes) {
    output.set(piece, at);
    at += piece.length;
  }
  return { ...part, output };
}
