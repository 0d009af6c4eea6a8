import { type Located, type Match, type PhraseLocator, settleMatches } from './locate-phrases.js';

/** How far around a stretch is looked, so that phrases on its edge are seen whole. A pattern has at most 2,000 characters. */
const MARGIN = 16_384;

/** Finds phrases in UTF-8 of any length, stretch by stretch as the scanner's memory holds it. */
export function locateInText(
  locator: PhraseLocator,
  text: Uint8Array,
): { readonly located: Located; readonly sawControl: boolean } {
  const { scanner } = locator;
  const step = scanner.capacity - 2 * MARGIN;
  const matches: Match[] = [];
  let sawControl = false;
  for (let start = 0; start < text.length; start += step) {
    const end = Math.min(text.length, start + step);
    const from = Math.max(0, start - MARGIN);
    const to = Math.min(text.length, end + MARGIN);
    scanner.bytes.set(text.subarray(from, to));
    scanner.bytes[to - from] = 0;
    const count = scanner.scan(start - from, end - from);
    sawControl ||= scanner.sawControl;
    const stretch = { from: 0, to: to - from, openBefore: from > 0, openBehind: to < text.length };
    const first = matches.length;
    locator.collect(stretch, 0, count, matches);
    for (let k = first; k < matches.length; k++) matches[k] = shift(matches[k]!, from);
  }
  return { located: settleMatches(matches), sawControl };
}

function shift({ start, end, certain }: Match, by: number): Match {
  return { start: start + by, end: end + by, certain };
}
