import type { Segmentation } from '../model/segmentation.js';
import { type GroundedUnit, groundUnits } from './ground-units.js';
import { toPrintableLine } from './printable.js';
import { inPieces, type SegmentationWriter } from './segmentation-writer.js';

/**
 * For people and for `cut`: start, end and text of each unit, parted by tabs, below a line `# id`. The text is on one line, without
 * the blanks around it; of articles and sections the heading stands for it, indented by its level.
 */
export function createUnitTextWriter(withPartOfSpeech: boolean): SegmentationWriter {
  return {
    document: (segmentation) => inPieces(listLines(segmentation, withPartOfSpeech)),
    // Failures are told on standard error.
    failure: () => '',
  };
}

function* listLines(segmentation: Segmentation, withPartOfSpeech: boolean): Generator<string> {
  const { document, unit, segmenter } = segmentation;
  const source = document.source.text;
  yield `# ${toPrintableLine(document.source.id)}\n`;
  if (segmenter !== null) yield `# ${describeSegmenter(segmenter)}\n`;
  for (const grounded of groundUnits(segmentation)) {
    if (unit === 'word') yield listWords(grounded, source, withPartOfSpeech);
    else {
      const { start, end, firstCodePoint, endCodePoint } = grounded;
      const headed = unit === 'article' || unit === 'section';
      const text = headed ? describeHeading(grounded, document.text) : onOneLine(source.slice(start, end));
      yield `${firstCodePoint}\t${endCodePoint}\t${text}\n`;
    }
  }
}

function listWords({ words, firstCodePoint }: GroundedUnit, source: string, withPartOfSpeech: boolean): string {
  let lines = '';
  // A word begins where the one before ends, so each number is written out once.
  let first = String(firstCodePoint);
  for (const { start, end, endCodePoint, token } of words) {
    const last = String(endCodePoint);
    const text = token.blank ? '' : onOneLine(source.slice(start, end));
    lines += withPartOfSpeech
      ? `${first}\t${last}\t${text}\t${token.partOfSpeech ?? ''}\n`
      : `${first}\t${last}\t${text}\n`;
    first = last;
  }
  return lines;
}

const UNSAFE = /[^!-~\u3001-\u9fff\uff01-\uff5e\u2010-\u2027\u00b7]/;
const OUTER_BLANKS = /^\s+|\s+$/g;

function onOneLine(text: string): string {
  return UNSAFE.test(text) ? toPrintableLine(text.replace(OUTER_BLANKS, '')) : text;
}

/** `  (一) 主要做法`, `  … (一) 主要做法` where its text goes on; what stands before the first heading has none. */
function describeHeading({ unit: { heading, continued } }: GroundedUnit, text: string): string {
  if (heading === null) return '-';
  const { span, mark, level } = heading;
  const sign = continued ? '… ' : '';
  return (
    '  '.repeat(level) + sign + toPrintableLine(`${mark === null ? '' : `${mark} `}${text.slice(span.start, span.end)}`)
  );
}

/** `segmenter nodejieba 3.5.8, with data/lexicon/domain-words.tsv (300 words)` */
export function describeSegmenter({ name, version, dictionary }: NonNullable<Segmentation['segmenter']>): string {
  const added = dictionary.map((list) => `${toPrintableLine(list.name)} (${list.words} words)`).join(', ');
  return `segmenter ${name} ${version}, with ${added}`;
}
