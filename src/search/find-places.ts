import type { Span } from '../model/span.js';
import type { SearchPlace } from './query.js';
import type { SearchCandidate } from './search-source.js';

/** The stretches of a document's source text in which hits may lie. */
export type FindPlaces = (candidate: SearchCandidate) => readonly Span[];

/** What finds headings, frameworks or members; loaded only where they are asked for. */
export async function loadFindPlaces(place: SearchPlace): Promise<FindPlaces> {
  if (place === 'text') return () => [];
  const { extractDocument, findHeadings } = await import('../pipeline/run-pipeline.js');
  return (candidate) => {
    const { offsets } = candidate.document();
    const spans = () => {
      if (place === 'heading') return findHeadings(candidate.document());
      const { frameworks } = candidate.extraction?.() ?? extractDocument(candidate.source);
      if (place === 'framework') return frameworks.flatMap(({ span, occurrences }) => [span, ...occurrences]);
      return frameworks.flatMap(({ members }) =>
        members.flatMap(({ span, body }) => (body === null ? [span] : [span, body])),
      );
    };
    return spans().map((span) => offsets.toSource(span));
  };
}
