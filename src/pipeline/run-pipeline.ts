import type { CorpusDocument, CountableDocument, CountedSentence } from '../model/countable-document.js';
import type { Diagnostic } from '../model/diagnostic.js';
import type { NormalizedDocument, SourceDocument } from '../model/document.js';
import type { Explanation } from '../model/explanation.js';
import type { Extraction } from '../model/extraction.js';
import type { Framework } from '../model/framework.js';
import type { Outline } from '../model/outline.js';
import type { Segmentation, Unit, UnitKind } from '../model/segmentation.js';
import { createSpan, type Span } from '../model/span.js';
import { extractFrameworks } from './extract/extract-frameworks.js';
import { findDocumentDate } from './extract/find-document-date.js';
import { findNames } from './extract/find-names.js';
import { dropLeftOut, selectNames } from './extract/select-explained.js';
import { isBoilerplate } from './normalize/find-boilerplate.js';
import { normalizeDocument } from './normalize/normalize-document.js';
import { describeFaults } from './parse/describe-faults.js';
import { findParagraphs } from './parse/find-paragraphs.js';
import { findArticleUnits, findParagraphUnits, findSectionUnits, findSentenceUnits } from './parse/find-units.js';
import { parseDocument } from './parse/parse-document.js';
import { readSections } from './parse/read-sections.js';
import type { Tokenizer } from './tokenize/create-tokenizer.js';
import { isCounted } from './tokenize/is-counted.js';

// What `normalize` does by itself, for the command line and the library.
export {
  CLEANING_RULES,
  type CleaningRule,
  createNormalizer,
  DEFAULT_CLEANING,
  type NormalizedText,
  type Normalizer,
  type NormalizerOptions,
} from './normalize/create-normalizer.js';
export { detectScript } from './normalize/detect-script.js';
export { listAmbiguities } from './normalize/list-ambiguities.js';
export { listChanges } from './normalize/list-changes.js';
export { OPENCC_CONFIGS, type OpenccConfig } from './normalize/opencc-configs.js';
export { TARGET_SCRIPTS, type TargetScript } from './normalize/target-conversion.js';
export { createCharacterTokenizer } from './tokenize/create-character-tokenizer.js';
export { openTokenizer, type TokenizerRequest } from './tokenize/open-tokenizer.js';

export interface ExtractDocumentOptions {
  /** Frameworks below this confidence (0 to 1) are left out. */
  readonly minConfidence?: number;
  /** Adds `explanation`: why each name is what it is; a text asks for the names that hold it, in either script. */
  readonly explain?: boolean | string;
}

/** One document from its text to its frameworks: normalize, parse, extract. The only code that knows more than one stage. */
export function extractDocument(source: SourceDocument, options: ExtractDocumentOptions = {}): Extraction {
  const document = normalizeDocument(source);
  return extractFrom(document, parseDocument(document), options);
}

/** What a stored corpus keeps of a document. */
export interface AnalyzedDocument {
  readonly extraction: Extraction;
  /** Cut into sections. */
  readonly sections: Segmentation;
}

/** The frameworks of a document and its sections, from one reading. */
export function analyzeDocument(source: SourceDocument): AnalyzedDocument {
  const document = normalizeDocument(source);
  const outline = parseDocument(document);
  return {
    extraction: extractFrom(document, outline),
    sections: segmentFrom(document, () => outline, 'section', null),
  };
}

function extractFrom(document: NormalizedDocument, outline: Outline, options: ExtractDocumentOptions = {}): Extraction {
  const { explain = false } = options;
  const extracted = extractFrameworks(document, outline, explain !== false);
  const { explanation } = extracted;
  const frameworks = keepConfident(extracted.frameworks, options.minConfidence ?? 0);
  return {
    document,
    title: extracted.title,
    date: extracted.date,
    articles: extracted.articles,
    frameworks,
    mentions: extracted.mentions,
    diagnostics: [...document.source.diagnostics, ...describeNoise(document), ...extracted.diagnostics],
    ...(explanation && { explanation: narrowExplanation(explanation, document, frameworks, explain) }),
  };
}

function describeNoise(document: NormalizedDocument): Diagnostic[] {
  const count = document.changeCounts.noise ?? 0;
  if (count === 0) return [];
  const message = `${count} ${count === 1 ? 'stretch' : 'stretches'} of inserted web noise (pinyin in brackets and the like) passed over; quotes keep them`;
  return [{ severity: 'warning', code: 'noise-removed', message, path: document.source.path, span: null }];
}

/** Leaves doubtful frameworks out, and every reference to them. */
function keepConfident(frameworks: readonly Framework[], least: number): readonly Framework[] {
  const kept = frameworks.filter((framework) => framework.confidence >= least);
  if (kept.length === frameworks.length) return frameworks;
  const ids = new Set(kept.map((framework) => framework.id));
  const keepReference = (id: string | null) => (id !== null && ids.has(id) ? id : null);
  return kept.map((framework) => ({
    ...framework,
    parent: keepReference(framework.parent),
    members: framework.members.map((member) => ({ ...member, framework: keepReference(member.framework) })),
  }));
}

function narrowExplanation(
  explanation: Explanation,
  document: NormalizedDocument,
  frameworks: readonly Framework[],
  explain: boolean | string,
): Explanation {
  const narrowed = dropLeftOut(explanation, frameworks);
  if (typeof explain !== 'string') return narrowed;
  const asked = normalizeDocument({ ...document.source, text: explain });
  return selectNames(narrowed, document.text, asked.text);
}

