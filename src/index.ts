/**
 * The library behind the command line.
 *
 * ```js
 * import { extractDocument, isReadFailure, readDocuments, toExtractionRecord } from 'workmethod';
 *
 * for await (const source of readDocuments(['reports/'])) {
 *   if (isReadFailure(source)) continue;
 *   console.log(toExtractionRecord(extractDocument(source)));
 * }
 * ```
 *
 * A text in another script, without noise, and every change that led to it:
 *
 * ```js
 * import { createNormalizer, isReadFailure, listChanges, readDocuments, toChangeRecords } from 'workmethod';
 *
 * const normalizer = await createNormalizer({ to: 'taiwan', phrases: true });
 * for await (const source of readDocuments(['report.txt'])) {
 *   if (isReadFailure(source)) continue;
 *   const document = normalizer.normalize(source);
 *   console.log(document.text, [...toChangeRecords(source.id, source.text, listChanges(document))]);
 * }
 * ```
 *
 * Results against annotations, as `workmethod eval` compares them:
 *
 * ```js
 * import { readFileSync } from 'node:fs';
 * import { evaluateExtractions, parseGoldDocument, parsePredictions } from 'workmethod';
 *
 * const gold = parseGoldDocument(readFileSync('a.gold.json', 'utf8'), 'a.gold.json');
 * const { documents } = parsePredictions(readFileSync('frameworks.json', 'utf8'), 'frameworks.json');
 * console.log(evaluateExtractions([gold], documents).totals.frameworks);
 * ```
 *
 * Sentences or words, as `workmethod segment` cuts them:
 *
 * ```js
 * import { openTokenizer, segmentDocument, toUnitRecords } from 'workmethod';
 *
 * const tokenizer = await openTokenizer();
 * for (const { text, span } of toUnitRecords(segmentDocument(source, 'word', { tokenizer }))) console.log(span.start, text);
 * ```
 *
 * A corpus stored once, as `workmethod index` does it, and read back:
 *
 * ```js
 * import { openCorpusStore } from 'workmethod';
 *
 * const store = openCorpusStore('corpus.db');
 * for (const stored of store.candidates([['群众工作']])) {
 *   if ('code' in stored) continue;
 *   console.log(stored.source.path, stored.document().text.indexOf('群众工作'), stored.recordJson());
 * }
 * store.close();
 * ```
 *
 * Statistics, as `workmethod stats` counts them:
 *
 * ```js
 * import { CollocateCounter, openTokenizer, toCountableDocument } from 'workmethod';
 *
 * const counting = { tokenizer: await openTokenizer() };
 * const filter = { stopwords: null, takesTag: null };
 * const counter = new CollocateCounter({ node: { text: '改革', oneToken: true }, window: { left: 5, right: 5 }, filter, minFrequency: 3, top: 20, sort: 'logDice' });
 * for await (const source of readDocuments(['reports/'])) {
 *   if (!isReadFailure(source)) counter.add({ document: toCountableDocument({ source }, counting), year: null });
 * }
 * console.log(counter.finish().rows);
 * ```
 *
 * Where a phrase stands, as `workmethod search` finds it:
 *
 * ```js
 * import { compileQuery, listHits, openFileSearchSource, queryFor, searchDocuments } from 'workmethod';
 *
 * const query = await compileQuery(queryFor(['信访'], { and: ['网格'], near: 20 }));
 * for await (const found of searchDocuments(await openFileSearchSource(['reports/']), query)) {
 *   if ('code' in found) continue;
 *   for (const { record } of listHits(found, 40)) console.log(record.path, record.line, record.quote);
 * }
 * ```
 *
 * Spans of an `Extraction` are UTF-16 offsets of the normalized text; `toExtractionRecord` gives code points of the source text.
 */
import type { ReadFailure, SourceDocument } from './model/document.js';
import { findInputs } from './pipeline/read/find-inputs.js';
import type { ReadOptions } from './pipeline/read/format-reader.js';
import { readInputs } from './pipeline/read/read-inputs.js';
import { createFileSearchSource } from './search/file-search-source.js';
import type { SearchSource } from './search/search-source.js';

