import type { Diagnostic } from '../../model/diagnostic.js';
import type { NormalizedDocument, SourceDocument } from '../../model/document.js';
import { createSpan } from '../../model/span.js';
import { EditOffsetMap } from './edit-offset-map.js';
import { addEdit, applyDeletions, composeEdits, createEditList, type Edits, MOJIBAKE, NO_EDITS } from './edits.js';
import { findBoilerplate } from './find-boilerplate.js';
import { findInsertedPinyin } from './find-inserted-pinyin.js';
import { findShiftedBytes } from './find-shifted-bytes.js';
import { findStrayBlanks } from './find-stray-blanks.js';
import { countChanges } from './list-changes.js';
import { dropIdleEdits, mergeEdits } from './merge-edits.js';
import type { OpenccConfig } from './opencc-configs.js';
import { readLines } from './read-lines.js';
import {
  loadOpenccConversion,
  loadTargetConversion,
  type TargetScript,
  type TextConversion,
} from './target-conversion.js';

/** A kind of noise that can be cleaned away. */
export type CleaningRule = 'noise' | 'width' | 'mojibake' | 'whitespace' | 'boilerplate';

export const CLEANING_RULES: readonly CleaningRule[] = ['noise', 'width', 'mojibake', 'whitespace', 'boilerplate'];

/** All but `boilerplate`, which takes out whole lines. */
export const DEFAULT_CLEANING: readonly CleaningRule[] = ['noise', 'width', 'mojibake', 'whitespace'];

export interface NormalizerOptions {
  /** `simplified` where nothing is said. */
  readonly to?: TargetScript;
  /** Also other words, where the region has its own: 軟體 → 软件. */
  readonly phrases?: boolean;
  /** Instead of `to` and `phrases`: one of OpenCC's configurations, exactly. */
  readonly opencc?: OpenccConfig;
  /** What is cleaned away; `DEFAULT_CLEANING` where nothing is said. */
  readonly clean?: readonly CleaningRule[];
}

/** What `normalize` makes of a document, and what it has to say of it. */
export interface NormalizedText extends NormalizedDocument {
  /** Stretches that are garbled, whether repaired or not. */
  readonly diagnostics: readonly Diagnostic[];
}

export interface Normalizer {
  readonly normalize: (source: SourceDocument) => NormalizedText;
  /** For `listAmbiguities`. */
  readonly conversion: TextConversion;
}

/**
 * What normalizes documents after the given wishes; its dictionaries are loaded once. Line breaks stay as they are, other than on the way to
 * extraction. But for `opencc`, normalizing the outcome again changes nothing.
 */
export async function createNormalizer(options: NormalizerOptions = {}): Promise<Normalizer> {
  const rules = new Set(options.clean ?? DEFAULT_CLEANING);
  const { to = 'simplified', phrases = false, opencc } = options;
  const conversion =
    opencc === undefined
      ? await loadTargetConversion(to, phrases, rules.has('width'))
      : await loadOpenccConversion(opencc, rules.has('width'));
  const rests = opencc !== undefined || (to === 'simplified' && !phrases && !rules.has('boilerplate'));
  return { normalize: (source) => normalizeSource(source, rules, conversion, rests), conversion };
}

/** A second round has something to do only where the first put something in the place of something else. */
const MAX_ROUNDS = 8;

function normalizeSource(
  source: SourceDocument,
  rules: ReadonlySet<CleaningRule>,
  conversion: TextConversion,
  rests: boolean,
): NormalizedText {
  const markdown = source.format === 'md';
  const first = normalizeOnce(source.text, markdown, rules, conversion);
  let { text, edits } = first;
  const settled = rests && first.garbled.length === 0;
  for (let round = 1; round < MAX_ROUNDS && !settled; round++) {
    const next = normalizeOnce(text, markdown, rules, conversion);
    if (next.text === text) break;
    edits = mergeEdits(edits, next.edits);
    text = next.text;
  }
  edits = dropIdleEdits(edits, source.text, text);
  return {
    source,
    text,
    offsets: new EditOffsetMap(edits, text.length),
    script: first.script,
    changeCounts: countChanges(source.text, text, edits),
    diagnostics: [...source.diagnostics, ...first.garbled.map((place) => describeGarbled(place, source))],
  };
}

/** A garbled stretch of the source. */
interface Garbled {
  readonly start: number;
  readonly end: number;
  readonly reading: string | null;
}

interface Round {
  readonly text: string;
  readonly edits: Edits;
  readonly script: NormalizedDocument['script'];
  readonly garbled: readonly Garbled[];
}

/** Deletions come first, characters last, as in `normalizeDocument`: what noise parts is a word again before it is converted. */
function normalizeOnce(
  source: string,
  markdown: boolean,
  rules: ReadonlySet<CleaningRule>,
  { convert }: TextConversion,
): Round {
  let edits: Edits = rules.has('noise') ? findInsertedPinyin(source) : NO_EDITS;
  let text = applyDeletions(source, edits);
  if (rules.has('boilerplate')) {
    const lines = findBoilerplate(text);
    text = applyDeletions(text, lines);
    edits = composeEdits(edits, lines);
  }
  const repaired = repairShiftedBytes(text, edits, rules.has('mojibake'), source.length);
  text = repaired.text;
  edits = chain(edits, repaired.edits);
  if (rules.has('whitespace')) {
    const blanks = findStrayBlanks(text, readLines(text, { markdown }));
    text = applyDeletions(text, blanks);
    edits = chain(edits, blanks);
  }
  const converted = convert(text);
  return {
    text: converted.text,
    edits: chain(edits, converted.edits),
    script: converted.script,
    garbled: repaired.garbled,
  };
}

/** Deletions keep a place of their own in what a later round takes together; other edits cannot. */
function chain(first: Edits, second: Edits): Edits {
  return first.lengths.every((length) => length === 0) ? composeEdits(first, second) : mergeEdits(first, second);
}

function repairShiftedBytes(text: string, before: Edits, repair: boolean, sourceLength: number) {
  const found = findShiftedBytes(text);
  if (found.length === 0) return { text, edits: NO_EDITS, garbled: [] };
  const map = new EditOffsetMap(before, text.length);
  const edits = createEditList();
  const parts: string[] = [];
  let done = 0;
  for (const { span, reading } of found) {
    if (!repair || reading === null) continue;
    addEdit(edits, span.start, span.end, MOJIBAKE, reading.length);
    parts.push(text.slice(done, span.start), reading);
    done = span.end;
  }
  const garbled = found.map(({ span, reading }) => {
    const { start, end } = map.toSource(span);
    return { start, end: Math.min(end, sourceLength), reading: repair ? reading : null };
  });
  return { text: parts.join('') + text.slice(done), edits, garbled };
}

function describeGarbled({ start, end, reading }: Garbled, source: SourceDocument): Diagnostic {
  const span = createSpan(start, end);
  const wording = `'${source.text.slice(start, end)}' was read one byte off in GBK`;
  const message =
    reading === null ? `${wording} and is left as it is; look at the place` : `${wording} and repaired to '${reading}'`;
  return { severity: 'warning', code: 'shifted-bytes', message, path: source.path, span };
}