/** The headings of a document with their marks, in the order of their place: of sections, of articles, and its title. */
export function findHeadings(document: NormalizedDocument): Span[] {
  const { headings } = readSections(document.text, parseDocument(document));
  return headings.map(({ start, heading }) => createSpan(start, heading.end));
}

export interface SegmentDocumentOptions {
  /** Cuts the words; needed for them, and used where sentences are to carry theirs. */
  readonly tokenizer?: Tokenizer | null;
}

/** One document cut into units of a level: normalize, parse, and for words tokenize. Units are made as they are asked for. */
export function segmentDocument(
  source: SourceDocument,
  unit: UnitKind,
  { tokenizer = null }: SegmentDocumentOptions = {},
): Segmentation {
  const document = normalizeDocument(source);
  return segmentFrom(
    document,
    memoize(() => parseDocument(document)),
    unit,
    tokenizer,
  );
}

function segmentFrom(
  document: NormalizedDocument,
  outline: () => Outline,
  unit: UnitKind,
  tokenizer: Tokenizer | null,
): Segmentation {
  const { text } = document;
  // Lines are found at once; the rest of the outline costs more and is read where it is asked for.
  const lines = () => findParagraphs(text);
  const sections = unit === 'section' ? readSections(text, outline()) : null;
  const makeUnits: Readonly<Record<UnitKind, () => Iterable<Unit>>> = {
    article: () => findArticleUnits(text, outline()),
    section: () => findSectionUnits(text, sections!),
    paragraph: () => findParagraphUnits(text, lines(), isBoilerplate),
    sentence: () => findSentenceUnits(text, lines(), isBoilerplate),
    word: () => findSentenceUnits(text, lines(), isBoilerplate),
  };
  return {
    document,
    get title() {
      const { title } = outline();
      return title === null ? null : text.slice(title.start, title.end);
    },
    unit,
    segmenter: tokenizer?.info ?? null,
    units: { [Symbol.iterator]: () => withTokens(text, makeUnits[unit](), tokenizer)[Symbol.iterator]() },
    diagnostics: [
      ...document.source.diagnostics,
      ...describeNoise(document),
      ...(sections === null ? [] : describeFaults(sections, document)),
    ],
  };
}

function memoize<T extends object>(make: () => T): () => T {
  let made: T | null = null;
  return () => {
    made ??= make();
    return made;
  };
}

function* withTokens(
  text: string,
  units: Iterable<Unit>,
  tokenizer: Pick<Tokenizer, 'tokenize'> | null,
): Generator<Unit> {
  if (tokenizer === null) return yield* units;
  const names = findNames(text);
  let k = 0;
  for (const unit of units) {
    const { start, end } = unit.span;
    const from = k;
    while (k < names.length && names[k]!.end <= end) k++;
    yield { ...unit, tokens: tokenizer.tokenize(text, start, end, names.slice(from, k)) };
  }
}

export interface CountingOptions {
  /** Cuts words or characters. */
  readonly tokenizer: Pick<Tokenizer, 'tokenize'>;
  /** Whether the tokenizer gives parts of speech that are to be counted apart. */
  readonly withPartOfSpeech?: boolean;
}

/** A document as statistics count it: cut into tokens, parsed for its date or extracted for its frameworks when that is asked for. */
export function toCountableDocument(stored: CorpusDocument, options: CountingOptions): CountableDocument {
  const { source } = stored;
  const document = memoize(() => stored.document?.() ?? normalizeDocument(source));
  const extraction = memoize(() => stored.extraction?.() ?? extractFrom(document(), outline()));
  const outline = memoize(() => parseDocument(document()));
  const known = stored.extraction !== undefined;
  return {
    source,
    get text() {
      return document().text;
    },
    *sentences() {
      const { text } = document();
      const units = findSentenceUnits(text, findParagraphs(text), () => false);
      const withTags = options.withPartOfSpeech === true;
      for (const unit of withTokens(text, units, options.tokenizer)) yield countTokens(text, unit, withTags);
    },
    articles: () => (known ? extraction().articles : outline().articles),
    date: () => (known ? extraction().date : findDocumentDate(document(), outline())),
    extraction,
  };
}

function countTokens(text: string, unit: Unit, withTags: boolean): CountedSentence {
  const tokens: string[] = [];
  const afterSign: boolean[] = [];
  const tags: string[] | null = withTags ? [] : null;
  let sign = true;
  for (const { span, partOfSpeech, blank } of unit.tokens) {
    if (blank) continue;
    if (isCounted(text, span.start, span.end)) {
      tokens.push(text.slice(span.start, span.end));
      afterSign.push(sign);
      tags?.push(partOfSpeech ?? '');
      sign = false;
    } else sign = true;
  }
  return { tokens, tags, afterSign, start: unit.span.start };
}

/** A phrase as it would stand in a normalized text. */
export function normalizePhrase(phrase: string): string {
  return normalizeDocument(asDocument(phrase)).text;
}

/** The tokens that a phrase would be cut into if it stood alone. */
export function cutPhrase(phrase: string, options: CountingOptions): readonly string[] {
  const sentences = toCountableDocument({ source: asDocument(phrase) }, options).sentences();
  return Array.from(sentences, ({ tokens }) => tokens).flat();
}

function asDocument(text: string): SourceDocument {
  return { id: '', path: null, text, format: 'txt', encoding: 'utf-8', sha256: '', diagnostics: [] };
}
