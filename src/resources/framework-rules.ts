import { DataFileError } from '../errors.js';
import { readTable } from './read-table.js';

/** Words around numbers, from the tables in `data/frameworks/`, as sets for quick look-up. */
export interface FrameworkRules {
  readonly methodNouns: ReadonlySet<string>;
  /** Whether the measure word stays in the head. */
  readonly classifiers: ReadonlyMap<string, boolean>;
  readonly cuesAfter: readonly string[];
  readonly cuesBefore: readonly string[];
  readonly units: ReadonlySet<string>;
  readonly wordsBefore: ReadonlySet<string>;
  readonly wordsAfter: readonly string[];
  readonly idioms: ReadonlySet<string>;
  readonly wordsWithNumeral: ReadonlySet<string>;
  /** First words of a list element that belong to the sentence, not to the element: 按照, 做到, 围绕. Longest first. */
  readonly leads: readonly string[];
  /** Heads that name no practice: 方面, 点, 体会. */
  readonly genericHeads: ReadonlySet<string>;
  /** Label sets that imply their number: 四则运算 → 加 减 乘 除. */
  readonly labelSets: ReadonlyMap<string, readonly string[]>;
}

let cached: FrameworkRules | null = null;

/** The tables of `data/frameworks/`. @throws DataFileError */
export function loadFrameworkRules(): FrameworkRules {
  cached ??= readRules();
  return cached;
}

function longestFirst(words: Iterable<string>): string[] {
  return [...new Set(words)].sort((a, b) => b.length - a.length);
}

function readRules(): FrameworkRules {
  const examples = ['example', 'counter_example'];
  const column = (file: string, name: string, rest: string[] = []) =>
    readTable(`frameworks/${file}`, [name, ...rest, ...examples]);
  const exclusions = column('exclusions.tsv', 'kind', ['text']);
  const ofKind = (kind: string) =>
    exclusions.filter((row) => row.cells['kind'] === kind).map((row) => row.cells['text']!);
  const kinds = ['unit', 'before', 'after', 'idiom', 'word'];
  for (const { cells, line } of exclusions) {
    if (!kinds.includes(cells['kind']!)) {
      throw new DataFileError('data/frameworks/exclusions.tsv', line, 1, `unknown kind; known: ${kinds.join(', ')}`);
    }
  }
  const cues = column('cues.tsv', 'cue', ['side']);
  const cuesOf = (side: string) =>
    longestFirst(cues.filter((row) => row.cells['side'] === side).map((row) => row.cells['cue']!));
  return {
    methodNouns: new Set(column('method-nouns.tsv', 'noun').map((row) => row.cells['noun']!)),
    classifiers: new Map(
      column('classifiers.tsv', 'classifier', ['kept']).map((row) => [
        row.cells['classifier']!,
        row.cells['kept'] === 'yes',
      ]),
    ),
    cuesAfter: cuesOf('after'),
    cuesBefore: cuesOf('before'),
    units: new Set(ofKind('unit')),
    wordsBefore: new Set(ofKind('before')),
    wordsAfter: longestFirst(ofKind('after')),
    idioms: new Set(ofKind('idiom')),
    wordsWithNumeral: new Set(ofKind('word')),
    leads: longestFirst(column('leads.tsv', 'lead').map((row) => row.cells['lead']!)),
    genericHeads: new Set(column('generic-heads.tsv', 'head').map((row) => row.cells['head']!)),
    labelSets: new Map(
      column('label-sets.tsv', 'name', ['labels']).map((row) => [row.cells['name']!, row.cells['labels']!.split(' ')]),
    ),
  };
}
