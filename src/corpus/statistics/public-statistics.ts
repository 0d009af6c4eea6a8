/** What of the statistics the library gives away. */
export {
  type CooccurrenceCounts,
  collocateLogLikelihood,
  expectedFrequency,
  logDice,
  mutualInformation,
  tScore,
} from './association-measures.js';
export { chiSquareTail } from './chi-square.js';
export type { CorpusSize, Grouping, PlacedDocument } from './corpus-groups.js';
export {
  CollocateCounter,
  type CollocateOptions,
  type CollocateRow,
} from './count-collocates.js';
export {
  DispersionCounter,
  type DispersionOptions,
  type DispersionRow,
} from './count-dispersion.js';
export {
  DiversityCounter,
  type DiversityOptions,
  type DiversityRow,
} from './count-diversity.js';
export { FrameworkCounter, type FrameworkOptions } from './count-frameworks.js';
export { ItemCounter, type ItemOptions, type ItemRow } from './count-items.js';
export {
  type ComparedDocument,
  KeynessCounter,
  type KeynessOptions,
  type KeynessRow,
} from './count-keyness.js';
export { OverviewCounter, type OverviewRow } from './count-overview.js';
export { TrendCounter, type TrendRow } from './count-trend.js';
export {
  averageReducedFrequency,
  countRange,
  deviationOfProportions,
  deviationOfProportionsNorm,
  juillandD,
  type PartCounts,
} from './dispersion-measures.js';
export { hypergeometricDiversity, MovingAverageRatio } from './diversity-measures.js';
export { yearOf } from './document-year.js';
export type { ItemFilter } from './item-filter.js';
export {
  type KeynessCounts,
  keynessLogLikelihood,
  logRatio,
  percentDifference,
  perMillion,
  simpleMaths,
} from './keyness-measures.js';
export type { PracticeMember, PracticeRow } from './practice-row.js';
export type { Statistic, StatisticsResult } from './statistics-result.js';
export type { SoughtItem } from './token-matcher.js';
