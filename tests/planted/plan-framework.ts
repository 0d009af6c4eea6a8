import type { Random } from '../support/random.js';
import type { Plan, PlannedMember, Trait } from './plan.js';
import { DIGIT_GROUPS, GROUP_SETS, SINGLE_GROUPS, STEP_SETS, SUM_GROUPS } from './vocabulary/compound-families.js';
import { COUNTED_FAMILIES, type CountedFamily } from './vocabulary/counted-families.js';
import { FOUR_CHARACTER_PHRASES, LABEL_SETS } from './vocabulary/label-sets.js';
import { PAIRED_FAMILIES } from './vocabulary/paired-families.js';

const NUMERALS = [...'零一二三四五六七八九'];
/** What is done with a practice, by the end of its method noun; names without one have verbs of their own. */
const NOUN_VERBS: readonly (readonly [RegExp, readonly string[]])[] = [
  [/(?:活动|行动|竞赛|教育)$/, ['开展', '组织开展']],
  [/(?:工程|计划)$/, ['实施', '推进']],
  [/(?:要求|标准|原则|承诺|规定|规范|方针)$/, ['落实', '坚持', '严格落实']],
  [/(?:措施|举措|制度|机制|办法)$/, ['推行', '落实', '建立']],
  [/目标$/, ['实现', '确立']],
  [/(?:作风)$/, ['弘扬', '倡导']],
  [/./, ['推行', '实行', '探索', '总结推广', '创新实施']],
  [/^$/, ['推行', '实行', '坚持', '探索']],
];

/** As it is written before a head: 两查, 三查. */
const countWord = (count: number) => (count === 2 ? '两' : NUMERALS[count]!);

/** 六零 may be read as sixty where no quotes stand. */
const UNQUOTED_UNCLEAR = /零$/;

/** The number of signs of 八字, 十二字, 二十字. */
const SIGNS = new Map([
  [2, '八'],
  [3, '十二'],
  [4, '十六'],
  [5, '二十'],
]);

type PlanFields = Pick<Plan, 'name' | 'pattern' | 'kind' | 'members'> & Partial<Plan>;

/** Draws a framework of one pattern. */
export function planFramework(random: Random): Plan {
  const draw = random.next();
  if (draw < 0.52) return planCounted(random);
  if (draw < 0.68) return planPaired(random);
  if (draw < 0.91) return planCompound(random);
  return planLabelled(random);
}

function planCounted(random: Random): Plan {
  const family = random.choose(COUNTED_FAMILIES);
  const count = random.between(2, Math.min(6, family.members.length));
  const chosen = family.ordered ? family.members.slice(0, count) : random.sample(family.members, count);
  const classifier = random.choose(family.classifiers);
  // 做到四个聚焦 has no noun without quotes; 五个一 is always quoted.
  const bare = classifier !== '' && family.head !== '一' && random.chance(0.35);
  const noun = bare ? '' : random.choose(family.categories);
  const things = family.categories.length === 1 && family.categories[0] === '' && family.ordered !== true;
  const numeral = classifier !== '' && things && random.chance(0.15) ? String(count) : countWord(count);
  return finish(random, {
    name: numeral + classifier + family.head,
    pattern: 'counted',
    kind: family.ordered ? 'counted steps' : 'counted',
    members: chosen.map((label) => ({ label, pair: null })),
    noun,
    verbs: family.verbs,
    measure: classifier,
    ...(bare ? { quotes: ['', ''] } : {}),
    traits: traitsOf(family, classifier, chosen, things),
  });
}

function traitsOf(family: CountedFamily, classifier: string, members: readonly string[], things: boolean): Set<Trait> {
  const traits = new Set<Trait>([family.head === '级联动' ? 'levels' : 'list']);
  if (family.actions) traits.add('actions');
  if (things) traits.add('things');
  if (members.every((label) => label.length >= 3)) traits.add('long');
  if (classifier !== '') traits.add('classifier');
  if (classifier !== '' && classifier !== '大') traits.add('measure');
  if (family.head === '心') traits.add('key-words');
  return traits;
}

function planPaired(random: Random): Plan {
  const { heads, categories, pairs } = random.choose(PAIRED_FAMILIES);
  const count = random.between(2, pairs.length);
  return finish(random, {
    name: heads.map((head) => countWord(count) + head).join(''),
    pattern: 'paired',
    kind: 'paired',
    members: random.sample(pairs, count).map(([label, pair]) => ({ label, pair })),
    noun: random.choose(categories),
    traits: new Set<Trait>(heads[0] === '诊' ? ['pairs'] : ['pairs', 'actions', 'long']),
  });
}

function planCompound(random: Random): Plan {
  const draw = random.next();
  if (draw < 0.3) return planDigits(random);
  if (draw < 0.55) return planSteps(random);
  if (draw < 0.8) return planGroups(random);
  if (draw < 0.92) return planSingles(random);
  const names = random.choose(SUM_GROUPS);
  return finish(random, {
    name: names.map((name) => name.charAt(0)).join('+'),
    pattern: 'compound',
    kind: 'compound sum',
    members: plain(names),
    noun: random.choose(['模式', '服务体系', '工作模式']),
    traits: new Set<Trait>(['quoted', 'list']),
  });
}

