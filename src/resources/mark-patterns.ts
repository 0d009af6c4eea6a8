import { DataFileError } from '../errors.js';
import { readTable } from './read-table.js';

/** What a number in a pattern may be written in; see the head of `data/structure/marks.tsv`. */
export type MarkPlaceholder =
  | 'chinese'
  | 'arabic'
  | 'formal'
  | 'roman'
  | 'circled'
  | 'parenthesized'
  | 'full-stop'
  | 'number'
  | 'classifier';
type MarkPlace = 'line' | 'sentence' | 'clause' | 'anywhere';

/** One row of `data/structure/marks.tsv`, taken apart. */
export interface MarkPattern {
  readonly id: string;
  readonly family: string;
  readonly place: MarkPlace;
  readonly ordinal: number | 'number' | 'one' | 'next' | 'last';
  readonly before: string;
  readonly placeholder: MarkPlaceholder | null;
  readonly after: string;
  /** Characters before which the wording is part of a word. */
  readonly unlessBefore: string;
  readonly example: string;
  readonly counterExample: string;
}

const FILE = 'structure/marks.tsv';
const COLUMNS = ['id', 'pattern', 'family', 'place', 'ordinal', 'unless_before', 'example', 'counter_example'];
const PLACEHOLDERS: readonly string[] = [
  'chinese',
  'arabic',
  'formal',
  'roman',
  'circled',
  'parenthesized',
  'full-stop',
  'number',
  'classifier',
];
const PLACES: readonly string[] = ['line', 'sentence', 'clause', 'anywhere'];

let cached: readonly MarkPattern[] | null = null;

/** The rows of `data/structure/marks.tsv`, in their order. @throws DataFileError */
export function loadMarkPatterns(): readonly MarkPattern[] {
  cached ??= readTable(FILE, COLUMNS).map(({ cells, line }) => readPattern(cells, line));
  return cached;
}

function readPattern(cells: Readonly<Record<string, string>>, line: number): MarkPattern {
  const fail = (column: string, message: string): never => {
    throw new DataFileError(`data/${FILE}`, line, COLUMNS.indexOf(column) + 1, message);
  };
  const pattern = cells['pattern']!;
  const match = /^([^{}]*)(?:\{([a-z-]+)\}([^{}]*))?$/.exec(pattern);
  if (match === null || pattern === '') return fail('pattern', `cannot read the pattern ${pattern}`);
  const placeholder = match[2] ?? null;
  if (placeholder !== null && !PLACEHOLDERS.includes(placeholder)) {
    return fail('pattern', `unknown placeholder {${placeholder}}; known: ${PLACEHOLDERS.join(', ')}`);
  }
  const place = cells['place']!;
  if (!PLACES.includes(place)) return fail('place', `unknown place ${place}; known: ${PLACES.join(', ')}`);
  const raw = cells['ordinal']!;
  const ordinal = raw === 'number' || raw === 'one' || raw === 'next' || raw === 'last' ? raw : Number(raw);
  if (typeof ordinal === 'number' && !Number.isInteger(ordinal)) return fail('ordinal', `not a number: ${raw}`);
  return {
    id: cells['id']!,
    family: cells['family']!,
    place: place as MarkPlace,
    ordinal,
    before: match[1] ?? '',
    placeholder: placeholder as MarkPlaceholder | null,
    after: match[3] ?? '',
    unlessBefore: cells['unless_before'] === '-' ? '' : cells['unless_before']!,
    example: cells['example']!,
    counterExample: cells['counter_example']!,
  };
}
