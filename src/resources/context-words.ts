import { readKinds } from './read-table.js';
import { WordIndex } from './word-index.js';

/** Words beside a name or a list, from `data/frameworks/context-words.tsv`, that say how it is to be taken. */
export interface ContextWords {
  /** What a cited teaching is called: 理论, 思想. By first character. */
  readonly teachings: WordIndex;
  /** What says that a report is against the thing named: 反对. */
  readonly opposing: readonly string[];
  /** What the order of the members is called, and no other set: 顺序, 流程. By first character. */
  readonly orders: WordIndex;
  /** What points from a name back at the list before it, or introduces the name for it: 这, 统称, 构成. By first character. */
  readonly pointingBack: WordIndex;
  /** What stands right before a name that is given to what was told before: 称作, 总结为. By last character. */
  readonly naming: WordIndex;
  /** Elements that are nothing but such a word. */
  readonly links: ReadonlySet<string>;
  /** What people and things are called by; a noun ends in it: 队, 员, 站. By last character. */
  readonly bodies: WordIndex;
  /** What is known by its number among rules; a head ends in it: 规定, 原则. By last character. */
  readonly ruleNouns: WordIndex;
  /** What bears the name of a compound without quotes, or is done with it: 三会一课记录本. By first character. */
  readonly afterCompounds: WordIndex;
}

const KINDS = ['teaching', 'opposing', 'order', 'back', 'link', 'naming', 'body', 'rule', 'after'];
let cached: ContextWords | null = null;

/** The rows of `data/frameworks/context-words.tsv`. @throws DataFileError */
export function loadContextWords(): ContextWords {
  cached ??= readContextWords();
  return cached;
}

function readContextWords(): ContextWords {
  const words = readKinds(
    'frameworks/context-words.tsv',
    ['kind', 'word', 'example', 'counter_example'],
    KINDS,
    'word',
  );
  const ofKind = (kind: string) => words.get(kind)!;
  return {
    teachings: new WordIndex(ofKind('teaching'), 'first'),
    opposing: ofKind('opposing'),
    orders: new WordIndex(ofKind('order'), 'first'),
    pointingBack: new WordIndex(ofKind('back'), 'first'),
    naming: new WordIndex(ofKind('naming'), 'last'),
    links: new Set(ofKind('link')),
    bodies: new WordIndex(ofKind('body'), 'last'),
    ruleNouns: new WordIndex(ofKind('rule'), 'last'),
    afterCompounds: new WordIndex(ofKind('after'), 'first'),
  };
}
