import type { Span } from '../../src/model/span.js';
import { Random } from '../support/random.js';
import { readMarks } from './marked-text.js';
import { OfficeWriter } from './office-writer.js';
import { FrameworkWriter, type Placed } from './place-framework.js';
import { fits, PLACEMENTS, type Placement } from './placements.js';
import type { Plan } from './plan.js';
import { planFramework } from './plan-framework.js';

/** What must come back. */
export interface PlantedFramework {
  readonly name: string;
  readonly pattern: string;
  readonly kind: string;
  readonly placement: string;
  readonly declared: number;
  readonly members: readonly PlantedMember[];
  /** Where it is named, quotes included; it may end before or after its method noun. */
  readonly names: readonly { readonly start: number; readonly ends: readonly number[] }[];
}

interface PlantedMember {
  readonly label: string;
  readonly pair: string | null;
  /** Null where any place that reads as the label will do. */
  readonly span: Span | null;
}

export interface PlantedReport {
  readonly text: string;
  readonly frameworks: readonly PlantedFramework[];
}

interface Planted {
  readonly plan: Plan;
  readonly placement: Placement;
  readonly placed: Placed;
}

/** A work report with frameworks whose names, members and places are known. The same seed gives the same report. */
export function generateReport(seed: number): PlantedReport {
  return new ReportWriter(new Random(seed)).write();
}

class ReportWriter {
  private readonly random: Random;
  private readonly office: OfficeWriter;
  private readonly planted: Planted[] = [];
  /** Frameworks and their groups so far. */
  private count = 0;

  constructor(random: Random) {
    this.random = random;
    this.office = new OfficeWriter(random);
  }

  write(): PlantedReport {
    const draw = this.random.next();
    const lines = draw < 0.35 ? this.writeArticle() : draw < 0.75 ? this.writeSections() : this.writeParagraphs();
    const { text, places } = readMarks(this.layOut(lines), this.count);
    let index = 0;
    const frameworks = this.planted.flatMap(({ plan, placement, placed }) =>
      [plan, ...plan.groups].map((each, i): PlantedFramework => {
        const { names, members } = places[index++]!;
        const named = i === 0 && placed.membersAreNames;
        const worded = i === 0 ? placed.members : each.members;
        return {
          name: each.name,
          pattern: each.pattern,
          kind: each.kind,
          placement: placement.id,
          declared: each.declared,
          names,
          members: worded.map((member, j) => ({ ...member, span: named ? null : members[j]! })),
        };
      }),
    );
    return { text, frameworks };
  }

  /** The members are the sections of the report. */
  private writeArticle(): string[] {
    const lines = this.place('article');
    const tail = this.random.chance(0.3)
      ? [`下一步，${this.office.fill('{office}')}将继续努力，${this.office.fill('{result}')}。`]
      : [];
    if (this.random.chance(0.5)) lines[1] += this.office.sentence();
    // A second framework inside one of the sections.
    if (this.random.chance(0.4)) {
      const bodies = lines.flatMap((line, i) => (i > 1 && line.endsWith('。') && line.length > 30 ? [i] : []));
      if (bodies.length > 0) lines[this.random.choose(bodies)] += this.place('inline').join('');
    }
    return [...lines, ...tail];
  }

  /** Numbered sections of any subject, some with a framework in them. */
  private writeSections(): string[] {
    const { random, office } = this;
    const lines = [office.fill('{title}'), office.prose(1, 3)];
    const titles = random.sample(
      ['基本情况', '主要做法', '取得的成效', '存在的不足', '下一步打算'],
      random.between(2, 4),
    );
    const rich = random.between(0, titles.length - 1);
    titles.forEach((title, i) => {
      const block = i === rich && random.chance(0.6) ? this.place('block') : [];
      const headed = block.length > 0 && this.planted.at(-1)!.placement.id === 'lines-heading';
      lines.push(`${'一二三四五'.charAt(i)}、${headed ? block.shift()! : title}`);
      if (block.length > 0) lines.push(...block);
      else lines.push(this.writeParagraph(i === rich || random.chance(0.3)));
    });
    return lines;
  }

  private writeParagraphs(): string[] {
    const { random } = this;
    const lines = [this.office.fill('{title}')];
    const count = random.between(2, 4);
    const rich = random.between(0, count - 1);
    for (let i = 0; i < count; i += 1) lines.push(this.writeParagraph(i === rich || random.chance(0.35)));
    return lines;
  }

  private writeParagraph(withFramework: boolean): string {
    const { office } = this;
    if (!withFramework) return office.prose(2, 4);
    const before = office.prose(0, 2);
    return before + this.place('inline').join('') + office.prose(0, 2);
  }

  /** A new framework in a placement of the kind, none where all that is drawn could be taken for one that the report has. */
  private place(kind: Placement['kind']): string[] {
    const places = PLACEMENTS.filter((placement) => placement.kind === kind);
    // Now and then the placement is drawn first, so that those that few frameworks fit are not rare.
    const drawn = this.random.chance(0.3) ? [this.random.choose(places)] : places;
    for (let tries = 0; tries < 200; tries += 1) {
      const plan = planFramework(this.random);
      if (this.planted.some((other) => alike(other.plan, plan))) continue;
      const choice = drawn.filter((placement) => fits(placement, plan.traits));
      if (choice.length === 0) continue;
      const placement = this.random.choose(choice);
      const placed = new FrameworkWriter(this.random, this.office, plan, this.count, placement).write(placement);
      this.planted.push({ plan, placement, placed });
      this.count += 1 + plan.groups.length;
      return [...placed.lines];
    }
    return [];
  }

  /** Signs of half width, indentation and blank lines, as pages have them. */
  private layOut(lines: readonly string[]): string {
    const { random } = this;
    const indent = random.chance(0.4) ? '　　' : '';
    const between = random.chance(0.15) ? '\n\n' : '\n';
    const text = lines.map((line, i) => (i === 0 ? line : indent + line)).join(between);
    if (!random.chance(0.2)) return `${text}\n`;
    const narrow: Readonly<Record<string, string>> = { '，': ',', '：': ':', '；': ';', '（': '(', '）': ')' };
    return `${text.replace(/[，：；（）]/g, (sign) => narrow[sign]!)}\n`;
  }
}

/** Of one number, or the name of one stands in that of the other. */
function alike(a: Plan, b: Plan): boolean {
  const names = (plan: Plan) => [plan, ...plan.groups].map(({ name }) => name);
  const clash = names(a).some((one) => names(b).some((other) => one.includes(other) || other.includes(one)));
  const numbers = (plan: Plan) => [plan, ...plan.groups].map(({ declared }) => declared);
  return clash || numbers(a).some((number) => numbers(b).includes(number));
}
