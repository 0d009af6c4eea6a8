import { BLANK, consistsOf, DIGIT, flagsAt, HAN, LATIN, NUMERAL, OPEN_BRACKET } from '../../language/characters.js';
import { closeOf } from '../../language/clauses.js';
import { readNumeral } from '../../language/numerals.js';
import type { FormulaGroup } from '../../model/framework.js';
import { loadFrameworkRules } from '../../resources/framework-rules.js';

/** A name taken apart. */
export interface NameReading {
  /** Canonical: without blanks, marks and brackets inside it. */
  readonly name: string;
  readonly groups: readonly FormulaGroup[];
  /** Measure word of a single group (个, 项 …), or null. */
  readonly classifier: string | null;
  /** bare: digits alone (12345); plus: 1+3+N; steps: 一看二问三查; groups: 三化四有, 六融入. */
  readonly shape: 'bare' | 'plus' | 'steps' | 'groups';
}

const MAX_NAME = 24;
const MAX_HEAD = 12;

/** The characters of a name without what only parts them: 一查(找)二改(正) → 一查二改, 双随机、一公开 → 双随机一公开. */
export function compactName(raw: string): string {
  if (consistsOf(raw, HAN | DIGIT | LATIN)) return raw;
  let compact = '';
  for (let i = 0; i < raw.length; i++) {
    const flags = flagsAt(raw, i);
    if (flags & OPEN_BRACKET) {
      const close = closeOf(raw, i, raw.length);
      if (close < 0) return compact;
      i = close - 1;
    } else if (flags & (HAN | DIGIT | LATIN) || '+＋'.includes(raw.charAt(i))) {
      compact += raw.charAt(i) === '＋' ? '+' : raw.charAt(i);
    } else if ((flags & BLANK) === 0 && !'、,，·“”‘’"\'「」『』-—;；'.includes(raw.charAt(i))) {
      return '';
    }
  }
  return compact;
}

/** Reads a compact name as a number formula, or null where it is none. */
export function readName(name: string): NameReading | null {
  if (name.length < 2 || name.length > MAX_NAME) return null;
  if (name.includes('+')) return readPlus(name);
  const digits = readBareDigits(name);
  if (digits !== null) {
    return { name, groups: digits.map((count) => ({ count, head: null })), classifier: null, shape: 'bare' };
  }
  const read = readSteps(name) ?? readGroups(name);
  if (read === null) return null;
  const { groups, classifier } = read;
  return { name, groups, classifier, shape: isSteps(name, groups) ? 'steps' : 'groups' };
}

function readBareDigits(name: string): number[] | null {
  if (consistsOf(name, DIGIT)) {
    // 0135 promises zero of something; 1530 may be a name, 120, 2000 and a year are none.
    const isCode = (name.endsWith('0') && !/^[1-9]{3,5}0$/.test(name)) || /^(?:19|20)\d\d$/.test(name);
    return name.length <= 6 && !isCode ? [...name].map(Number) : null;
  }
  const numeral = readNumeral(name, 0);
  if (numeral === null || numeral.value !== null || numeral.kind !== 'chinese' || numeral.end !== name.length)
    return null;
  return numeral.digits.includes(0) || /[两双]/.test(name) ? null : [...numeral.digits];
}

/** 1+3+N, 1个平台+N支队伍 */
function readPlus(name: string): NameReading | null {
  const groups: FormulaGroup[] = [];
  for (const part of name.split('+')) {
    if (/^[NnXx]/.test(part)) {
      groups.push({ count: null, head: headAfter(part, 1).head });
      continue;
    }
    const numeral = readNumeral(part, 0);
    if (numeral === null || numeral.value === null || numeral.value > 99) return null;
    groups.push({ count: numeral.value, head: headAfter(part, numeral.end).head });
  }
  return groups.length >= 2 ? { name, groups, classifier: null, shape: 'plus' } : null;
}

