import type {
  DocumentScores,
  Evaluation,
  FrameworkScores,
  Score,
  Scores,
} from '../corpus/evaluate/evaluate-extractions.js';
import { renderBorderlessTable } from './borderless-table.js';
import { cutToWidth } from './display-width.js';
import { renderMisses } from './evaluation-misses.js';
import { createPainter, type Painter } from './paint.js';
import { toPrintableLine } from './printable.js';

export interface EvaluationTableOptions {
  /** Columns of the terminal. */
  readonly width: number;
  readonly colour: boolean;
}

const WIDEST_DOCUMENT = 36;

/** For people: what went wrong (where it was asked for), each document, and the totals last, where the eye rests. */
export function renderEvaluationTable(evaluation: Evaluation, options: EvaluationTableOptions): string {
  const painter = createPainter(options.colour);
  const { totals, documents } = evaluation;
  const misses = documents.flatMap((document) => renderMisses(document, options.width, painter));
  const sections = [
    ...misses,
    renderSection('Documents', listDocuments(evaluation), painter),
    renderSection('Patterns', listPatterns(evaluation), painter),
    renderSection('Fields of frameworks given under their name', listFields(totals), painter),
    renderSection('Confidence', listCalibration(evaluation), painter),
    renderSection(describeDocuments(evaluation), listTotals(totals), painter),
    renderNotes(totals),
  ];
  return `${sections.join('\n\n')}\n`;
}

interface Rows {
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** How many columns hold words; the others hold figures. */
  readonly words: number;
}

function renderSection(title: string, { head, rows, words }: Rows, painter: Painter): string {
  const table = renderBorderlessTable(
    head.map((name) => painter.faint(name)),
    rows,
    head.map((_, i) => (i < words ? 'left' : 'right')),
  );
  return `${painter.strong(title)}\n${table}`;
}

function describeDocuments({ totals: { documents, withoutPrediction } }: Evaluation): string {
  const counted = documents === 1 ? '1 annotated report' : `${documents} annotated reports`;
  return withoutPrediction === 0 ? counted : `${counted}, ${withoutPrediction} of them without result`;
}

function listDocuments({ documents }: Evaluation): Rows {
  const rows = documents.map(({ doc, predicted, frameworks, members, mentions, perfect }) => {
    const name = cutToWidth(toPrintableLine(doc), WIDEST_DOCUMENT);
    if (!predicted) return [name, 'no result', `${frameworks.annotated}`, '', '', '', '', ''];
    return [
      name,
      `${frameworks.partial.right}`,
      `${frameworks.annotated}`,
      `${frameworks.given}`,
      formatF1(frameworks, 'partial'),
      formatF1(members, 'partial'),
      formatF1(mentions, 'partial'),
      formatShare(perfect.right, perfect.annotated),
    ];
  });
  const head = ['document', 'found', 'annotated', 'given', 'frameworks F1', 'members F1', 'mentions F1', 'perfect'];
  return { head, rows, words: 1 };
}

function listPatterns({ patterns }: Evaluation): Rows {
  const rows = Object.entries<FrameworkScores>(patterns)
    .filter(([, { frameworks }]) => frameworks.annotated + frameworks.given > 0)
    .map(([pattern, { frameworks, members, perfect }]) => [
      pattern,
      `${frameworks.annotated}`,
      `${frameworks.given}`,
      formatF1(frameworks, 'partial'),
      formatF1(frameworks, 'strict'),
      formatF1(members, 'partial'),
      formatF1(members, 'strict'),
      formatShare(perfect.right, perfect.annotated),
    ]);
  const head = ['pattern', 'annotated', 'given', 'frameworks F1', 'strict', 'members F1', 'strict', 'perfect'];
  return { head, rows, words: 1 };
}

function listFields({ fields }: DocumentScores): Rows {
  const rows = Object.entries(fields).map(([field, { compared, partial, strict }]) => [
    field,
    formatShare(partial.right, compared),
    formatShare(strict.right, compared),
    `${compared}`,
  ]);
  return { head: ['field', 'partial', 'strict', 'compared'], rows, words: 1 };
}

function listCalibration({ calibration }: Evaluation): Rows {
  const rows = calibration.map(({ from, to, given, right }) => [
    from === null || to === null ? 'none' : `${from.toFixed(1)} – ${to.toFixed(1)}`,
    `${given}`,
    `${right}`,
    formatShare(right, given),
  ]);
  return { head: ['confidence', 'given', 'right', 'share right'], rows, words: 1 };
}

function listTotals({ frameworks, members, mentions }: DocumentScores): Rows {
  const rows = Object.entries({ frameworks, members, mentions }).flatMap(([name, scores]) => [
    [name, 'partial', ...formatScore(scores, scores.partial)],
    ['', 'strict', ...formatScore(scores, scores.strict)],
  ]);
  return { head: ['', '', 'precision', 'recall', 'F1', 'right', 'given', 'annotated'], rows, words: 2 };
}

function renderNotes({ perfect, lists, spans }: DocumentScores): string {
  const notes = [
    `perfect: ${perfect.right} of ${perfect.annotated} frameworks (${formatShare(perfect.right, perfect.annotated)}) with number, pattern and every member right`,
    `lists: ${lists.found} of ${lists.annotated} found`,
    spans.checked === 0
      ? 'spans: not checked, for the texts of the reports are not known'
      : `spans: ${spans.wrong} of ${spans.checked} do not hold their quote`,
  ];
  return notes.join('\n');
}

function formatScore({ annotated, given }: Scores, { right, precision, recall, f1 }: Score): string[] {
  return [
    given === 0 ? NONE : formatPercent(precision),
    annotated === 0 ? NONE : formatPercent(recall),
    annotated + given === 0 ? NONE : formatPercent(f1),
    `${right}`,
    `${given}`,
    `${annotated}`,
  ];
}

const NONE = '–';

function formatF1(scores: Scores, way: 'partial' | 'strict'): string {
  return scores.annotated + scores.given === 0 ? NONE : formatPercent(scores[way].f1);
}

function formatShare(right: number, of: number): string {
  return of === 0 ? NONE : formatPercent(right / of);
}

function formatPercent(share: number): string {
  return `${(100 * share).toFixed(1)} %`;
}
