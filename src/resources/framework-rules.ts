import { DataFileError } from '../errors.js';
import { readKinds, readTable } from './read-table.js';
import { WordIndex } from './word-index.js';

/** Words around numbers, from the tables in `data/frameworks/`, as sets for quick look-up. */
export interface FrameworkRules {
  readonly methodNouns: {
    readonly all: ReadonlySet<string>;
    readonly beginning: WordIndex;
    readonly ending: WordIndex;
    /** Those that end a name whatever follows them: 机制, 制度, 原则. */
    readonly closing: ReadonlySet<string>;
    /** Those that are counted themselves: 三种方法. */
    readonly ways: ReadonlySet<string>;
  };
  /** Whether the measure word stays in the head. */
  readonly classifiers: ReadonlyMap<string, boolean>;
  /** What an amount with the measure word is of, as far as it tells. */
  readonly counted: ReadonlyMap<string, Counted>;
  readonly cuesAfter: WordIndex;
  readonly cuesBefore: WordIndex;
  readonly units: {
    readonly all: ReadonlySet<string>;
    /** Those that are also verbs: 比, 包. */
    readonly verbs: ReadonlySet<string>;
    readonly beginning: WordIndex;
  };
  readonly wordsBefore: ReadonlySet<string>;
  /** Words that only make 一 part of a word: 进一步. */
  readonly wordsBeforeOne: ReadonlySet<string>;
  readonly wordsAfter: WordIndex;
  readonly idioms: ReadonlySet<string>;
  readonly wordsWithNumeral: ReadonlySet<string>;
  /** What 一X一Y says that each of has one: 一户一档, 一村一品. */
  readonly distributives: ReadonlySet<string>;
  /** Measure words of things, beside those that `classifiers` knows: 三间瓦房四亩薄田. */
  readonly thingMeasures: ReadonlySet<string>;
  /** Characters that name no group by themselves. */
  readonly noHeads: ReadonlySet<string>;
  /** First words of a list element that belong to the sentence, not to the element: 按照, 做到, 围绕. Longest first. */
  readonly leads: WordIndex;
  /** Those of one character that lead over in mid-clause as well: to a list, to the two things of a pair. */
  readonly leadsWithin: { readonly list: ReadonlySet<string>; readonly pair: ReadonlySet<string> };
  /** What ends a title and is no part of a name in it: 经验材料, 纪实. */
  readonly titleTails: WordIndex;
  /** Where a sentence goes on behind the last member of a list. */
  readonly trailWords: WordIndex;
  /** The function characters that end a name without quotes, in one string. */
  readonly nameStops: string;
  /** Words that hold a function character and do not end a name: 平等, 行为. */
  readonly functionWords: ReadonlySet<string>;
  /** Words that begin with a function character and may follow a measure word: 三个及时. By first character. */
  readonly headWords: WordIndex;
  /** Words that begin like a function character and belong to an element whole: 了解, 过程, 在线. */
  readonly openingWords: ReadonlySet<string>;
  /** What joins the last two elements of a list: 和, 以及. */
  readonly conjunctions: WordIndex;
  /** Words that only contain a conjunction: 协同, 和谐. */
  readonly conjunctionWords: ReadonlySet<string>;
  /** What the members of a set do together: 分置, 融合, 联动. */
  readonly jointVerbs: WordIndex;
  /** Verbs behind a quoted name whose object a method noun is: “四清”开展工作. */
  readonly objectVerbs: WordIndex;
  /** Heads that name no practice: 方面, 点, 体会. */
  readonly genericHeads: ReadonlySet<string>;
  /** Label sets that imply their number: 四则运算 → 加 减 乘 除. */
  readonly labelSets: ReadonlyMap<string, readonly string[]>;
}

/** What a measure word counts: measures and principles, people and things, or both. */
type Counted = 'practices' | 'things' | 'either';

let cached: FrameworkRules | null = null;

/** The tables of `data/frameworks/`. @throws DataFileError */
export function loadFrameworkRules(): FrameworkRules {
  cached ??= readRules();
  return cached;
}

