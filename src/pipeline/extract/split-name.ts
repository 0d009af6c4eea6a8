import { DIGIT, flagsAt, NUMERAL } from '../../language/characters.js';
import { loadFrameworkRules } from '../../resources/framework-rules.js';
import { methodNounAtEnd } from './method-noun.js';
import { type NameReading, readName } from './read-name.js';

/** A phrase parted into lead word, name and method noun. */
export interface SplitName {
  readonly reading: NameReading;
  /** Whether the name itself ends in a method noun (六大工程). */
  readonly endsInNoun: boolean;
  /** Characters of a lead word before the number (起身三部曲). */
  readonly lead: number;
  readonly noun: string | null;
}

/** Parts a phrase into lead word, name and method noun. */
export function splitName(phrase: string): SplitName | null {
  const lead = leadLength(phrase);
  const rest = phrase.slice(lead);
  const noun = methodNounAtEnd(rest);
  // 三调一访工作规程: the work it is for is no part of the name.
  const work = noun !== null && rest.endsWith('工作', noun.start) && noun.start >= 4 ? 2 : 0;
  // 两操三课一活动: the noun is the head of the last number.
  if (noun !== null && noun.start >= 2) {
    const bare = readName(rest.slice(0, noun.start - work));
    const before = rest.charAt(noun.start - work - 1);
    const endsInNumber = before !== '零' && (flagsAt(before, 0) & (NUMERAL | DIGIT)) !== 0;
    if (bare !== null && (!endsInNumber || bare.shape === 'bare') && !keepsNoun(bare, noun.noun))
      return { reading: bare, endsInNoun: false, lead, noun: noun.noun };
  }
  const reading = readName(rest);
  if (reading === null) return null;
  return { reading, endsInNoun: noun !== null, lead, noun: null };
}

/** “四个百分百、三个零容忍、两个不过夜”: each part between the signs is one group, whatever numerals stand in it. Null for a name in one part. */
export function splitParts(parts: readonly string[]): SplitName | null {
  if (parts.length < 2) return null;
  const readings = parts.map(readName);
  const groups = readings.flatMap((reading) => (reading?.groups.length === 1 ? reading.groups : []));
  if (groups.length !== parts.length) return null;
  const reading = { name: parts.join(''), groups, classifier: null, shape: 'groups' } as const;
  return { reading, endsInNoun: false, lead: 0, noun: null };
}

/** 六大工程, 五条标准: what is counted is the noun itself, so it stays in the name. 五个一 needs none. */
function keepsNoun(bare: NameReading, noun: string): boolean {
  // 一个国家两种制度: what the last measure word counts.
  const last = bare.groups.at(-1)!.head ?? '';
  if (bare.groups.length > 1 && last.length === 1 && loadFrameworkRules().classifiers.get(last) === false) return true;
  // 十六字口诀: the rhyme is what counts the characters.
  if (noun === '口诀' && last.startsWith('字')) return true;
  if (bare.groups.length !== 1 || bare.shape === 'plus') return false;
  const head = bare.groups[0]!.head;
  if (head === null) return true;
  // 五步流程, 四色管理 name the steps and colours; 两级管理 the levels of managing, 三招方法 the ways themselves.
  if (head.length === 1 && loadFrameworkRules().classifiers.has(head))
    return (!noun.endsWith('法') && !'步色'.includes(head)) || loadFrameworkRules().methodNouns.ways.has(noun);
  if (bare.classifier === null) return false;
  return !head.startsWith('一') && loadFrameworkRules().classifiers.get(bare.classifier) === false;
}

/** How many characters stand before the first number of a phrase, if few. */
export function leadLength(phrase: string): number {
  for (let i = 0; i < phrase.length; i++) {
    if (flagsAt(phrase, i) & (NUMERAL | DIGIT) || 'NX'.includes(phrase.charAt(i))) return i <= 6 ? i : 0;
  }
  return 0;
}
