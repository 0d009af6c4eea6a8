import type { StatisticName } from '../corpus/statistics/statistics-result.js';

/** How a field is shown: words; whole numbers; per million; a score with so many decimals; a probability; a list. */
type FieldKind = 'text' | 'count' | 'rate' | 'score1' | 'score2' | 'score3' | 'percent' | 'probability' | 'list';

/** A field of the rows: its name in JSON and CSV, what tables call it, and how it is shown there. */
export interface StatisticsField {
  readonly name: string;
  readonly title: string;
  readonly kind: FieldKind;
  /** Whether rows may come without it. */
  readonly optional?: boolean;
}

const field = (name: string, title: string, kind: FieldKind): StatisticsField => ({ name, title, kind });
const optional = (name: string, title: string, kind: FieldKind): StatisticsField => ({
  ...field(name, title, kind),
  optional: true,
});

const GROUP = optional('group', 'group', 'text');
const PART_OF_SPEECH = optional('partOfSpeech', 'pos', 'text');
const ITEMS = [
  GROUP,
  field('item', 'item', 'text'),
  PART_OF_SPEECH,
  field('frequency', 'frequency', 'count'),
  field('perMillion', 'per million', 'rate'),
  field('documents', 'documents', 'count'),
];

/** The fields of each statistic, in their order. */
export const STATISTICS_FIELDS: Readonly<Record<StatisticName, readonly StatisticsField[]>> = {
  overview: [
    GROUP,
    field('documents', 'documents', 'count'),
    field('sentences', 'sentences', 'count'),
    field('tokens', 'tokens', 'count'),
    field('characters', 'characters', 'count'),
    field('types', 'types', 'count'),
    field('hapaxLegomena', 'once only', 'count'),
    field('tokensPerSentence', 'tokens/sentence', 'score1'),
    field('frameworks', 'frameworks', 'count'),
    field('frameworksPerMillion', 'frameworks per million', 'rate'),
  ],
  words: ITEMS,
  ngrams: ITEMS,
  collocates: [
    field('collocate', 'collocate', 'text'),
    PART_OF_SPEECH,
    field('frequency', 'near node', 'count'),
    field('nodeFrequency', 'node', 'count'),
    field('collocateFrequency', 'in corpus', 'count'),
    field('expected', 'expected', 'score1'),
    field('logDice', 'logDice', 'score2'),
    field('mutualInformation', 'MI', 'score2'),
    field('tScore', 't-score', 'score2'),
    field('logLikelihood', 'G²', 'score1'),
  ],
  keyness: [
    GROUP,
    field('item', 'item', 'text'),
    PART_OF_SPEECH,
    field('targetFrequency', 'target', 'count'),
    field('referenceFrequency', 'reference', 'count'),
    field('targetPerMillion', 'target/M', 'rate'),
    field('referencePerMillion', 'reference/M', 'rate'),
    field('logLikelihood', 'G²', 'score1'),
    field('pValue', 'p', 'probability'),
    field('logRatio', 'log ratio', 'score2'),
    field('percentDifference', '%DIFF', 'percent'),
    field('simpleMaths', 'simple maths', 'score2'),
  ],
  dispersion: [
    field('item', 'item', 'text'),
    field('frequency', 'frequency', 'count'),
    field('range', 'range', 'count'),
    field('juillandD', 'D', 'score3'),
    field('deviationOfProportions', 'DP', 'score3'),
    field('deviationOfProportionsNorm', 'DPnorm', 'score3'),
    field('averageReducedFrequency', 'ARF', 'score1'),
  ],
  diversity: [
    field('document', 'document', 'text'),
    field('tokens', 'tokens', 'count'),
    field('types', 'types', 'count'),
    field('typeTokenRatio', 'TTR', 'score3'),
    field('movingAverageTypeTokenRatio', 'MATTR', 'score3'),
    field('hdD', 'HD-D', 'score3'),
  ],
  frameworks: [
    field('name', 'name', 'text'),
    field('category', 'category', 'text'),
    field('declared', 'declared', 'count'),
    field('documents', 'documents', 'count'),
    field('occurrences', 'occurrences', 'count'),
    field('members', 'members', 'list'),
  ],
  trend: [
    optional('item', 'item', 'text'),
    field('year', 'year', 'text'),
    field('documents', 'documents', 'count'),
    field('frequency', 'frequency', 'count'),
    field('perMillion', 'per million', 'rate'),
  ],
};

/** The fields of these rows: those that may be missing only where the first row has them. */
export function fieldsOf(what: StatisticName, first: object | undefined): readonly StatisticsField[] {
  return STATISTICS_FIELDS[what].filter(
    ({ name, optional }) => optional !== true || (first !== undefined && Object.hasOwn(first, name)),
  );
}
