import type { Segmentation } from '../model/segmentation.js';
import type { ExtractionRecord, FrameworkRecord, ItemRecord } from '../render/extraction-record.js';
import { toUnitRecords } from '../render/segmentation-record.js';
import type { PositionRecord } from '../render/text-positions.js';
import { insertInto } from './insert-into.js';
import type { Database, Statement } from './open-database.js';

/** Puts what was found in a document into tables for people: a row a thing. */
export interface FindingsWriter {
  add(document: number, record: ExtractionRecord, sections: Segmentation): void;
}

const SPAN = ['span_start', 'span_end', 'line'] as const;

const COLUMNS = {
  articles: ['document', 'ordinal', 'number', 'heading', ...SPAN],
  sections: [
    ...['document', 'ordinal', 'level', 'parent', 'mark', 'number', 'heading', 'heading_start', 'heading_end', 'line'],
    ...['span_start', 'span_end'],
  ],
  frameworks: [
    ...[
      'document',
      'framework',
      'name',
      'category',
      'pattern',
      'groups',
      'declared',
      'found',
      'complete',
      'confidence',
    ],
    ...['holder', 'place', 'date', 'article', 'parent', 'aliases', ...SPAN, 'quote'],
  ],
  members: [
    ...['document', 'framework', 'ordinal', 'label', 'pair', 'opens', ...SPAN, 'quote'],
    ...['body_start', 'body_end', 'body_line'],
  ],
  outcomes: ['document', 'framework', 'ordinal', 'text', 'value', 'unit', 'approximate', ...SPAN, 'quote'],
  mentions: ['document', 'ordinal', 'name', 'groups'],
  occurrences: ['document', 'kind', 'item', 'ordinal', ...SPAN],
  warnings: ['document', 'ordinal', 'code', 'message'],
} as const;

type Inserts = Readonly<Record<keyof typeof COLUMNS, Statement>>;

export function createFindingsWriter(database: Database): FindingsWriter {
  const insert = Object.fromEntries(
    Object.entries(COLUMNS).map(([table, columns]) => [table, insertInto(database, table, columns)]),
  ) as Inserts;
  return {
    add(document, record, sections) {
      for (const [i, { index, heading, span }] of record.articles.entries())
        insert.articles.run([document, i + 1, index, heading, ...placeOf(span)]);
      addSections(insert, document, sections);
      for (const framework of record.frameworks) addFramework(insert, document, framework);
      for (const [i, { name, groups, occurrences }] of record.mentions.entries()) {
        insert.mentions.run([document, i + 1, name, JSON.stringify(groups)]);
        addOccurrences(insert, document, 'mention', String(i + 1), occurrences);
      }
      for (const [i, { code, message }] of record.warnings.entries())
        insert.warnings.run([document, i + 1, code, message]);
    },
  };
}

function addSections(insert: Inserts, document: number, sections: Segmentation): void {
  for (const { index, heading } of toUnitRecords(sections)) {
    if (heading === null || heading === undefined) continue;
    const { level, parent, mark, number, text, span, extent } = heading;
    const place = [span.start, span.end, span.line, extent.start, extent.end];
    insert.sections.run([document, index, level, parent, mark, number, text, ...place]);
  }
}

function addFramework(insert: Inserts, document: number, framework: FrameworkRecord): void {
  const { id, name, category, pattern, groups, declared, found, complete, confidence, holder, place } = framework;
  const { date, article, parent, aliases, span, quote, occurrences, items, outcomes } = framework;
  insert.frameworks.run([
    ...[document, id, name, category, pattern, JSON.stringify(groups), declared, found, Number(complete), confidence],
    ...[holder, place, date, article, parent, aliases === undefined ? null : JSON.stringify(aliases)],
    ...[...placeOf(span), quote],
  ]);
  for (const [i, item] of items.entries()) insert.members.run([document, id, i + 1, ...describeMember(item)]);
  for (const [i, { text, value, unit, approximate, span, quote }] of outcomes.entries())
    insert.outcomes.run([document, id, i + 1, text, value, unit, Number(approximate), ...placeOf(span), quote]);
  addOccurrences(insert, document, 'framework', id, occurrences);
}

function describeMember({ label, pair, framework, span, quote, body }: ItemRecord) {
  return [label, pair, framework, ...placeOf(span), quote, ...(body === null ? [null, null, null] : placeOf(body))];
}

function addOccurrences(
  insert: Inserts,
  document: number,
  kind: 'framework' | 'mention',
  item: string,
  occurrences: readonly PositionRecord[],
): void {
  for (const [i, span] of occurrences.entries())
    insert.occurrences.run([document, kind, item, i + 1, ...placeOf(span)]);
}

function placeOf({ start, end, line }: PositionRecord): readonly [number, number, number] {
  return [start, end, line];
}
