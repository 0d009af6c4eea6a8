import { type DocumentMatch, isFound } from './match-document.js';

/** Given frameworks of one stretch of confidence, and how many of them are right (partial). */
export interface CalibrationBin {
  /** Both null for frameworks that carry no confidence. */
  readonly from: number | null;
  /** Not included, but for 1. */
  readonly to: number | null;
  readonly given: number;
  readonly right: number;
  /** Null where none is given. */
  readonly share: number | null;
}

const EDGES = [0, 0.5, 0.6, 0.7, 0.8, 0.9, 1];

/**
 * How far confidence can be trusted: of the frameworks given with 0.8 to 0.9, how many are right? Given are those that count for precision; a last bin
 * takes those without confidence, if there are any.
 */
export function calibrate(matches: readonly DocumentMatch[]): CalibrationBin[] {
  const judged = matches.flatMap(judgeGiven);
  const bins = EDGES.slice(0, -1).map((from, i) => {
    const to = EDGES[i + 1]!;
    const isLast = i === EDGES.length - 2;
    const fits = (confidence: number) => (from === 0 || confidence >= from) && (isLast || confidence < to);
    return fillBin(
      from,
      to,
      judged.filter(({ confidence }) => confidence !== null && fits(confidence)),
    );
  });
  const unsaid = judged.filter(({ confidence }) => confidence === null);
  return unsaid.length === 0 ? bins : [...bins, fillBin(null, null, unsaid)];
}

interface Judged {
  readonly confidence: number | null;
  readonly right: boolean;
}

function judgeGiven({ frameworks, extra }: DocumentMatch): Judged[] {
  const paired = frameworks.flatMap((match) => {
    return match.free || match.given === null ? [] : [{ confidence: match.given.confidence, right: isFound(match) }];
  });
  return [...paired, ...extra.map(({ confidence }) => ({ confidence, right: false }))];
}

function fillBin(from: number | null, to: number | null, judged: readonly Judged[]): CalibrationBin {
  const given = judged.length;
  const right = judged.filter((framework) => framework.right).length;
  return { from, to, given, right, share: given === 0 ? null : right / given };
}
