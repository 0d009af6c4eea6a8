import type { Mention } from '../../model/framework.js';
import { loadContextWords } from '../../resources/context-words.js';
import { loadFrameworkRules } from '../../resources/framework-rules.js';
import { type Formula, isDistributive, isIdiom } from './formula.js';
import { ordinalSteps } from './ordinal-steps.js';

/** Names that the report uses without listing their members, in order of their first place. */
export function findMentions(formulas: readonly Formula[], frameworkKeys: ReadonlySet<string>): Mention[] {
  const byKey = new Map<string, Formula[]>();
  const steps = ordinalSteps(formulas, []);
  for (const formula of formulas) {
    const key = formula.key;
    if (frameworkKeys.has(key) || steps.has(key)) continue;
    const places = byKey.get(key);
    if (places === undefined) byKey.set(key, [formula]);
    else places.push(formula);
  }
  // “一张网络、两份清单、三支队伍”为内容的“123”工作法: the digits are the name.
  const told = new Set(formulas.flatMap(({ shape, name }) => (shape === 'bare' ? [name] : [])));
  const mentions: Mention[] = [];
  for (const places of byKey.values()) {
    const named = places.find(isName);
    if (named === undefined || told.has(countsOf(named))) continue;
    mentions.push({ name: named.name, groups: named.groups, occurrences: places.map((formula) => formula.span) });
  }
  return mentions;
}

/** The numbers of a name of three or more with measure words, in a row. */
function countsOf({ groups, shape }: Formula): string {
  return shape === 'bare' || groups.length < 3 ? '-' : groups.map(({ count }) => count ?? 'N').join('');
}

const MAX_HEAD = 4;
/** Pairs of numbers that idioms are made of: 一清二楚, 七拼八凑, 三令五申. */
const IDIOM_NUMBERS = new Set(['1,2', '7,8', '3,5', '4,5', '5,6', '4,8', '3,4', '2,3', '9,10', '1,100', '1,10']);

/** 三会一课, 两票三制, 1+3+N. */
function isSeveralNumbersName({ groups, name, quoted, shape }: Formula): boolean {
  if (shape === 'plus') return groups.every(({ head }) => (head?.length ?? 0) <= MAX_HEAD);
  // 一日一评、一旬一奖、一月一兑现 is a rhythm.
  const keys = groups.map(({ count, head }) => `${count}${head}`);
  if (new Set(keys).size < keys.length) return false;
  if (groups.length > 4 && groups.every(({ count }) => count === 1)) return false;
  const { units, classifiers, thingMeasures } = loadFrameworkRules();
  if (groups.some(({ count, head }) => (count ?? 0) > 10 && units.all.has(head ?? ''))) return false; // 十九届六中全会
  if (groups.some(({ head }) => (units.beginning.longestAt(head ?? '', 0)?.length ?? 0) >= 2)) return false; // 排队两小时，看病三分钟
  const most = quoted ? MAX_HEAD : 3;
  if (groups.some(({ head }) => head === null || head.length > most)) return false;
  if (quoted) return true;
  const { noHeads } = loadFrameworkRules();
  // 三金两银, 七山一水: counted things, if one of them is; 一级响应、二级预警 are an order.
  if (groups.some(({ head }) => noHeads.has(head!))) return false;
  if (groups.every(({ head }) => head!.startsWith('级') || head!.startsWith('等'))) return false;
  // 七至九点
  if (groups.some(({ head }) => '至到'.includes(head!.charAt(0)))) return false;
  // The groups of a name are alike (两不愁三保障); 一共收到三封信 is a sentence.
  // 过去十棒烂三棒: amounts of one thing.
  if (groups.some(({ head }, i) => i > 0 && head !== groups[0]!.head && groups[0]!.head!.startsWith(head!)))
    return false;
  const lengths = groups.map(({ head }) => head!.length);
  if (Math.max(...lengths) > 2 && lengths.some((length) => length !== lengths[0])) return false;
  // 三间瓦房四亩薄田: amounts of things.
  if (groups.some(({ head }) => head!.length > 1 && thingMeasures.has(head!.charAt(0)))) return false;
  if (groups.some(({ count, head }) => (count ?? 0) > 10 || units.all.has(head!) || classifiers.has(head!)))
    return false;
  // 一岗双责, not 一语双关
  if (name.startsWith('一') && name.includes('双') && !isIdiom(name, true)) return true;
  // Idioms are built of single characters (三番五次); 两不愁三保障 is none.
  return lengths.every((length) => length > 1) || !IDIOM_NUMBERS.has(groups.map((group) => group.count).join(','));
}

