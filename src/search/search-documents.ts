import { UsageError } from '../errors.js';
import type { ReadFailure, SourceDocument } from '../model/document.js';
import type { Span } from '../model/span.js';
import { nameDocument } from '../pipeline/read/format-reader.js';
import type { CompiledQuery } from './compile-query.js';
import { type FindPlaces, loadFindPlaces } from './find-places.js';
import type { ByteSpan } from './locate-phrases.js';
import type { MatchDocument } from './match-document.js';
import type { SearchCandidate, SearchSource } from './search-source.js';
import { TimeLimitError } from './time-limit-error.js';
import { createUtf8Text, type Utf8Text } from './utf8-text.js';

/** A document with hits. Valid until the next one is asked for. */
export interface FoundDocument {
  /** As results name it: the path, or the id of a JSON lines record. */
  readonly id: string;
  readonly path: string | null;
  /** For people: a record of a JSON lines file by its file and its id. */
  readonly name: string;
  readonly text: Utf8Text;
  /** Ascending, not overlapping, at least one. */
  readonly hits: readonly ByteSpan[];
}

export interface SearchLimits {
  /** At most so many hits of each document. */
  readonly hitsPerDocument: number;
}

export const NO_LIMITS: SearchLimits = { hitsPerDocument: Number.POSITIVE_INFINITY };

/**
 * The documents with hits, in the order of the source, failures in their place.
 * @throws UsageError where a regular expression tries without end
 */
export async function* searchDocuments(
  source: SearchSource,
  compiled: CompiledQuery,
  limits: SearchLimits = NO_LIMITS,
): AsyncGenerator<FoundDocument | ReadFailure> {
  for await (const group of searchGroups(source, compiled, limits)) yield* group;
}

/** The same, as many at a time as the source gives; valid until the next ones are asked for. */
export async function* searchGroups(
  source: SearchSource,
  compiled: CompiledQuery,
  { hitsPerDocument }: SearchLimits = NO_LIMITS,
): AsyncGenerator<readonly (FoundDocument | ReadFailure)[]> {
  let match: MatchDocument | null = null;
  const findPlaces = await loadFindPlaces(compiled.query.place);
  for await (const group of source.groups?.(compiled) ?? oneByOne(source.candidates(compiled))) {
    if (group.some((candidate) => 'source' in candidate && candidate.located === undefined))
      match ??= (await import('./match-document.js')).createMatchDocument(compiled);
    const results: (FoundDocument | ReadFailure)[] = [];
    for (const candidate of group) {
      const found = 'source' in candidate ? searchCandidate(candidate, match, findPlaces) : candidate;
      if ('code' in found) results.push(found);
      else if (found.hits.length > hitsPerDocument)
        results.push({ ...found, hits: found.hits.slice(0, hitsPerDocument) });
      else if (found.hits.length > 0) results.push(found);
    }
    if (results.length > 0) yield results;
  }
}

async function* oneByOne<T>(items: AsyncIterable<T>): AsyncGenerator<readonly T[]> {
  for await (const item of items) yield [item];
}

/** A mistake of the program in one document is a failure of this document; the rest goes on. */
function searchCandidate(
  candidate: SearchCandidate,
  match: MatchDocument | null,
  findPlaces: FindPlaces,
): FoundDocument | ReadFailure {
  try {
    const { source, document, located } = candidate;
    if (located !== undefined) {
      const { text, hits } = located;
      return { id: source.id, path: source.path, name: nameDocument(source), text, hits };
    }
    const spans = match!({ text: () => source.text, normalized: document }, () => findPlaces(candidate));
    return { ...describe(source), ...toUtf8(source.text, spans) };
  } catch (error) {
    const name = nameDocument(candidate.source);
    if (error instanceof TimeLimitError) {
      throw new UsageError(
        `the regular expression tried for ${error.seconds} s on ${name} and was stopped; repetitions inside of repetitions, as in (a+)+, have no end: write it without them, or name a phrase it must hold`,
      );
    }
    const reason = error instanceof Error ? error.message : String(error);
    const message = `workmethod made a mistake with this document (${reason}); please report it`;
    return { path: name, code: 'internal-error', message };
  }
}

function describe(source: SourceDocument): Pick<FoundDocument, 'id' | 'path' | 'name'> {
  return { id: source.id, path: source.path, name: nameDocument(source) };
}

/** The text in UTF-8, and spans of it by bytes. */
function toUtf8(text: string, spans: readonly Span[]): Pick<FoundDocument, 'text' | 'hits'> {
  const hits: ByteSpan[] = [];
  if (spans.length === 0) return { text: createUtf8Text(Buffer.alloc(0)), hits };
  let counted = 0;
  let bytes = 0;
  const advance = (offset: number) => {
    bytes += Buffer.byteLength(text.slice(counted, offset));
    counted = offset;
    return bytes;
  };
  for (const { start, end } of spans) hits.push({ start: advance(start), end: advance(end) });
  return { text: createUtf8Text(Buffer.from(text)), hits };
}
