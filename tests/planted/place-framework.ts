import type { Random } from '../support/random.js';
import { markMember, markName } from './marked-text.js';
import type { OfficeWriter } from './office-writer.js';
import type { Placement } from './placements.js';
import type { Plan, PlannedMember } from './plan.js';

/** A framework in its place: lines of marked text, and its members as the place words them. */
export interface Placed {
  readonly lines: readonly string[];
  readonly members: readonly PlannedMember[];
  /** The members are in the text only as the names of groups, wherever these stand. */
  readonly membersAreNames: boolean;
}

const ORDINALS = [...'一二三四五六七八九'];
const CIRCLED = [...'①②③④⑤⑥⑦⑧⑨'];
const FIRST = ['首先', '其次', '再次', '最后'];
const LINE_END = '¦';

/** What a slot stands for: `{name}` has no argument, `{chain:#是~；}` has what follows the colon. */
type Slot = (argument: string) => string;

/** Writes one framework into one placement. */
export class FrameworkWriter {
  private readonly random: Random;
  private readonly office: OfficeWriter;
  private readonly plan: Plan;
  private readonly index: number;
  private readonly members: readonly PlannedMember[];
  private readonly verb: string;
  private membersAreNames = false;
  private groupMembers: PlannedMember[] | null = null;

  /** `index` is the number of the framework in its report; its groups have the numbers that follow. */
  constructor(random: Random, office: OfficeWriter, plan: Plan, index: number, placement: Placement) {
    this.random = random;
    this.office = office;
    this.plan = plan;
    this.index = index;
    this.verb = random.choose(plan.verbs);
    this.members = this.wordMembers(placement);
  }

  write({ template }: Placement): Placed {
    const lines = this.render(template).split(LINE_END);
    return { lines, members: this.groupMembers ?? this.members, membersAreNames: this.membersAreNames };
  }

  /** 建立四项制度: 一是首问负责制度 or 一是建立首问负责制度. */
  private wordMembers({ template }: Placement): readonly PlannedMember[] {
    const { plan, verb, random } = this;
    const numbered = /\{(?:chain|each|arabic|circled):(?!一)/.test(template);
    if (!numbered || !plan.traits.has('things') || random.chance(0.5)) return plan.members;
    return plan.members.map(({ label }) => ({ label: verb + label, pair: null }));
  }

  /** Fills the slots; what is none of the framework's is office vocabulary. Slots may stand in the argument of another. */
  private render(template: string): string {
    let text = '';
    for (let at = 0; at < template.length; ) {
      const open = template.indexOf('{', at);
      if (open < 0) return text + template.slice(at);
      const close = closingBrace(template, open);
      const [, slot, argument] = template.slice(open + 1, close).match(/^([a-zA-Z]+):?(.*)$/s)!;
      const write = this.slots[slot!];
      text += template.slice(at, open) + (write === undefined ? this.office.fill(`{${slot}}`) : write(argument!));
      at = close + 1;
    }
    return text;
  }

  private readonly slots: Readonly<Record<string, Slot>> = {
    name: () => this.writeName(),
    verb: () => this.verb,
    measure: () => this.plan.measure,
    aspects: (each) => this.repeat(`#${each}`, ['一方面，', '另一方面，']),
    lead: () => this.office.fill('{subject}') + this.verb,
    title: (name) =>
      name === ''
        ? this.office.fill('{title}')
        : `${this.office.office}${this.verb}${this.render(name)}${this.office.fill('{titleEnd}')}`,
    head: (name) => `${this.verb}${this.render(name)}`,
    body: () => this.office.prose(1, 3),
    list: () => this.join('、'),
    and: () => this.joinLast(this.members.length > 2 ? this.random.choose(['和', '以及']) : '和'),
    clauses: () => this.join('，'),
    quoted: () => this.members.map((member) => `“${this.mark(member)}”`).join(this.random.choose(['', '、'])),
    semicolons: () => this.repeat('~，{elaboration}；', ORDINALS),
    chain: (each) => this.repeat(each, ORDINALS),
    circled: (each) => this.repeat(`#${each}`, CIRCLED),
    first: (each) => this.repeat(`#${each}`, this.members.length === 4 ? FIRST : [FIRST[0]!, FIRST[1]!, FIRST[3]!]),
    each: (each) => this.repeat(each, ORDINALS, LINE_END),
    arabic: (each) => this.repeat(each.replace('1', '#'), [...'123456789'], LINE_END),
    definitions: (sign) => this.defineGroups(sign),
    grouped: () => this.writeGroupSections(),
  };

  private writeName({ quotes, name, noun, nounInside } = this.plan, index = this.index): string {
    const [open, close] = quotes;
    if (nounInside) return markName(index, open + name + noun + close, '');
    return markName(index, open + name + close, noun);
  }

  private mark({ label, pair }: PlannedMember): string {
    return markMember(this.index, label + (pair ?? ''));
  }

  /** With pairs, the halves of which are parted by commas now and then: 查思想、改作风，查流程、改短板. */
  private join(sign: string): string {
    const parted = this.members[0]!.pair !== null && this.random.chance(0.35);
    if (!parted) return this.members.map((member) => this.mark(member)).join(sign);
    const [inner, outer] = sign === '、' ? ['、', '，'] : ['，', '；'];
    return this.members.map(({ label, pair }) => markMember(this.index, `${label}${inner}${pair}`)).join(outer);
  }

  private joinLast(word: string): string {
    const marked = this.members.map((member) => this.mark(member));
    return `${marked.slice(0, -1).join('、')}${word}${marked.at(-1)}`;
  }

  /** `each` for every member, # its number and ~ itself. What would part the last from the next ends it. */
  private repeat(each: string, numbers: readonly string[], between = ''): string {
    const parts = this.members.map((member, i) =>
      this.render(each.replace('#', numbers[i]!)).replace('~', () => this.mark(member)),
    );
    return parts.join(between).replace(/[，；]$/, '。');
  }

  /** “三查”即查隐患、查台账、查纪律；“两改”即改作风、改流程。 */
  private defineGroups(sign: string): string {
    this.membersAreNames = true;
    const parts = this.plan.groups.map((group, i) => {
      const list = this.listGroup(group, i);
      return `${this.writeName({ ...group, quotes: ['“', '”'] }, this.index + 1 + i)}${sign}${list}${sign === '（' ? '）' : ''}`;
    });
    return `${parts.join(sign === '（' ? '、' : '；')}。`;
  }

  /** Sections that each have a group in their heading and its members in the first sentence. */
  private writeGroupSections(): string {
    const verbs = this.plan.groups.map(() => this.random.choose(['落实', '抓好', '做到', '坚持']));
    const sections = this.plan.groups.map((group, i) => {
      const verb = verbs[i]!;
      const name = markName(this.index + 1 + i, `“${markMember(this.index, group.name)}”`, group.noun);
      const heading = `${ORDINALS[i]}、${verb}${name}`;
      return `${heading}${LINE_END}${this.listGroup(group, i)}，${this.office.fill('{result}')}。${this.office.sentence()}`;
    });
    this.groupMembers = this.plan.groups.map(({ name }) => ({ label: name, pair: null }));
    return sections.join(LINE_END);
  }

  private listGroup({ members }: Plan, i: number): string {
    return members.map(({ label }) => markMember(this.index + 1 + i, label)).join('、');
  }
}

function closingBrace(template: string, open: number): number {
  let depth = 0;
  for (let i = open; i < template.length; i += 1) {
    if (template.charAt(i) === '{') depth += 1;
    if (template.charAt(i) === '}' && --depth === 0) return i;
  }
  throw new Error(`unclosed slot: ${template}`);
}
