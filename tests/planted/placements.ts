import type { Trait } from './plan.js';

/**
 * Where a framework stands. `inline`: in a paragraph; `block`: a paragraph and lines below, inside a section; `article`: the members are the
 * sections of the whole report.
 */
export interface Placement {
  readonly id: string;
  readonly kind: 'inline' | 'block' | 'article';
  /** What the framework must be; any of the words of a list of alternatives (`long/actions`) is enough. */
  readonly needs: readonly string[];
  /** What it must not be. */
  readonly bars: readonly Trait[];
  readonly template: string;
}

/*
 * id | needs, bars with ! | template. Slots: {lead} the subject and the verb, {name}, {list} 甲、乙、丙, {and} 甲、乙和丙, {clauses} 甲，乙，丙,
 * {semicolons} 甲，…；乙，…, {quoted} “甲”、“乙”, and {chain:…} with what stands before each member: # is its number, then ~ and what follows it.
 * {each:…} is the same on lines of their own. ¦ ends a line. Other slots are those of the office vocabulary.
 */
const ROWS = `
before-de | quoted list | {place}{verb}{list}的{name}，{result}。
before-as | quoted list | {office}{verb}以{list}为主要内容的{name}，{result}。
before-focus | quoted list | {place}{verb}以{list}为重点的{name}，{result}。
before-bare | quoted list long | 为此，{office}做到{list}{name}，{result}。
before-etc | list things classifier | {office}{verb}{list}等{name}，{result}。
before-sentence | quoted list long | {clauses}，这就是{office}的{name}。
before-levels | levels | {office}{verb}{list}{name}，{result}。
brackets | list/pairs/levels | {lead}{name}（{list}），{result}。
brackets-ji | list/pairs/levels | {lead}{name}（即{list}），{result}。
colon | !groups | {lead}{name}：{list}。
colon-and | list !counting | {lead}{name}：{and}，{result}。
dash | list | {lead}{name}——{list}，{result}。
ji | !groups | {lead}{name}，即{list}，{result}。
ji-and | list !counting | {lead}{name}，即{and}。
fenbie | list | {lead}{name}，分别是{list}。
baokuo | list !counting | {lead}{name}，包括{and}。
jiushi | !groups | 所谓{name}，就是{list}。{result}。
quoted-members | list long !counting | {lead}{name}，即{quoted}，{result}。
clauses | long | {lead}{name}：{clauses}。
clauses-comma | long quoted | {lead}{name}，{clauses}。
semicolons | long !groups | {lead}{name}：{semicolons}
next-sentence | long quoted | {lead}{name}。{list}，{result}。
is-colon | long/actions/key-words !counting !groups | {lead}{name}：{chain:#是~，{elaboration}；}
is-sentences | long/actions/key-words !counting !groups | {lead}{name}。{chain:#是~。{elaboration}。}
is-comma | long/actions/key-words !counting !groups | {lead}{name}。{chain:#是~，{elaboration}。}
is-plain | long/actions/key-words !counting !groups | {lead}{name}，{chain:#是~，}
first-chain | three-or-four actions !groups | {lead}{name}。{first:~，{elaboration}。}
nth-chain | actions/long !counting !groups | {lead}{name}。{chain:第#，~，{elaboration}。}
qi-chain | actions/long !counting !groups | {lead}{name}。{chain:其#，~，{elaboration}；}
yao-chain | actions !counting !groups | {lead}{name}：{chain:#要~，{elaboration}；}
one-of | things measure | {lead}{name}：{chain:一{measure}是~，{elaboration}；}
aspects | two actions classifier | {lead}{name}。{aspects:~，{elaboration}。}
sentences | actions classifier long | {lead}{name}。{chain:~，{elaboration}。}
brackets-inline | actions/long !counting !groups | {lead}{name}：{chain:（#）~；}
circled-inline | actions/long !counting !groups | {lead}{name}：{circled:~；}
steps-counted | counting | {lead}{name}。{chain:~，{elaboration}；}
steps-sentences | counting | {lead}{name}。{chain:~。{elaboration}。}
defined-colon | groups | {lead}{name}。{definitions:：}
defined-ji | groups | {lead}{name}，{definitions:即}
defined-brackets | groups | {lead}{name}，{definitions:（}
lines-paren | long !counting !groups | {lead}{name}，{result}。¦{each:（#）~¦{body}}
lines-paren-run | long !counting !groups | {lead}{name}，主要做法如下：¦{each:（#）~。{body}}
lines-arabic | long !counting !groups | {lead}{name}。¦{arabic:1.~。{body}}
lines-arabic-comma | long !counting !groups | {lead}{name}：¦{arabic:1、~；}
lines-nth | long !counting !groups | {lead}{name}。¦{each:第#，~。{body}}
lines-is | long !counting !groups | {lead}{name}。¦{each:#是~。{body}}
lines-openings | long !counting !groups | {lead}{name}，{result}。¦{each:~。{body}}
lines-colon | long !counting !groups | {lead}{name}：¦{each:~：{body}}
lines-counting | counting | {lead}{name}。¦{each:~。{body}}
lines-heading | long !counting !groups | {head:{name}}¦{office}结合实际，{result}。¦{each:（#）~¦{body}}
article-comma | long !counting !groups | {title:{name}}¦{lead}{name}，{result}。¦{each:#、~¦{body}}
article-comma-run | long !counting !groups | {title:{name}}¦{lead}{name}，{result}。¦{each:#、~。{body}}
article-paren | long !counting !groups | {title:{name}}¦{lead}{name}，{result}。¦{each:（#）~¦{body}}
article-arabic | long !counting !groups | {title:{name}}¦{lead}{name}，{result}。¦{arabic:1.~¦{body}}
article-lead-only | long !counting !groups | {title:}¦{body}为此，{lead}{name}。¦{each:#、~¦{body}}
article-title-only | long !counting !groups | {title:{name}}¦{body}主要做法如下。¦{each:#、~¦{body}}
article-unnumbered | long !counting !groups | {title:{name}}¦{lead}{name}，{result}。¦{each:~¦{body}}
article-openings | long !counting !groups | {title:{name}}¦{lead}{name}，{result}。¦{each:~。{body}}
article-counting | counting | {title:{name}}¦{lead}{name}，{result}。¦{each:~¦{body}}
article-key-words | key-words | {title:{name}}¦{lead}{name}，{result}。¦{each:#、以“~”{merit}¦{body}}
article-groups | groups | {title:{name}}¦{lead}{name}，{result}。¦{grouped}
`;

const KINDS: Readonly<Record<string, Placement['kind']>> = { lines: 'block', article: 'article' };

export const PLACEMENTS: readonly Placement[] = ROWS.trim()
  .split('\n')
  .map((row) => {
    const [id, wants, template] = row.split(' | ').map((cell) => cell.trim());
    const words = wants === '-' ? [] : wants!.split(' ');
    return {
      id: id!,
      kind: KINDS[id!.split('-')[0]!] ?? 'inline',
      needs: words.filter((word) => !word.startsWith('!')),
      bars: words.filter((word) => word.startsWith('!')).map((word) => word.slice(1) as Trait),
      template: template!,
    };
  });

export function fits(placement: Placement, traits: ReadonlySet<string>): boolean {
  return (
    placement.needs.every((need) => need.split('/').some((word) => traits.has(word))) &&
    placement.bars.every((bar) => !traits.has(bar))
  );
}