/** 八小时以外, 8元餐: an amount in quotes. */
function startsWithUnit(head: string): boolean {
  const { jointVerbs, units } = loadFrameworkRules();
  if (units.verbs.has(head)) return false; // “门前三包”
  if (head.length === 3 && jointVerbs.longestAt(head, 1) !== null) return false; // “三所联动”
  if (head.length >= 3 && units.all.has(head.charAt(0))) return true; // “三楼爱养花”
  if (head.length === 2 && '号层毛口斤角岁折倍成'.includes(head.charAt(0))) return true; // “五号线”, “六口人”
  return units.all.has(head.slice(0, 2)) || (head.length <= 2 && '元岁后天年月日'.includes(head.charAt(0)));
}

/** “一带一路”: two single things in quotes are a name, unless they are an idiom. */
function isProperName({ quoted, groups, name }: Formula): boolean {
  const two = groups.length === 2 && groups.every(({ count }) => count === 1);
  return quoted && two && !isIdiom(name, true) && !isDistributive(groups);
}

/** What a name of one character behind its number must bear without quotes: 三包责任制. */
const STRONG = /(?:法|制度|责任制|机制|原则)$/u;

/** A number formula that is a name by its form: quoted, of several groups, or before a method noun without a measure word. */
function isName(formula: Formula): boolean {
  if (formula.shape === 'labels' || (formula.idiom && !isProperName(formula))) return false;
  const [first] = formula.groups;
  if (formula.shape === 'bare') return formula.category !== null;
  // 供三停四; but 六统一
  const endsInNumeral = /[一二三四五六七八九十]$/u.test(formula.name);
  const endsInWord = loadFrameworkRules().wordsWithNumeral.has(formula.name.slice(-2));
  if (endsInNumeral && !endsInWord && formula.groups.length === 1) return false;
  if (formula.groups.length > 1) return !holdsWordWithNumeral(formula.name) && isSeveralNumbersName(formula);
  if ((first?.count ?? 0) < 2 || (formula.category === null && startsWithUnit(first?.head ?? ''))) return false;
  if (/^\d+[GKDA][\u4e00-\u9fff]*$/u.test(formula.name)) return false; // 5G健康站, 4A级
  if (/^二[^\d]/u.test(formula.name)) return false; // 二手房, 二青会: the second, where two would be 两
  if (formula.quoted) return (first?.head?.length ?? 9) <= MAX_HEAD;
  const { jointVerbs } = loadFrameworkRules();
  const head = first?.head ?? '';
  if (formula.classifier === null && head.length === 3 && jointVerbs.longestAt(head, 1) !== null) return true; // 五育并举
  // 四下基层工作制度, 五社联动机制
  if (formula.classifier === null && formula.category !== null && head.length <= MAX_HEAD)
    return (first?.count ?? 0) <= 10 && (head.length >= 2 || STRONG.test(formula.category));
  // 八项规定, 四项基本原则: what bears a number among rules is known by it.
  const rule = '项条'.includes(formula.classifier ?? ' ') && loadContextWords().ruleNouns.longestAt(head, head.length);
  if (rule && !/^\d/u.test(formula.name)) return true;
  if (formula.classifier !== null && loadFrameworkRules().classifiers.get(formula.classifier) === false) return false;
  return formula.category?.endsWith('法') === true;
}

/** 六家拧成一股绳: the second number is part of a word. */
function holdsWordWithNumeral(name: string): boolean {
  const { wordsWithNumeral } = loadFrameworkRules();
  for (let i = 1; i + 3 <= name.length; i++) if (wordsWithNumeral.has(name.slice(i, i + 3))) return true;
  return false;
}
