import type { Segmentation } from '../model/segmentation.js';
import { type Grounded, type GroundedUnit, groundUnits } from './ground-units.js';
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
    else if (unit === 'article' || unit === 'section')
      yield renderLine(grounded, describeHeading(grounded, document.text));
    else yield renderLine(grounded, onOneLine(source.slice(grounded.source.start, grounded.source.end)));
  }
}

function listWords({ words }: GroundedUnit, source: string, withPartOfSpeech: boolean): string {
  let lines = '';
  for (const word of words) {
    const text = word.token.blank ? '' : onOneLine(source.slice(word.source.start, word.source.end));
    lines += renderLine(word, withPartOfSpeech ? `${text}\t${word.token.partOfSpeech ?? ''}` : text);
  }
  return lines;
}

function renderLine({ position }: Grounded, text: string): string {
  return `${position.start}\t${position.end}\t${text}\n`;
}

const PLAIN = /^[\u3000-\u9fff\uff01-\uff5e]*$/;
const OUTER_BLANKS = /^\s+|\s+$/g;

function onOneLine(text: string): string {
  return PLAIN.test(text) ? text.replace(/^\u3000+|\u3000+$/g, '') : toPrintableLine(text.replace(OUTER_BLANKS, ''));
}

/** `  (一) 主要做法`; what stands before the first heading has none. */
function describeHeading({ unit: { heading } }: GroundedUnit, text: string): string {
  if (heading === null) return '-';
  const { span, mark, level } = heading;
  return '  '.repeat(level) + toPrintableLine(`${mark === null ? '' : `${mark} `}${text.slice(span.start, span.end)}`);
}

/** `segmenter nodejieba 3.5.8, with data/lexicon/domain-words.tsv (300 words)` */
export function describeSegmenter({ name, version, dictionary }: NonNullable<Segmentation['segmenter']>): string {
  const added = dictionary.map((list) => `${toPrintableLine(list.name)} (${list.words} words)`).join(', ');
  return `segmenter ${name} ${version}, with ${added}`;
}
