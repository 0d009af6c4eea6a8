import type { Span } from '../../model/span.js';

/** How many of the members share the edge that most of them have: half for one character, half for two. */
export function parallelShare(text: string, labels: readonly Span[]): number {
  return (shareOfEdge(text, labels, 1) + shareOfEdge(text, labels, 2)) / 2;
}

/** The share for edges of `length` characters; the edge most have is one of the first two members'. */
function shareOfEdge(text: string, labels: readonly Span[], length: number): number {
  let most = 0;
  for (const model of labels.slice(0, 2)) {
    if (model.end - model.start <= length) continue;
    const head = text.slice(model.start, model.start + length);
    const tail = text.slice(model.end - length, model.end);
    let heads = 0;
    let tails = 0;
    for (const { start, end } of labels) {
      if (end - start <= length) continue;
      if (text.startsWith(head, start)) heads++;
      if (text.startsWith(tail, end - length)) tails++;
    }
    most = Math.max(most, heads, tails);
  }
  return most < 2 ? 0 : most / labels.length;
}