function readRules(): FrameworkRules {
  const excluded = readWords('exclusions.tsv', 'text', EXCLUSIONS);
  const units = [...excluded('unit'), ...excluded('unit-verb')];
  const functionWord = readWords('function-words.tsv', 'word', ['stop', 'word', 'head', 'opening']);
  const conjunction = readWords('conjunction-words.tsv', 'word', ['conjunction', 'word']);
  const classifiers = readClassifiers();
  const cuesOf = readChoices('cues.tsv', 'cue', 'side', ['after', 'before']);
  const leads = readChoices('leads.tsv', 'lead', 'within', ['-', 'list', 'pair', 'both']);
  return {
    methodNouns: readMethodNouns(),
    classifiers: new Map(classifiers.map((cells) => [cells['classifier']!, cells['kept'] === 'yes'])),
    counted: new Map(classifiers.map((cells) => [cells['classifier']!, cells['counts'] as Counted])),
    cuesAfter: new WordIndex(cuesOf('after'), 'first'),
    cuesBefore: new WordIndex(cuesOf('before'), 'last'),
    units: { all: new Set(units), verbs: new Set(excluded('unit-verb')), beginning: new WordIndex(units, 'first') },
    wordsBefore: new Set(excluded('before')),
    wordsBeforeOne: new Set(excluded('before-one')),
    wordsAfter: new WordIndex(excluded('after'), 'first'),
    idioms: new Set(excluded('idiom')),
    wordsWithNumeral: new Set(excluded('word')),
    distributives: new Set(excluded('each')),
    thingMeasures: new Set(excluded('measure')),
    noHeads: new Set(excluded('no-head')),
    leads: new WordIndex(leads('-', 'list', 'pair', 'both'), 'last'),
    leadsWithin: { list: new Set(leads('list', 'both')), pair: new Set(leads('pair', 'both')) },
    trailWords: new WordIndex(readColumn('trail-words.tsv', 'word'), 'first'),
    titleTails: new WordIndex(readColumn('title-tails.tsv', 'tail'), 'first'),
    nameStops: functionWord('stop').join(''),
    functionWords: new Set(functionWord('word')),
    headWords: new WordIndex(functionWord('head'), 'first'),
    openingWords: new Set(functionWord('opening')),
    conjunctions: new WordIndex(conjunction('conjunction'), 'first'),
    conjunctionWords: new Set(conjunction('word')),
    jointVerbs: new WordIndex(readColumn('joint-verbs.tsv', 'verb'), 'first'),
    objectVerbs: new WordIndex(readColumn('object-verbs.tsv', 'verb'), 'first'),
    genericHeads: new Set(readColumn('generic-heads.tsv', 'head')),
    labelSets: readLabelSets(),
  };
}

const EXAMPLES = ['example', 'counter_example'];
const EXCLUSIONS = [
  ...['unit', 'unit-verb', 'before', 'before-one', 'after', 'idiom', 'each', 'word'],
  ...['measure', 'no-head'],
];

/** The words of a table that has nothing but words and their examples. */
function readColumn(file: string, name: string): string[] {
  return readTable(`frameworks/${file}`, [name, ...EXAMPLES], [name]).map(({ cells }) => cells[name]!);
}

/** The words of a table by the kind that stands before each. */
function readWords(file: string, name: string, kinds: readonly string[]): (kind: string) => string[] {
  const words = readKinds(`frameworks/${file}`, ['kind', name, ...EXAMPLES], kinds, name);
  return (kind) => words.get(kind)!;
}

/** The words of a table by what a column behind each chooses. */
function readChoices(
  file: string,
  name: string,
  column: string,
  known: readonly string[],
): (...chosen: string[]) => string[] {
  const rows = readTable(`frameworks/${file}`, [name, column, ...EXAMPLES], [name, column]);
  for (const { cells, line } of rows) checkCell(`frameworks/${file}`, line, 2, cells[column]!, known);
  return (...chosen) => rows.filter(({ cells }) => chosen.includes(cells[column]!)).map(({ cells }) => cells[name]!);
}

function checkCell(file: string, line: number, column: number, value: string, known: readonly string[]): void {
  if (known.includes(value)) return;
  throw new DataFileError(`data/${file}`, line, column, `unknown ${value}; known: ${known.join(', ')}`);
}

function readClassifiers(): readonly Readonly<Record<string, string>>[] {
  const file = 'frameworks/classifiers.tsv';
  const columns = ['classifier', 'kept', 'counts'];
  return readTable(file, [...columns, ...EXAMPLES], columns).map(({ cells, line }) => {
    checkCell(file, line, 3, cells['counts']!, ['practices', 'things', 'either']);
    return cells;
  });
}

function readMethodNouns(): FrameworkRules['methodNouns'] {
  const nouns = readChoices('method-nouns.tsv', 'noun', 'role', ['-', 'closing', 'way']);
  const all = new Set(nouns('-', 'closing', 'way'));
  return {
    all,
    beginning: new WordIndex(all, 'first'),
    ending: new WordIndex(all, 'last'),
    closing: new Set(nouns('closing', 'way')),
    ways: new Set(nouns('way')),
  };
}

function readLabelSets(): ReadonlyMap<string, readonly string[]> {
  const rows = readTable('frameworks/label-sets.tsv', ['name', 'labels', ...EXAMPLES], ['name', 'labels']);
  return new Map(rows.map(({ cells }) => [cells['name']!, cells['labels']!.split(' ')]));
}
