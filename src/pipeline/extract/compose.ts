import { DIGIT, flagsAt, HAN, NUMERAL, OPEN_QUOTE } from '../../language/characters.js';
import { readNumeral } from '../../language/numerals.js';
import type { FormulaGroup, FrameworkMember } from '../../model/framework.js';
import { createSpan, type Span } from '../../model/span.js';
import { loadFrameworkRules } from '../../resources/framework-rules.js';
import type { ArticleContext } from './article-context.js';
import type { Holders } from './find-holder.js';
import { findParents } from './find-parents.js';
import type { Formula } from './formula.js';
import type { FrameworkDraft } from './framework-draft.js';
import { isCharacterCount } from './head-agreement.js';
import type { Link } from './link-frameworks.js';
import type { MemberDraft } from './member-draft.js';
import { Openings } from './place-bodies.js';

/** Makes frameworks of the links of one article: bodies, group heads, parents. In order of place. */
export function composeFrameworks(context: ArticleContext, links: readonly Link[], holders: Holders): FrameworkDraft[] {
  const openings = new Openings(context);
  const placed = links.map((link) => ({ link, members: openings.placeBodies(link.candidate) }));
  placed.sort(
    (a, b) =>
      nameStart(a.link) - nameStart(b.link) ||
      b.link.candidate.formula.groups.length - a.link.candidate.formula.groups.length,
  );
  const drafts = placed.map(({ link, members }) => toDraft(context, link, members, holders.of(link)));
  findParents(
    context.text,
    drafts,
    placed.map(({ link }) => link),
  );
  return drafts;
}

function nameStart(link: Link): number {
  return link.candidate.formula.span.start;
}

function toDraft(
  context: ArticleContext,
  link: Link,
  members: readonly MemberDraft[],
  holder: string | null,
): FrameworkDraft {
  const { text } = context;
  const { formula, kind } = link.candidate;
  const asCompound = formula.pattern === 'compound';
  const groups = formula.shape === 'bare' ? bareGroups(text, formula, members) : formula.groups;
  const others = link.entry.formulas.filter((other) => other !== formula && other.span.start !== formula.span.start);
  const named = formula.category !== null && formula.category !== PLAIN_WORK;
  const elsewhere = kind === 'name' || asCompound || formula.quoted ? categoryElsewhere(others) : null;
  const category = named ? formula.category : (elsewhere ?? formula.category);
  return {
    name: formula.name,
    category,
    pattern: isCharacterCount(formula) ? 'labelled' : formula.pattern,
    groups,
    declared: isCharacterCount(formula) ? members.length : formula.declared,
    complete: isCharacterCount(formula) || members.length === formula.declared,
    confidence: link.confidence,
    holder,
    article: context.index,
    parent: null,
    aliases: link.aliases,
    span: formula.span,
    occurrences: others.map((other) => other.span),
    members: members.map((member, i) => toMember(text, member, i)),
    opens: members.map(() => null),
    list: isList(formula),
  };
}

/** “12345”乡村治理工作 tells less of the practice than “12345”工作思路 at another place. */
const PLAIN_WORK = '工作';

function categoryElsewhere(formulas: readonly Formula[]): string | null {
  return formulas.find((formula) => formula.category !== null)?.category ?? null;
}

/** 三个方面, 四点体会: an enumeration that the report counts but does not name. */
function isList(formula: Formula): boolean {
  if (formula.quoted || formula.category !== null || formula.groups.length !== 1) return false;
  const head = formula.groups[0]!.head ?? '';
  return loadFrameworkRules().genericHeads.has(head);
}

/** A member as results give it. */
export function toMember(
  text: string,
  { label, pair, body }: MemberDraft,
  i: number,
): Omit<FrameworkMember, 'framework'> {
  const end = pair === null ? label.end : Math.max(label.end, pair.end);
  // “预诊”防治: the member begins with the quote of its first half.
  const start = pair !== null && flagsAt(text, label.start - 1) & OPEN_QUOTE ? label.start - 1 : label.start;
  return {
    index: i + 1,
    label: cleanLabel(text, label),
    pair: pair === null ? null : cleanLabel(text, pair),
    span: createSpan(start, end),
    body,
  };
}

/** The wording in one line, without quotes all around and without blanks before signs. */
function cleanLabel(text: string, { start, end }: Span): string {
  return text
    .slice(start, end)
    .replace(/\s*\n\s*/g, '')
    .replace(/(?<=[\u4e00-\u9fff])[.．]$/u, '')
    .replace(/(?<=[\u4e00-\u9fff])[ \t\u3000]+(?=[，、；：,;:])/gu, '')
    .trim();
}

/** 12345: the heads as the members word them (贯穿一条主线 → 主线). */
function bareGroups(text: string, formula: Formula, members: readonly MemberDraft[]): FormulaGroup[] {
  return formula.groups.map((group, i) => {
    const member = members[i];
    return member === undefined
      ? group
      : { count: group.count, head: headIn(text.slice(member.label.start, member.label.end), group.count) };
  });
}

function headIn(wording: string, count: number | null): string | null {
  const { classifiers } = loadFrameworkRules();
  for (let i = 0; i < wording.length; i++) {
    if ((flagsAt(wording, i) & (NUMERAL | DIGIT)) === 0) continue;
    const numeral = readNumeral(wording, i);
    if (numeral === null || numeral.value !== count) continue;
    let from = numeral.end;
    if (classifiers.get(wording.charAt(from)) === false) from++;
    let to = from;
    while (flagsAt(wording, to) & HAN) to++;
    return to > from ? wording.slice(from, to) : null;
  }
  return null;
}
