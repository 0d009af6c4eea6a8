import { renderCsvRow } from './csv-row.js';
import { fieldsOf } from './statistics-fields.js';
import type { StatisticsReport } from './statistics-writer.js';

/** A line with the names of the fields, then a row a line, with every digit that a figure has. Of the members of a practice the labels, parted by semicolons. */
export function* renderStatisticsCsv({ what, result }: StatisticsReport): Generator<string> {
  let fields: readonly string[] | null = null;
  for (const row of result.rows) {
    if (fields === null) {
      fields = namesOf(what, row);
      yield renderCsvRow(fields);
    }
    yield renderCsvRow(fields.map((name) => toCell((row as Readonly<Record<string, unknown>>)[name])));
  }
  if (fields === null) yield renderCsvRow(namesOf(what, undefined));
}

function namesOf(what: StatisticsReport['what'], row: object | undefined): string[] {
  return fieldsOf(what, row).map(({ name }) => name);
}

const LIST_JOINT = '；';

function toCell(value: unknown): string | number | null {
  if (value === null || value === undefined) return null;
  if (Array.isArray(value)) return value.map(({ label }: { readonly label: string }) => label).join(LIST_JOINT);
  return typeof value === 'number' ? value : String(value);
}
