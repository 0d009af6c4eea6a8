import { renderColumns } from './columns.js';
import { cutToWidth, fillLines } from './display-width.js';
import type { ExtractionRecord, FrameworkRecord } from './extraction-record.js';
import type { ExtractionWriter } from './extraction-writer.js';
import { renderLinks } from './links-table.js';
import { createPainter, type Painter } from './paint.js';
import { toPrintableLine } from './printable.js';

export interface TableOptions {
  /** Columns of the terminal. */
  readonly width: number;
  readonly colour: boolean;
}

const HEAD = ['name', 'category', 'pattern', 'found', 'line', 'members'];
const WIDEST_NAME = 24;
const WIDEST_CATEGORY = 12;
const LEAST_MENTIONS_WIDTH = 16;
const MENTION_LINES = 2;

/** For people: each document with its frameworks, one a row. Text of documents comes without control characters. */
export function createTableWriter(options: TableOptions): ExtractionWriter {
  const painter = createPainter(options.colour);
  let first = true;
  return {
    begin: () => '',
    document(record) {
      const gap = first ? '' : '\n';
      first = false;
      return gap + renderDocument(record, options.width, painter);
    },
    // Failures are told on standard error.
    failure: () => '',
    links: (links) => renderLinks(links, options.width, painter),
    end: () => '',
  };
}

function renderDocument(record: ExtractionRecord, width: number, painter: Painter): string {
  const { frameworks, mentions, articles } = record;
  const heading = [toPrintableLine(record.id), toPrintableLine(record.title ?? '')].join('  ').trimEnd();
  const parts = [count(frameworks.length, 'framework'), count(mentions.length, 'mention')];
  if (articles.length > 0) parts.unshift(count(articles.length, 'article'));
  const lines = [painter.strong(cutToWidth(heading, width)), painter.faint(parts.join(', '))];
  if (frameworks.length > 0) lines.push(renderFrameworks(frameworks, width, painter));
  if (mentions.length > 0) lines.push(renderMentions(record, width, painter));
  return `${lines.join('\n')}\n`;
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}

function renderFrameworks(frameworks: readonly FrameworkRecord[], width: number, painter: Painter): string {
  const depths = measureDepths(frameworks);
  const rows = frameworks.map((framework) => {
    const cells = describeFramework(framework, depths.get(framework.id) ?? 0);
    const short = framework.found < framework.declared;
    const painted = cells.map((cell, i) => (short && HEAD[i] === 'found' ? painter.warning(cell) : cell));
    return { cells, painted, pieces: listMembers(framework) };
  });
  return renderColumns(HEAD, rows, width, painter);
}

function describeFramework(framework: FrameworkRecord, depth: number): string[] {
  return [
    cutToWidth('  '.repeat(depth) + toPrintableLine(framework.name), WIDEST_NAME),
    cutToWidth(toPrintableLine(framework.category ?? ''), WIDEST_CATEGORY),
    framework.pattern,
    `${framework.found}/${framework.declared}`,
    String(framework.span.line),
  ];
}

function listMembers({ items }: FrameworkRecord): string[] {
  return items.map(({ label, pair }) => toPrintableLine(pair === null ? label : `${label}/${pair}`));
}

/** How many frameworks each one is part of, at most three, to indent it. */
function measureDepths(frameworks: readonly FrameworkRecord[]): Map<string, number> {
  const parents = new Map(frameworks.map(({ id, parent }) => [id, parent]));
  const measure = (id: string) => {
    let depth = 0;
    for (let up = parents.get(id) ?? null; up !== null && depth < 3; up = parents.get(up) ?? null) depth += 1;
    return depth;
  };
  return new Map(frameworks.map(({ id }) => [id, measure(id)]));
}

function renderMentions({ mentions }: ExtractionRecord, width: number, painter: Painter): string {
  const names = mentions.map(({ name, occurrences }) => {
    return occurrences.length > 1 ? `${toPrintableLine(name)} ×${occurrences.length}` : toPrintableLine(name);
  });
  const lines = fillLines(names, Math.max(LEAST_MENTIONS_WIDTH, width - 'mentions  '.length), MENTION_LINES);
  return lines
    .map((line, i) => `${i === 0 ? painter.faint('mentions') : ' '.repeat('mentions'.length)}  ${line}`)
    .join('\n');
}
