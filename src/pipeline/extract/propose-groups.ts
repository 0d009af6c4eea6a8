import { DIGIT, flagsAt, HAN, NEWLINE, NUMERAL, OPEN_QUOTE } from '../../language/characters.js';
import { CLAUSE_STOP, findOutside, sentenceEnd, sentenceStart } from '../../language/clauses.js';
import { readNumeral } from '../../language/numerals.js';
import type { FormulaGroup } from '../../model/framework.js';
import { createSpan, type Span } from '../../model/span.js';
import { loadFrameworkRules } from '../../resources/framework-rules.js';
import { type ArticleContext, lowerBound, paragraphAt, paragraphIndexAt } from './article-context.js';
import { stripTail, trimLead } from './fit-elements.js';
import type { Formula } from './formula.js';
import { bare, type MemberDraft, type Proposal } from './member-draft.js';
import { compactName } from './read-name.js';
import { findRuns, unquote } from './split-list.js';

/** The next step of a name like 一问二看三算 follows within so many code units. */
const STEP_REACH = 800;
/** The next “3”就是 … follows within so many code units. */
const DEFINITION_REACH = 1500;

/** An element for each group of a compound, with how well the elements agree with the groups. */
export interface GroupProposal extends Proposal {
  readonly agreement: number;
}

/** The groups of a compound as the report words them: 贯穿一条主线, 健全两个组织 …; at the least as the name gives them. */
export function proposeGroups(context: ArticleContext, formula: Formula): GroupProposal[] {
  const { text } = context;
  const found: GroupProposal[] = [];
  const add = (members: readonly MemberDraft[], distance: number) => {
    const agreement = meanGroupAgreement(text, formula, members);
    if (agreement < leastAgreement(formula)) return;
    const named = members.map((member, i) => ({
      ...member,
      label: definedName(text, member.label, formula.groups[i]!),
    }));
    found.push({ kind: 'groups', members: named, distance, agreement });
  };
  for (const [elements, distance] of inlineRows(context, formula)) add(elements.map(bare), distance);
  for (const [members, distance] of outlineRows(context, formula)) add(members, distance);
  const defined = definitions(context, formula);
  if (defined !== null) {
    found.push({
      kind: 'groups',
      members: defined,
      distance: defined[0]!.label.start - formula.span.end,
      agreement: 1,
    });
  }
  const stepped = steps(context, formula);
  if (stepped !== null) {
    found.push({
      kind: 'groups',
      members: stepped,
      distance: stepped[0]!.label.start - formula.span.end,
      agreement: 1,
    });
  }
  const names = groupsInName(text, formula);
  if (names !== null) found.push({ kind: 'name', members: names.map(bare), distance: 0, agreement: 1 });
  return found;
}

/** Groups with heads of their own are worded with number and head, or not at all; bare digits leave the heads to the report. */
function leastAgreement(formula: Formula): number {
  const named = formula.shape === 'groups' && formula.groups.some((group) => (group.count ?? 0) > 1);
  return named ? 0.95 : 0.6;
}

function meanGroupAgreement(text: string, formula: Formula, members: readonly MemberDraft[]): number {
  if (members.length !== formula.groups.length) return 0;
  const sum = members.reduce((total, { label }, i) => {
    const wording = text.slice(label.start, label.end);
    return total + groupAgreement(wording, formula.groups[i]!, formula.shape === 'steps');
  }, 0);
  return sum / members.length;
}

/** 一问资金去向。… 二看项目现场。…: each step of the name opens a clause below, in order. */
function steps({ text, span }: ArticleContext, formula: Formula): MemberDraft[] | null {
  if (formula.shape !== 'steps') return null;
  const places: number[] = [];
  let from = formula.span.end;
  for (const [i, { head }] of formula.groups.entries()) {
    const step = '一二三四五六七八九十'.charAt(i) + (head ?? '').charAt(0);
    let at = text.indexOf(step, from);
    while (at >= 0 && flagsAt(text, at - 1) & HAN) at = text.indexOf(step, at + 1);
    if (at < 0 || at >= Math.min(span.end, from + STEP_REACH)) return null;
    places.push(at);
    from = at + 2;
  }
  return places.map((at, i) => {
    const limit = places[i + 1] ?? Math.min(span.end, at + STEP_REACH);
    const label = createSpan(at, findOutside(text, at, limit, CLAUSE_STOP));
    return { label, pair: null, body: createSpan(at, i + 1 < places.length ? limit : label.end) };
  });
}