function headAfter(part: string, from: number): { head: string | null; classifier: string | null } {
  const { classifiers } = loadFrameworkRules();
  const first = part.charAt(from);
  const kept = classifiers.get(first);
  const rest = part.slice(from);
  if (kept === false && rest.length > 1) return { head: rest.slice(1), classifier: first };
  return { head: rest === '' ? null : rest, classifier: kept === undefined ? null : first };
}

/** 一敲二听三支四清: numbers that count on from one part the steps, whatever word a number would make with what follows it. */
function readSteps(name: string): { groups: FormulaGroup[]; classifier: null } | null {
  const starts: number[] = [];
  for (let count = 1; count <= STEP_NUMBERS.length; count++) {
    const at = name.indexOf(STEP_NUMBERS.charAt(count - 1), count === 1 ? 0 : starts.at(-1)! + 2);
    if (at < 0) break;
    starts.push(at);
  }
  if (starts.length < 3 || starts[0] !== 0) return null;
  const heads = starts.map((start, i) => name.slice(start + 1, starts[i + 1]));
  const even = heads.every((head) => head.length === heads[0]!.length && head.length <= 4);
  if (!even || heads.some((head) => /[一二三四五六七八九十]/.test(head))) return null;
  return { groups: heads.map((head, i) => ({ count: i + 1, head })), classifier: null };
}

const STEP_NUMBERS = '一二三四五六七八九十';

/** (number classifier? head)+ over the whole name. */
function readGroups(name: string): { groups: FormulaGroup[]; classifier: string | null } | null {
  const groups: FormulaGroup[] = [];
  let classifier: string | null = null;
  let i = 0;
  while (i < name.length) {
    const numeral = readNumeral(name, i);
    if (numeral === null || numeral.value === null || numeral.value < 1 || numeral.value > 99) return null;
    const end = headEnd(name, numeral.end);
    const read = headAfter(name.slice(0, end), numeral.end);
    if (read.head === null || read.head.length > MAX_HEAD) return null;
    groups.push({ count: numeral.value, head: read.head });
    if (groups.length === 1) classifier = read.classifier;
    i = end;
  }
  return groups.length === 0 ? null : { groups, classifier: groups.length === 1 ? classifier : null };
}

/** Where the head that starts at `from` ends: before the next numeral that opens a group. */
function headEnd(name: string, from: number): number {
  const { wordsWithNumeral, classifiers } = loadFrameworkRules();
  let i = from + 1;
  // 五个一批: what follows the classifier belongs to the head even where it is a numeral.
  const classified = classifiers.get(name.charAt(from)) === false;
  if (classified) i++;
  if (name.charAt(from) === '位' && name.startsWith('一体', from + 1)) i = from + 3;
  for (; i < name.length; i++) {
    const flags = flagsAt(name, i);
    if ((flags & (NUMERAL | DIGIT)) === 0) continue;
    if (i === name.length - 1) continue;
    // 三支队伍管起来, 两个大陆口岸: such a numeral is none where the name is not written in them.
    if (FORMAL.includes(name.charAt(i)) && !FORMAL.includes(name.charAt(0))) continue;
    if (wordsWithNumeral.has(name.slice(i, i + 2)) && name.length <= i + 2) continue;
    // 四个统一行动: after a measure word 统一 is one word; 三单一图 counts 一图.
    const closesWord = classified && wordsWithNumeral.has(name.slice(i - 1, i + 1));
    if ((closesWord || wordsWithNumeral.has(name.slice(i, i + 2))) && !opensGroup(name, i)) continue;
    return i;
  }
  return name.length;
}

const FORMAL = '壹贰叁肆伍陆柒捌玖拾';

/** Whether the numeral at `i` counts on from the numbers before it (一看二问) although it also makes a word. */
function opensGroup(name: string, i: number): boolean {
  return i >= 2 && i + 1 < name.length && /^[一二三四五六七八九十]$/.test(name.charAt(0)) && name.charAt(i) !== '一';
}

/** Counts 1, 2, 3 …: steps in order rather than amounts, as 两 tells (一网两端三员). */
function isSteps(name: string, groups: readonly FormulaGroup[]): boolean {
  return groups.length >= 3 && groups.every((group, i) => group.count === i + 1) && !name.includes('两');
}
