import { DataFileError } from '../errors.js';
import { readTable } from './read-table.js';
import { WordIndex } from './word-index.js';

/** Words around numbers, from the tables in `data/frameworks/`, as sets for quick look-up. */
export interface FrameworkRules {
  readonly methodNouns: {
    readonly all: ReadonlySet<string>;
    readonly beginning: WordIndex;
    readonly ending: WordIndex;
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
  /** First words of a list element that belong to the sentence, not to the element: 按照, 做到, 围绕. Longest first. */
  readonly leads: WordIndex;
  /** What ends a title and is no part of a name in it: 经验材料, 纪实. */
  readonly titleTails: WordIndex;
  /** Where a sentence goes on behind the last member of a list. */
  readonly trailWords: WordIndex;
  /** Words that hold a function character and do not end a name: 平等, 行为. */
  readonly functionWords: ReadonlySet<string>;
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
  const examples = ['example', 'counter_example'];
  const column = (file: string, name: string, rest: string[] = []) =>
    readTable(`frameworks/${file}`, [name, ...rest, ...examples]);
  const exclusions = column('exclusions.tsv', 'kind', ['text']);
  const ofKind = (kind: string) =>
    exclusions.filter((row) => row.cells['kind'] === kind).map((row) => row.cells['text']!);
  const kinds = ['unit', 'unit-verb', 'before', 'before-one', 'after', 'idiom', 'each', 'word'];
  const units = [...ofKind('unit'), ...ofKind('unit-verb')];
  for (const { cells, line } of exclusions) {
    if (!kinds.includes(cells['kind']!)) {
      throw new DataFileError('data/frameworks/exclusions.tsv', line, 1, `unknown kind; known: ${kinds.join(', ')}`);
    }
  }
  const cues = column('cues.tsv', 'cue', ['side']);
  const cuesOf = (side: string) => cues.filter((row) => row.cells['side'] === side).map((row) => row.cells['cue']!);
  const nouns = new Set(column('method-nouns.tsv', 'noun').map((row) => row.cells['noun']!));
  const classifiers = column('classifiers.tsv', 'classifier', ['kept', 'counts']);
  for (const { cells, line } of classifiers) {
    if (!['practices', 'things', 'either'].includes(cells['counts']!)) {
      const known = 'practices, things, either';
      throw new DataFileError(
        'data/frameworks/classifiers.tsv',
        line,
        3,
        `unknown ${cells['counts']}; known: ${known}`,
      );
    }
  }
  return {
    methodNouns: { all: nouns, beginning: new WordIndex(nouns, 'first'), ending: new WordIndex(nouns, 'last') },
    classifiers: new Map(classifiers.map(({ cells }) => [cells['classifier']!, cells['kept'] === 'yes'])),
    counted: new Map(classifiers.map(({ cells }) => [cells['classifier']!, cells['counts'] as Counted])),
    cuesAfter: new WordIndex(cuesOf('after'), 'first'),
    cuesBefore: new WordIndex(cuesOf('before'), 'last'),
    units: { all: new Set(units), verbs: new Set(ofKind('unit-verb')), beginning: new WordIndex(units, 'first') },
    wordsBefore: new Set(ofKind('before')),
    wordsBeforeOne: new Set(ofKind('before-one')),
    wordsAfter: new WordIndex(ofKind('after'), 'first'),
    idioms: new Set(ofKind('idiom')),
    wordsWithNumeral: new Set(ofKind('word')),
    distributives: new Set(ofKind('each')),
    leads: new WordIndex(
      column('leads.tsv', 'lead').map((row) => row.cells['lead']!),
      'last',
    ),
    trailWords: new WordIndex(
      column('trail-words.tsv', 'word').map((row) => row.cells['word']!),
      'first',
    ),
    titleTails: new WordIndex(
      column('title-tails.tsv', 'tail').map((row) => row.cells['tail']!),
      'first',
    ),
    functionWords: new Set(column('function-words.tsv', 'word').map((row) => row.cells['word']!)),
    conjunctionWords: new Set(column('conjunction-words.tsv', 'word').map((row) => row.cells['word']!)),
    jointVerbs: new WordIndex(
      column('joint-verbs.tsv', 'verb').map((row) => row.cells['verb']!),
      'first',
    ),
    objectVerbs: new WordIndex(
      column('object-verbs.tsv', 'verb').map((row) => row.cells['verb']!),
      'first',
    ),
    genericHeads: new Set(column('generic-heads.tsv', 'head').map((row) => row.cells['head']!)),
    labelSets: new Map(
      column('label-sets.tsv', 'name', ['labels']).map((row) => [row.cells['name']!, row.cells['labels']!.split(' ')]),
    ),
  };
}
