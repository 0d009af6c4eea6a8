import type { Script } from '../model/document.js';
import type { Segmentation, SegmenterInfo, UnitHeading, UnitKind } from '../model/segmentation.js';
import { type Grounded, type GroundedUnit, groundUnits, positionOf } from './ground-units.js';
import { createGrounding, type Grounding } from './grounding.js';
import type { PositionRecord } from './text-positions.js';

/** What is told of a document before its units. */
export interface SegmentationRecord {
  readonly id: string;
  readonly path: string | null;
  readonly format: string;
  readonly encoding: string;
  readonly script: Script;
  readonly sha256: string;
  /** In code points. */
  readonly length: number;
  readonly title: string | null;
  readonly unit: UnitKind;
  /** What cut the words; null where none were cut. */
  readonly segmenter: SegmenterInfo | null;
  readonly warnings: readonly {
    readonly code: string;
    readonly message: string;
    readonly span: PositionRecord | null;
  }[];
}

/** One unit. Cutting the source text at `span` gives `text`; the spans of a document follow each other without gap. */
export interface UnitRecord {
  /** Id of the document. */
  readonly document: string;
  readonly unit: UnitKind;
  /** Counted from 1. */
  readonly index: number;
  /** Of a word: the sentence it stands in. */
  readonly sentence?: number;
  readonly span: PositionRecord;
  readonly text: string;
  /** What was read, where it differs from `text`: simplified, without noise; not of articles and sections. */
  readonly normalized?: string;
  /** Of a word, where it was asked for: a tag of jieba's. */
  readonly partOfSpeech?: string;
  /** Of a word that is white space. */
  readonly blank?: true;
  readonly boilerplate?: true;
  /** Of articles and sections; null for what stands before the first heading. */
  readonly heading?: HeadingRecord | null;
  /** Of a section whose heading's text goes on here, behind a list that stood below it. */
  readonly continued?: true;
}

export interface HeadingRecord {
  /** Cleaned and simplified, without its number. */
  readonly text: string;
  readonly span: PositionRecord;
  readonly mark: string | null;
  readonly number: number | null;
  readonly scheme: string | null;
  readonly level: number;
  /** `index` of the section that holds it, or null. */
  readonly parent: number | null;
  /** The heading with all that stands below it. */
  readonly extent: PositionRecord;
}

export function toSegmentationRecord(segmentation: Segmentation): SegmentationRecord {
  const { document, title, unit, segmenter, diagnostics } = segmentation;
  const { id, path, format, encoding, sha256 } = document.source;
  const { length, locateSource } = createGrounding(document);
  const warnings = diagnostics
    .filter(({ severity }) => severity !== 'info')
    .map(({ code, message, span }) => ({ code, message, span: span === null ? null : locateSource(span) }));
  return { id, path, format, encoding, script: document.script, sha256, length, title, unit, segmenter, warnings };
}

/** The units of a document, one by one; words as words, not as sentences that hold them. */
export function* toUnitRecords(segmentation: Segmentation, withPartOfSpeech = false): Generator<UnitRecord> {
  const { document, unit } = segmentation;
  const { id, text } = document.source;
  const ground = createGrounding(document);
  const quote = (grounded: Grounded) => ({
    span: positionOf(grounded),
    text: text.slice(grounded.start, grounded.end),
    normalized: document.text.slice(grounded.from, grounded.to),
  });
  let index = 0;
  for (const grounded of groundUnits(segmentation)) {
    if (unit !== 'word') {
      const { normalized, ...told } = quote(grounded);
      const kept = unit === 'article' || unit === 'section' || normalized === told.text ? {} : { normalized };
      yield {
        document: id,
        unit,
        index: ++index,
        ...told,
        ...kept,
        ...tellHeading(grounded, unit, document.text, ground),
      };
      continue;
    }
    for (const word of grounded.words) {
      const { normalized, ...told } = quote(word);
      const { token } = word;
      yield {
        document: id,
        unit,
        index: ++index,
        sentence: grounded.unit.index,
        ...told,
        ...(normalized === told.text || token.blank ? {} : { normalized }),
        ...(withPartOfSpeech && token.partOfSpeech !== null ? { partOfSpeech: token.partOfSpeech } : {}),
        ...(token.blank ? { blank: true } : {}),
        ...(grounded.unit.boilerplate ? { boilerplate: true } : {}),
      };
    }
  }
}

function tellHeading(
  { unit: { heading, boilerplate, continued } }: GroundedUnit,
  unit: UnitKind,
  text: string,
  ground: Grounding,
): Pick<UnitRecord, 'heading' | 'boilerplate' | 'continued'> {
  const flag = boilerplate ? { boilerplate: true as const } : {};
  if (unit !== 'article' && unit !== 'section') return flag;
  const goesOn = continued ? { continued: true as const } : {};
  return { heading: heading === null ? null : toHeadingRecord(heading, text, ground), ...goesOn, ...flag };
}

function toHeadingRecord(heading: UnitHeading, text: string, ground: Grounding): HeadingRecord {
  const { span, mark, number, scheme, level, parent, extent } = heading;
  return {
    text: text.slice(span.start, span.end),
    span: ground.locate(span),
    mark,
    number,
    scheme,
    level,
    parent,
    extent: ground.locate(extent),
  };
}
