import { basename } from 'node:path';
import { type CalibrationBin, calibrate } from './calibrate.js';
import { checkSpans, type SpanCheck } from './check-spans.js';
import type { Field } from './compare-fields.js';
import {
  type Counts,
  countScores,
  createFrameworkCounts,
  createScoreCounts,
  type FrameworkCounts,
  type PatternGroup,
  type ScoreCounts,
  sumCounts,
} from './count-scores.js';
import type { GoldDocument } from './gold-document.js';
import { listMisses, type Miss } from './list-misses.js';
import { matchDocument } from './match-document.js';
import type { PredictedDocument } from './predicted-document.js';

/** One way of judging. All shares are from 0 to 1, and 0 where there is nothing to divide by. */
export interface Score {
  readonly right: number;
  /** Of what was given. */
  readonly precision: number;
  /** Of what was annotated. */
  readonly recall: number;
  /** Harmonic mean of both. */
  readonly f1: number;
}

/** The same things judged in two ways; only `right` differs. */
export interface Scores {
  readonly annotated: number;
  readonly given: number;
  /** Wordings may differ a little, a framework may lack up to half of its members. */
  readonly partial: Score;
  /** Names and labels as annotated but for script, width, blanks and signs; a framework has all members and no other. */
  readonly strict: Score;
}

export interface FieldScore {
  /** How many frameworks (for `pair`, members) have the field to compare. */
  readonly compared: number;
  /** Null where nothing was compared. */
  readonly partial: { readonly right: number; readonly share: number | null };
  readonly strict: { readonly right: number; readonly share: number | null };
}

export interface FrameworkScores {
  /** Lists and optional frameworks are left out on both sides. */
  readonly frameworks: Scores;
  /** Of these frameworks, matched in order. */
  readonly members: Scores;
  /** Frameworks with number, pattern and every member right by partial wording, no member added. */
  readonly perfect: { readonly right: number; readonly annotated: number; readonly share: number };
  /** Of frameworks that were given under their name. */
  readonly fields: Readonly<Record<Field, FieldScore>>;
}

export interface DocumentScores extends FrameworkScores {
  /** By name alone: partial leaves out method noun and classifier. */
  readonly mentions: Scores;
  /** Annotated lists: how many were found under their name. They count nowhere else. */
  readonly lists: { readonly found: number; readonly annotated: number };
  /** Positions of given frameworks and members, where the report's text is known. */
  readonly spans: { readonly checked: number; readonly wrong: number };
}

export interface DocumentEvaluation extends DocumentScores {
  readonly doc: string;
  /** False where no result was given: everything annotated counts as missed. */
  readonly predicted: boolean;
  /** Only on request. */
  readonly misses?: readonly Miss[];
}

export interface Evaluation {
  readonly totals: DocumentScores & { readonly documents: number; readonly withoutPrediction: number };
  /** By the annotated pattern; frameworks that nobody annotated by their own. */
  readonly patterns: Readonly<Record<PatternGroup, FrameworkScores>>;
  readonly calibration: readonly CalibrationBin[];
  /** In the order of the annotations. */
  readonly documents: readonly DocumentEvaluation[];
  /** Given documents without annotation; they are not scored. */
  readonly unannotated: readonly string[];
}

export interface EvaluationOptions {
  /** Source texts by `nameDocument`; where one is known, spans are checked and missed names get a line. */
  readonly texts?: ReadonlyMap<string, string>;
  /** Adds the list of what was missed, added or different to each document. */
  readonly withMisses?: boolean;
}

/**
 * The name by which a result meets its annotation: the file's name without folders, or the id of a record of a JSON lines file.
 */
export function nameDocument({ id, path, format }: Pick<PredictedDocument, 'id' | 'path' | 'format'>): string {
  return format === 'jsonl' ? id : basename(path ?? id);
}

/**
 * Compares results with annotations. Frameworks go together by name: without signs, method noun and classifier, an annotated alias counting as
 * well; where several bear one name, those with most members in common. Of several results for one document the last one counts.
 */
export function evaluateExtractions(
  golds: readonly GoldDocument[],
  predictions: readonly PredictedDocument[],
  options: EvaluationOptions = {},
): Evaluation {
  const byName = new Map(predictions.map((prediction) => [nameDocument(prediction), prediction]));
  const judged = golds.map((gold) => {
    const match = matchDocument(gold, byName.get(gold.doc) ?? null);
    const source = options.texts?.get(gold.doc) ?? null;
    const spans = match.prediction === null || source === null ? NO_SPANS : checkSpans(match.prediction, source);
    const counts = countScores(match);
    const misses = options.withMisses === true ? { misses: listMisses(match, spans.wrong, source) } : {};
    const predicted = match.prediction !== null;
    return { match, counts, spans, row: { doc: gold.doc, predicted, ...toDocumentScores(counts, spans), ...misses } };
  });
  const total = sumCounts(
    judged.map(({ counts }) => counts),
    createScoreCounts(),
  );
  const spans = {
    checked: judged.reduce((sum, { spans }) => sum + spans.checked, 0),
    wrong: judged.flatMap(({ spans }) => spans.wrong),
  };
  const annotated = new Set(golds.map(({ doc }) => doc));
  return {
    totals: {
      documents: golds.length,
      withoutPrediction: judged.filter(({ row }) => !row.predicted).length,
      ...toDocumentScores(total, spans),
    },
    patterns: mapValues(total.patterns, toFrameworkScores),
    calibration: calibrate(judged.map(({ match }) => match)),
    documents: judged.map(({ row }) => row),
    unannotated: [...byName.keys()].filter((name) => !annotated.has(name)),
  };
}

const NO_SPANS: SpanCheck = { checked: 0, wrong: [] };

function toDocumentScores(counts: ScoreCounts, { checked, wrong }: SpanCheck): DocumentScores {
  return {
    ...toFrameworkScores(sumCounts(Object.values(counts.patterns), createFrameworkCounts())),
    mentions: toScores(counts.mentions),
    lists: counts.lists,
    spans: { checked, wrong: wrong.length },
  };
}

function toFrameworkScores({ frameworks, members, perfect, fields }: FrameworkCounts): FrameworkScores {
  return {
    frameworks: toScores(frameworks),
    members: toScores(members),
    perfect: { ...perfect, share: divide(perfect.right, perfect.annotated) },
    fields: mapValues(fields, ({ compared, partial, strict }) => {
      const judge = (right: number) => ({ right, share: compared === 0 ? null : right / compared });
      return { compared, partial: judge(partial), strict: judge(strict) };
    }),
  };
}

function toScores({ annotated, given, partial, strict }: Counts): Scores {
  const score = (right: number): Score => {
    const precision = divide(right, given);
    const recall = divide(right, annotated);
    return { right, precision, recall, f1: divide(2 * precision * recall, precision + recall) };
  };
  return { annotated, given, partial: score(partial), strict: score(strict) };
}

function divide(a: number, b: number): number {
  return b === 0 ? 0 : a / b;
}

function mapValues<Key extends string, From, To>(
  values: Readonly<Record<Key, From>>,
  convert: (value: From) => To,
): Record<Key, To> {
  const entries = Object.entries<From>(values).map(([key, value]) => [key, convert(value)]);
  return Object.fromEntries(entries) as Record<Key, To>;
}
