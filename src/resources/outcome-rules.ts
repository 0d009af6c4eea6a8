import { readKinds } from './read-table.js';
import { WordIndex } from './word-index.js';

/** What a word before a figure says of it; see the head of `data/frameworks/outcome-words.tsv`. */
export type TellingKind = 'result' | 'lasting' | 'fall' | 'rise' | 'rate' | 'state' | 'work';
/** What a unit measures; see the head of `data/lexicon/measure-units.tsv`. */
export type UnitKind = 'count' | 'times' | 'money' | 'percent' | 'measure' | 'time';

/** The words around figures, from the tables in `data/`. */
export interface OutcomeRules {
  /** By first character: the words of which the last before a figure decides what it tells. */
  readonly telling: WordIndex;
  readonly kinds: ReadonlyMap<string, TellingKind>;
  /** By last character. */
  readonly means: WordIndex;
  readonly passages: WordIndex;
  readonly plans: WordIndex;
  /** By first character: words that only look like one of `plans`. */
  readonly plain: WordIndex;
  /** Those of `plans` that hold for a whole paragraph or section. */
  readonly ahead: WordIndex;
  /** By last character; with the words that only end like one. */
  readonly modals: { readonly ending: WordIndex; readonly all: ReadonlySet<string> };
  readonly pasts: WordIndex;
  readonly units: WordIndex;
  readonly unitKinds: ReadonlyMap<string, UnitKind>;
}

const WORDS = 'frameworks/outcome-words.tsv';
const UNITS = 'lexicon/measure-units.tsv';
const TELLING: readonly string[] = ['result', 'lasting', 'fall', 'rise', 'rate', 'state', 'work'];
const KINDS: readonly string[] = [...TELLING, 'means', 'passage', 'plan', 'ahead', 'modal', 'plain', 'past'];
const UNIT_KINDS: readonly string[] = ['count', 'times', 'money', 'percent', 'measure', 'time'];
const EXAMPLES = ['example', 'counter_example'];

let cached: OutcomeRules | null = null;

/** The rows of `outcome-words.tsv` and `measure-units.tsv`. @throws DataFileError */
export function loadOutcomeRules(): OutcomeRules {
  cached ??= readRules();
  return cached;
}

function readRules(): OutcomeRules {
  const words = readKinds(WORDS, ['kind', 'word', ...EXAMPLES], KINDS, 'word');
  const units = readKinds(UNITS, ['unit', 'kind', ...EXAMPLES], UNIT_KINDS, 'unit');
  const ofKind = (kind: string) => words.get(kind)!;
  const kinds = new Map(TELLING.flatMap((kind) => ofKind(kind).map((word) => [word, kind as TellingKind])));
  const unitKinds = new Map(UNIT_KINDS.flatMap((kind) => units.get(kind)!.map((unit) => [unit, kind as UnitKind])));
  return {
    telling: new WordIndex(kinds.keys(), 'first'),
    kinds,
    means: new WordIndex(ofKind('means'), 'last'),
    passages: new WordIndex(ofKind('passage'), 'first'),
    plans: new WordIndex([...ofKind('plan'), ...ofKind('ahead')], 'first'),
    plain: new WordIndex(ofKind('plain'), 'first'),
    ahead: new WordIndex(ofKind('ahead'), 'first'),
    modals: { ending: new WordIndex([...ofKind('modal'), ...ofKind('plain')], 'last'), all: new Set(ofKind('modal')) },
    pasts: new WordIndex(ofKind('past'), 'first'),
    units: new WordIndex(unitKinds.keys(), 'first'),
    unitKinds,
  };
}