export type { Cluster } from './corpus/describe-cluster.js';
export { type DocumentSketch, sketchDocument } from './corpus/document-sketch.js';
export type { CalibrationBin } from './corpus/evaluate/calibrate.js';
export {
  type DocumentEvaluation,
  type Evaluation,
  type EvaluationOptions,
  evaluateExtractions,
  type FieldScore,
  type FrameworkScores,
  nameDocument,
  type Score,
  type Scores,
} from './corpus/evaluate/evaluate-extractions.js';
export {
  type GoldDocument,
  type GoldFramework,
  type GoldItem,
  parseGoldDocument,
} from './corpus/evaluate/gold-document.js';
export type { Difference, Miss } from './corpus/evaluate/list-misses.js';
export { type PredictedDocument, type Predictions, parsePredictions } from './corpus/evaluate/predicted-document.js';
export type { FrameworkSketch, MemberSketch } from './corpus/framework-sketch.js';
export {
  type CorpusLinks,
  type DocumentLinks,
  linkDocuments,
  type ReportReference,
  type ReprintGroup,
} from './corpus/link-documents.js';
export * from './corpus/statistics/public-statistics.js';
export type { TextSketch } from './corpus/text-sketch.js';
export { DataFileError, InputError, UsageError } from './errors.js';
export type { CorpusDocument, CountableDocument, CountedSentence } from './model/countable-document.js';
export type { Diagnostic, Severity } from './model/diagnostic.js';
export type {
  Ambiguity,
  Change,
  NormalizedDocument,
  OffsetMap,
  ReadFailure,
  Script,
  ScriptShares,
  SourceDocument,
} from './model/document.js';
export type {
  Decision,
  DropReason,
  ExplainedCandidate,
  ExplainedMember,
  ExplainedName,
  ExplainedPlace,
  Explanation,
  FeatureContribution,
  NameRule,
  RejectedCandidate,
  RejectionReason,
} from './model/explanation.js';
export type { ExtractedArticle, Extraction } from './model/extraction.js';
export type { FormulaGroup, Framework, FrameworkMember, Mention, Outcome, Pattern } from './model/framework.js';
export type {
  Segmentation,
  SegmenterInfo,
  SegmenterName,
  Token,
  Unit,
  UnitHeading,
  UnitKind,
} from './model/segmentation.js';
export type { Span } from './model/span.js';
export { isReadFailure, type ReadOptions } from './pipeline/read/format-reader.js';
export {
  CLEANING_RULES,
  type CleaningRule,
  type CountingOptions,
  createCharacterTokenizer,
  createNormalizer,
  cutPhrase,
  DEFAULT_CLEANING,
  detectScript,
  type ExtractDocumentOptions,
  extractDocument,
  listAmbiguities,
  listChanges,
  type NormalizedText,
  type Normalizer,
  type NormalizerOptions,
  normalizePhrase,
  OPENCC_CONFIGS,
  type OpenccConfig,
  openTokenizer,
  type SegmentDocumentOptions,
  segmentDocument,
  TARGET_SCRIPTS,
  type TargetScript,
  type TokenizerRequest,
  toCountableDocument,
} from './pipeline/run-pipeline.js';
export type {
  ExplainedCandidateRecord,
  ExplainedMemberRecord,
  ExplainedNameRecord,
  ExplanationRecord,
  RejectedCandidateRecord,
} from './render/explanation-record.js';
export {
  type ArticleRecord,
  type ExtractionRecord,
  type ExtractionRecordOptions,
  type FrameworkRecord,
  type ItemRecord,
  type MentionRecord,
  type OutcomeRecord,
  toExtractionRecord,
} from './render/extraction-record.js';
export { type HitRecord, listHits, type NamedHit } from './render/hit-record.js';
export { addLinks } from './render/linked-record.js';
export { type ChangeRecord, toChangeRecords } from './render/normalization-records.js';
export {
  type HeadingRecord,
  type SegmentationRecord,
  toSegmentationRecord,
  toUnitRecords,
  type UnitRecord,
} from './render/segmentation-record.js';
export type { PositionRecord } from './render/text-positions.js';
export { loadStopwords } from './resources/stopwords.js';
export { type CompiledPattern, type CompiledQuery, compileQuery } from './search/compile-query.js';
export type { ByteSpan } from './search/locate-phrases.js';
export { queryFor, type SearchPlace, type SearchQuery } from './search/query.js';
export { type FoundDocument, NO_LIMITS, type SearchLimits, searchDocuments } from './search/search-documents.js';
export type { LocatedHits, SearchCandidate, SearchSource } from './search/search-source.js';
export type { TextPlace, Utf8Text } from './search/utf8-text.js';
export { isDatabasePath } from './store/corpus-file.js';
export { type CorpusIndex, openCorpusIndex } from './store/corpus-index.js';
export type { CorpusSettings } from './store/corpus-settings.js';
export { type CorpusStore, openCorpusStore } from './store/corpus-store.js';
export { currentSettings } from './store/current-settings.js';
export { createStoreSearchSource } from './store/store-search-source.js';
export type { StoredDocument } from './store/stored-document.js';
export type { DocumentChange, IndexStep, UpdateOptions } from './store/update-corpus.js';
export { VERSION } from './version.js';

/**
 * The documents behind paths (files, folders, globs, `-`), in the order of their paths. An input that cannot be read is a
 * failure in its place.
 */
export async function* readDocuments(
  paths: readonly string[],
  options: Partial<ReadOptions> = {},
): AsyncGenerator<SourceDocument | ReadFailure> {
  const { inputs } = await findInputs(paths);
  yield* readInputs(inputs, options);
}

/** The files behind paths as a source for `searchDocuments`, in the order of their paths. */
export async function openFileSearchSource(
  paths: readonly string[],
  options: Partial<ReadOptions> = {},
): Promise<SearchSource> {
  const { inputs } = await findInputs(paths);
  return createFileSearchSource(inputs, options);
}
