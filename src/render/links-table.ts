import type { Cluster } from '../corpus/describe-cluster.js';
import type { CorpusLinks, ReportReference, ReprintGroup } from '../corpus/link-documents.js';
import { renderColumns } from './columns.js';
import { cutToWidth } from './display-width.js';
import type { Painter } from './paint.js';
import { toPrintableLine } from './printable.js';

const WIDEST_NAME = 24;
const WIDEST_CATEGORY = 12;
const WIDEST_DOCUMENT = 32;

/** For people: the practices that stand in more than one document, and the reports that are printed more than once. */
export function* renderLinks({ clusters, reprints }: CorpusLinks, width: number, painter: Painter): Iterable<string> {
  const spread = clusters.filter(({ documents }) => documents > 1);
  yield `\n${painter.strong(describeCount(spread.length, 'practice', 'in more than one document'))}\n`;
  if (spread.length > 0) yield `${renderClusters(spread, width, painter)}\n`;
  if (reprints.length === 0) return;
  yield `\n${painter.strong(describeCount(reprints.length, 'report', 'printed more than once'))}\n`;
  yield `${renderReprints(reprints, width, painter)}\n`;
}

function describeCount(count: number, noun: string, rest: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'} ${rest}`;
}

function renderClusters(clusters: readonly Cluster[], width: number, painter: Painter): string {
  const rows = clusters.map(({ id, name, category, documents, firstDate, frameworks, reprints }) => {
    const again = new Set(reprints);
    const places = new Set(frameworks.flatMap(({ document }) => (again.has(document) ? [] : document)));
    return {
      cells: [
        id,
        cutToWidth(toPrintableLine(name), WIDEST_NAME),
        cutToWidth(toPrintableLine(category ?? ''), WIDEST_CATEGORY),
        String(documents),
        String(reprints.length),
        firstDate ?? '',
      ],
      pieces: [...places].map(toPrintableLine),
    };
  });
  return renderColumns(['id', 'name', 'category', 'documents', 'reprints', 'first', 'in'], rows, width, painter);
}

function renderReprints(reprints: readonly ReprintGroup[], width: number, painter: Painter): string {
  const rows = reprints.map(({ first, others }) => ({
    cells: [cutToWidth(nameReport(first), WIDEST_DOCUMENT)],
    pieces: others.map(nameReport),
  }));
  return renderColumns(['first', 'again in'], rows, width, painter);
}

function nameReport({ document, article }: ReportReference): string {
  return toPrintableLine(article === null ? document : `${document} (article ${article})`);
}
