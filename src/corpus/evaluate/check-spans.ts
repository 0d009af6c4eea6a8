import type { PredictedDocument, PredictedFramework, PredictedItem } from './predicted-document.js';

/** A framework or member whose span does not hold its quote. */
export interface WrongSpan {
  readonly name: string;
  readonly line: number | null;
}

export interface SpanCheck {
  readonly checked: number;
  readonly wrong: readonly WrongSpan[];
}

/** Cuts the source text at the span of every framework and member (code points) and compares with the quote beside it. */
export function checkSpans({ frameworks }: PredictedDocument, source: string): SpanCheck {
  // Without characters of two code units, code points are code units.
  const points = /[\uD800-\uDBFF][\uDC00-\uDFFF]/.test(source) ? Array.from(source) : null;
  const length = points?.length ?? source.length;
  const cut = (start: number, end: number) => points?.slice(start, end).join('') ?? source.slice(start, end);
  const isRight = ({ span, quote }: PredictedFramework | PredictedItem) => {
    if (span === null || span.end <= span.start || span.end > length) return false;
    return (quote ?? '') !== '' && cut(span.start, span.end) === quote;
  };
  const wrong: WrongSpan[] = [];
  let checked = 0;
  for (const framework of frameworks) {
    for (const found of [framework, ...framework.items]) {
      checked += 1;
      if (!isRight(found))
        wrong.push({ name: 'name' in found ? found.name : found.label, line: found.span?.line ?? null });
    }
  }
  return { checked, wrong };
}