/** “1”就是建强一个临时党委 … “N”就是汇聚N方资源: each group of the name is quoted below and told what it is. */
function definitions({ text, span }: ArticleContext, formula: Formula): MemberDraft[] | null {
  const tokens =
    formula.shape === 'groups' || formula.shape === 'steps'
      ? (groupsInName(text, formula)?.map(({ start, end }) => compactName(text.slice(start, end))) ?? [])
      : compactName(formula.name).split(formula.shape === 'plus' ? '+' : '');
  if (tokens.length !== formula.groups.length) return null;
  const places: { quote: number; after: number }[] = [];
  let from = formula.span.end;
  for (const token of tokens) {
    const place = indexOfDefinition(text, token, from, Math.min(span.end, from + DEFINITION_REACH));
    if (place === null) return null;
    places.push(place);
    from = place.after;
  }
  const bareTokens = formula.shape === 'bare' || formula.shape === 'plus';
  return places.map(({ quote, after }, i) => {
    const limit = places[i + 1]?.quote ?? Math.min(span.end, findOutside(text, after, span.end, NEWLINE));
    const told = createSpan(after, findOutside(text, after, limit, CLAUSE_STOP));
    const label = bareTokens && told.end > told.start ? told : createSpan(quote + 1, quote + 1 + tokens[i]!.length);
    return { label, pair: null, body: createSpan(quote, limit) };
  });
}

/** Where a token stands in quotes before a defining word; the place of its quote and of what follows the word. */
function indexOfDefinition(
  text: string,
  token: string,
  from: number,
  limit: number,
): { quote: number; after: number } | null {
  for (let at = text.indexOf(token, from); at >= 0 && at < limit; at = text.indexOf(token, at + 1)) {
    if ((flagsAt(text, at - 1) & OPEN_QUOTE) === 0 && text.charAt(at - 1) !== '"') continue;
    const cue = /^[”」』"][,，]?(?:就是|是指|即是|即|指的是|指|是|为|代表|[:：])/u.exec(
      text.slice(at + token.length, at + token.length + 6),
    );
    if (cue !== null) return { quote: at - 1, after: at + token.length + cue[0].length };
  }
  return null;
}