/** 12345, 一三四: each digit counts a group. */
function planDigits(random: Random): Plan {
  const digits = random.choose(['123', '1234', '12345', '134', '1235', '1345', '124']);
  const chinese = random.chance(0.5);
  const write = (digit: string) => (chinese ? NUMERALS[Number(digit)]! : digit);
  const groups = random.sample(DIGIT_GROUPS, digits.length);
  return finish(random, {
    name: [...digits].map(write).join(''),
    pattern: 'compound',
    kind: 'compound digits',
    members: plain(groups.map((group, i) => group.replace('#', countWord(Number(digits.charAt(i)))))),
    noun: random.choose(['工作法', '工作机制', '工作思路', '模式', '工程', '工作体系']),
    traits: new Set<Trait>(['quoted', 'list', 'actions', 'long']),
  });
}

/** 一看二听三摸. */
function planSteps(random: Random): Plan {
  const steps = random.choose(STEP_SETS);
  return finish(random, {
    name: steps.map(([part], i) => NUMERALS[i + 1] + part).join(''),
    pattern: 'compound',
    kind: 'compound steps',
    members: plain(steps.map(([, whole], i) => NUMERALS[i + 1] + whole)),
    noun: random.choose(['工作法', '服务法', '机制', '']),
    traits: new Set<Trait>(['list', 'counting', 'long']),
  });
}

/** 三查两改, each group with members of its own. */
function planGroups(random: Random): Plan {
  const sets = random.sample(GROUP_SETS, random.chance(0.75) ? 2 : 3);
  const groups = sets.map(([head, members]) => {
    const count = random.between(2, members.length);
    return finish(random, {
      name: countWord(count) + head,
      pattern: 'counted',
      kind: 'group',
      members: plain(random.sample(members, count)),
      traits: new Set<Trait>(['list']),
    });
  });
  const counts = groups.map(({ declared }) => declared);
  // With equal numbers it would promise pairs.
  if (new Set(counts).size < counts.length) return planGroups(random);
  return finish(random, {
    name: groups.map(({ name }) => name).join(''),
    pattern: 'compound',
    kind: 'compound groups',
    members: plain(groups.map(({ name }) => name)),
    noun: random.choose(['工作法', '机制', '行动', '']),
    groups,
    traits: new Set<Trait>(['quoted', 'groups']),
  });
}

/** 一表一卡一册. */
function planSingles(random: Random): Plan {
  const groups = random.sample(SINGLE_GROUPS, random.between(2, 4));
  return finish(random, {
    name: groups.map(([part]) => `一${part}`).join(''),
    pattern: 'compound',
    kind: 'compound ones',
    members: plain(groups.map(([, member]) => member)),
    noun: random.choose(['工作法', '制度', '服务', '']),
    traits: new Set<Trait>(['quoted', 'list', 'actions', 'long']),
  });
}

function planLabelled(random: Random): Plan {
  if (random.chance(0.25)) {
    const phrases = random.choose(FOUR_CHARACTER_PHRASES);
    const count = random.between(2, phrases.length);
    return finish(random, {
      name: `${SIGNS.get(count)}字`,
      pattern: 'labelled',
      kind: 'labelled signs',
      members: plain(phrases.slice(0, count)),
      noun: random.choose(['方针', '工作法', '原则']),
      traits: new Set<Trait>(['quoted', 'list', 'long']),
    });
  }
  const { name, categories, members } = random.choose(LABEL_SETS);
  return finish(random, {
    name,
    pattern: 'labelled',
    kind: 'labelled',
    members: plain(members),
    noun: random.choose(categories),
    traits: new Set<Trait>(['quoted', 'list', 'long']),
  });
}

const plain = (labels: readonly string[]): PlannedMember[] => labels.map((label) => ({ label, pair: null }));

function finish(random: Random, fields: PlanFields): Plan {
  const noun = fields.noun ?? '';
  const traits = new Set(fields.traits);
  const bare =
    fields.quotes !== undefined ||
    (!traits.has('quoted') &&
      noun !== '' &&
      noun !== '服务' &&
      !UNQUOTED_UNCLEAR.test(fields.name) &&
      !traits.has('classifier') &&
      random.chance(0.3));
  const draw = random.next();
  const quotes: [string, string] = bare ? ['', ''] : draw < 0.75 ? ['“', '”'] : draw < 0.88 ? ['「', '」'] : ['"', '"'];
  if (!bare) traits.add('quoted');
  else traits.delete('quoted');
  const count = fields.members.length;
  if (count === 2) traits.add('two');
  if (count === 3 || count === 4) traits.add('three-or-four');
  return {
    measure: '',
    groups: [],
    declared: count,
    ...fields,
    verbs: noun === '' && fields.verbs !== undefined ? fields.verbs : verbsOf(noun),
    noun,
    quotes,
    nounInside: !bare && noun.length > 1 && noun !== '服务' && !traits.has('classifier') && random.chance(0.12),
    traits,
  };
}

function verbsOf(noun: string): readonly string[] {
  return NOUN_VERBS.find(([pattern]) => pattern.test(noun))![1];
}