/** “一庭”就是人民法庭, 三段指课前预学: the element defines the group, whose name is the label. */
function definedName(text: string, label: Span, { head }: FormulaGroup): Span {
  if (head === null) return label;
  const wording = text.slice(label.start, label.end);
  const start = /^(?:所谓|其中|而)?[“「『"]?/u.exec(wording)![0].length;
  const at = wording.indexOf(head);
  const end = at + head.length;
  if (at < start + 1 || at > start + 4) return label;
  if (!/^[”」』"]?[,，]?则?(?:就是|是指|指|即|是|为|分别|[:：])/u.test(wording.slice(end))) return label;
  return createSpan(label.start + start, label.start + end);
}

/** Whether a wording is that of a group: its number and its head stand in it (健全两个组织 for 2 组织). */
function groupAgreement(wording: string, { count, head }: FormulaGroup, step: boolean): number {
  const text = wording.replace(/[“”"「」『』‘’()（）\s]/g, '');
  const headHere = head !== null && text.includes(head);
  if (step) return headHere || numbersIn(text).includes(count ?? -1) ? 1 : 0;
  if (count === null) return /[NXn]|若干|多[个项支方]|各/u.test(text) || headHere ? 1 : 0.2;
  const number = numbersIn(text).includes(count);
  if (head === null) return number ? (countsSomething(text, count) ? 1 : 0.5) : 0;
  if (number && headHere) return 1;
  return headHere && count === 1 ? 0.9 : headHere ? 0.3 : 0;
}

/** 盯住两个群体 counts two; 二期, 2年 and 43个 do not. */
function countsSomething(text: string, count: number): boolean {
  for (let i = 0; i < text.length && i <= 8; i++) {
    if ((flagsAt(text, i) & (NUMERAL | DIGIT)) === 0) continue;
    const numeral = readNumeral(text, i);
    if (numeral === null) continue;
    const next = text.charAt(numeral.end);
    if (numeral.value === count && flagsAt(text, numeral.end) & HAN && !'期年月日点时'.includes(next)) return true;
    i = numeral.end - 1;
  }
  return false;
}

function numbersIn(text: string): number[] {
  const numbers: number[] = [];
  for (let i = 0; i < text.length; i++) {
    if ((flagsAt(text, i) & (NUMERAL | DIGIT)) === 0) continue;
    const numeral = readNumeral(text, i);
    if (numeral === null) continue;
    if (numeral.value !== null) numbers.push(numeral.value);
    i = numeral.end - 1;
  }
  return numbers;
}

/** Rows of as many elements as groups in the sentences around the name. */
function inlineRows(context: ArticleContext, formula: Formula): [Span[], number][] {
  const { text } = context;
  const n = formula.groups.length;
  const paragraph = paragraphAt(context, formula.span.start).span;
  const before = sentenceStart(text, formula.span.start, Math.max(paragraph.start, formula.span.start - 500));
  let after = sentenceEnd(text, formula.span.end, Math.min(paragraph.end, formula.span.end + 600));
  if (after - formula.span.end < 200) after = sentenceEnd(text, after, Math.min(paragraph.end, after + 400));
  const rows: [Span[], number][] = [];
  for (const [start, end, side] of [
    [before, formula.span.start, 'before'],
    [formula.span.end, after, 'after'],
  ] as const) {
    for (const run of findRuns(text, start, end)) {
      for (let i = 0; i + n <= run.elements.length; i++) {
        const row = run.elements.slice(i, i + n).map((span) => unquote(text, span));
        row[0] = fromGroup(text, trimLead(text, row[0]!, row.slice(1)), formula.groups[0]!);
        row[n - 1] = stripTail(text, row[n - 1]!);
        rows.push([row, side === 'before' ? formula.span.start - row[n - 1]!.end : row[0]!.start - formula.span.end]);
      }
    }
  }
  return rows;
}

/** The first element without the sentence before it: 摸索出盯住两个群体 stays, (“一庭”就是 … keeps its quote. */
function fromGroup(text: string, span: Span, { head }: FormulaGroup): Span {
  if (head === null) return span;
  const at = text.indexOf(head, span.start);
  return at < 0 || at >= span.end ? span : span;
}

/** Numbered lists, headings and openings of paragraphs below the name (in the same article). */
function outlineRows(context: ArticleContext, formula: Formula): [MemberDraft[], number][] {
  const { text, enumerations, sections, paragraphs } = context;
  const n = formula.groups.length;
  const rows: [MemberDraft[], number][] = [];
  for (const enumeration of enumerations) {
    if (enumeration.span.end < formula.span.start || enumeration.members.length < n) continue;
    for (let i = 0; i + n <= enumeration.members.length; i++) {
      const slice = enumeration.members.slice(i, i + n);
      const members = slice.map(({ label, body }) => ({ label: unquote(text, label), pair: null, body }));
      rows.push([members, Math.max(0, enumeration.span.start - formula.span.end)]);
    }
  }
  const below = sections.slice(lowerBound(sections, formula.span.end));
  for (const level of new Set(below.map((section) => section.level))) {
    const group = below.filter((section) => section.level === level);
    for (let i = 0; i + n <= group.length; i++) {
      const members = group
        .slice(i, i + n)
        .map(({ heading, span }) => ({ label: heading, pair: null, body: createSpan(heading.start, span.end) }));
      rows.push([members, members[0]!.label.start - formula.span.end]);
    }
  }
  const at = paragraphIndexAt(paragraphs, formula.span.start) + 1;
  for (let i = at; i < at + 12 && i + n <= paragraphs.length; i++) {
    const members = paragraphs.slice(i, i + n).map(({ span }) => {
      const stop = findOutside(text, span.start, span.end, CLAUSE_STOP);
      return { label: createSpan(span.start, stop), pair: null, body: span };
    });
    if (members.every(({ label }) => label.end > label.start))
      rows.push([members, members[0]!.label.start - formula.span.end]);
  }
  return rows;
}

/** Where each group stands inside the name: 四保 and 两金 in “四保两金”. Null for bare digits, which name nothing. */
export function groupsInName(text: string, formula: Formula): Span[] | null {
  if (formula.groups.some((group) => group.head === null)) return null;
  const { start, end } = formula.nameSpan;
  const spans: Span[] = [];
  let from = start;
  for (const [i, group] of formula.groups.entries()) {
    const next = formula.groups[i + 1];
    const to = next === undefined ? end : groupStart(text, from + 1, end, next);
    if (to < 0) return null;
    let stop = to;
    while (stop > from && '、,，+＋“”·'.includes(text.charAt(stop - 1))) stop--;
    spans.push(createSpan(from, stop));
    from = to;
    if (group.head === null) return null;
  }
  return spans;
}

function groupStart(text: string, from: number, end: number, group: FormulaGroup): number {
  const { classifiers } = loadFrameworkRules();
  for (let i = from; i < end; i++) {
    if (group.count === null) {
      if (/[NX]/i.test(text.charAt(i))) return i;
      continue;
    }
    if ((flagsAt(text, i) & (NUMERAL | DIGIT)) === 0) continue;
    const numeral = readNumeral(text, i);
    if (numeral?.value !== group.count) continue;
    const rest = text.slice(numeral.end, end).replace(/^[“「"]/, '');
    const afterClassifier = classifiers.get(rest.charAt(0)) === false ? rest.slice(1) : rest;
    if (rest.startsWith(group.head ?? '') || afterClassifier.startsWith(group.head ?? '')) return i;
    if (group.head !== null && rest.charAt(0) === group.head.charAt(0)) return i;
  }
  return -1;
}
